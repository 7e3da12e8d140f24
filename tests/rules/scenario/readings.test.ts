// Where each head takes the words to stand that it signed (rules Q21, Q22), and who must not hear of it.
import { describe, expect, test } from 'vitest'
import { personId, seatId } from '#simulation/kernel/ids'
import { clausesToRead } from '#simulation/questions/readings'
import { NOTHING_PASSED } from '#simulation/reading/talk/asked'
import { wordsKey } from '#simulation/reading/talk/asked-text'
import { nowFor } from '#simulation/reading/talk/now'
import { versionId } from '#simulation/shapes/text'
import { AMARA, BEN, CHAIR, DAIKI, FEN, smallSeminar, standsOn, votes, type Written } from '../../support/cast'
import { given, instantOf, type Room } from '../../support/given'
import { US } from '../../support/stories/sides'

const reads = (value: number, version = 'us-1', clause = 'common-ground'): Written => ({
  type: 'markReading',
  ...{ clause, version, value },
})
const initials: Written = { type: 'initialClause', clause: 'common-ground' }
const asked = (room: Room, who: string, readings: readonly string[] = []) =>
  nowFor(room.state, personId.parse(who), instantOf(1), { ...NOTHING_PASSED, readings }).task

describe('readings', () => {
  test('Q21 whoever initialled a clause or voted for it marks where its words stand', () => {
    const room = given().enters('negotiation')
    room.when(AMARA, reads(1)).isRefused('bracket-open')
    room.agrees('common-ground').when(AMARA, reads(1)).isRefused('not-signed')
    room.does(AMARA, initials)
    room.when(BEN, reads(1)).isRefused('not-the-head')
    room.when(DAIKI, reads(1)).isRefused('not-signed')
    room.when(AMARA, reads(1, 'us-1', 'nothing')).isRefused('no-such-clause')
    room.does(AMARA, reads(1)).does(AMARA, reads(1.5))
    room.when(AMARA, reads(1.5)).isRefused('nothing-changed')
    expect(room.state.readings).toMatchObject([
      { seat: 'us.state', clause: 'common-ground', version: 'us-1', value: 1.5 },
    ])
    room.enters('ballot')
    room.when(DAIKI, reads(0)).isRefused('not-signed')
    room.does(DAIKI, votes('abstain')).when(DAIKI, reads(0)).isRefused('not-signed')
    room.does(DAIKI, votes('reserved', 'common-ground', 'As we wrote in 2022.')).does(DAIKI, reads(-2))
    room.does(FEN, votes('for')).does(FEN, reads(-3))
    expect(room.state.readings.map(({ value }) => value)).toEqual([1.5, -2, -3])
  })

  test('Q21 a reading of words that have changed counts no more', () => {
    const room = given().agrees('common-ground').does(AMARA, initials).does(AMARA, reads(1))
    room.does(FEN, { type: 'reopenClause', clause: 'common-ground', reason: 'Too much.' })
    room.when(AMARA, reads(2)).isRefused('not-signed')
    for (const by of [AMARA, DAIKI, FEN]) room.does(by, standsOn('jp-1'))
    room.does(AMARA, initials)
    room.when(AMARA, reads(2)).isRefused('words-changed')
    expect(clausesToRead(room.state, US, seatId.parse('us.state')).map(({ key }) => key)).toEqual(['common-ground'])
    room.does(AMARA, reads(2, 'jp-1'))
    expect(room.events('ReadingMarked')).toMatchObject([
      { no: 'm1-1', version: 'us-1' },
      { no: 'm1-1', version: 'jp-1' },
    ])
  })

  test('Q21 a clause without an axis is not read, and a plan of before has no readings', () => {
    const room = given().enters('negotiation')
    const more = { heading: 'Fisheries', name: 'Fish', tension: null, words: 'No nets.' }
    room.does(CHAIR, { type: 'bringInClause', ...more })
    for (const by of [AMARA, DAIKI, FEN]) room.does(by, standsOn('chair-1', 'chair.1'))
    room.does(AMARA, { type: 'initialClause', clause: 'chair.1' })
    room.when(AMARA, reads(1, 'chair-1', 'chair.1')).isRefused('no-line')
    const planned = smallSeminar()
    const { readings: _, ...communique } = planned.plan.communique
    const before = given({ ...planned, plan: { ...planned.plan, communique } }).agrees('common-ground')
    before.does(AMARA, initials).when(AMARA, reads(1)).isRefused('wrong-phase')
    expect(asked(before, 'amara').kind).not.toBe('mark-reading')
  })

  test('Q22 until the vote has ended, and nobody but the seat and the chair hears of it', () => {
    const room = given().agrees('common-ground').does(AMARA, initials).does(AMARA, reads(1))
    expect(room.hearersOf('ReadingMarked')).toEqual(['chair', 'amara'])
    expect(room.as(room.viewerOf('ben')).readings).toEqual([])
    room.enters('caucus', 3).does(AMARA, reads(0.5))
    room.enters('ballot').does(AMARA, reads(0))
    room.enters('debrief').when(AMARA, reads(1)).isRefused('wrong-phase')
    expect(room.hearersOf('ReadingMarked')).toEqual([
      ...['chair', 'amara', 'ben', 'cleo', 'daiki', 'emi', 'fen', 'guo', 'hana', 'ivo'],
    ])
    expect(room.as(room.viewerOf('fen')).readings).toMatchObject([{ value: 0 }])
  })

  test('Q22 it is asked for once, after the signature: not the words that were marked or passed over', () => {
    const room = given().agrees('common-ground')
    expect(asked(room, 'amara').kind).toBe('settle')
    room.does(AMARA, initials)
    expect(asked(room, 'amara')).toEqual({ kind: 'mark-reading', clause: 'common-ground', version: 'us-1' })
    expect(asked(room, 'ben').kind).toBe('settle')
    expect(asked(room, 'amara', [wordsKey('common-ground', versionId.parse('us-1'))]).kind).toBe('settle')
    room.does(AMARA, reads(1))
    expect(asked(room, 'amara').kind).toBe('settle')
    room.enters('ballot')
    expect(asked(room, 'daiki').kind).toBe('cast')
    room.does(DAIKI, votes('for'))
    expect(asked(room, 'daiki').kind).toBe('mark-reading')
    room.does(DAIKI, reads(1)).does(AMARA, votes('for'))
    expect([asked(room, 'daiki').kind, asked(room, 'amara').kind]).toEqual(['voted', 'voted'])
  })
})
