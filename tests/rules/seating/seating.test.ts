// How people come to their seats, who changes sides, and what they hear then (rules R12–R14, S12–S16, S21). Hearers are written out from the story.
import { describe, expect, test } from 'vitest'
import { personId, seatId } from '#simulation/kernel/ids'
import { isSideByChair } from '#simulation/questions/seats'
import { replayRecord } from '#simulation/reading/record/replay-check'
import { isRedacted } from '#simulation/secrecy/visible-row'
import type { RoomEvent } from '#simulation/shapes/room-event'
import { AMARA, BEN, CHAIR, CLOCK, DAIKI, EMI, FEN, GUO, HANA, IVO, smallSeminar } from '../../support/cast'
import { firstEdition } from '../../support/first-edition'
import { given, opened, type Room } from '../../support/given'
import { viewOf } from '../../support/stories/heard'

const take = (seat: string | null) => ({ type: 'takeSeat', seat }) as const
const leave = { type: 'leaveSeat' } as const
const place = (person: string, seat: string | null) => ({ type: 'placePerson', person, seat }) as const
const start = { type: 'startPhase', index: 0 } as const
const caucus = (text: string) => ({ type: 'speakInCaucus', text }) as const
const lock = (locked: boolean) => ({ type: 'lockSeating', locked }) as const

/** The private talk on this person's page, and whose briefs. */
function heardBy(room: Room, name: string): string[] {
  const told = viewOf(room.rows, room.viewerOf(name), room.state.unsealedAt !== null)
  return told.flatMap((row) => (isRedacted(row) ? [] : wordsOf(row.event)))
}
const wordsOf = (event: RoomEvent): string[] =>
  event.type === 'CaucusSpoken' ? [event.text] : event.type === 'BriefIssued' ? [`brief ${event.brief.to}`] : []

/** Everyone seated; each delegation has spoken once in private. */
const talking = (): Room =>
  given().does(CHAIR, start).does(AMARA, caucus('us one')).does(DAIKI, caucus('jp one')).does(FEN, caucus('cn one'))

describe('who may sit where', () => {
  test('S12 whoever has sat in a delegation stays in it, but for an observer’s chair; an observer chooses once', () => {
    const room = opened().does(AMARA, take('us.state'))
    room.does(AMARA, leave)
    room.when(AMARA, take('jp.pm')).isRefused('other-delegation')
    room.when(AMARA, take('us.treasury')).isAllowed()
    // The lot stays within the delegation even where others are empty.
    room.when(AMARA, take(null), 0, 0.99).happens({ type: 'SeatTaken', seat: 'us.state', person: 'amara' })
    room.does(AMARA, take('observer.1')).does(AMARA, leave)
    room.when(AMARA, take('cn.foreign')).isRefused('other-delegation')
    room.when(AMARA, take('us.state')).isAllowed()
    room.does(HANA, take('observer.1')).does(HANA, leave).does(HANA, take('cn.foreign')).does(HANA, leave)
    room.when(HANA, take('us.state')).isRefused('other-delegation')
    room.does(CHAIR, place('hana', 'jp.pm')).does(HANA, leave)
    room.when(HANA, take('cn.foreign')).isRefused('other-delegation')
    room.when(HANA, take('jp.finance')).isAllowed()
  })

  test('S12 when a delegation has no chair left, its own are not given another’s', () => {
    const room = opened().seats({ daiki: 'jp.pm', emi: 'jp.finance' }).does(EMI, leave).does(IVO, take('jp.finance'))
    room.when(EMI, take(null)).isRefused('no-seat-free')
    room.when(BEN, take(null)).isAllowed()
  })

  test('S13 the first phase locks the seats of all who hold one, and a latecomer may still sit down', () => {
    const room = opened().seats({ amara: 'us.state', daiki: 'jp.pm' })
    room.when(AMARA, leave).isAllowed()
    room.does(CHAIR, start)
    room.when(AMARA, leave).isRefused('seating-started')
    room.when(AMARA, take('us.treasury')).isRefused('seating-started')
    room.when(IVO, take('cn.foreign')).isAllowed()
    room.when(CHAIR, place('amara', 'us.treasury')).isAllowed()
    room.does(CHAIR, lock(true))
    room.when(IVO, take('cn.foreign')).isRefused('seating-locked')
    room.does(CHAIR, lock(false))
    room.when(IVO, take('cn.foreign')).isAllowed()
    room.when(AMARA, leave).isRefused('seating-started')
  })

  test('S13 P12 a start that is undone gives the freedom of the lobby back', () => {
    const room = opened().seats({ amara: 'us.state' }).does(CHAIR, start).does(CHAIR, { type: 'undoLastStep' })
    room.does(AMARA, leave)
    room.when(AMARA, take('us.treasury')).isAllowed()
    room.when(AMARA, take('jp.pm')).isRefused('other-delegation')
  })

  test('S14 by lot nobody chooses a seat or draws again; where the chair places, nobody takes or leaves one', () => {
    const lots = opened(smallSeminar({ seating: 'lot' }))
    lots.when(AMARA, take('us.state')).isRefused('seats-by-lot')
    lots.does(AMARA, take(null))
    lots.when(AMARA, leave).isRefused('seats-by-lot')
    lots.when(CHAIR, place('amara', 'jp.pm')).isAllowed()
    lots.does(CHAIR, start).does(IVO, take(null))
    const placed = opened(smallSeminar({ seating: 'place' }))
    placed.when(AMARA, take(null)).isRefused('seats-by-chair')
    placed.when(AMARA, take('us.state')).isRefused('seats-by-chair')
    placed.does(CHAIR, place('amara', 'us.state'))
    placed.when(AMARA, leave).isRefused('seats-by-chair')
    placed.when(CHAIR, place('amara', 'jp.pm')).isAllowed()
  })
})

describe('whom the chair alone gives a side', () => {
  const sides = (room: Room, person: string) => ({
    side: isSideByChair(room.state, seatId.parse('us.treasury'), personId.parse(person)),
    lot: isSideByChair(room.state, null, personId.parse(person)),
    observer: isSideByChair(room.state, seatId.parse('observer.1'), personId.parse(person)),
  })
  const none = { side: false, lot: false, observer: false }
  const allButObservers = { side: true, lot: true, observer: false }

  test('S21 once the briefs are out, by the start or by a lock that was taken off, whoever belongs to no side', () => {
    for (const out of [opened().does(CHAIR, start), opened().does(CHAIR, lock(true)).does(CHAIR, lock(false))])
      expect(sides(out, 'ivo')).toEqual(allButObservers)
    expect(sides(opened(), 'ivo')).toEqual(none)
  })

  test('S21 nobody who has a side, and nobody once the record is unsealed', () => {
    const room = opened().seats({ amara: 'us.state' }).does(CHAIR, start)
    expect(sides(room, 'amara')).toEqual(none)
    expect(sides(room, 'ivo')).toEqual(allButObservers)
    expect(isSideByChair({ ...room.state, unsealedAt: 9 }, null, personId.parse('ivo'))).toBe(false)
  })
})

describe('what is heard by whom the chair moves', () => {
  test('R12 R13 the new side from that moment on, and the old side up to it', () => {
    const room = talking().does(CHAIR, place('guo', 'us.state'))
    room.does(BEN, caucus('us two')).does(FEN, caucus('cn two'))
    expect(heardBy(room, 'guo')).toEqual([
      ...['brief cn', 'brief cn.commerce', 'cn one'],
      ...['brief us', 'brief us.state', 'us two'],
    ])
    // The chair moved the other person of the swap too.
    expect(heardBy(room, 'amara')).toEqual([
      ...['brief us', 'brief us.state', 'us one'],
      ...['brief cn', 'brief cn.commerce', 'cn two'],
    ])
    // Nobody else hears more than before.
    expect(heardBy(room, 'ben')).toEqual(['brief us', 'brief us.treasury', 'us one', 'us two'])
    room.does(CHAIR, place('amara', null)).does(FEN, caucus('cn three'))
    expect(heardBy(room, 'amara')).not.toContain('cn three')
    expect(heardBy(room, 'amara')).toContain('us one')
  })

  test('R14 moved back they keep what they heard, and what was said while they were away stays closed', () => {
    const room = talking().does(CHAIR, place('guo', 'us.state')).does(FEN, caucus('cn away'))
    room.does(CHAIR, place('guo', 'cn.commerce')).does(FEN, caucus('cn back')).does(BEN, caucus('us later'))
    const heard = heardBy(room, 'guo')
    expect(heard).toEqual(expect.arrayContaining(['cn one', 'cn back', 'brief us.state']))
    for (const word of ['cn away', 'us one', 'us later']) expect(heard, word).not.toContain(word)
    room.enters('debrief')
    expect(heardBy(room, 'guo')).toEqual(expect.arrayContaining(['cn away', 'us one', 'us later', 'jp one']))
  })
})

describe('when briefs open', () => {
  test('S15 at the start of the first phase, to all their seats and once', () => {
    const room = given()
    expect(heardBy(room, 'amara')).toEqual([])
    expect(room.as({ kind: 'chair' }).briefs.map(({ to }) => to)).toContain('us.state')
    room.does(CHAIR, start)
    expect(heardBy(room, 'amara')).toEqual(['brief us', 'brief us.state'])
    expect(heardBy(room, 'hana')).toEqual([])
    room.does(CHAIR, { type: 'undoLastStep' }).does(CHAIR, start)
    expect(heardBy(room, 'amara')).toEqual(['brief us', 'brief us.state'])
    // A latecomer in the seat inherits them.
    room.does(CHAIR, place('guo', null)).does(IVO, take('cn.commerce'))
    expect(heardBy(room, 'ivo')).toEqual(['brief cn', 'brief cn.commerce'])
  })

  test('S15 when the chair locks the seats, and then not again at the start', () => {
    const room = given().does(CHAIR, lock(true))
    expect(heardBy(room, 'guo')).toEqual(['brief cn', 'brief cn.commerce'])
    room.does(CHAIR, lock(false)).does(CHAIR, lock(true)).does(CHAIR, start)
    expect(room.events('BriefIssued').length).toBe(room.state.briefs.length)
  })
})

describe('a room of the first edition', () => {
  /** A first-edition room: briefs at once, and Guo sits in several delegations while it runs and speaks in two. */
  const old = (): Room =>
    opened(firstEdition(smallSeminar()))
      .seats()
      .does(CHAIR, place('cleo', null))
      .does(CHAIR, start)
      .does(AMARA, caucus('us one'))
      .does(GUO, caucus('cn one'))
      .does(GUO, leave)
      .does(GUO, take('us.defense'))
      .does(GUO, caucus('us two'))
      .does(IVO, take('cn.commerce'))

  test('S16 keeps its rules: any free seat, briefs at the opening, and a seat hands on all it heard', () => {
    const room = old()
    expect(room.rows.slice(1, 4).map(({ event }) => event.type)).toEqual(['BriefIssued', 'BriefIssued', 'BriefIssued'])
    expect(room.events('BriefsPrepared')).toEqual([])
    expect(heardBy(room, 'guo')).toEqual(['brief us', 'brief us.defense', 'us one', 'us two'])
    expect(heardBy(room, 'ivo')).toEqual(['brief cn', 'brief cn.commerce', 'cn one'])
    expect(heardBy(room, 'cleo')).toEqual([])
  })

  test('S14 R10 a drawn seat is told again where some lot gives it, and is refused where none does', () => {
    const drawn = opened(smallSeminar({ seating: 'lot' }))
    for (const [index, lot] of [0.9, 0.1, 0.5, 0.99, 0.4].entries())
      drawn.does(`p:early${index}`, take(null), drawn.rows.length, lot)
    drawn.does(CHAIR, start, 90).does(CLOCK, { type: 'markAbsent', seat: 'us.state' }, 91)
    expect(retold(drawn)).toEqual(drawn.state)
    const forged = drawn.rows.map((row) =>
      row.event.type === 'SeatTaken' && row.event.person === 'early3'
        ? { ...row, event: { ...row.event, seat: EMPTY } }
        : row,
    )
    expect(retoldRows(forged)).toMatchObject({ rejection: null })
  })
})

const EMPTY = seatId.parse('us.defense')

function retoldRows(rows: Room['rows']) {
  const telling = replayRecord(rows)
  for (;;) {
    const { done, value } = telling.next()
    if (done) return value
  }
}
const retold = (room: Room) => retoldRows(room.rows)
