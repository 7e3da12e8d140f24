// Loaded into a built server by NODE_OPTIONS: says each second for how long its event loop was held at most. `cpu` is the time for which the
// main thread itself computed, which other programs on a busy machine do not lengthen (Linux only); `wall` is what a clock on the wall saw.
import { readFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

const LOOK_MS = 5
const SAY_MS = 1_000

/** Milliseconds that the main thread has spent on a processor. */
function computed() {
  try {
    return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6
  } catch {
    return performance.now()
  }
}

if (isMainThread) {
  let last = { cpu: computed(), wall: performance.now() }
  let most = { cpu: 0, wall: 0 }
  setInterval(() => {
    const now = { cpu: computed(), wall: performance.now() }
    most = { cpu: Math.max(most.cpu, now.cpu - last.cpu), wall: Math.max(most.wall, now.wall - last.wall - LOOK_MS) }
    last = now
  }, LOOK_MS).unref()
  setInterval(() => {
    process.stdout.write(`loop-probe ${JSON.stringify({ cpu: Math.round(most.cpu), wall: Math.round(most.wall) })}\n`)
    most = { cpu: 0, wall: 0 }
  }, SAY_MS).unref()
}
