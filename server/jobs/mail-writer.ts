/** Has mails put into words in a thread of the pages, which have the words of every language and every address. */
import type { MailOrder, MailWords } from '#simulation/beside/mails'
import { PlainFault } from '../base/faults/plain-fault'
import { ProgramThread } from '../base/program-thread'

const WRITING_MS = 10_000
const thread = new ProgramThread({ bundle: 'dist/mail-thread.mjs', source: 'app/_mail/mail-thread.ts' })

export type WrittenMail = MailWords & { offUrl: string | null }

let last: Promise<unknown> = Promise.resolve()

/** Waits for the one before: a thread that had two orders would answer the one with the words of the other. */
export function writeMail(order: MailOrder): Promise<WrittenMail> {
  const written = last.then(() => write(order))
  last = written.catch(() => undefined)
  return written
}

async function write(order: MailOrder): Promise<WrittenMail> {
  const written = await thread.run<WrittenMail>([order], { most: WRITING_MS })
  if (written === 'over') throw new PlainFault('a mail was not written in time')
  return written
}
