/** Deletes old requests to join (store/door/door-requests.ts says how old), once at the start and then once a day. */
import { logError } from '../ops/logger'
import { clearOldRequests } from '../store/door/join-requests'

const DAY_MS = 24 * 3_600_000

type DailyCleanup = { stop(): Promise<void> }

export function startDailyCleanup(): DailyCleanup {
  let running: Promise<unknown> = Promise.resolve()
  const clear = () => {
    running = clearOldRequests(new Date()).catch((error: unknown) =>
      logError('old requests at the door could not be cleared away', error),
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
