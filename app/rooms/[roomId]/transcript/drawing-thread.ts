// The program of the threads that draw records, bundled on its own and started by server/jobs/drawing-queue.ts: it takes a record's rows,
// then the order, and posts what it has drawn.
import { setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import type { Drawn, ToDrawing } from '#simulation/reading/positions/drawing'
import type { VisibleRow } from '#simulation/secrecy/visible-row'
import { writeFor } from './drawing'

// Lower priority, so that live rooms get the processor first. Only Linux sets it per thread; elsewhere it would slow the whole server.
if (process.platform === 'linux') setPriority(0, 10)

let told: VisibleRow[] = []

async function take(message: ToDrawing): Promise<void> {
  if ('rows' in message) {
    told.push(...message.rows)
    return
  }
  const rows = told
  told = []
  const found: Drawn = await writeFor(message.order, rows)
  parentPort?.postMessage({ found }, [found.bytes.buffer])
}

// What fails is thrown out of the promise: that ends the thread, and the server hears the error.
parentPort?.on('message', (message: ToDrawing) => {
  take(message).catch((error: unknown) =>
    setImmediate(() => {
      throw error
    }),
  )
})
