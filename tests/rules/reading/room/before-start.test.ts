// What is asked before the first phase: who has no seat, whom a lot seats, and where somebody can be moved.
import { expect, test } from 'vitest'
import { type PersonId, personId } from '#simulation/kernel/ids'
import { movable, placesFor } from '#simulation/reading/homework/attendance'
import { beforeStart, seatsByLot } from '#simulation/reading/homework/before-start'
import { summaryOf, tablePlanOf } from '#simulation/reading/positions/room-summary'
import { seatsAcross } from '#simulation/reading/positions/several-rooms'
import { CHAIR, smallSeminar } from '../../../support/cast'
import { opened, type Room } from '../../../support/given'

const people = (...names: string[]): PersonId[] => names.map((name) => personId.parse(name))
const unseated = ({ state }: Room, ...names: string[]) => beforeStart(state, people(...names))
const keep = (...seats: string[]) => ({ type: 'keepSeats', seats }) as const

test('those without a seat are named until the first phase starts, and nobody who was removed', () => {
  const room = opened().seats({ amara: 'us.state' }).does(CHAIR, { type: 'removePerson', person: 'guo' })
  expect(unseated(room, 'amara', 'ben', 'guo')).toEqual({ unseated: ['ben'], open: 7 })
  room.does(CHAIR, { type: 'startPhase', index: 0 })
  expect(unseated(room, 'amara', 'ben').unseated).toEqual([])
})

test('a kept seat is not open, and the lot that seats the rest passes it over', () => {
  const room = opened(smallSeminar({ observers: [] })).does(
    CHAIR,
    keep('us.state', 'jp.pm', 'cn.foreign', 'us.treasury', 'us.defense'),
  )
  expect(unseated(room, 'ben', 'cleo', 'daiki')).toEqual({ unseated: ['ben', 'cleo', 'daiki'], open: 2 })
  const seated = seatsByLot(room.state, people('ben', 'cleo', 'daiki'), () => 0)
  expect(seated).toEqual([
    { person: 'ben', seat: 'jp.finance' },
    { person: 'cleo', seat: 'cn.commerce' },
  ])
  for (const { person, seat } of seated) room.does(CHAIR, { type: 'placePerson', person, seat })
  expect(unseated(room, 'ben', 'cleo', 'daiki')).toEqual({ unseated: ['daiki'], open: 0 })
})

test('S12 the lot keeps whoever stood up in their delegation', () => {
  const room = opened().seats({ amara: 'us.state' }).does('p:amara', { type: 'leaveSeat' })
  expect(seatsByLot(room.state, people('amara', 'ben'), () => 0.99)).toEqual([
    { person: 'amara', seat: 'us.state' },
    { person: 'ben', seat: 'cn.foreign' },
  ])
})

test('places to move somebody to: open ones first, then kept, then swaps, their own last', () => {
  const room = opened().seats({ amara: 'us.state', daiki: 'jp.pm' }).does(CHAIR, keep('us.treasury'))
  expect(placesFor(room.state, personId.parse('amara')).map(({ seat, is }) => [seat.id, is])).toEqual([
    ...['us.defense', 'jp.finance', 'cn.foreign', 'cn.commerce', 'observer.1'].map((id) => [id, 'free']),
    ['us.treasury', 'kept'],
    ['jp.pm', 'held'],
    ['us.state', 'own'],
  ])
  expect(movable(room.state, { people: people('ivo', 'amara') })).toEqual(['ivo', 'amara', 'daiki'])
})

test('delegates and observers are counted apart, over all rooms', () => {
  const one = opened().seats({ amara: 'us.state', hana: 'observer.1' })
  const nobody = { presence: { seats: [], people: [] }, unsavedSince: null }
  const table = ({ state }: Room) => ({ plan: tablePlanOf(state), summary: summaryOf(state, nobody, 0) })
  expect(seatsAcross([table(one), table(opened())])).toEqual({
    seats: 14,
    seated: 1,
    observers: { seats: 2, seated: 1 },
  })
})

test('S3 the wall and the lobby give the seats that the rules’ lots would, and to nobody a seat that is kept', () => {
  const room = opened().seats({ amara: 'us.state' }).does(CHAIR, keep('jp.pm'))
  const presence = { seats: [], people: people('ivo', 'daiki', 'amara') }
  const { before, unseated, kept } = summaryOf(room.state, { presence, unsavedSince: null }, 0)
  expect(unseated).toEqual(['ivo', 'daiki'])
  expect(before.open).toBe(beforeStart(room.state, presence.people).open)
  expect(kept).toEqual(['jp.pm'])
  expect(before.lots.map(({ person }) => person)).toEqual(unseated)
  for (const { person, seat } of before.lots) {
    expect(seat).not.toBe('jp.pm')
    room.does(CHAIR, { type: 'placePerson', person, seat })
  }
  expect(summaryOf(room.state, { presence, unsavedSince: null }, 0).before.lots).toEqual([])
})
