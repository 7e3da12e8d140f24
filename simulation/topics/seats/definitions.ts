// The commands and events of seats and the people in them. When a seat may be taken or left is decided in seats.ts.

import { type ActorId, CLOCK, type PersonId, type SeatId } from '../../kernel/ids'
import { hearInSeat, hearNoMore } from '../../secrecy/hearing'
import type { commands, events, Reseating, Seat, serverCommands } from '../../shapes/seats'
import { isChair } from '../../state/actor'
import { type NextRoom, nextFloor, noteHeard } from '../../state/next-room'
import { type CommandDefinitions, type EventDefinitions, SILENT, type TypeIn } from '../topic'
import { keepSeats, sitInKeptSeat } from './kept-seats'
import {
  leaveSeat,
  letAct,
  lockSeating,
  markPresence,
  placePerson,
  readmitPerson,
  removePerson,
  takeSeat,
} from './seats'

export const seatsCommandDefinitions: CommandDefinitions<TypeIn<typeof commands> | TypeIn<typeof serverCommands>> = {
  takeSeat: { decide: takeSeat },
  leaveSeat: { decide: (state, _command, who, moment) => leaveSeat(state, who, moment) },
  placePerson: { decide: placePerson },
  removePerson: {
    decide: (state, { person }, who, moment) => removePerson(state, person, who, moment),
  },
  readmitPerson: { decide: (state, { person }, who) => readmitPerson(state, person, who) },
  lockSeating: { decide: (state, { locked }, who) => lockSeating(state, locked, who) },
  letAct: { decide: (state, { seat }, who) => letAct(state, seat, who) },
  markAbsent: { decide: (state, { seat }, who, { at }) => markPresence(state, seat, true, who, at) },
  markReturned: {
    decide: (state, { seat }, who, { at }) => markPresence(state, seat, false, who, at),
  },
  keepSeats: { decide: (state, { seats }, who) => keepSeats(state, seats, who) },
  sitInKeptSeat: { decide: sitInKeptSeat },
}

export const seatsEventDefinitions: EventDefinitions<TypeIn<typeof events>> = {
  SeatTaken: {
    causes: ['facts', 'own-view', 'names'],
    words: null,
    ...SILENT,
    fold(room, { seat, person }, { seq, at, by }) {
      keepSeat(room, seat, { holder: person, absentSince: null, actedBy: null })
      noteHeard(room, person, at)
      noteMove(room, person, { to: seat, at }, by)
      if (by === CLOCK) room.expected = { ...room.expected, [person]: seat }
      if (!room.seated.includes(person)) {
        room.seated = [...room.seated, person]
        room.seatedAt = { ...room.seatedAt, [person]: at }
      }
      room.lastSeats = { ...room.lastSeats, [person]: seat }
      hearInSeat(room, seat, person, seq)
      if (room.keptSeats.includes(seat)) room.keptSeats = room.keptSeats.filter((kept) => kept !== seat)
    },
    // Above `SeatLeft`: a person who is moved leaves their own seat first. The first `SeatTaken` is theirs; a displaced holder's follows.
    rank: 2,
    command: ({ seat, person }, { by, before }) => {
      if (isChair(by)) return { type: 'placePerson', person, seat }
      if (by === CLOCK) return { type: 'sitInKeptSeat', person, seat }
      return { type: 'takeSeat', seat: before?.plan.seating === 'lot' ? null : seat }
    },
  },
  SeatLeft: {
    causes: ['facts', 'own-view'],
    words: null,
    ...SILENT,
    fold(room, { seat, person }, { seq, at, by }) {
      keepSeat(room, seat, { holder: null, absentSince: null, actedBy: null })
      const floor = nextFloor(room)
      floor.carried = floor.carried.filter((hand) => hand.seat !== seat)
      noteMove(room, person, { to: null, at }, by)
      hearNoMore(room, person, seq)
    },
    // Above the lowered hand and the ended turn that come before it.
    rank: 1,
    command: ({ person }, { by }) =>
      isChair(by) ? { type: 'placePerson', person, seat: null } : { type: 'leaveSeat' },
  },
  PersonRemoved: {
    causes: ['facts', 'own-view'],
    words: null,
    ...SILENT,
    fold(room, { person }) {
      room.removed = [...room.removed, person]
    },
    // Above `SeatLeft`, which comes before it.
    rank: 2,
    command: ({ person }) => ({ type: 'removePerson', person }),
  },
  PersonReadmitted: {
    causes: ['facts'],
    words: null,
    ...SILENT,
    fold(room, { person }) {
      room.removed = room.removed.filter((removed) => removed !== person)
    },
    command: ({ person }) => ({ type: 'readmitPerson', person }),
  },
  SeatAbsent: {
    words: null,
    ...SILENT,
    fold(room, { seat, acting }, { at }) {
      keepSeat(room, seat, { absentSince: room.seats[seat]?.absentSince ?? at, actedBy: acting ?? null })
    },
    // Above the return of the member whom the chair lets act.
    rank: 1,
    command: ({ seat, acting }) => (acting ? { type: 'letAct', seat: acting } : { type: 'markAbsent', seat }),
  },
  SeatReturned: {
    words: null,
    ...SILENT,
    fold(room, { seat }, { at }) {
      keepSeat(room, seat, { absentSince: null, actedBy: null })
      const holder = room.seats[seat]?.holder
      if (holder) noteHeard(room, holder, at)
    },
    command: ({ seat }, { by }) => ({ type: isChair(by) ? 'letAct' : 'markReturned', seat }),
  },
  SeatingLocked: {
    words: null,
    ...SILENT,
    fold(room, { locked }) {
      room.seatingLocked = locked
    },
    command: ({ locked }) => ({ type: 'lockSeating', locked }),
  },
  SeatsKept: {
    causes: ['waiting'],
    words: null,
    ...SILENT,
    fold(room, { seats }) {
      room.keptSeats = seats
    },
    command: ({ seats }) => ({ type: 'keepSeats', seats: [...seats] }),
  },
}

/** S20: what the chair did to a person's seat stays known until they are seated anew; what they do themselves is no news to them. */
function noteMove(room: NextRoom, person: PersonId, { to, at }: Omit<Reseating, 'from'>, by: ActorId): void {
  const from = Object.hasOwn(room.lastSeats, person) ? room.lastSeats[person] : undefined
  const { [person]: _before, ...others } = room.reseated
  const isMove = isChair(by) && from !== undefined && from !== to
  room.reseated = isMove ? { ...others, [person]: { from, to, at } } : others
}

function keepSeat(room: NextRoom, id: SeatId, change: Partial<Pick<Seat, 'holder' | 'absentSince' | 'actedBy'>>): void {
  const seat = room.seats[id]
  if (seat) room.seats = { ...room.seats, [id]: { ...seat, ...change } }
}
