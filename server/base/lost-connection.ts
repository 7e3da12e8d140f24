/** Errors that say no more than that the other end of one connection is gone, which anybody can cause as often as they like. */

const CODES: ReadonlySet<unknown> = new Set(['ECONNRESET', 'EPIPE', 'ECONNABORTED', 'ENOTCONN', 'ETIMEDOUT'])
/** What the system was asked to do with a connection that was open; `connect` is not among them, because there nothing was lost. */
const CALLS: ReadonlySet<unknown> = new Set(['read', 'write', 'shutdown'])

/** Whether an error tells of one lost connection. The state of the process is sound after it, so it may go on. */
export const isLostConnection = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && 'syscall' in error && CODES.has(error.code) && CALLS.has(error.syscall)
