// Who sits where, and how that changes (rules S1–S14, S16, S17).

import { isThirdEdition } from '../../agenda/plan'
import type { PersonId, SeatId } from '../../kernel/ids'
import type { Moment } from '../../kernel/moment'
import { awayFrom, isOpenTo, seatByLot, whatKeepsSeats } from '../../questions/seats'
import { sideOf } from '../../secrecy/hearing'
import { everyone, type NewRow } from '../../shapes/record'
import type { CommandOf } from '../../shapes/room-command'
import type { Seat } from '../../shapes/seats'
import { accept, refuse, type Verdict } from '../../shapes/verdict'
import type { ActorRole } from '../../state/actor'
import { actingHead, type RoomState, seatHeldBy, seatsIn } from '../../state/room-state'
import { turnAtEnd } from '../floor/floor'
import type { Rule } from '../topic'
import { briefsAgain, briefsDue } from './briefing'

export const takeSeat: Rule<'takeSeat'> = (state, command, who, moment) => {
  if (who.kind === 'seat') return changeSeat(state, command, who, moment)
  if (who.kind !== 'unseated') return refuse('not-in-this-room')
  if (state.seatingLocked) return refuse('seating-locked')
  if (state.plan.seating === 'place') return refuse('seats-by-chair')
  if (command.seat === null) {
    const drawn = seatByLot(state, moment.lot, sideOf(state, who.person))
    return drawn ? accept(...sitDown(state, drawn, who.person)) : refuse('no-seat-free')
  }
  if (state.plan.seating === 'lot') return refuse('seats-by-lot')
  return takeFree(state, command.seat, who.person, [])
}

/** S2, S12, S18: a free seat that is open to this person, after the rows of leaving another. */
function takeFree(state: RoomState, id: SeatId, person: PersonId, leaving: readonly NewRow[]): Verdict {
  const seat = state.seats[id]
  if (!seat) return refuse('no-such-seat')
  if (seat.holder !== null) return refuse('seat-taken')
  if (state.keptSeats.includes(id)) return refuse('seat-kept')
  if (!isOpenTo(state, seat, person)) return refuse('other-delegation')
  return accept(...leaving, ...sitDown(state, seat, person))
}

/** S17: a person with a seat takes another in its stead. */
function changeSeat(
  state: RoomState,
  command: CommandOf<'takeSeat'>,
  who: Extract<ActorRole, { kind: 'seat' }>,
  moment: Moment,
): Verdict {
  if (command.seat === null || who.person === null || !isThirdEdition(state.plan)) return refuse('already-seated')
  const kept = whatKeepsSeats(state)
  if (kept) return refuse(kept)
  return takeFree(state, command.seat, who.person, vacate(state, who.seat, who.person, moment))
}

export function leaveSeat(state: RoomState, who: ActorRole, moment: Moment): Verdict {
  if (who.kind !== 'seat' || who.person === null) return refuse('not-seated')
  const kept = whatKeepsSeats(state)
  return kept ? refuse(kept) : accept(...vacate(state, who.seat, who.person, moment))
}

export const sitDown = (state: RoomState, seat: Seat, person: PersonId): NewRow[] => [
  everyone({ type: 'SeatTaken', seat: seat.id, person }),
  ...briefsAgain(state, seat, person),
]

/**
 * S6: places a person; when the seat is held, the two change places (or its holder stands up, if the person had no seat). Refused where the
 * seats are no longer as `onlyIf` says.
 */
export const placePerson: Rule<'placePerson'> = (state, command, who, moment) => {
  if (who.kind !== 'chair') return refuse('not-the-chair')
  if (state.removed.includes(command.person)) return refuse('removed')
  const from = seatHeldBy(state, command.person)
  const holder = command.seat === null ? null : (state.seats[command.seat]?.holder ?? null)
  const { onlyIf } = command
  if (onlyIf && (onlyIf.from !== (from?.id ?? null) || onlyIf.holder !== holder)) return refuse('seats-changed')
  if (command.seat === null) {
    return from ? accept(...vacate(state, from, command.person, moment)) : refuse('not-seated')
  }
  const to = state.seats[command.seat]
  if (!to) return refuse('no-such-seat')
  if (to.id === from?.id) return refuse('nothing-changed')
  const displaced = to.holder
  const rows: NewRow[] = []
  if (from) rows.push(...vacate(state, from, command.person, moment))
  if (displaced !== null) rows.push(...vacate(state, to, displaced, moment))
  rows.push(...sitDown(state, to, command.person))
  if (from && displaced !== null) rows.push(...sitDown(state, from, displaced))
  return accept(...rows)
}

export function removePerson(state: RoomState, person: PersonId, who: ActorRole, moment: Moment): Verdict {
  if (who.kind !== 'chair') return refuse('not-the-chair')
  if (state.removed.includes(person)) return refuse('nothing-changed')
  const seat = seatHeldBy(state, person)
  return accept(...(seat ? vacate(state, seat, person, moment) : []), everyone({ type: 'PersonRemoved', person }))
}

export function readmitPerson(state: RoomState, person: PersonId, who: ActorRole): Verdict {
  if (who.kind !== 'chair') return refuse('not-the-chair')
  if (!state.removed.includes(person)) return refuse('nothing-changed')
  return accept(everyone({ type: 'PersonReadmitted', person }))
}

export function lockSeating(state: RoomState, locked: boolean, who: ActorRole): Verdict {
  if (who.kind !== 'chair') return refuse('not-the-chair')
  if (state.seatingLocked === locked) return refuse('nothing-changed')
  return accept(everyone({ type: 'SeatingLocked', locked }), ...(locked ? briefsDue(state) : []))
}

/** S10, S22: the server notices that a person's connection is gone or back, or that an acting head has not come, and submits this. */
export function markPresence(state: RoomState, seatId: SeatId, absent: boolean, who: ActorRole, at: number): Verdict {
  if (who.kind !== 'clock') return refuse('not-the-chair')
  const seat = state.seats[seatId]
  if (!seat) return refuse('no-such-seat')
  if (seat.holder === null) return refuse('seat-empty')
  if ((seat.absentSince !== null) === absent) return refuse('nothing-changed')
  const from = state.plan.actAfterHours === undefined ? at : awayFrom(state, seat)
  if (absent && (from === null || at < from)) return refuse('head-not-away')
  return accept(everyone({ type: absent ? 'SeatAbsent' : 'SeatReturned', seat: seat.id }))
}

/** S23: the chair names who acts for the head, or gives the head the office back. */
export function letAct(state: RoomState, id: SeatId, who: ActorRole): Verdict {
  if (who.kind !== 'chair') return refuse('not-the-chair')
  if (state.plan.kind !== 'homework') return refuse('not-homework')
  const seat = state.seats[id]
  if (!seat) return refuse('no-such-seat')
  if (seat.delegation === null) return refuse('not-own-delegation')
  if (seat.holder === null) return refuse('seat-empty')
  if (actingHead(state, seat.delegation)?.id === id) return refuse('nothing-changed')
  const head = seatsIn(state, seat.delegation).find((each) => each.head)
  const back = seat.absentSince === null ? [] : [everyone({ type: 'SeatReturned', seat: id })]
  const acts = head && head.id !== id ? [everyone({ type: 'SeatAbsent', seat: head.id, acting: id })] : []
  return accept(...back, ...acts)
}

/** S9: what ends when a person leaves a seat: its hand, its turn, then the seat. */
function vacate(state: RoomState, seat: Seat, person: PersonId, moment: Moment): NewRow[] {
  const rows: NewRow[] = []
  if (state.floor.hands.some((hand) => hand.seat === seat.id))
    rows.push(everyone({ type: 'HandLowered', seat: seat.id }))
  if (state.floor.holder?.seat === seat.id) {
    rows.push(...turnAtEnd(state, 'taken-back', moment.at))
  }
  rows.push(everyone({ type: 'SeatLeft', seat: seat.id, person }))
  return rows
}
