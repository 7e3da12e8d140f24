// Changing a seat in one step, and seats kept for people of the roster (rules S17–S19). Who is expected where is written out from the story.
import { describe, expect, test } from 'vitest'
import { freeIn, sidesOf } from '#simulation/reading/homework/attendance'
import { replayRecord } from '#simulation/reading/record/replay-check'
import { AMARA, BEN, CHAIR, CLOCK, DAIKI, IVO, smallSeminar } from '../../support/cast'
import { firstEdition } from '../../support/first-edition'
import { opened, type Room } from '../../support/given'

const take = (seat: string | null) => ({ type: 'takeSeat', seat }) as const
const place = (person: string, seat: string | null) => ({ type: 'placePerson', person, seat }) as const
const start = { type: 'startPhase', index: 0 } as const
const keep = (...seats: string[]) => ({ type: 'keepSeats', seats }) as const
/** The room that the record leads to when it is judged again (R10), or where it is not so. */
function replayed({ rows }: Room) {
  const telling = replayRecord(rows)
  for (;;) {
    const { done, value } = telling.next()
    if (done) return value
  }
}
const sit = (person: string, seat: string) => ({ type: 'sitInKeptSeat', person, seat }) as const

describe('another seat', () => {
  test('S17 a seat is changed in one step, within the delegation, and the old one stays when the new one is refused', () => {
    const room = opened().seats({ amara: 'us.state', ben: 'us.treasury' })
    room
      .when(AMARA, take('us.defense'))
      .happens(
        { type: 'SeatLeft', seat: 'us.state', person: 'amara' },
        { type: 'SeatTaken', seat: 'us.defense', person: 'amara' },
      )
    room.when(AMARA, take('us.treasury')).isRefused('seat-taken')
    room.when(AMARA, take('jp.pm')).isRefused('other-delegation')
    room.when(AMARA, take(null)).isRefused('already-seated')
    expect(room.holderOf('us.state')).toBe('amara')
    room.does(AMARA, take('us.defense'))
    expect([room.holderOf('us.state'), room.holderOf('us.defense')]).toEqual([null, 'amara'])
    expect(replayed(room)).toEqual(room.state)
  })

  test('S17 whoever may not leave a seat may not change it, and a room of before refuses it', () => {
    const begun = opened().seats({ amara: 'us.state' }).does(CHAIR, start)
    begun.when(AMARA, take('us.treasury')).isRefused('seating-started')
    const locked = opened().seats({ amara: 'us.state' }).does(CHAIR, { type: 'lockSeating', locked: true })
    locked.when(AMARA, take('us.treasury')).isRefused('seating-locked')
    const older = opened(firstEdition(smallSeminar())).seats({ amara: 'us.state' })
    older.when(AMARA, take('us.treasury')).isRefused('already-seated')
  })
})

describe('kept seats', () => {
  test('S18 nobody chooses or draws a kept seat, and the chair gives it by hand', () => {
    const room = opened().does(CHAIR, keep('us.state', 'jp.pm', 'jp.finance', 'us.state'))
    expect(room.state.keptSeats).toEqual(['jp.finance', 'jp.pm', 'us.state'])
    room.when(IVO, take('us.state')).isRefused('seat-kept')
    room.when(IVO, take('us.treasury')).isAllowed()
    // Both delegations are empty, yet the lot finds no seat in the one whose seats are kept.
    for (const lot of [0, 0.4, 0.99])
      room.when(IVO, take(null), 0, lot).happens({ type: 'SeatTaken', seat: lot < 0.5 ? 'us.treasury' : 'cn.foreign' })
    room.does(CHAIR, place('ben', 'us.state'))
    expect(room.state.keptSeats).toEqual(['jp.finance', 'jp.pm'])
  })

  test('S18 a page counts as free only what a newcomer may take: neither held nor kept', () => {
    const { state } = opened().seats({ amara: 'us.state' }).does(CHAIR, keep('us.treasury'))
    const side = sidesOf(state).find(({ delegation }) => delegation === 'us')
    if (!side) throw new Error('The delegation is at the table.')
    expect(freeIn(state, side)).toBe(side.seats.length - 2)
  })

  test('S18 when only kept seats are left the lot gives none', () => {
    const everything = Object.keys(opened().state.seats)
    opened()
      .does(CHAIR, keep(...everything))
      .when(IVO, take(null))
      .isRefused('no-seat-free')
  })

  test('S18 the chair alone keeps seats; a held one is not kept, and keeping the same again is refused', () => {
    const room = opened().seats({ amara: 'us.state' })
    room.when(AMARA, keep('jp.pm')).isRefused('not-the-chair')
    room.when(CHAIR, keep('us.trade')).isRefused('no-such-seat')
    room.when(CHAIR, keep('us.state')).isRefused('nothing-changed')
    room.does(CHAIR, keep('jp.pm', 'us.state'))
    expect(room.state.keptSeats).toEqual(['jp.pm'])
    room.when(CHAIR, keep('jp.pm')).isRefused('nothing-changed')
    room.does(CHAIR, keep())
    room.when(DAIKI, take('jp.pm')).isAllowed()
  })

  test('S19 the person sits down as they come in, locked, placed and begun or not', () => {
    const waiting = () => opened(smallSeminar({ seating: 'place' })).does(CHAIR, keep('us.state'))
    for (const room of [
      waiting(),
      waiting().does(CHAIR, { type: 'lockSeating', locked: true }),
      waiting().does(CHAIR, start),
    ]) {
      room.does(CLOCK, sit('amara', 'us.state'))
      expect(room.holderOf('us.state')).toBe('amara')
      expect(room.state.keptSeats).toEqual([])
      // Their page says that they were expected there; nobody's does who took a seat themselves.
      expect(room.state.expected).toEqual({ amara: 'us.state' })
      expect(replayed(room)).toEqual(room.state)
    }
  })

  test('S19 only the server names the person, and only for a seat that is kept', () => {
    const room = opened().does(CHAIR, keep('us.state'))
    room.when(AMARA, sit('amara', 'us.state')).isRefused('not-the-chair')
    room.when(CLOCK, sit('amara', 'us.treasury')).isRefused('seat-taken')
    room.when(CLOCK, sit('amara', 'us.trade')).isRefused('no-such-seat')
    room.does(CHAIR, { type: 'removePerson', person: 'ben' })
    room.when(CLOCK, sit('ben', 'us.state')).isRefused('removed')
  })

  test('S19 whoever has had a seat in the room takes one as others do', () => {
    const room = opened().does(BEN, take('jp.pm')).does(CHAIR, keep('us.state'))
    room.when(CLOCK, sit('ben', 'us.state')).isRefused('already-seated')
    room.does(BEN, { type: 'leaveSeat' })
    room.when(CLOCK, sit('ben', 'us.state')).isRefused('already-seated')
    room.when(CLOCK, sit('amara', 'us.state')).isAllowed()
    expect(room.state.expected).toEqual({})
  })
})
