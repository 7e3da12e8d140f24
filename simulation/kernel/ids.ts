// The names things go by: branded identifiers and the few closed vocabularies that every topic shares.
// It must not know what any of them do.
import * as z from 'zod/mini'

/**
 * One of the parties that a plan names. What else is told apart from a delegation by its name (the room, the chair, an observer) cannot
 * be one, nor can what every object inherits: it is looked up by name in records.
 */
export const delegationId = z.string().check(z.regex(/^(?!(?:observer|room|chair|constructor)$)[a-z]{2,11}$/))
export type DelegationId = z.infer<typeof delegationId>

/** A chair: an office (`north.harbour`), a second chair of the same office (`north.harbour.2`), or an observer (`observer.1`). */
export const seatId = z
  .string()
  .check(z.regex(/^[a-z]{2,11}\.[a-z0-9]{1,24}(\.([2-9]|1[0-2]))?$/))
  .brand<'SeatId'>()
export type SeatId = z.infer<typeof seatId>

/** A person in this room, opaque on purpose: names travel beside the log, never in it, so that they can be erased. */
export const personId = z
  .string()
  .check(z.regex(/^[A-Za-z0-9_-]{1,64}$/))
  .brand<'PersonId'>()
export type PersonId = z.infer<typeof personId>

export const roomId = z
  .string()
  .check(z.regex(/^[A-Za-z0-9_-]{1,64}$/))
  .brand<'RoomId'>()
export type RoomId = z.infer<typeof roomId>

/** Chosen by whoever submits and kept through every resend, so that a command counts once. */
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
/** The person who acts, when a person does. */
export const personOfActor = (by: ActorId): PersonId | null =>
  by.startsWith('p:') ? personId.parse(by.slice(2)) : null
export const CLOCK: ActorId = actorId.parse('clock')

/** A tension of the scenario, and so a round of the room: one key, used once in a plan. */
export const tensionKey = z.string().check(z.regex(/^[a-z][a-z-]{1,39}$/))
export type TensionKey = z.infer<typeof tensionKey>

/** A value on a round's axis: −3 … +3 in halves. */
export const axisValue = z.number().check(z.gte(-3), z.lte(3), z.multipleOf(0.5))
export type AxisValue = z.infer<typeof axisValue>

/** A paragraph of a source: the letter that the plan gives the source, then section and paragraph. */
export const PARAGRAPH = /^[A-Z]\d{1,2}\.\d{1,2}$/
export const isParagraph = (anchor: string): boolean => PARAGRAPH.test(anchor)

/** What a statement or a position leans on: a paragraph of a source, or something outside them in the speaker's own words. */
export const anchor = z.union([
  z.string().check(z.regex(PARAGRAPH)),
  z.strictObject({ source: z.string().check(z.trim(), z.minLength(3), z.maxLength(300)) }),
])
export type Anchor = z.infer<typeof anchor>
export const anchors = z.array(anchor).check(z.maxLength(8))

/** Why someone wants the floor, and what a statement sets out to do. */
export const INTENTS = ['point', 'build-on', 'challenge', 'question', 'point-of-order'] as const
export const intent = z.enum(INTENTS)
export type Intent = z.infer<typeof intent>

export const STAGES = ['opening', 'closing'] as const
export const stage = z.enum(STAGES)
/** A position is filed twice in a round: before its reveal and after its floor. */
export type Stage = z.infer<typeof stage>

/** The number of a private entry: who counts it, and a count, such as `north12` (private-numbers.ts); `c12` in a first edition's record. */
export const privateEntry = z.string().check(z.regex(/^[a-z][a-z-]{0,22}\d{1,9}(-\d{1,9})?$/))
/** The number of any entry of a record: `41` in public, or a private one. */
export const entryNumber = z.union([z.string().check(z.regex(/^\d{1,9}$/)), privateEntry]).check(z.maxLength(33))

/** The end of the year 9999: what lies beyond it is no day of any calendar here. */
export const LAST_INSTANT = 253_402_300_799_999
/** An instant, in milliseconds since 1970. */
export const instant = z.int().check(z.nonnegative(), z.lte(LAST_INSTANT))

/**
 * What stands in a log has an end, whoever wrote it: a room is folded on the loop that every class shares. The ends lie beyond what any
 * form, any scenario and any earlier edition could write, so that no log is refused for them.
 */
/** A title, a heading, a key: one line. */
export const shortText = z.string().check(z.maxLength(300))
/** A statement, a brief, a reason: anything longer. */
export const longText = z.string().check(z.maxLength(4000))
export const list = <Part extends z.core.$ZodType>(part: Part, most: number) => z.array(part).check(z.maxLength(most))
export const MOST_DELEGATIONS = 8
export const MOST_SEATS = 120
/** One for each delegation and each seat. */
export const MOST_BRIEFS = MOST_SEATS + MOST_DELEGATIONS
/** What some or all delegations have of their own, by delegation; whether they are the plan's, the rules look. */
export const perDelegation = <Part extends z.core.$ZodType>(part: Part) =>
  z.record(delegationId, part).check(z.refine((parts) => Object.keys(parts).length <= MOST_DELEGATIONS))
export const MOST_ROUNDS = 12
export const MOST_PHASES = 120

/** Words someone wrote: trimmed, never empty, control characters refused (line breaks and tabs stay). */
export const writtenText = (max: number) =>
  z.string().check(
    z.trim(),
    z.minLength(1),
    z.maxLength(max),
    // biome-ignore lint/suspicious/noControlCharactersInRegex: refusing control characters is the purpose
    z.regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/),
  )

/** Two delegations that a bilateral or a distance is between, in the plan's order: `north-south`. Which pairs there are, the plan says. */
export const pair = z.string().check(z.regex(/^[a-z]{2,11}-[a-z]{2,11}$/))
export type Pair = z.infer<typeof pair>

/** For a switch that has named every case: the compiler refuses a case that is missing. */
export function never(value: never): never {
  throw new Error(`A case is missing for ${JSON.stringify(value)}`)
}
