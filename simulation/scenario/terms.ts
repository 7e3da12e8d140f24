// The small words every part of a scenario is written in: keys, lines of text, and how a text is anchored in the essay.
// It knows nothing of rooms, people or any particular scenario.
import { z } from 'zod'

/** What an author writes where a claim does not come from the essay. */
export const BEYOND_THE_ESSAY = 'beyond the essay'

export const paragraphId = z.string().regex(/^E\d\.\d$/)
export type ParagraphId = z.infer<typeof paragraphId>

export const anchorRef = z.union([paragraphId, z.literal(BEYOND_THE_ESSAY)])
export type AnchorRef = z.infer<typeof anchorRef>

export const anchorRefs = z.array(anchorRef).max(12)

/** A name inside the scenario that code and records refer to: `status-quo`, `tax-leak`, `seminar-90`. */
export const key = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

/** A dotted name that begins with its owner: `us.red.treaty`, `jp.card.tax`, `cn.bank.obj1`. */
export const dottedId = z
  .string()
  .max(80)
  .regex(/^(us|jp|cn)(\.[a-z0-9-]+)+$/)

/** A seat as its author names it, `us.state`. Second chairs and observers exist only in a room. */
export const scenarioSeatId = z.string().regex(/^(us|jp|cn)\.[a-z0-9]{1,24}$/)

/** A title, a heading, a name: one line. */
export const label = z.string().min(1).max(200)
/** Anything longer: a brief, a reason, a question. */
export const prose = z.string().min(1).max(4000)

/** A sentence with the paragraphs it rests on. */
export const anchored = z.strictObject({ text: prose, anchors: anchorRefs })
export const identified = z.strictObject({ id: dottedId, text: prose, anchors: anchorRefs })
export const keyed = z.strictObject({ key, text: prose })

/** The same thing once for each delegation. */
export const forEachDelegation = <Part extends z.ZodType>(part: Part) =>
  z.strictObject({ us: part, jp: part, cn: part })
