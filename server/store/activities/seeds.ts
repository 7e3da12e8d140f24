/** Seeds for the lots of a room. It must not know what is drawn from one. */
import { randomBytes } from 'node:crypto'

/** As many bits as a number holds, so that nobody finds the seed of a room by trying all of them against what was seen there. */
export const drawSeed = (): number => Number(randomBytes(8).readBigUInt64BE() >> 11n)
