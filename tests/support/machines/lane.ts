/** Which form of a test runs: whole, long (`npm run faults` and `npm run security -- --long` set LONG) or short (`npm test`). */
export const isLong = Boolean(process.env.LONG)
/** Only `npm test` says so: whoever names a file gets it whole. */
export const isShortRun = process.env.SHORT_RUN === '1'
