// The schemas that all parts of a scenario share: keys, ids, bounded texts, and anchors into the sources.
import { z } from 'zod'
import { delegationId, MOST_DELEGATIONS, PARAGRAPH } from '../kernel/ids'

export const paragraphId = z.string().regex(PARAGRAPH)

/**
 * A paragraph of a source (`E2.3`). The words "beyond the …" stand in copies stored before facts had keys; `fact-check.ts` refuses them in
 * a scenario that is loaded.
 */
const anchorRef = z.union([paragraphId, z.string().regex(/^beyond the [a-z][a-z ]{1,40}$/)])

export const anchorRefs = z.array(anchorRef).max(12)

/** A name within the scenario, to which plans and records refer: `status-quo`, `tax-leak`, `seminar-90`. */
export const key = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

/** A dotted name that begins with its owner: `north.red.treaty`, `south.card.tax`, `east.bank.obj1`. */
export const dottedId = z
  .string()
  .max(80)
  .regex(/^[a-z]{2,11}(\.[a-z0-9-]+)+$/)

/** An office's seat, `north.harbour`. Second seats of an office and observers' seats are added when a room is planned. */
export const scenarioSeatId = z.string().regex(/^[a-z]{2,11}\.[a-z0-9]{1,24}$/)

/**
 * The keys of public facts that a text rests on and that are in none of the sources. They are kept apart from the anchors, so that nothing
 * counts or shows a fact as a paragraph of a source.
 */
export const factKeys = z.array(key).max(12).optional()

/** A page on the open web. */
export const webAddress = z.url({ protocol: /^https$/ }).max(300)

/** A title, a heading, a name. */
export const label = z.string().min(1).max(200)
/** Anything longer: a brief, a reason, a question. */
export const prose = z.string().min(1).max(4000)

/** A name, and a longer text, that an author may leave empty: then nothing stands in its place, and no heading over it. */
export const spareLabel = z.string().max(200)
export const spareProse = z.string().max(4000)

/** A sentence with the paragraphs and facts it rests on. */
export const anchored = z.strictObject({
  text: prose,
  anchors: anchorRefs,
  facts: factKeys,
})
export const identified = z.strictObject({
  id: dottedId,
  text: prose,
  anchors: anchorRefs,
  facts: factKeys,
})
export const keyed = z.strictObject({ key, text: prose })

/** An object with one value for each delegation; `party-check.ts` checks that none is missing. */
export const forEachDelegation = <Part extends z.ZodType>(part: Part) =>
  z.record(delegationId, part).refine((parts) => Object.keys(parts).length <= MOST_DELEGATIONS)
