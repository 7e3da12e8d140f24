/** What a server process really holds: asked of it through its inspector, after it has put away all that nobody needs. */
import { setTimeout as sleep } from 'node:timers/promises'
import WebSocket from 'ws'
import { z } from 'zod'
import type { RunningServer } from '../support/machines/server'

/** For the surroundings of a server whose heap is to be looked at. */
export const INSPECTED = { NODE_OPTIONS: '--inspect=127.0.0.1:0' }

const Answer = z.object({ id: z.number(), result: z.object({ usedSize: z.number().optional() }) })

/** Bytes in use. */
export async function heapOf(server: RunningServer): Promise<number> {
  const address = /Debugger listening on (ws:\S+)/.exec(server.said())?.[1]
  if (!address) throw new Error('The server was not started to be looked into.')
  const line = new WebSocket(address)
  await new Promise((done, fail) => line.once('open', done).once('error', fail))
  let asked = 0
  const ask = (method: string) => {
    asked += 1
    const id = asked
    return new Promise<number>((done) => {
      line.on('message', (data) => {
        const answer = Answer.safeParse(JSON.parse(String(data))).data
        if (answer?.id === id) done(answer.result.usedSize ?? 0)
      })
      line.send(JSON.stringify({ id, method }))
    })
  }
  try {
    await ask('HeapProfiler.enable')
    // What was only just closed is let go a moment later.
    for (let round = 0; round < 3; round += 1) {
      await ask('HeapProfiler.collectGarbage')
      await sleep(200)
    }
    return await ask('Runtime.getHeapUsage')
  } finally {
    line.close()
  }
}
