// Who sits where (rules S1–S11, S20). Seats, people and orders are written out from the story, never asked of the room.
import { describe, expect, test } from 'vitest'
import { personId, seatId } from '#simulation/kernel/ids'
import { actingHead } from '#simulation/state/room-state'
import {
  AMARA,
  BEN,
  CHAIR,
  CLEO,
  CLOCK,
  DAIKI,
  drafts,
  FEN,
  HANA,
  IVO,
  SEATING,
  smallSeminar,
  standsOn,
  votes,
} from '../../support/cast'
import type { Room } from '../../support/given'
import { given, instantOf, opened } from '../../support/given'
import { CN, JP, US } from '../../support/stories/sides'

const OFFICES = ['us.state', 'us.treasury', 'us.defense', 'jp.pm', 'jp.finance', 'cn.foreign', 'cn.commerce']

/** The seated people, in the order of the seats. */
const seated = (room: Room) => Object.values(room.state.seats).flatMap((seat) => seat.holder ?? [])

describe('seats', () => {
  test('S1 a seat has one holder, and a person one seat', () => {
    const room = opened().does(AMARA, { type: 'takeSeat', seat: 'us.state' })
    room.when(AMARA, { type: 'takeSeat', seat: null }).isRefused('already-seated')
    room.when(BEN, { type: 'takeSeat', seat: 'jp.pm' }).isAllowed()
    room.does(CHAIR, { type: 'placePerson', person: 'amara', seat: 'jp.pm' })
    expect(seated(room)).toEqual(['amara'])
    expect(room.holderOf('us.state')).toBeNull()
    expect(room.holderOf('jp.pm')).toBe('amara')
  })

  test('S2 a free seat is taken, a held one is refused, and so is one that does not exist', () => {
    const room = opened().does(AMARA, { type: 'takeSeat', seat: 'us.state' })
    room.when(BEN, { type: 'takeSeat', seat: 'us.state' }).isRefused('seat-taken')
    room
      .when(BEN, { type: 'takeSeat', seat: 'us.treasury' })
      .happens({ type: 'SeatTaken', seat: 'us.treasury', person: 'ben' })
    room.when(BEN, { type: 'takeSeat', seat: 'us.trade' }).isRefused('no-such-seat')
    room.when(CHAIR, { type: 'takeSeat', seat: 'us.treasury' }).isRefused('not-in-this-room')
  })

  test('S3 the lot fills the delegation with the fewest people, and its first free seat', () => {
    const room = opened()
      .does(AMARA, { type: 'takeSeat', seat: 'us.state' })
      .does(BEN, { type: 'takeSeat', seat: 'jp.finance' })
    room
      .when(CLEO, { type: 'takeSeat', seat: null }, 0, 0.99)
      .happens({ type: 'SeatTaken', seat: 'cn.foreign', person: 'cleo' })
    room.does(CLEO, { type: 'takeSeat', seat: null })
    // Now all three have one: the lot decides between equals.
    for (const [lot, seat] of [
      [0, 'us.treasury'],
      [0.34, 'jp.pm'],
      [0.99, 'cn.commerce'],
    ] as const)
      room.when(DAIKI, { type: 'takeSeat', seat: null }, 0, lot).happens({ type: 'SeatTaken', seat, person: 'daiki' })
  })

  test('S4 when every office is held the lot gives second chairs, then observers, then nothing', () => {
    const planned = smallSeminar({ chairs: { [US]: 7, [JP]: 1, [CN]: 1 }, observers: ['Press', 'Archive'] })
    const room = opened(planned)
    const drawn = (name: string) => {
      room.does(`p:${name}`, { type: 'takeSeat', seat: null })
      return Object.entries(room.state.seats).find(([, seat]) => seat.holder === name)?.[0]
    }
    const offices = Array.from({ length: 8 }, (_, index) => drawn(`early${index}`))
    expect([...offices].sort()).toEqual(
      ['us.state', 'us.treasury', 'us.defense', 'us.nsc', 'us.trade', 'us.climate', 'jp.pm', 'cn.foreign'].sort(),
    )
    expect(drawn('late')).toBe('us.state.2')
    expect(drawn('later')).toBe('observer.1')
    expect(drawn('last')).toBe('observer.2')
    room.when(IVO, { type: 'takeSeat', seat: null }).isRefused('no-seat-free')
  })

  test('S5 a locked seating changes by the chair alone', () => {
    const room = opened().does(AMARA, { type: 'takeSeat', seat: 'us.state' })
    room.when(AMARA, { type: 'lockSeating', locked: true }).isRefused('not-the-chair')
    room.when(CHAIR, { type: 'lockSeating', locked: false }).isRefused('nothing-changed')
    room.when(AMARA, { type: 'leaveSeat' }).isAllowed()
    room.does(CHAIR, { type: 'lockSeating', locked: true })
    room.when(AMARA, { type: 'leaveSeat' }).isRefused('seating-locked')
    room.when(BEN, { type: 'takeSeat', seat: 'jp.pm' }).isRefused('seating-locked')
    room.when(CHAIR, { type: 'placePerson', person: 'ben', seat: 'jp.pm' }).isAllowed()
    room.does(CHAIR, { type: 'lockSeating', locked: false })
    room.when(BEN, { type: 'takeSeat', seat: 'jp.pm' }).isAllowed()
  })

  test('S6 what takes a move back is refused once either seat is another’s', () => {
    const room = given()
    const back = { type: 'placePerson', person: 'amara', seat: 'us.state' } as const
    room.does(CHAIR, { ...back, seat: 'jp.pm' })
    // Daiki has changed places with her.
    room.when(CHAIR, { ...back, onlyIf: { from: 'jp.pm', holder: 'daiki' } }).isAllowed()
    room.when(CHAIR, { ...back, onlyIf: { from: 'jp.pm', holder: null } }).isRefused('seats-changed')
    room.when(CHAIR, { ...back, onlyIf: { from: null, holder: 'daiki' } }).isRefused('seats-changed')
    room.does(CHAIR, { type: 'placePerson', person: 'daiki', seat: null })
    room.when(CHAIR, { ...back, onlyIf: { from: 'jp.pm', holder: 'daiki' } }).isRefused('seats-changed')
    room.when(CHAIR, { ...back, onlyIf: { from: 'jp.pm', holder: null } }).isAllowed()
    room.when(CHAIR, { ...back, seat: null, onlyIf: { from: 'us.state', holder: null } }).isRefused('seats-changed')
    room.when(CHAIR, { ...back, seat: null, onlyIf: { from: 'jp.pm', holder: null } }).isAllowed()
  })

  test('S6 the chair places, moves, unseats and swaps in one step, and nobody else does', () => {
    const room = given()
    const swap = { type: 'placePerson', person: 'amara', seat: 'jp.pm' } as const
    room.when(BEN, swap).isRefused('not-the-chair')
    room.when(CHAIR, { ...swap, seat: 'us.state' }).isRefused('nothing-changed')
    room.when(CHAIR, { ...swap, seat: 'us.trade' }).isRefused('no-such-seat')
    room.when(CHAIR, { type: 'placePerson', person: 'ivo', seat: null }).isRefused('not-seated')
    room.does(CHAIR, swap)
    expect(room.holderOf('jp.pm')).toBe('amara')
    expect(room.holderOf('us.state')).toBe('daiki')
    expect(new Set(room.rows.slice(-4).map((row) => row.commandId)).size).toBe(1)
    // Placing a person without a seat into a held one unseats its holder.
    room.does(CHAIR, { type: 'placePerson', person: 'ivo', seat: 'jp.pm' })
    expect(room.holderOf('jp.pm')).toBe('ivo')
    expect(seated(room)).not.toContain('amara')
    room.does(CHAIR, { type: 'placePerson', person: 'ivo', seat: null })
    expect(room.holderOf('jp.pm')).toBeNull()
  })

  test('S7 the head acts; absent or gone, the first present holder in filling order, second chairs too', () => {
    const room = opened(smallSeminar({ chairs: { [US]: 8, [JP]: 1, [CN]: 1 } })).seats({
      amara: 'us.state',
      ben: 'us.treasury',
      cleo: 'us.state.2',
    })
    const acts = () => actingHead(room.state, US)?.id
    expect(acts()).toBe('us.state')
    room.does(CLOCK, { type: 'markAbsent', seat: 'us.state' })
    expect(acts()).toBe('us.treasury')
    room.does(CLOCK, { type: 'markReturned', seat: 'us.state' })
    expect(acts()).toBe('us.state')
    room.does(AMARA, { type: 'leaveSeat' })
    expect(acts()).toBe('us.treasury')
    room.does(BEN, { type: 'leaveSeat' })
    expect(acts()).toBe('us.state.2')
  })

  test('S8 a removed person loses the seat and every right until the chair readmits them', () => {
    const room = given()
    room.when(AMARA, { type: 'removePerson', person: 'ben' }).isRefused('not-the-chair')
    room.when(CHAIR, { type: 'readmitPerson', person: 'ben' }).isRefused('nothing-changed')
    room.does(CHAIR, { type: 'removePerson', person: 'ben' }).enters('briefing')
    expect(room.holderOf('us.treasury')).toBeNull()
    room.when(CHAIR, { type: 'removePerson', person: 'ben' }).isRefused('nothing-changed')
    room.when(CHAIR, { type: 'placePerson', person: 'ben', seat: 'us.treasury' }).isRefused('removed')
    room.when(BEN, { type: 'takeSeat', seat: 'us.treasury' }).isRefused('removed')
    room.when(BEN, { type: 'markStance', round: 'framing', value: 0 }).isRefused('removed')
    room.does(AMARA, { type: 'speakInCaucus', text: 'Ben is gone.' })
    expect(room.hearersOf('CaucusSpoken')).toEqual(['chair', 'amara', 'cleo'])
    room.when(BEN, { type: 'readmitPerson', person: 'ben' }).isRefused('removed')
    room.when(AMARA, { type: 'readmitPerson', person: 'ben' }).isRefused('not-the-chair')
    room.does(CHAIR, { type: 'readmitPerson', person: 'ben' })
    room.when(BEN, { type: 'takeSeat', seat: 'us.treasury' }).isAllowed()
  })

  test('S9 whoever leaves a seat leaves its hand and its floor behind', () => {
    const room = given()
      .enters('floor')
      .does(CHAIR, { type: 'grantFloor', seat: 'us.state' })
      .does(DAIKI, { type: 'askForFloor', intent: 'point', answers: null })
    const unseats = (person: string) => ({ type: 'placePerson', person, seat: null }) as const
    room
      .when(CHAIR, unseats('amara'), 20)
      .happens(
        { type: 'FloorEnded', seat: 'us.state', spokenMs: 20_000, cause: 'taken-back' },
        { type: 'SeatLeft', seat: 'us.state', person: 'amara' },
      )
    room
      .when(CHAIR, unseats('daiki'), 20)
      .happens({ type: 'HandLowered', seat: 'jp.pm' }, { type: 'SeatLeft', seat: 'jp.pm', person: 'daiki' })
    room.when(CHAIR, unseats('emi'), 20).happens({ type: 'SeatLeft', seat: 'jp.finance', person: 'emi' })
    room.when(IVO, { type: 'leaveSeat' }, 20).isRefused('not-seated')
  })

  test('S9 undoing a step gives neither floor nor hand to a seat whose holder has left it', () => {
    const moved = given()
      .enters('floor')
      .does(CHAIR, { type: 'grantFloor', seat: 'us.state' }, 10)
      .does(CHAIR, { type: 'placePerson', person: 'ivo', seat: 'us.state' }, 20)
    moved.when(CHAIR, { type: 'undoLastStep' }, 30).isRefused('nothing-to-undo')
    const left = given()
      .enters('floor')
      .does(CHAIR, { type: 'grantFloor', seat: 'us.state' }, 10)
      .does(DAIKI, { type: 'askForFloor', intent: 'point', answers: null }, 11)
      .does(CHAIR, { type: 'takeBackFloor' }, 20)
      .does(CHAIR, { type: 'placePerson', person: 'daiki', seat: null }, 21)
    left.does(CHAIR, { type: 'undoLastStep' }, 22)
    expect(left.state.floor.holder?.seat).toBe('us.state')
    expect(left.state.floor.hands).toEqual([])
  })

  test('S10 the clock marks a holder absent and returned, and the seat stays theirs', () => {
    const room = given()
    room.when(CHAIR, { type: 'markAbsent', seat: 'us.state' }).isRefused('not-the-chair')
    room.when(CLOCK, { type: 'markReturned', seat: 'us.state' }).isRefused('nothing-changed')
    room.when(CLOCK, { type: 'markAbsent', seat: 'us.trade' }).isRefused('no-such-seat')
    room.does(CLEO, { type: 'leaveSeat' })
    room.when(CLOCK, { type: 'markAbsent', seat: 'us.defense' }).isRefused('seat-empty')
    room.does(CLOCK, { type: 'markAbsent', seat: 'us.state' }, 5)
    expect(room.state.seats[seatId.parse('us.state')]).toMatchObject({ holder: 'amara', absentSince: instantOf(5) })
    room.when(IVO, { type: 'takeSeat', seat: 'us.state' }).isRefused('seat-taken')
    room.does(CLOCK, { type: 'markReturned', seat: 'us.state' }, 9)
    expect(room.state.seats[seatId.parse('us.state')]).toMatchObject({ holder: 'amara', absentSince: null })
  })

  test('S11 an observer hears what everyone hears, calls for help, and has no part in the talks', () => {
    const room = given().enters('floor')
    room.when(HANA, { type: 'callForHelp', text: 'I cannot hear.' }).isAllowed()
    room.when(HANA, { type: 'askForFloor', intent: 'point', answers: null }).isRefused('not-own-delegation')
    room.when(CHAIR, { type: 'grantFloor', seat: 'observer.1' }).isRefused('no-such-seat')
    room.when(HANA, { type: 'speakInCaucus', text: 'May I?' }).isRefused('not-in-caucus')
    room.does(AMARA, { type: 'speakInCaucus', text: 'Keep it here.' })
    expect(room.hearersOf('CaucusSpoken')).not.toContain('hana')
    room.does(CHAIR, { type: 'nudge', to: 'room', text: 'Five minutes.' })
    expect(room.hearersOf('NudgeSent')).toContain('hana')
    room.enters('negotiation')
    room.when(HANA, { type: 'speakInBilateral', between: 'us-jp', text: 'May I?' }).isRefused('not-in-caucus')
    room.when(HANA, standsOn('jp-1', 'gap')).isRefused('not-in-caucus')
    room.enters('caucus', 3)
    const draft = drafts({ round: 'regional-order', stage: 'closing', value: 0, text: 'Our words.' })
    room.when(HANA, draft).isRefused('not-in-caucus')
    room.when(FEN, draft).isAllowed()
    room.enters('ballot')
    room.when(HANA, votes('for', 'gap')).isRefused('not-in-caucus')
    room.when(HANA, { type: 'adviseBallot', clause: 'gap', vote: 'for' }).isRefused('not-in-caucus')
  })

  test('the small seminar has the seats these tests speak of', () => {
    expect(Object.keys(opened().state.seats)).toEqual([...OFFICES, 'observer.1'])
    expect(seated(given()).sort()).toEqual(Object.keys(SEATING).map((name) => personId.parse(name)))
  })
})
