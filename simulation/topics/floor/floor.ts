// The right to speak: asked for, granted, yielded, taken back (rules F1–F10).

import { ruleOf } from '../../agenda/phase-kinds'
import { isThirdEdition } from '../../agenda/plan'
import { type DelegationId, type Intent, participantActor, type SeatId, understudyActor } from '../../kernel/ids'
import type { Moment } from '../../kernel/moment'
import { heardIn, isThere } from '../../questions/floor'
import { isPlayedByUnderstudy } from '../../questions/seats'
import type { Hand } from '../../shapes/floor'
import { everyone, type NewRow } from '../../shapes/record'
import type { EventOf } from '../../shapes/room-event'
import type { Seat } from '../../shapes/seats'
import { accept, refuse, type Verdict } from '../../shapes/verdict'
import type { ActorRole } from '../../state/actor'
import { closedTo, hasEnded, heldFor } from '../../state/clock'
import { type NextRoom, nextFloor } from '../../state/next-room'
import { isRunning, phaseNow, type RoomState, seatsIn } from '../../state/room-state'
import type { Rule } from '../topic'

/** The length of a turn where the plan gives none. */
const TURN_SECONDS = 90

export const askForFloor: Rule<'askForFloor'> = (state, command, who, moment) => {
  if (who.kind !== 'seat') return refuse('not-seated')
  if (who.seat.delegation === null) return refuse('not-own-delegation')
  const closed = closedTo(state, moment, 'floor')
  if (closed) return refuse(closed)
  if (state.floor.hands.some((hand) => hand.seat === who.seat.id)) return refuse('hand-already-up')
  if (state.floor.holder?.seat === who.seat.id) return refuse('floor-taken')
  if (who.person === null && state.autopilot.understudiesWait) return refuse('understudies-wait')
  if (command.answers !== null && !state.record.at(command.answers - 1)) return refuse('no-such-entry')
  return accept(everyone({ type: 'HandRaised', seat: who.seat.id, intent: command.intent, answers: command.answers }))
}

export function lowerHand(state: RoomState, who: ActorRole): Verdict {
  if (who.kind !== 'seat') return refuse('not-seated')
  const up = state.floor.hands.some((hand) => hand.seat === who.seat.id)
  return up ? accept(everyone({ type: 'HandLowered', seat: who.seat.id })) : refuse('hand-not-up')
}

export const grantFloor: Rule<'grantFloor'> = (state, command, who, moment) => {
  if (who.kind !== 'chair' && who.kind !== 'clock') return refuse('not-the-chair')
  const closed = closedTo(state, moment, 'floor')
  if (closed) return refuse(closed)
  if (state.clock?.pausedAt != null) return refuse('clock-paused')
  const seat = state.seats[command.seat]
  if (!seat || seat.delegation === null) return refuse('no-such-seat')
  if (isThirdEdition(state.plan) && seat.holder === null && !isPlayedByUnderstudy(state, seat))
    return refuse('seat-empty')
  const { holder } = state.floor
  if (holder && (who.kind === 'clock' || holder.seat === seat.id)) return refuse('floor-taken')
  const hand = state.floor.hands.find((raised) => raised.seat === seat.id)
  const opens = state.floor.toOpen.includes(seat.delegation)
  return accept(
    ...turnAtEnd(state, 'taken-back', moment.at),
    granted(state, seat.id, hand?.intent ?? 'point', opens ? 'opening' : 'floor', turnMs(state), moment.at),
  )
}

export function takeBackFloor(state: RoomState, who: ActorRole, moment: Moment): Verdict {
  if (who.kind !== 'chair') return refuse('not-the-chair')
  return state.floor.holder ? accept(...turnAtEnd(state, 'taken-back', moment.at)) : refuse('floor-not-held')
}

/** F3: the rest of the turn goes to the seat named, which must be of the same delegation, and since the third edition that of a person who is there. */
export const yieldFloor: Rule<'yieldFloor'> = (state, command, who, moment) => {
  if (who.kind !== 'seat') return refuse('not-seated')
  const { holder } = state.floor
  if (holder?.seat !== who.seat.id) return refuse('does-not-hold-the-floor')
  if (hasEnded(state, moment.at)) return refuse('phase-ended')
  const yielding = turnAtEnd(state, 'yielded', moment.at)
  if (command.to === null) return accept(...yielding)
  const to = state.seats[command.to]
  if (!to) return refuse('no-such-seat')
  if (to.delegation !== who.seat.delegation || to.id === who.seat.id) return refuse('not-own-delegation')
  if (!isThere(state, to)) return refuse('seat-empty')
  const rest = holder.until - (state.clock?.pausedAt ?? moment.at)
  return accept(...yielding, granted(state, to.id, holder.intent, 'yielded', Math.max(0, rest), moment.at))
}

/** F5: submitted by the clock when a turn's time is over. It names the turn, so that one that arrives late cannot end the next turn. */
export const endTurn: Rule<'endTurn'> = (state, command, who, moment) => {
  if (who.kind !== 'clock') return refuse('not-the-chair')
  const { holder } = state.floor
  if (!holder || holder.seat !== command.seat || holder.until !== command.until) return refuse('not-current')
  if (state.clock?.pausedAt != null || moment.at < holder.until) return refuse('not-current')
  return accept(...turnAtEnd(state, 'time', holder.until))
}

/** The row that ends the running turn; none where nobody has the floor. */
export function turnAtEnd(state: RoomState, cause: EventOf<'FloorEnded'>['cause'], at: number): NewRow[] {
  const { holder } = state.floor
  if (!holder) return []
  const { seat, person, intent, answers, spoke } = holder
  const about = {
    speaker: person === null ? understudyActor(seat) : participantActor(person),
    intent,
    ...(answers === null ? {} : { answers }),
    ...(spoke ? { wrote: true as const } : {}),
  }
  const told = isThirdEdition(state.plan) ? about : {}
  return [everyone({ type: 'FloorEnded', seat, spokenMs: heldFor(state, at), cause, ...told })]
}

function granted(
  state: RoomState,
  seat: SeatId,
  intent: Intent,
  turn: EventOf<'FloorGranted'>['turn'],
  lasts: number,
  at: number,
): NewRow {
  // A turn that is yielded during a pause starts at the instant of the pause: resuming then moves it by the pause like the clock.
  const from = state.clock?.pausedAt ?? at
  const until = Math.min(from + lasts, state.clock?.endsAt ?? from + lasts)
  return everyone({ type: 'FloorGranted', seat, intent, turn, until })
}

/** The length of a turn in this phase, in milliseconds; in openings an equal part of the phase for each delegation (F8). */
export function turnMs(state: RoomState): number {
  const phase = phaseNow(state)
  if (phase && ruleOf(phase).floor === 'in-order')
    return Math.floor((phase.seconds * 1000) / state.plan.delegations.length)
  return Math.round((phase?.turnSeconds ?? TURN_SECONDS) * 1000)
}

/**
 * F7: the raised hand that is next once the floor is free. In the third edition a person's goes before a script's, and a person's point of
 * order before all; among equals the room's autopilot decides, and the earliest is next where it is off. The time of a running turn is not
 * counted yet: reading/queue.ts, which looks ahead, adds it.
 */
function nextHand(state: RoomState): Hand | null {
  const { hands } = state.floor
  const ranked = isThirdEdition(state.plan)
  const byTime = state.autopilot.floor === 'least-heard'
  if (hands.length < 2 || !(ranked || byTime)) return hands[0] ?? null
  const spent = byTime ? spentBySide(state) : null
  const rank = (hand: Hand) => {
    const seat = state.seats[hand.seat]
    const scripted = seat?.holder === null
    return [
      ...(ranked ? [Number(scripted), scripted || hand.intent !== 'point-of-order' ? 1 : 0] : []),
      ...(spent && seat ? [spent.get(seat.delegation) ?? 0, heardIn(state, seat)] : []),
      hand.at,
    ]
  }
  return [...hands].sort((a, b) => compare(rank(a), rank(b)))[0] ?? null
}

function spentBySide({ floor, seats }: RoomState): ReadonlyMap<DelegationId | null, number> {
  const spent = new Map<DelegationId | null, number>()
  for (const { id, delegation } of Object.values(seats))
    spent.set(delegation, (spent.get(delegation) ?? 0) + (floor.spentMs.get(id) ?? 0))
  return spent
}

const compare = (a: readonly number[], b: readonly number[]): number => {
  const differs = a.findIndex((value, index) => value !== b[index])
  return differs === -1 ? 0 : (a[differs] ?? 0) - (b[differs] ?? 0)
}

/** F8: who gives a delegation's opening: the acting head in the first round, later the member who has opened least; null if nobody can. */
function openingSpeaker(state: RoomState, delegation: DelegationId): Seat | null {
  const seats = seatsIn(state, delegation)
  const present = seats.filter((seat) => seat.holder !== null && seat.absentSince === null)
  const played = seats.filter((seat) => isPlayedByUnderstudy(state, seat))
  const speakers = present.length > 0 ? present : played
  if (present.length === 0) {
    const openers = state.plan.rounds.find(({ key }) => key === phaseNow(state)?.round)?.openers ?? []
    const named = openers.flatMap((id) => played.find((seat) => seat.id === id) ?? [])[0]
    if (named) return named
  }
  const first = state.plan.rounds[0]?.key === phaseNow(state)?.round
  if (first) return speakers.find((seat) => seat.head) ?? speakers[0] ?? null
  const times = (seat: Seat) => state.floor.opened[seat.id] ?? 0
  return [...speakers].sort((a, b) => times(a) - times(b) || a.order - b.order)[0] ?? null
}

/** The speaker of the next delegation that has not opened and for which somebody can speak; null when there is none. */
function nextOpener(state: RoomState): SeatId | null {
  for (const delegation of state.floor.toOpen) {
    const speaker = openingSpeaker(state, delegation)
    if (speaker) return speaker.id
  }
  return null
}

/** The seat that is next once the floor is free: openings first (F8), then hands (F7); null when nobody waits. */
export const upNext = (state: RoomState): SeatId | null => nextOpener(state) ?? nextHand(state)?.seat ?? null

/** The seat to which autopilot grants the floor now; null when it is held, nobody waits, or autopilot is off. */
export function nextSpeaker(state: RoomState): SeatId | null {
  if (state.floor.holder) return null
  const opener = nextOpener(state)
  if (opener) return state.autopilot.agenda ? opener : null
  return state.autopilot.floor === 'off' ? null : upNext(state)
}

/** How long after the last opening the phase waits for a hand before the agenda goes on (P14). */
const LAST_WORD_MS = 15_000

/**
 * P14: when openings end before their time, because every delegation that can has opened and nobody holds the floor or asks for it; null
 * while that is not so, where there is nobody to open, and in a homework debate, whose openings last until their deadline.
 */
export function openingsOverAt(state: RoomState): number | null {
  const { holder, hands, freeSince } = state.floor
  const phase = phaseNow(state)
  if (
    !isThirdEdition(state.plan) ||
    state.plan.kind === 'homework' ||
    !phase ||
    ruleOf(phase).floor !== 'in-order' ||
    !isRunning(state)
  )
    return null
  if (holder || hands.length > 0 || freeSince === null || nextOpener(state) !== null) return null
  return freeSince + Math.round(LAST_WORD_MS / state.plan.speed)
}

/** Lowers the hands of understudies, which from now on wait until the chair calls them. */
export function lowerUnderstudies(room: NextRoom): void {
  const floor = nextFloor(room)
  floor.hands = floor.hands.filter(({ seat }) => room.seats[seat]?.holder !== null)
}

/** Marks the running turn as having put a statement on the record, so that its end makes no entry of its own (T4). */
export function noteSpoken(room: NextRoom): void {
  const { holder } = room.floor
  if (holder && !holder.spoke) nextFloor(room).holder = { ...holder, spoke: true }
}
