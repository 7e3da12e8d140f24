/** Once a day, and at the start, what is kept for a time only is taken away. It must not know what the rows say. */
import { complain } from '../ops/logger'
import { clearOldRequests } from '../store/door/join-requests'

const DAY_MS = 24 * 3_600_000

export type Clearing = { stop(): Promise<void> }

export function keepClearing(): Clearing {
  let running: Promise<unknown> = Promise.resolve()
  const clear = () => {
    running = clearOldRequests(new Date()).catch((error: unknown) =>
      complain('old requests at the door could not be cleared away', error),
    )
  }
  clear()
  const looking = setInterval(clear, DAY_MS)
  looking.unref()
  return {
    async stop() {
      clearInterval(looking)
      await running
    },
  }
}
