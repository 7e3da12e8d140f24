// The program of the thread that puts mails into words, bundled on its own and started by server/jobs/mail-writer.ts.
import { parentPort } from 'node:worker_threads'
import type { MailOrder } from '#simulation/beside/mails'
import { mailWords } from './mail-words'

parentPort?.on('message', (order: MailOrder) => parentPort?.postMessage({ found: mailWords(order) }))
