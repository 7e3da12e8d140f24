// The right to speak: asked for, granted, yielded, taken back (rules F1–F10).

import { isThirdEdition } from '../../agenda/plan'
import { type Intent, participantActor, type SeatId, understudyActor } from '../../kernel/ids'
import type { Moment } from '../../kernel/moment'
import { isThere, turnMs } from '../../questions/floor'
import { isPlayedByUnderstudy } from '../../questions/seats'
import { everyone, type NewRow } from '../../shapes/record'
import type { EventOf } from '../../shapes/room-event'
import { accept, refuse, type Verdict } from '../../shapes/verdict'
import type { ActorRole } from '../../state/actor'
import { closedTo, hasEnded, heldFor } from '../../state/clock'
import type { RoomState } from '../../state/room-state'
import type { Rule } from '../topic'

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
