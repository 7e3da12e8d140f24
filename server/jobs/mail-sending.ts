/**
 * Sends what is due: takes it, looks whether it is still true, hands it to the mail server, and then writes down that it was taken over. A
 * server that dies between the last two sends it once more, under the same Message-ID.
 */

import type { MailWords } from '#simulation/beside/mails'
import { MINUTE_MS } from '#simulation/kernel/time'
import { environment } from '../base/environment'
import { failpoint } from '../base/failpoints'
import { logError } from '../base/faults/logger'
import {
  mailDropped,
  mailNotTaken,
  mailPutOff,
  mailRefused,
  mailSent,
  type StoredMail,
  TAKEN_MS,
  takeMails,
} from '../store/mail/outbox'
import { quietUntil } from './mail-hours'
import { readyMail } from './mail-order'
import { writeMail } from './mail-writer'

export type OutgoingMail = MailWords & {
  to: string
  messageId: string
  date: Date
  /** The address to which a mail program posts to turn this kind off; null for what cannot be. */
  offUrl: string | null
}

/** `later`: not taken over now. `refused`: never will be; `address`, because nobody is there. */
export type Handed = 'sent' | 'later' | { refused: 'mail' | 'address' }

export type MailRound = {
  now: () => number
  /** Waits so long, in ms, or until the server ends. */
  pause: (ms: number) => Promise<void>
  isEnding: () => boolean
  hand: (mail: OutgoingMail) => Promise<Handed>
}

/** Works through everything that is due. */
export async function sendMails(round: MailRound): Promise<void> {
  const { now, isEnding } = round
  for (;;) {
    const begun = now()
    const taken = await takeMails(begun)
    if (taken.length === 0) return
    failpoint('mail-taken')
    for (const mail of taken) {
      // What is left comes back by itself, and might be with another server by then.
      if (isEnding() || now() > begun + TAKEN_MS / 2) return
      await sendOne(mail, round).catch(async (error: unknown) => {
        logError('a mail could not be sent', error, { mail: mail.id })
        await mailNotTaken(mail, now())
      })
    }
  }
}

async function sendOne(mail: StoredMail, { now, pause, hand }: MailRound): Promise<void> {
  const ready = await readyMail(mail, now())
  if (!ready) return mailDropped(mail)
  const { to, order } = ready
  const quiet = ready.quiet && quietUntil(now(), ready.quiet)
  if (quiet) return mailPutOff(mail, quiet)
  const { offUrl, ...words } = await writeMail(order)
  const messageId = `<${mail.id}@${new URL(environment().publicUrl).hostname}>`
  const handed = await hand({ ...words, offUrl, to, messageId, date: new Date(now()) })
  failpoint('mail-accepted')
  if (handed === 'sent') await mailSent(mail, now())
  else if (handed === 'later') await mailNotTaken(mail, now())
  else await mailRefused(mail, handed.refused === 'address' ? to : null)
  await pause(MINUTE_MS / (environment().mail?.perMinute ?? 60))
}
