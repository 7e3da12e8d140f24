/**
 * Every law draws the same cases in every run, so that what holds where it was written holds where it lands, and a failure can be played
 * again. `DRAW=7 npm test` draws others.
 */
import fc from 'fast-check'

fc.configureGlobal({ seed: Number(process.env.DRAW ?? 20_261_128) })
