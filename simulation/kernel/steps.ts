// Work in steps, as a generator: a server can do other work between two of them (server/base/slices.ts), and everybody else does them at once.

/** What the steps return, all done at once. */
export function allAtOnce<Result>(steps: Iterator<unknown, Result>): Result {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
