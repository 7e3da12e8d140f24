// Both directions of the wire between a browser and a room: what is sent, and what is answered.
// It must not know Socket.IO; the gateway and the room's hook speak it.
import * as z from 'zod/mini'
import { commandId, instant, list, type PersonId, personId, roomId, seatId, shortText } from '../kernel/ids'
import { clientCommand } from '../kernel/room-command'
import { rejection } from '../kernel/verdict'
import { viewer } from '../secrecy/viewer'
import { heardRow, type VisibleRow, visibleRow } from '../secrecy/visible-row'

/**
 * What this build speaks: `protocol` is raised with every change of what crosses between page and server, `oldestPage` only where a
 * page of before could not read what is said now, and `rows` says which version of a row that was judged for (versions.ts).
 */
export type WireVersions = Readonly<{ protocol: number; oldestPage: number; rows: number }>
export const WIRE_VERSIONS = { protocol: 5, oldestPage: 5, rows: 2 } as const satisfies WireVersions
export const PROTOCOL = WIRE_VERSIONS.protocol

/**
 * Whether a page that was built with `page` goes on with this server. A page too old reloads itself, and only then; one that is newer
 * than the server has met it in the middle of a change of versions, and waits for the server that served it.
 */
export function compareVersions(
  page: number,
  { protocol, oldestPage }: WireVersions,
): 'goes-on' | 'page-too-old' | 'page-too-new' {
  if (page < oldestPage) return 'page-too-old'
  return page > protocol ? 'page-too-new' : 'goes-on'
}

export const joinRequest = z.strictObject({
  /** What the page was built with. */
  protocol: z.int(),
  roomId,
  /** The projector's page joins as a stage whoever is signed in, so that no secret can reach it. */
  as: z.enum(['self', 'stage']),
  /** The last number this page holds; the answer carries what came after it. */
  after: z.int().check(z.nonnegative()),
})
export type JoinRequest = z.infer<typeof joinRequest>

/** An activity of forty tables with forty places each, and as many who came and went. */
const MOST_NAMES = 4_000
/** Names by opaque ids: of the people at the table; for a chair, of everybody in the activity. */
export const displayNames = z.pipe(
  // By its entries, because a record would lose whoever is called `__proto__`.
  z.transform((given: unknown) => (isPlain(given) ? Object.entries(given) : null)),
  z.pipe(
    list(z.tuple([personId, shortText]), MOST_NAMES),
    z.transform((names): Readonly<Record<PersonId, string>> => Object.fromEntries(names)),
  ),
)
export type DisplayNames = z.infer<typeof displayNames>

const isPlain = (given: unknown): given is object =>
  typeof given === 'object' && given !== null && !Array.isArray(given)

/** Which seats have a live connection, and how many stages and observers look on. */
export const presence = z.strictObject({ seats: z.array(seatId), people: z.array(personId) })
export type Presence = z.infer<typeof presence>

/** Somebody at the door: asking to come in late, or to sit in a seat from another device. */
export const knock = z.strictObject({
  id: z.string(),
  name: z.string(),
  askedAt: instant,
  claims: z.nullable(personId),
})
export type Knock = z.infer<typeof knock>

/** What stands over a room's door. The code is shown to a chair and a stage, while it lets anyone in. */
export const roomAbout = z.strictObject({
  name: z.string(),
  activityId: z.string(),
  title: z.string(),
  code: z.nullable(z.string()),
  joinUrl: z.nullable(z.string()),
})
export type RoomAbout = z.infer<typeof roomAbout>

export const JOIN_REFUSALS = [
  'not-found',
  'brought-record', // it is read, not played: nobody joins it
  'removed',
  'outdated', // the page is too old for this server: it reloads itself
  'newer-page', // the server is older than the page, and about to be replaced
  'made-by-newer', // the room was written by a newer server, so this one cannot read it
  'malformed',
  'signed-out',
  'try-again',
  'slow-down',
] as const
export const joinAnswer = z.discriminatedUnion('ok', [
  z.strictObject({
    ok: z.literal(true),
    viewer,
    /** The server's clock when it answered, so that the page can show the same second whatever its own clock says. */
    now: instant,
    /** Rows after `after`; whole from 1 when the page's own could not be continued (its viewer changed). */
    from: z.int().check(z.nonnegative()),
    /** As a stage hears them: the same words for everybody who comes in. */
    rows: z.array(visibleRow),
    /** The rows that are sealed among those, and that this viewer hears. */
    yours: z.array(heardRow),
    roll: displayNames,
    presence,
    knocks: z.array(knock),
    room: roomAbout,
  }),
  z.strictObject({ ok: z.literal(false), refusal: z.enum(JOIN_REFUSALS) }),
])
export type JoinAnswer = z.infer<typeof joinAnswer>

/** The rows of an answer as its viewer hears them. */
export function heardIn({ rows, yours }: Extract<JoinAnswer, { ok: true }>): readonly VisibleRow[] {
  const opened = new Map(yours.map((row) => [row.seq, row]))
  return rows.map((row) => opened.get(row.seq) ?? row)
}

export const submission = z.strictObject({ roomId, commandId, command: clientCommand })
export type Submission = z.infer<typeof submission>

/** Answers to a submission besides the rules' own: the message could not be read, was too fast, or must be sent again. */
export const WIRE_REFUSALS = ['malformed', 'try-again', 'slow-down', 'signed-out', 'not-joined'] as const
export const ack = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), seq: z.int() }),
  z.strictObject({ ok: z.literal(false), rejection: z.union([rejection, z.enum(WIRE_REFUSALS)]) }),
])
export type Ack = z.infer<typeof ack>

export const clockAnswer = z.strictObject({ now: instant })

/** One message per room and commit: the rows in order. */
export const rowsMessage = z.strictObject({ roomId, rows: z.array(visibleRow) })
export const displayNamesMessage = z.strictObject({ roomId, roll: displayNames })
export const presenceMessage = z.strictObject({ roomId, presence })
export const knockMessage = z.strictObject({ roomId, knocks: z.array(knock) })
export const roomMessage = z.strictObject({ roomId, room: roomAbout })
/** The server ends this page's place: removed, signed out, its view changed (join again), or restarting. */
export const leaveMessage = z.strictObject({ roomId, why: z.enum(['removed', 'signed-out', 'rejoin', 'updating']) })

/** Socket.IO's typed maps, from the server's side. */
export type ClientToServer = {
  join: (request: unknown, answer: (answer: JoinAnswer) => void) => void
  submit: (submission: unknown, answer: (ack: Ack) => void) => void
  clock: (answer: (now: z.infer<typeof clockAnswer>) => void) => void
}
export type ServerToClient = {
  tell: (message: z.infer<typeof rowsMessage>) => void
  roll: (message: z.infer<typeof displayNamesMessage>) => void
  presence: (message: z.infer<typeof presenceMessage>) => void
  knocks: (message: z.infer<typeof knockMessage>) => void
  room: (message: z.infer<typeof roomMessage>) => void
  leave: (message: z.infer<typeof leaveMessage>) => void
}
