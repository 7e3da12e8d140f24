// The messages of a page that follows all rooms of an activity over one connection: what it is told of each (a summary, not its log), and
// one command sent to several rooms. server/live/watching.ts is one end, app/_room/link/activity-link.ts the other.
import * as z from 'zod/mini'
import { delegationPlan, focusPlan } from '../agenda/parties'
import { phaseKind } from '../agenda/plan'
import {
  axisValue,
  commandId,
  delegationId,
  instant,
  intent,
  list,
  longText,
  MOST_DELEGATIONS,
  MOST_PHASES,
  MOST_ROUNDS,
  MOST_SEATS,
  personId,
  privateEntry,
  roomId,
  seatId,
  shortText,
} from '../kernel/ids'
import { floorAutopilot } from '../shapes/phases'
import { clientCommand } from '../shapes/room-command'
import { ack, JOIN_REFUSALS, knock } from './protocol'

const MOST_ROOMS = 60
export const MOST_BRACKET_STEPS = 60
/** People of an activity, those who have left included. */
const MOST_PEOPLE = 4_000

/** What a room wants of its chair, the most urgent first: the wall sorts by this order. */
export const NEEDS = [
  'unsaved',
  'help',
  'unseated',
  'lost',
  'nobody',
  'paused',
  'quiet',
  'waits',
  'fine',
  'ended',
] as const

/** How a delegation will stand whose head has not filed. */
export const FILED_BY_END = ['understudy', 'draft', 'brief', 'held', 'nothing'] as const

export const roomSummary = z.strictObject({
  status: z.enum(['lobby', 'running', 'between', 'finished']),
  /** The phase that runs or ran last; −1 before the first. */
  phase: z.int(),
  clock: z.nullable(z.strictObject({ startsAt: instant, endsAt: instant, pausedAt: z.nullable(instant) })),
  /** Nothing can be added to the record any more. */
  closed: z.boolean(),
  unsealed: z.boolean(),
  /** Whether the chair may open the record now (P11). */
  unsealable: z.boolean(),
  locked: z.boolean(),
  /** The command of the chair's last step, while it can be taken back (P12). */
  undoable: z.nullable(commandId),
  autopilot: z.strictObject({ agenda: z.boolean(), floor: floorAutopilot }),
  /** `since` is when it began, where that is known. */
  need: z.strictObject({ kind: z.enum(NEEDS), since: z.nullable(instant) }),
  unsavedSince: z.nullable(instant),
  /** Delegations that have a draft or a filed position of what is being filed. */
  drafted: z.int(),
  /** The width of the gap in each revealed round; null where it is not known. */
  gaps: list(z.nullable(z.number()), MOST_ROUNDS),
  /** While the joint text is negotiated or voted on: how many of its brackets were open from each moment on, the newest last. */
  brackets: z.nullable(list(z.strictObject({ at: instant, open: z.int() }), MOST_BRACKET_STEPS)),
  /** The positions revealed last. */
  values: list(z.tuple([delegationId, axisValue]), MOST_DELEGATIONS),
  /** What became of the signed text at home; null before its cards are turned (A9). */
  home: z.nullable(z.enum(['ratified', 'not-ratified', 'not-signed'])),
  /** Shares of the talk in per cent, in the plan's order; empty before anybody spoke. */
  talk: list(z.int(), MOST_DELEGATIONS),
  floor: z.nullable(z.strictObject({ seat: seatId, until: instant })),
  /** The raised hands in the order in which they will be called. */
  hands: list(z.strictObject({ seat: seatId, intent }), MOST_SEATS),
  /** Calls for help without an answer, oldest first. */
  calls: list(z.strictObject({ no: privateEntry, seat: seatId, text: longText, at: instant }), 1_000),
  /** The seats that act for their delegations now. */
  heads: list(seatId, MOST_DELEGATIONS),
  /** Who holds each of the plan's seats. */
  holders: list(z.nullable(personId), MOST_SEATS),
  /** Seats that nobody holds and that are kept for somebody (S18). */
  kept: list(seatId, MOST_SEATS),
  /** Before the first phase: how many seats are open, and which of them lots would give to the people without one. */
  before: z.strictObject({ open: z.int(), lots: list(z.strictObject({ person: personId, seat: seatId }), MOST_SEATS) }),
  /** Held seats whose holder is not connected. */
  lost: list(seatId, MOST_SEATS),
  /** Held seats that have not been heard yet, once anybody has. */
  silent: list(seatId, MOST_SEATS),
  /** People who are connected and hold no seat. */
  unseated: list(personId, MOST_PEOPLE),
  /** The keys of the news that were sent. */
  sent: list(shortText, 200),
  /** What the agenda's next step does, where there is one: whether for good, and what the end of a phase files. */
  ahead: z.nullable(
    z.strictObject({
      forGood: z.boolean(),
      files: list(
        z.strictObject({ delegation: delegationId, how: z.enum(FILED_BY_END), rounds: z.int() }),
        MOST_DELEGATIONS * MOST_ROUNDS,
      ),
    }),
  ),
})
export type RoomSummary = z.infer<typeof roomSummary>
export type NeedKind = RoomSummary['need']['kind']

/** What the page needs to know of the rooms' plans, which do not change. Rooms that were planned alike share one. */
const tablePlan = z.strictObject({
  kind: z.enum(['seminar', 'homework']),
  understudies: z.boolean(),
  delegations: list(delegationPlan, MOST_DELEGATIONS),
  focus: focusPlan,
  /** By delegation in the plan's order, observers last; within each in the order in which they are filled. */
  seats: list(
    z.strictObject({
      id: seatId,
      delegation: z.nullable(delegationId),
      title: shortText,
      head: z.boolean(),
      mirrors: z.nullable(seatId),
    }),
    MOST_SEATS,
  ),
  /** `round` counts from 1. */
  phases: list(z.strictObject({ kind: phaseKind, round: z.nullable(z.int()) }), MOST_PHASES),
  /** The news that were prepared for the chair. */
  news: list(z.strictObject({ key: shortText, form: shortText, headline: shortText, text: longText }), 60),
})
export type TablePlan = z.infer<typeof tablePlan>

/**
 * What the desk may want to look at in how somebody came in: from the device of `as` or from their address in the same minute, under a
 * name that looks like theirs, or under one whose letters come from two alphabets.
 */
const nameMark = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['same-device', 'same-address', 'look-alike']), as: personId }),
  z.strictObject({ kind: z.literal('mixed-alphabets') }),
])
export type NameMark = z.infer<typeof nameMark>

const person = z.strictObject({
  id: personId,
  name: shortText,
  room: z.nullable(roomId),
  removed: z.boolean(),
  marks: z.optional(list(nameMark, 4)),
})
export type WatchedPerson = z.infer<typeof person>

export const watchRequest = z.strictObject({ protocol: z.int(), activityId: z.string().check(z.maxLength(60)) })

export const watchAnswer = z.discriminatedUnion('ok', [
  z.strictObject({
    ok: z.literal(true),
    now: instant,
    plans: list(tablePlan, MOST_ROOMS),
    rooms: list(
      z.strictObject({ id: roomId, name: z.string(), number: z.int(), plan: z.int(), summary: roomSummary }),
      MOST_ROOMS,
    ),
    people: list(person, MOST_PEOPLE),
    knocks: z.array(knock),
    /** The code while it lets people in. */
    code: z.nullable(z.string()),
  }),
  z.strictObject({ ok: z.literal(false), refusal: z.enum(JOIN_REFUSALS) }),
])
export type WatchAnswer = z.infer<typeof watchAnswer>
export type Watched = Extract<WatchAnswer, { ok: true }>

/** What has changed since the last message. It comes every few seconds also when nothing has, so that a page knows when it is cut off. */
export const watchNews = z.strictObject({
  now: instant,
  rooms: z.optional(list(z.extend(z.partial(roomSummary), { id: roomId }), MOST_ROOMS)),
  people: z.optional(list(person, MOST_PEOPLE)),
  knocks: z.optional(z.array(knock)),
  code: z.optional(z.nullable(z.string())),
})
export type WatchNews = z.infer<typeof watchNews>
/** A page that has heard nothing for three times as long says that it may be out of date. */
export const WATCH_PULSE_MS = 4_000

/** The server ends the watching: the person was signed out, their part changed (`rejoin`), or the server restarts. */
export const unwatchMessage = z.strictObject({ why: z.enum(['signed-out', 'rejoin', 'too-many', 'restarting']) })

/** One command for several watched rooms. Each has an id of its own, so that an act sent again counts once in each. */
export const act = z.strictObject({
  command: clientCommand,
  to: z.array(z.strictObject({ roomId, commandId })).check(z.minLength(1), z.maxLength(MOST_ROOMS)),
})
export type Act = z.infer<typeof act>
/** One answer to each room, in the order of `to`. */
export const actAnswer = z.strictObject({ acks: list(ack, MOST_ROOMS) })
export type ActAnswer = z.infer<typeof actAnswer>
