/**
 * Which lane runs. `npm test` plays of each long story a short form, its canary; `npm run faults` and `npm run security -- --long` set
 * LONG and play the whole.
 */
export const isLong = Boolean(process.env.LONG)
