// The observers' tasks (rules B1–B4).
import { describe, expect, test } from 'vitest'
import { fold } from '#simulation/engine/room'
import { personId, seatId } from '#simulation/kernel/ids'
import { inSeat, type Viewer } from '#simulation/kernel/viewer'
import { observerTaskOf } from '#simulation/questions/observers'
import { paragraphs } from '#simulation/reading/log/transcript'
import { checkables, chronicleOf, OFFERED, offered } from '#simulation/reading/room/observing'
import type { RoomState } from '#simulation/state/room-state'
import { ParagraphCache } from '../../../app/_record/entries/paragraph-cache'
import { givenWeek, opensAt } from '../../screens/homework/given-week'
import { AMARA, CHAIR, DAIKI, HANA, IVO, statement, type Written } from '../../support/cast'
import { given } from '../../support/given'
import { viewOf } from '../../support/stories/heard'

const PRESS = seatId.parse('observer.1')
const task = (given: 'scribe' | 'fact-checker' | 'historian' | null, seat = 'observer.1') =>
  ({ type: 'giveTask', seat, task: given }) satisfies Written
const check = (entry: number) =>
  ({ type: 'checkStatement', entry, finding: 'does-not-hold', text: 'It says 2014.', source: 'E1.1' }) satisfies Written
const chronicle = (round: string | null) =>
  ({ type: 'writeChronicle', round, text: 'They asked for a date.' }) satisfies Written

describe('an observer’s task', () => {
  test('B1 comes with the seat in the plan; the chair alone gives another or takes it away', () => {
    const room = given()
    expect(observerTaskOf(room.state, PRESS)).toBe('scribe')
    room.when(HANA, task('historian')).isRefused('not-the-chair')
    room.when(CHAIR, task('scribe')).isRefused('nothing-changed')
    room.when(CHAIR, task('scribe', 'us.state')).isRefused('not-an-observer')
    room.when(CHAIR, task('scribe', 'observer.9')).isRefused('no-such-seat')
    room.does(CHAIR, task('historian'))
    expect(observerTaskOf(room.state, PRESS)).toBe('historian')
    room.does(CHAIR, task(null))
    expect(observerTaskOf(room.state, PRESS)).toBeNull()
    expect(room.hearersOf('TaskGiven')).toContain('amara')
  })

  test('B2 a fact-checker checks a statement or a turn against one source, in public', () => {
    const room = given().enters('floor').does(CHAIR, task('fact-checker'))
    room.does(CHAIR, { type: 'grantFloor', seat: 'us.state' }).does(AMARA, statement('Since 2010.'), 5)
    const said = room.state.record.length
    room.when(HANA, check(999)).isRefused('no-such-entry')
    room.when(HANA, check(1)).isRefused('not-a-statement')
    room.when(AMARA, check(said)).isRefused('not-your-task')
    room.when(IVO, check(said)).isRefused('not-seated')
    room.when(HANA, chronicle(null)).isRefused('not-your-task')
    room.does(HANA, check(said), 8)
    expect(paragraphs(room.state).at(-1)).toMatchObject({
      kind: 'check',
      no: String(said + 1),
      person: 'hana',
      checks: said,
      finding: 'does-not-hold',
      anchors: ['E1.1'],
    })
    expect(room.hearersOf('StatementChecked')).toContain('stage')
  })

  test('B4 what was checked names its checks, for everybody who hears it, before and after it has words', () => {
    const room = given().enters('floor').does(CHAIR, task('fact-checker'))
    room.does(CHAIR, { type: 'grantFloor', seat: 'us.state' }).does(AMARA, statement('Since 2010.'), 5)
    const said = room.state.record.length
    room.does(AMARA, { type: 'yieldFloor', to: null }, 6).does(CHAIR, { type: 'grantFloor', seat: 'jp.pm' }, 10)
    room.does(DAIKI, { type: 'yieldFloor', to: null }, 40)
    const turn = room.state.record.length
    const cache = new ParagraphCache()
    const shown = (state: RoomState, no: number) => cache.read(state).find((each) => each.no === String(no))
    expect(shown(room.state, said)).not.toHaveProperty('checkedIn')
    expect(shown(room.state, turn)).toMatchObject({ kind: 'turn' })
    room.does(HANA, check(said), 41).does(HANA, check(turn), 42)
    room.does(HANA, { ...check(said), finding: 'holds' }, 43)
    const checked = [
      { no: turn + 1, finding: 'does-not-hold' },
      { no: turn + 3, finding: 'holds' },
    ]
    for (const viewer of [
      { kind: 'chair' },
      { kind: 'stage' },
      inSeat(personId.parse('fen'), seatId.parse('cn.foreign')),
    ]) {
      const view = fold(viewOf(room.rows, viewer as Viewer, false))
      if (!view) throw new Error('The room was never opened.')
      expect(paragraphs(view).find(({ no }) => no === String(said))).toMatchObject({ checkedIn: checked })
      expect(checkables(view, offered(view, '')).shown.map(({ said: { no }, checks }) => [no, checks.length])).toEqual([
        [String(turn), 1],
        [String(said), 2],
      ])
    }
    // A page that has drawn the entry before draws it again.
    expect(shown(room.state, said)).toMatchObject({ kind: 'statement', checkedIn: checked })
    expect(shown(room.state, turn)).toMatchObject({ kind: 'turn', checkedIn: [{ no: turn + 2 }] })
    const words = { text: 'So.', intent: 'point' as const, answers: null, anchors: [], dictated: false }
    room.does(DAIKI, { type: 'giveWords', turn, ...words }, 50)
    expect(shown(room.state, turn)).toMatchObject({ kind: 'statement', text: 'So.', checkedIn: [{ no: turn + 2 }] })
    room.does(CHAIR, task(null), 51).does(AMARA, { type: 'withdrawStatement', entry: said, reason: null }, 52)
    expect(shown(room.state, said)).toMatchObject({ withdrawnBy: turn + 5, checkedIn: checked })
  })

  test('B2 a fact-checker comes to every statement of the table, by going back or by searching', () => {
    const room = given().enters('floor').does(CHAIR, { type: 'grantFloor', seat: 'us.state' })
    const made = Array.from({ length: OFFERED * 2 + 5 }, (_, place) => {
      room.does(AMARA, statement(place === 3 ? 'Café quotas, since 2010.' : `Statement ${place}.`), 1 + place * 0.5)
      return String(room.state.record.length)
    }).toReversed()
    const numbers = (list: Parameters<typeof checkables>[1]) => {
      const { shown, earlier } = checkables(room.state, list)
      expect(shown.length + earlier).toBe(list.words === '' ? made.length : shown.length)
      return shown.map(({ said }) => said.no)
    }
    const newest = offered(room.state, '')
    expect(numbers(newest)).toEqual(made.slice(0, OFFERED))
    const second = offered(room.state, '', newest.from)
    expect(numbers(second)).toEqual(made.slice(0, OFFERED * 2))
    expect(numbers(offered(room.state, '', second.from))).toEqual(made)
    // What is said meanwhile comes on top and pushes nothing off the end.
    room.does(AMARA, statement('One more.'), 80)
    made.unshift(String(room.state.record.length))
    expect(numbers(newest)).toEqual(made.slice(0, OFFERED + 1))
    for (const words of ['cafe 2010', 'ＣＡＦÉ', `${made.at(-4)} quotas`])
      expect(numbers(offered(room.state, words)), words).toEqual([made.at(-4)])
    expect(numbers(offered(room.state, 'secretary of state cafe'))).toEqual([made.at(-4)])
    expect(numbers(offered(room.state, 'nobody said this'))).toEqual([])
  })

  test('B3 a historian writes the chronicle, of a round or of the whole', () => {
    const room = given().does(CHAIR, task('historian'))
    room.when(HANA, chronicle('nothing')).isRefused('no-such-round')
    room.when(CHAIR, chronicle(null)).isRefused('not-seated')
    room.does(HANA, chronicle('framing')).does(HANA, chronicle(null))
    expect(paragraphs(room.state).slice(-2)).toMatchObject([
      { kind: 'chronicle', round: 'framing', person: 'hana' },
      { kind: 'chronicle', round: null },
    ])
  })

  test('B3 a historian is asked of the round at hand first, and of none that has not begun', () => {
    const room = given()
    const { rounds, phases } = room.state.plan
    const asked = () => chronicleOf(room.state).map(({ round }) => round)
    expect(asked()).toEqual([null])
    for (const [index, phase] of phases.entries()) {
      room.does(CHAIR, index === 0 ? { type: 'startPhase', index } : { type: 'endPhase', index: index - 1 })
      if (room.state.agenda.index !== index) room.does(CHAIR, { type: 'startPhase', index })
      const begun = new Set(phases.slice(0, index + 1).flatMap(({ round }) => round ?? []))
      expect(asked(), phase.kind).toEqual([...[...begun].toReversed(), null])
      if (phase.round !== null) expect(asked()[0]).toBe(phase.round)
    }
    expect(asked()).toHaveLength(rounds.length + 1)
  })

  test('B3 where the parts of a debate are of no round, a historian is asked of all in the plan’s order', () => {
    const { state } = givenWeek(opensAt('floor'))
    const rounds = state.plan.rounds.map(({ key }) => key)
    expect(chronicleOf(state).map(({ round }) => round)).toEqual([...rounds, null])
  })

  test('B4 nothing of it is written into a closed record', () => {
    const room = given().does(CHAIR, task('historian')).enters('debrief').does(CHAIR, { type: 'closeRoom' })
    room.when(HANA, chronicle(null)).isRefused('room-closed')
  })
})
