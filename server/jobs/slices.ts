/**
 * Long work that cannot leave the event loop, because pages need its result as objects: done in short slices, with a turn of the loop
 * between two. All such work of the process takes its slices from one line, so that ten long readings hold the loop no longer at a time
 * than one.
 */

/** A slice, in milliseconds. A step that begins within it is finished, however long it takes. */
const SLICE_MS = 8

type Line = { waiting: (() => void)[] }
/** On `globalThis`, because Next bundles its own copies of this module, and each would have a line of its own. */
const shared: typeof globalThis & { __trackTwoSlices?: Line } = globalThis
shared.__trackTwoSlices ??= { waiting: [] }
const line = shared.__trackTwoSlices

/** Settles in a later turn of the event loop, in which no other slice is done. */
export function nextSlice(): Promise<void> {
  return new Promise((go) => {
    line.waiting.push(go)
    if (line.waiting.length === 1) setImmediate(serve)
  })
}

function serve(): void {
  line.waiting[0]?.()
  // Taken off the line only now: whoever asks for the next slice at once waits for the next turn.
  setImmediate(() => {
    line.waiting.shift()
    if (line.waiting.length > 0) serve()
  })
}

/** What the steps return, done slice by slice; each `yield` is a place where a slice may end. */
export async function inSlices<Result>(steps: Iterator<unknown, Result>): Promise<Result> {
  let until = 0
  for (;;) {
    if (performance.now() >= until) {
      await nextSlice()
      until = performance.now() + SLICE_MS
    }
    const { done, value } = steps.next()
    if (done) return value
  }
}
