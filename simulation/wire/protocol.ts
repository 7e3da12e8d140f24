// The messages between a browser and a room in both directions, and their versions. server/live sends and answers them over Socket.IO;
// app/_room/link/room-link.ts is the other end.
import * as z from 'zod/mini'
import { FULLNESS } from '../engine/record-space'
import { commandId, instant, list, type PersonId, personId, roomId, seatId, shortText } from '../kernel/ids'
import { viewer } from '../kernel/viewer'
import { type HeardRow, heardRow, visibleRow } from '../secrecy/visible-row'
import { clientCommand } from '../shapes/room-command'
import { rejection } from '../shapes/verdict'

/** The version of these messages: raised with every change of them, and so with every change of rows. A page of another version reloads. */
export const PROTOCOL = 16

/** A row by its number and its command, of which no two rows in one place of two logs are alike. */
const lastHeard = z.strictObject({ seq: z.int().check(z.positive()), commandId })
export type LastHeard = z.infer<typeof lastHeard>

export const joinRequest = z.strictObject({
  /** The `protocol` that the page was built with. */
  protocol: z.int(),
  roomId,
  /** The projector's page joins as a stage whoever is signed in, so that no secret can reach it. */
  as: z.enum(['self', 'stage']),
  /** The last row that this page holds, if any; the answer carries the rows after it, or all where the log has another one there. */
  after: z.nullable(lastHeard),
})
export type JoinRequest = z.infer<typeof joinRequest>

/** An activity of forty rooms with forty seats each, and as many people again who have left. */
const MOST_NAMES = 4_000
/** Display names by person id: of the people in this room; for a chair, of everybody in the activity. */
export const displayNames = z.pipe(
  // Parsed as entries, because z.record would drop a person with the id `__proto__`.
  z.transform((given: unknown) => (isPlain(given) ? Object.entries(given) : null)),
  z.pipe(
    list(z.tuple([personId, shortText]), MOST_NAMES),
    z.transform((names): Readonly<Record<PersonId, string>> => Object.fromEntries(names)),
  ),
)
export type DisplayNames = z.infer<typeof displayNames>

const isPlain = (given: unknown): given is object =>
  typeof given === 'object' && given !== null && !Array.isArray(given)

/** Which seats and which people have a live connection. */
export const presence = z.strictObject({ seats: z.array(seatId), people: z.array(personId) })
export type Presence = z.infer<typeof presence>

/** A request to join: to come in late, or (`claims`) to take up a person's seat from another device. */
export const knock = z.strictObject({
  id: z.string(),
  name: z.string(),
  askedAt: instant,
  claims: z.nullable(personId),
})
export type Knock = z.infer<typeof knock>

/** A room's name, activity and join code, and what the door knows of the reader. Code and link are null for students, and while the code lets nobody in. */
const roomAbout = z.strictObject({
  name: z.string(),
  activityId: z.string(),
  title: z.string(),
  code: z.nullable(z.string()),
  joinUrl: z.nullable(z.string()),
  /** Whether the reader came by a code that anybody may have typed: once the briefs are out, the chair gives them a side (S21). */
  byOpenCode: z.boolean(),
})
export type RoomAbout = z.infer<typeof roomAbout>

export const JOIN_REFUSALS = [
  'not-found',
  'brought-record', // it is read, not played: nobody joins it
  'removed',
  'taken-away', // its seminar or course was deleted
  'outdated', // the page is of another version than the server: it reloads itself
  'made-by-newer', // the room was written by a newer server, so this one cannot read it
  'malformed',
  'signed-out',
  'try-again',
  'slow-down',
] as const
const saving = {
  /** Since when the room cannot save what is asked of it; null while it can. */
  unsavedSince: z.nullable(instant),
  /** Told to chairs alone (D35). */
  space: z.nullable(z.enum(FULLNESS)),
}
const joined = z.strictObject({
  ok: z.literal(true),
  viewer,
  /** The server's clock when it answered, so that the page can show the same second whatever its own clock says. */
  now: instant,
  /** The rows after this number follow, up to the last that the viewer hears. It is that of `after`, or 0 when the page's rows could not be continued (its viewer changed). */
  from: z.int().check(z.nonnegative()),
  /** Of these rows what everybody hears. All of a room travels as `PackedRows`. */
  forAll: z.array(heardRow),
  /** The others that the viewer hears. */
  rows: z.array(heardRow),
  roll: displayNames,
  presence,
  knocks: z.array(knock),
  room: roomAbout,
  ...saving,
})
const refused = z.strictObject({ ok: z.literal(false), refusal: z.enum(JOIN_REFUSALS) })
export const joinAnswer = z.discriminatedUnion('ok', [joined, refused])
export type JoinAnswer = z.infer<typeof joinAnswer>

/** Rows that everybody hears as the JSON text of their list, in UTF-8. It is made once for all who join: making and copying it for each is most of a join. */
export const packedRows = z.instanceof(Uint8Array).brand<'heard'>()
export type PackedRows = z.infer<typeof packedRows>
/** The answer as the server sends it. */
export type SentJoinAnswer =
  | (Omit<z.infer<typeof joined>, 'forAll'> & { forAll: PackedRows | HeardRow[] })
  | z.infer<typeof refused>

export const submission = z.strictObject({ roomId, commandId, command: clientCommand })
export type Submission = z.infer<typeof submission>

/**
 * Answers to a submission besides the rules' own: the message could not be read, was too fast, or must be sent again; or it makes sense only
 * at once, and nothing can be saved now.
 */
export const WIRE_REFUSALS = [
  'malformed',
  'try-again',
  'slow-down',
  'signed-out',
  'not-joined',
  'cannot-save',
  'side-by-chair',
  'second-side',
] as const
export const ack = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), seq: z.int() }),
  z.strictObject({ ok: z.literal(false), rejection: z.union([rejection, z.enum(WIRE_REFUSALS)]) }),
])
export type Ack = z.infer<typeof ack>

/** A command that makes sense only at once (a raised hand, a grant, a pause) is given up after this long without an answer, by page and room. */
export const MOMENT_MS = 10_000

/**
 * Somebody types words for a clause (rule Q23): sent now and then while they do, answered by nothing and never stored. Who it is the server
 * knows from the connection.
 */
export const writingSignal = z.strictObject({ roomId, clause: shortText })
/** A page sends it so often at most; whoever is quiet for so long is shown as writing no more. */
export const WRITING_EVERY_MS = 2_500
export const WRITING_SHOWN_MS = 6_000

export const clockAnswer = z.strictObject({ now: instant })

/** New rows, in order; one message per room and commit. */
export const rowsMessage = z.strictObject({ roomId, rows: z.array(visibleRow) })
export const displayNamesMessage = z.strictObject({ roomId, roll: displayNames })
export const presenceMessage = z.strictObject({ roomId, presence })
/** Which office types words for a clause at this moment, told to everybody in the room. */
export const writingMessage = z.strictObject({ roomId, clause: shortText, seat: seatId })
export const savingMessage = z.strictObject({ roomId, ...saving })
export const knockMessage = z.strictObject({ roomId, knocks: z.array(knock) })
export const roomMessage = z.strictObject({ roomId, room: roomAbout })
/** The server ends this page's membership of the room's channel: the person was removed or signed out, has opened too many others since, the viewer changed (join again), or the server restarts. */
export const leaveMessage = z.strictObject({
  roomId,
  why: z.enum(['removed', 'signed-out', 'rejoin', 'too-many', 'restarting']),
  /** With `rejoin`: the room to which the chair has moved this page's person. */
  to: z.optional(roomId),
})
export type Leave = z.infer<typeof leaveMessage>
