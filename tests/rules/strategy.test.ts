// Strategy sheets (rules W1, W2): who writes one, until when, and who must never hear of it.
import { describe, expect, test } from 'vitest'
import { personId, seatId } from '#simulation/kernel/ids'
import { expectationsOf, officeSheets } from '#simulation/reading/homework/strategies'
import { nowFor } from '#simulation/reading/talk/now'
import { AMARA, BEN, CHAIR, DAIKI, FEN, HANA, IVO, smallSeminar, statement, type Written } from '../support/cast'
import { given, instantOf, opened, type Room } from '../support/given'
import { CN, JP, US } from '../support/stories/sides'

const sheet = (parts: Partial<Extract<Written, { type: 'writeStrategy' }>> = {}): Written => ({
  ...{ type: 'writeStrategy', aim: 'A date.', canSpare: '', noDeal: '', theySay: {}, question: '', ...parts },
})
const asked = (room: Room, who: string) => nowFor(room.state, personId.parse(who), instantOf(1)).task
const stateOfficeOf = (room: Room) => room.state.strategies[seatId.parse('us.state')]

describe('a strategy sheet', () => {
  test('W1 is written from when the briefs are out until the first positions open', () => {
    const room = opened().seats()
    room.when(AMARA, sheet()).isRefused('no-strategy-now')
    room.does(CHAIR, { type: 'lockSeating', locked: true })
    room.when(IVO, sheet()).isRefused('not-seated')
    room.when(HANA, sheet()).isRefused('not-in-caucus')
    room.when(AMARA, sheet({ aim: '  ' })).isRefused('empty-strategy')
    room.does(AMARA, sheet()).when(AMARA, sheet()).isRefused('nothing-changed')
    room.enters('caucus').does(AMARA, sheet({ aim: 'A date and a figure.' }))
    expect(room.events('StrategyWritten')).toMatchObject([{ no: 's1-1' }, { no: 's1-1', office: 'us.state' }])
    expect(stateOfficeOf(room)?.sheet.aim).toBe('A date and a figure.')
    room.enters('reveal').when(AMARA, sheet()).isRefused('no-strategy-now')
  })

  test('W1 a line that moves from one part into another is a change', () => {
    const room = given().enters('briefing')
    room.does(AMARA, sheet({ aim: 'A date.\nA figure.', canSpare: 'The fund.' }))
    room.does(AMARA, sheet({ aim: 'A date.', canSpare: 'A figure.\nThe fund.' }))
    expect(stateOfficeOf(room)?.sheet).toMatchObject({ aim: 'A date.', canSpare: 'A figure.\nThe fund.' })
  })

  test('W1 is one for an office, whichever of its chairs writes, and names the other delegations alone', () => {
    const room = opened(smallSeminar({ chairs: { [US]: 20, [JP]: 2, [CN]: 2 } }))
    room.seats({ amara: 'us.state', ben: 'us.state.2' }).does(CHAIR, { type: 'lockSeating', locked: true })
    room.does(AMARA, sheet({ theySay: { [JP]: 'Wait.', [US]: 'We wait.' } }))
    expect(stateOfficeOf(room)?.sheet.theySay).toEqual({ jp: 'Wait.', cn: '' })
    room.does(BEN, sheet({ noDeal: 'We go home.' }))
    expect(stateOfficeOf(room)).toMatchObject({ seat: 'us.state.2', sheet: { noDeal: 'We go home.' } })
    expect(officeSheets(room.state, US).map(({ office, strategy }) => [office.id, strategy?.seat])).toEqual([
      ['us.state', 'us.state.2'],
    ])
  })

  test('W1 is asked for with the brief before class while the office has none, and a plan of before asks for none', () => {
    const room = opened().seats().does(CHAIR, { type: 'lockSeating', locked: true })
    for (const { key } of room.state.plan.rounds)
      for (const who of [AMARA, DAIKI]) room.does(who, { type: 'markStance', round: key, value: 1 })
    expect([asked(room, 'amara'), asked(room, 'daiki')]).toEqual([
      { kind: 'read-brief', sheet: true },
      { kind: 'read-brief', sheet: true },
    ])
    room.does(AMARA, sheet())
    expect([asked(room, 'amara'), asked(room, 'daiki')]).toMatchObject([{ kind: 'check-reading' }, { sheet: true }])
    // The briefing's minutes hold the brief alone: a sheet may be written in it, and is not asked for.
    room.enters('briefing').when(DAIKI, sheet()).isAllowed()
    expect(asked(room, 'daiki')).toEqual({ kind: 'read-brief', sheet: false })
    const planned = smallSeminar()
    const { strategy: _, ...plan } = planned.plan
    const before = given({ ...planned, plan }).enters('briefing')
    before.when(AMARA, sheet()).isRefused('no-strategy-now')
  })

  test('W2 its delegation and the chair hear it and nobody else, also after the debrief', () => {
    const room = given().enters('briefing').does(AMARA, sheet())
    const hears = ['chair', 'amara', 'ben', 'cleo']
    expect(room.hearersOf('StrategyWritten')).toEqual(hears)
    room.enters('debrief')
    expect(room.hearersOf('StrategyWritten')).toEqual(hears)
    expect(officeSheets(room.as(room.viewerOf('daiki'))).every(({ strategy }) => strategy === null)).toBe(true)
  })

  test('what was expected of a delegation is held against its first words on the floor', () => {
    const room = given()
      .enters('briefing')
      .does(AMARA, sheet({ theySay: { [JP]: 'Wait.', [CN]: 'Leave.' } }))
    room.enters('floor').does(CHAIR, { type: 'setAutopilot', agenda: true, floor: 'off' })
    room.does(CHAIR, { type: 'grantFloor', seat: seatId.parse('cn.foreign') }, 1).does(FEN, statement('We stay.'), 2)
    const first = room.state.record.length
    room.does(FEN, statement('And we build.'), 3)
    const strategy = stateOfficeOf(room)
    expect(strategy && expectationsOf(room.state, strategy)).toEqual([
      { delegation: 'jp', text: 'Wait.', spokeAt: null },
      { delegation: 'cn', text: 'Leave.', spokeAt: first },
    ])
  })
})
