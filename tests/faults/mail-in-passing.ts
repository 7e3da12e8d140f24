/** Sends what is due at an instant and ends: a process of its own, so that a test can have it die between two steps. */
import { connect, disconnect } from '#server/base/database'
import { environment } from '#server/base/environment'
import { sendMails } from '#server/jobs/mail-sending'
import { openSmtp } from '#server/jobs/smtp'
import { closeRoomReading } from '#server/store/log/room-reading'

const [url = '', now = ''] = process.argv.slice(2)
const { mail } = environment()
if (!mail) throw new Error('This process sends mail.')
connect(url)
await sendMails({ now: () => Number(now), pause: async () => undefined, isEnding: () => false, hand: openSmtp(mail) })
await closeRoomReading()
await disconnect()
