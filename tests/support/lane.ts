/**
 * Whether the long forms run. `npm test` runs a short form of each long test; `npm run faults` and `npm run security -- --long` set LONG.
 */
export const isLong = Boolean(process.env.LONG)
