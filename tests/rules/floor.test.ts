// The right to speak (rules F1–F11). Turns in the small seminar's floor last 65 seconds, openings 120.
import { describe, expect, test } from 'vitest'
import { nextDue } from '#simulation/engine/timers'
import { AMARA, BEN, CHAIR, CLOCK, DAIKI, FEN, hand, IVO, smallSeminar, statement } from '../support/cast'
import type { Room } from '../support/given'
import { given, instantOf, opened } from '../support/given'

describe('the floor', () => {
  test('F1 a seated delegate asks once, in a phase with a floor, and lowers the hand again', () => {
    const room = given()
    room.enters('caucus').when(AMARA, hand()).isRefused('wrong-phase')
    for (const kind of ['openings', 'floor', 'negotiation'] as const)
      room
        .enters(kind)
        .when(AMARA, hand('challenge'))
        .happens({ type: 'HandRaised', seat: 'us.state', intent: 'challenge', answers: null })
    room.when(IVO, hand()).isRefused('not-seated')
    room.when(AMARA, hand('question', 999)).isRefused('no-such-entry')
    room.when(AMARA, hand('question', 1)).isAllowed()
    room.when(AMARA, { type: 'lowerHand' }).isRefused('hand-not-up')
    room.when(IVO, { type: 'lowerHand' }).isRefused('not-seated')
    room.does(AMARA, hand())
    room.when(AMARA, hand('question')).isRefused('hand-already-up')
    room.when(BEN, { type: 'lowerHand' }).isRefused('hand-not-up')
    room.when(AMARA, { type: 'lowerHand' }).happens({ type: 'HandLowered', seat: 'us.state' })
  })

  test('F2 the chair grants one seat at a time, whether it asked or not', () => {
    const room = given().enters('floor').does(DAIKI, hand('question'))
    room.when(AMARA, { type: 'grantFloor', seat: 'us.state' }).isRefused('not-the-chair')
    room.when(CHAIR, { type: 'grantFloor', seat: 'us.trade' }).isRefused('no-such-seat')
    room
      .when(CHAIR, { type: 'grantFloor', seat: 'jp.pm' })
      .happens({ type: 'FloorGranted', seat: 'jp.pm', intent: 'question', turn: 'floor', until: instantOf(65) })
    room.does(CHAIR, { type: 'grantFloor', seat: 'jp.pm' })
    expect(room.state.floor.hands).toEqual([])
    room.when(CHAIR, { type: 'grantFloor', seat: 'jp.pm' }, 5).isRefused('floor-taken')
    room.when(CLOCK, { type: 'grantFloor', seat: 'us.state' }, 5).isRefused('floor-taken')
    room.when(DAIKI, hand(), 5).isRefused('floor-taken')
    room
      .when(CHAIR, { type: 'grantFloor', seat: 'us.state' }, 5)
      .happens(
        { type: 'FloorEnded', seat: 'jp.pm', cause: 'taken-back', spokenMs: 5000 },
        { type: 'FloorGranted', seat: 'us.state', intent: 'point', until: instantOf(70) },
      )
  })

  test('F3 a seat that does not hold the floor cannot yield it', () => {
    const room = given().enters('floor').does(CHAIR, { type: 'grantFloor', seat: 'us.state' })
    room.when(BEN, { type: 'yieldFloor', to: null }, 20).isRefused('does-not-hold-the-floor')
    room.when(IVO, { type: 'yieldFloor', to: null }, 20).isRefused('not-seated')
    room
      .when(AMARA, { type: 'yieldFloor', to: null }, 20)
      .happens({ type: 'FloorEnded', seat: 'us.state', spokenMs: 20_000, cause: 'yielded' })
  })

  test('F2 F3 a seat that nobody holds gets the floor neither from the chair nor from a neighbour, nor does one whose holder is away', () => {
    const room = given().enters('floor').does(CHAIR, { type: 'placePerson', person: 'cleo', seat: null })
    room.when(CHAIR, { type: 'grantFloor', seat: 'us.defense' }).isRefused('seat-empty')
    room.does(CHAIR, { type: 'grantFloor', seat: 'us.state' })
    room.when(AMARA, { type: 'yieldFloor', to: 'us.defense' }, 20).isRefused('seat-empty')
    room.does(CLOCK, { type: 'markAbsent', seat: 'us.treasury' }, 20)
    room.when(AMARA, { type: 'yieldFloor', to: 'us.treasury' }, 21).isRefused('seat-empty')
    const played = opened(smallSeminar({ understudies: true }))
      .seats({ amara: 'us.state' })
      .enters('floor')
    played.when(CHAIR, { type: 'grantFloor', seat: 'jp.pm' }).isAllowed()
    played.does(CHAIR, { type: 'grantFloor', seat: 'us.state' })
    played.when(AMARA, { type: 'yieldFloor', to: 'us.treasury' }, 20).isRefused('seat-empty')
    const planned = smallSeminar()
    const before = opened({ ...planned, plan: { ...planned.plan, edition: 2 } })
      .seats({ amara: 'us.state' })
      .enters('floor')
    before.when(CHAIR, { type: 'grantFloor', seat: 'us.defense' }).isAllowed()
  })

  test('F3 the floor is yielded within the delegation, with the rest of its time', () => {
    const room = given().enters('floor').does(CHAIR, { type: 'grantFloor', seat: 'us.state' })
    room.when(AMARA, { type: 'yieldFloor', to: 'jp.pm' }, 20).isRefused('not-own-delegation')
    room.when(AMARA, { type: 'yieldFloor', to: 'us.state' }, 20).isRefused('not-own-delegation')
    room.when(AMARA, { type: 'yieldFloor', to: 'us.trade' }, 20).isRefused('no-such-seat')
    room
      .when(AMARA, { type: 'yieldFloor', to: 'us.treasury' }, 20)
      .happens(
        { type: 'FloorEnded', seat: 'us.state', spokenMs: 20_000, cause: 'yielded' },
        { type: 'FloorGranted', seat: 'us.treasury', turn: 'yielded', until: instantOf(65) },
      )
  })

  test('F4 the chair, and nobody else, takes the floor back', () => {
    const room = given().enters('floor')
    room.when(CHAIR, { type: 'takeBackFloor' }).isRefused('floor-not-held')
    room.does(CHAIR, { type: 'grantFloor', seat: 'us.state' })
    room.when(DAIKI, { type: 'takeBackFloor' }, 7).isRefused('not-the-chair')
    room
      .when(CHAIR, { type: 'takeBackFloor' }, 7)
      .happens({ type: 'FloorEnded', seat: 'us.state', spokenMs: 7000, cause: 'taken-back' })
  })

  test('F5 a turn ends by itself when its time is over, and as at that instant', () => {
    const room = given().enters('floor').does(CHAIR, { type: 'grantFloor', seat: 'us.state' }, 10)
    expect(nextDue(room.state, instantOf(10))).toMatchObject({ at: instantOf(75), command: { type: 'endTurn' } })
    const end = { type: 'endTurn', seat: 'us.state', until: instantOf(75) } as const
    room.when(AMARA, end, 75).isRefused('not-the-chair')
    room.when(CLOCK, end, 74.999).isRefused('not-current')
    room.when(CLOCK, { ...end, until: instantOf(74) }, 75).isRefused('not-current')
    room.when(CLOCK, { ...end, seat: 'jp.pm' }, 75).isRefused('not-current')
    room.when(CLOCK, end, 78).happens({ type: 'FloorEnded', seat: 'us.state', spokenMs: 65_000, cause: 'time' })
  })

  test('F5 a turn granted near the end of its phase ends with it, once', () => {
    const room = given().enters('floor').does(CHAIR, { type: 'grantFloor', seat: 'us.state' }, 390)
    expect(room.state.floor.holder?.until).toBe(instantOf(400))
    expect(nextDue(room.state, instantOf(390))).toMatchObject({ command: { type: 'sendInject' } })
    room.runs(400)
    expect(room.events('FloorEnded')).toMatchObject([{ seat: 'us.state', spokenMs: 10_000, cause: 'phase' }])
  })

  test('F8 in openings each delegation speaks once in the round’s order, a third of the phase each, heads first', () => {
    const room = given().enters('openings').runs(359)
    expect(room.events('FloorGranted')).toMatchObject([
      { seat: 'us.state', turn: 'opening', until: instantOf(120) },
      { seat: 'jp.pm', turn: 'opening', until: instantOf(240) },
      { seat: 'cn.foreign', turn: 'opening', until: instantOf(360) },
    ])
  })

  test('F8 a delegation for which nobody could speak is passed over, and the floor then opens to hands', () => {
    const room = opened(smallSeminar()).seats({ amara: 'us.state', noor: 'cn.foreign' }).enters('openings').runs(300)
    expect(room.events('FloorGranted')).toMatchObject([{ seat: 'us.state' }, { seat: 'cn.foreign' }])
    room.does('p:amara', hand(), 300).runs(301)
    expect(room.events('FloorGranted').at(-1)).toMatchObject({ seat: 'us.state', turn: 'floor' })
  })

  test('F8 after the first round a member who has opened least speaks, and an absent head is passed over', () => {
    const planned = smallSeminar({
      rounds: [
        { tension: 'framing', seconds: null },
        { tension: 'deterrence', seconds: null },
        { tension: 'regional-order', seconds: null },
      ],
    })
    const first = given(planned).enters('openings').does(CLOCK, { type: 'markAbsent', seat: 'jp.pm' }).runs(359)
    expect(first.events('FloorGranted').map((event) => 'seat' in event && event.seat)).toEqual([
      'us.state',
      'jp.finance',
      'cn.foreign',
    ])
    // The second round opens in the order Japan, China, United States.
    first.does(CLOCK, { type: 'markReturned', seat: 'jp.pm' }).enters('openings', 2).runs(718)
    expect(first.events('FloorGranted').slice(3)).toMatchObject([
      { seat: 'jp.pm', turn: 'opening' },
      { seat: 'cn.commerce', turn: 'opening' },
      { seat: 'us.treasury', turn: 'opening' },
    ])
  })

  test('F9 when a phase ends its floor and its hands end with it', () => {
    const room = given().enters('floor').does(CHAIR, { type: 'grantFloor', seat: 'us.state' }, 5).does(DAIKI, hand(), 6)
    room.does(CHAIR, { type: 'endPhase', index: 4 }, 15)
    expect(room.events('FloorEnded')).toMatchObject([{ seat: 'us.state', cause: 'phase', spokenMs: 10_000 }])
    expect(room.state.floor).toMatchObject({ holder: null, hands: [], toOpen: [] })
    const between = given().enters('floor').does(CHAIR, { type: 'setAutopilot', agenda: false, floor: 'off' })
    between.does(DAIKI, hand()).does(CHAIR, { type: 'endPhase', index: 4 })
    expect(between.state.floor.hands).toEqual([])
    between.when(DAIKI, { type: 'lowerHand' }).isRefused('hand-not-up')
  })

  test('F11 a person’s hand that was not called is carried over until they ask again, have the floor, leave, or another floor ends', () => {
    const carried = (room: Room) => room.state.floor.carried.map(({ seat, intent }) => [seat, intent])
    const floorOff = { type: 'setAutopilot', agenda: true, floor: 'off' } as const
    const asked = () => {
      const room = given().enters('openings').does(CHAIR, floorOff)
      return room.does(DAIKI, hand('question'), 6).does(BEN, hand(), 7).enters('floor')
    }
    const room = asked()
    expect(carried(room)).toEqual([
      ['jp.pm', 'question'],
      ['us.treasury', 'point'],
    ])
    expect(room.state.floor.hands, 'it is in no queue').toEqual([])
    room.does(BEN, hand(), 8)
    expect(carried(room)).toEqual([['jp.pm', 'question']])
    // A caucus and a reveal have no floor in which to ask again; the hand of the floor debate takes the place of the older one.
    room.enters('caucus', 2).enters('reveal', 2)
    expect(carried(room)).toEqual([['us.treasury', 'point']])
    expect(carried(asked().does(CHAIR, { type: 'grantFloor', seat: 'jp.pm' }, 9))).toEqual([['us.treasury', 'point']])
    expect(carried(asked().does(CHAIR, { type: 'placePerson', person: 'daiki', seat: null }, 9))).toEqual([
      ['us.treasury', 'point'],
    ])
    const back = asked().does(CHAIR, { type: 'placePerson', person: 'daiki', seat: null }, 9)
    back.does(CHAIR, { type: 'placePerson', person: 'daiki', seat: 'jp.pm' }, 10)
    expect(carried(back), 'it went with the seat').toEqual([['us.treasury', 'point']])
    // The chair gives somebody else the floor, Ben asks again meanwhile, and the chair takes the grant back.
    const undone = asked().does(CHAIR, { type: 'grantFloor', seat: 'us.state' }, 9).does(BEN, hand(), 10)
    expect(carried(undone.does(CHAIR, { type: 'undoLastStep' }, 11))).toEqual([['jp.pm', 'question']])
    const granted = asked().does(CHAIR, { type: 'grantFloor', seat: 'jp.pm' }, 9)
    expect(carried(granted.does(CHAIR, { type: 'undoLastStep' }, 10)), 'nothing was granted').toHaveLength(2)
  })

  test('F10 only its holder uses a seat’s hand and floor; once empty, its understudy may', () => {
    const room = given(smallSeminar({ understudies: true })).enters('floor')
    room.when('understudy:us.state', hand()).isRefused('not-in-this-room')
    room.does(CHAIR, { type: 'grantFloor', seat: 'us.state' })
    room.when(BEN, statement('In her name.'), 5).isRefused('does-not-hold-the-floor')
    room.when('understudy:us.state', statement('In her name.'), 5).isRefused('not-in-this-room')
    room.when(AMARA, statement('In my own.'), 5).isAllowed()
    room.does(CHAIR, { type: 'placePerson', person: 'cleo', seat: null }, 6)
    room.when('understudy:us.defense', hand(), 6).isAllowed()
    const people = opened().seats({ amara: 'us.state' }).enters('floor')
    people.when('understudy:jp.pm', hand()).isRefused('not-in-this-room')
    people.when(FEN, hand()).isRefused('not-seated')
  })
})
