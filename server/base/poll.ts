/** What a server does twice a second. */
import { logError } from './faults/logger'

const EVERY_MS = 500

/** Calls `run` twice a second until the returned function is called. */
export function twiceASecond(run: () => void): () => void {
  const timer = setInterval(() => {
    try {
      run()
    } catch (error) {
      logError('something that is done twice a second failed', error)
    }
  }, EVERY_MS)
  return () => clearInterval(timer)
}
