/** Hands a mail to the mail server of the settings, one connection each, and says what came of it. */
import { createTransport, type SentMessageInfo } from 'nodemailer'
import { z } from 'zod'
import { MINUTE_MS } from '#simulation/kernel/time'
import { logWarning } from '../base/faults/logger'
import { failed, served } from '../base/faults/outage'
import { PlainFault } from '../base/faults/plain-fault'
import type { MailSettings } from '../base/mail-settings'
import type { Handed, OutgoingMail } from './mail-sending'

const CONNECTING_MS = 10_000
const SILENT_MS = 30_000
/** A server that answers in drops is given up. */
const MOST_MS = MINUTE_MS

/** What nodemailer says of a failure: the step, and the server's answer. */
const failure = z.object({
  code: z.string().optional(),
  command: z.string().optional(),
  responseCode: z.number().optional(),
})

export function openSmtp(settings: MailSettings, most = MOST_MS): (mail: OutgoingMail) => Promise<Handed> {
  const { host, port, secure, requireTls: requireTLS, signIn, from } = settings
  return async ({ to, subject, text, html, messageId, date, offUrl }) => {
    const transport = createTransport({
      ...{ host, port, secure, requireTLS, ...(signIn ? { auth: signIn } : {}) },
      ...{ connectionTimeout: CONNECTING_MS, greetingTimeout: CONNECTING_MS, socketTimeout: SILENT_MS },
      ...{ disableFileAccess: true, disableUrlAccess: true },
    })
    let late: NodeJS.Timeout | undefined
    const tooLong = new Promise<never>((_, fail) => {
      late = setTimeout(() => fail(new PlainFault(`no end within ${most / 1000} s`)), most)
    })
    try {
      const unsubscribe: Record<string, string> =
        offUrl === null
          ? {}
          : { 'List-Unsubscribe': `<${offUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
      const headers = { 'Auto-Submitted': 'auto-generated', ...unsubscribe }
      const sent: Promise<SentMessageInfo> = transport.sendMail({
        from,
        to,
        subject,
        text,
        html,
        messageId,
        date,
        headers,
      })
      await Promise.race([sent, tooLong])
      served('mail')
      return 'sent'
    } catch (error) {
      const { code = 'none', command = 'none', responseCode = 0 } = failure.safeParse(error).data ?? {}
      logWarning('the mail server did not take a mail', { code, command, answer: responseCode })
      if (isOfThisMail({ code, command, responseCode })) served('mail')
      else if (command !== 'API') failed('mail', error, { command, answer: responseCode })
      return handedOf({ code, command, responseCode })
    } finally {
      clearTimeout(late)
      transport.close()
    }
  }
}

/** Whether the mail server works and has answered about this mail alone; 421 says that it stops. */
function isOfThisMail({ code, command, responseCode }: Required<z.infer<typeof failure>>): boolean {
  if (responseCode === 421) return false
  return code === 'EMESSAGE' || (code === 'EENVELOPE' && command === 'RCPT TO')
}

/** Only an answer about this mail is final: a fault of the sign-in or of the sender is mended by whoever runs the server. */
function handedOf({ code, command, responseCode }: Required<z.infer<typeof failure>>): Handed {
  // An address that is none is not even sent to the mail server.
  if (code === 'EENVELOPE' && (command === 'API' || (command === 'RCPT TO' && responseCode >= 500)))
    return { refused: 'address' }
  return code === 'EMESSAGE' && responseCode >= 500 ? { refused: 'mail' } : 'later'
}
