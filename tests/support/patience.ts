/** How long a test waits before it gives up: what is enough on a quiet machine, times how slow this one was found to be (pace.ts). */
const pace = Number(process.env.TEST_PACE ?? 1)

/** So many milliseconds on a quiet machine, as many as they take on this one. Only for giving up: nothing is measured with it. */
export const patience = (ms: number): number => Math.round(ms * pace)
