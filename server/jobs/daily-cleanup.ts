/**
 * Deletes old requests to join (store/door/join-requests.ts says how old), courses and activities that were deleted some time ago
 * (store/courses/archive-delete.ts), old mail to accounts, and old entries of the audit log, once at the start and then once a day.
 */
import { DAY_MS } from '#simulation/kernel/time'
import { logError } from '../base/faults/logger'
import { purgeDeleted } from '../store/courses/archive-delete'
import { clearOldRequests } from '../store/door/join-requests'
import { clearOldMail } from '../store/mail/outbox'
import { clearOldEntries } from '../store/people/audit-entries'

type DailyCleanup = { stop(): Promise<void> }

export function startDailyCleanup(): DailyCleanup {
  let running: Promise<unknown> = Promise.resolve()
  const clear = () => {
    const now = new Date()
    running = Promise.all([
      clearOldRequests(now).catch((error: unknown) =>
        logError('old requests at the door could not be cleared away', error),
      ),
      purgeDeleted(now).catch((error: unknown) => logError('what was deleted could not be cleared away', error)),
      clearOldMail(now).catch((error: unknown) => logError('old mail could not be cleared away', error)),
      clearOldEntries(now).catch((error: unknown) => logError('old audit entries could not be cleared away', error)),
    ])
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
