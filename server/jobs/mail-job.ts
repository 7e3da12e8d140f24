/** Plans and sends mail, again and again, on the one server that does the work for all. */
import { setTimeout as wait } from 'node:timers/promises'
import { logError } from '../base/faults/logger'
import type { MailSettings } from '../base/mail-settings'
import type { Work } from './leader-job'
import { MailPlanner } from './mail-planning'
import { sendMails } from './mail-sending'
import { openSmtp } from './smtp'

const EVERY_MS = 15_000
/** A mail server that hangs must not hold up the end: what it was handed is sent once more at worst. */
const PARTING_MS = 3_000

export function startMail(settings: MailSettings): Work {
  const ending = new AbortController()
  const pause = (ms: number) => wait(ms, undefined, { ref: false, signal: ending.signal }).catch(() => undefined)
  const planner = new MailPlanner()
  const round = { now: Date.now, pause, isEnding: () => ending.signal.aborted, hand: openSmtp(settings) }

  async function run(): Promise<void> {
    while (!ending.signal.aborted) {
      await planner.plan(Date.now()).catch((error: unknown) => logError('mail could not be planned', error))
      await sendMails(round).catch((error: unknown) => logError('mail could not be sent', error))
      await pause(EVERY_MS)
    }
  }
  const running = run()
  return {
    async stop() {
      ending.abort()
      await Promise.race([running, wait(PARTING_MS, undefined, { ref: false })])
    },
  }
}
