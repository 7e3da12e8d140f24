/** Draws random seeds for rooms. */
import { randomBytes } from 'node:crypto'

/**
 * 53 random bits, all that a number holds: with fewer, somebody could find a room's seed by trying all of them against the lots they
 * saw.
 */
export const drawSeed = (): number => Number(randomBytes(8).readBigUInt64BE() >> 11n)
