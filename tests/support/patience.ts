/** Timeouts scaled to the machine's pace (pace.ts). */
const pace = Number(process.env.TEST_PACE ?? 1)

/** Milliseconds of a quiet machine, scaled to this one. For timeouts only; nothing may be measured with it. */
export const patience = (ms: number): number => Math.round(ms * pace)
