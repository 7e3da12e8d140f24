// Ends the server on this machine if it hangs: takes connections and answers none of three. What keeps it running then starts it again.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { ask } from './ask.mjs'

const TIMES = 3

let silent = 0
while (silent < TIMES && (await ask('/healthz')).hangs) silent += 1
if (silent === TIMES) {
  // The lock of the data folder names the server's process (server/base/lock.ts).
  const { pid } = JSON.parse(readFileSync(path.join(process.env.DATA_DIR || '.data', 'owner.json'), 'utf8'))
  console.log(`The server hangs: process ${pid} is ended`)
  // One that hangs hears no other signal.
  process.kill(pid, 'SIGKILL')
}
