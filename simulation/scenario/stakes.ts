// What each office has at stake in each round, and where it would like its delegation to stand: the office's own task, and the quarrel
// inside its delegation. Confidential to the office, like its brief.
import { z } from 'zod'
import { axisValue, tensionKey } from '../kernel/ids'
import { factKeys, prose, scenarioSeatId } from './terms'

const stake = z.strictObject({
  /** The value that the office would file; it may lie outside the delegation's band. */
  value: axisValue,
  text: prose,
  facts: factKeys,
})

/** As many as a scenario has of offices, or of tensions, at most. */
const isBounded = (parts: object) => Object.keys(parts).length <= 60

/** By office and tension; empty where an author writes none. */
export const stakes = z.record(scenarioSeatId, z.record(tensionKey, stake).refine(isBounded)).refine(isBounded)
