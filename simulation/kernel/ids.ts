// Schemas and types that every topic shares: identifiers, instants, texts and lists with their bounds, and the closed vocabularies.
import * as z from 'zod/mini'
import { AXIS_END, HALF_STEP } from './axis'
import { LIMITS } from './limits'

/**
 * A party that a plan names. `observer`, `room` and `chair` are excluded because seat ids and notes use them beside delegation ids;
 * `constructor` because every object inherits it, so that a look-up by delegation in an object would find it.
 */
export const delegationId = z
  .string()
  .check(z.regex(/^(?!(?:observer|room|chair|constructor)$)[a-z]{2,11}$/))
  .brand<'DelegationId'>()
export type DelegationId = z.infer<typeof delegationId>

/** A chair: an office (`north.harbour`), a second chair of the same office (`north.harbour.2`), or an observer (`observer.1`). */
export const seatId = z
  .string()
  .check(z.regex(/^[a-z]{2,11}\.[a-z0-9]{1,24}(\.([2-9]|1\d|20))?$/))
  .brand<'SeatId'>()
export type SeatId = z.infer<typeof seatId>

const PERSON = /^[A-Za-z0-9_-]{1,64}$/
/** A person in this room. The id says nothing of them: names are stored beside the log, never in it, so that they can be erased. */
export const personId = z.string().check(z.regex(PERSON)).brand<'PersonId'>()
export type PersonId = z.infer<typeof personId>
const isPersonId = (id: string): id is PersonId => PERSON.test(id)

export const roomId = z
  .string()
  .check(z.regex(/^[A-Za-z0-9_-]{1,64}$/))
  .brand<'RoomId'>()
export type RoomId = z.infer<typeof roomId>

/** Chosen by the sender and the same in every resend, so that a command that arrives twice is carried out once. */
export const commandId = z
  .string()
  .check(z.regex(/^[A-Za-z0-9_:.-]{8,64}$/))
  .brand<'CommandId'>()
export type CommandId = z.infer<typeof commandId>

/** Who acts: a participant, a chair, the server's clock, or the understudy of a seat. */
export const actorId = z
  .string()
  .check(z.regex(/^(p:[A-Za-z0-9_-]{1,64}|chair:[A-Za-z0-9_-]{1,64}|clock|understudy:[a-z0-9.]{1,40})$/))
  .brand<'ActorId'>()
export type ActorId = z.infer<typeof actorId>

export const participantActor = (person: PersonId): ActorId => actorId.parse(`p:${person}`)
export const chairActor = (user: string): ActorId => actorId.parse(`chair:${user}`)
export const understudyActor = (seat: SeatId): ActorId => actorId.parse(`understudy:${seat}`)
/** The person who acts, when a person does. Asked twice for every row, so the id is tested here and not by its whole schema. */
export function personOfActor(by: ActorId): PersonId | null {
  const person = by.startsWith('p:') ? by.slice(2) : ''
  return isPersonId(person) ? person : null
}
export const CLOCK: ActorId = actorId.parse('clock')
/** Who takes words off where nobody of the house does: the operator's command. */
export const OPERATOR: ActorId = chairActor('operator')

/** A tension of the scenario, and so a round of the room: one key, used once in a plan. */
export const tensionKey = z.string().check(z.regex(/^[a-z][a-z-]{1,39}$/))
export type TensionKey = z.infer<typeof tensionKey>

/** A value on a round's axis, in halves. */
export const axisValue = z.number().check(z.gte(-AXIS_END), z.lte(AXIS_END), z.multipleOf(HALF_STEP))
export type AxisValue = z.infer<typeof axisValue>

/** A paragraph of a source: the letter that the plan gives the source, then section and paragraph. */
export const PARAGRAPH = /^[A-Z]\d{1,2}\.\d{1,2}$/
export const isParagraph = (anchor: string): boolean => PARAGRAPH.test(anchor)

/** The shortest name of a source in somebody's own words. */
export const LEAST_SOURCE = 3
/** A paragraph of one of the plan's sources, by its id. */
export const paragraphId = z.string().check(z.regex(PARAGRAPH))
/** What a statement or a position cites: a paragraph of one of the plan's sources, or another source named in the speaker's own words. */
export const anchor = z.union([
  paragraphId,
  z.strictObject({ source: z.string().check(z.trim(), z.minLength(LEAST_SOURCE), z.maxLength(LIMITS.source)) }),
])
export type Anchor = z.infer<typeof anchor>
/** How much one statement or position may cite. */
export const MOST_ANCHORS = 8
export const anchors = z.array(anchor).check(z.maxLength(MOST_ANCHORS))

/** The purpose of a statement, chosen when the floor is asked for and again when the statement is made. */
export const INTENTS = ['point', 'build-on', 'challenge', 'question', 'point-of-order'] as const
export const intent = z.enum(INTENTS)
export type Intent = z.infer<typeof intent>

export const STAGES = ['opening', 'closing'] as const
export const stage = z.enum(STAGES)
/** A position is filed twice in a round: before its reveal and after its floor. */
export type FilingStage = z.infer<typeof stage>

/** The number of a private entry: who counts it, and a count, such as `north12` (private-numbers.ts); `c12` in a first edition's record. */
export const privateEntry = z.string().check(z.regex(/^[a-z][a-z-]{0,22}\d{1,9}(-\d{1,9})?$/))
/** The number of any entry of a record: `41` in public, or a private one. */
export const entryNumber = z.union([z.string().check(z.regex(/^\d{1,9}$/)), privateEntry]).check(z.maxLength(33))

/** The end of the year 9999 (UTC): later instants have five-digit years, which no date field here can show or read back. */
export const LAST_INSTANT = 253_402_300_799_999
/** An instant, in milliseconds since 1970. */
export const instant = z.int().check(z.nonnegative(), z.lte(LAST_INSTANT))

/*
 * Everything in a log has an upper bound, because a room is folded on the one event loop that serves every class: an imported record
 * with endless texts would stall them all. The bounds are wider than what any form, scenario or earlier version could write, so that
 * no existing log is refused.
 */

/** A title, a heading, a key: one line. */
export const shortText = z.string().check(z.maxLength(300))
/** A statement, a brief, a reason: anything longer. */
export const longText = z.string().check(z.maxLength(4000))
/** What is written for homework (`LIMITS.written`), with room for the fingerprints of words that were redacted. */
export const writing = z.string().check(z.maxLength(16_000))
export const list = <Part extends z.core.$ZodType>(part: Part, most: number) => z.array(part).check(z.maxLength(most))
export const MOST_DELEGATIONS = 8
export const MOST_SEATS = 120
/** The seats of one delegation: a seat's id numbers those of one office up to 20. */
export const MOST_CHAIRS = 20
/** The people at one table. Two delegations then have 20 seats each. */
export const MOST_AT_TABLE = 40
/** One brief for each delegation and each seat. */
export const MOST_BRIEFS = MOST_SEATS + MOST_DELEGATIONS
/** An object with one value for some or all delegations. The schema does not know the plan: that its keys are the plan's, `isSound` and the topics check. */
export const perDelegation = <Part extends z.core.$ZodType>(part: Part) =>
  z.record(delegationId, part).check(z.refine((parts) => Object.keys(parts).length <= MOST_DELEGATIONS))
export const MOST_ROUNDS = 12
/** How many questions a reading check has. */
export const MOST_CHECKS = 40
/** How many questions the evidence of learning asks before the talks and again after them. */
export const LEARNING_ITEMS = 4
/** How many clauses a joint text may have. */
/** How many chips a plan may give a delegation, and on how many tensions they may lie. */
export const MOST_CHIPS = 60
export const MOST_CLAUSES = 24
export const MOST_PHASES = 120

/** Text from a form: trimmed, never empty, control characters refused (line breaks and tabs stay). */
export const writtenText = (max: number) =>
  z.string().check(
    z.trim(),
    z.minLength(1),
    z.maxLength(max),
    // biome-ignore lint/suspicious/noControlCharactersInRegex: refusing control characters is the purpose
    z.regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/),
  )

/** Two delegations with a bilateral or a distance between them, in the plan's order: `north-south`. `pairsOf(plan)` makes those that exist. */
export const pair = z
  .string()
  .check(z.regex(/^[a-z]{2,11}-[a-z]{2,11}$/))
  .brand<'Pair'>()
export type Pair = z.infer<typeof pair>

/** The default of a switch over a union: a case that is missing does not compile. */
export function never(value: never): never {
  throw new Error(`A case is missing for ${JSON.stringify(value)}`)
}
