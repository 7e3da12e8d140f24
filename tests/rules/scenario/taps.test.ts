// What a turn that put nothing in writing answers, in three taps (rule T10): who says it, what is kept, and where it counts.
import { describe, expect, test } from 'vitest'
import { delegationId, participantActor, personId } from '#simulation/kernel/ids'
import { paragraphs } from '#simulation/reading/log/transcript'
import { turnsToWord, wordsGoTo } from '#simulation/reading/log/turns'
import { answersAmong, mostAnswered, usesOf } from '#simulation/reading/positions/debrief'
import { nowFor } from '#simulation/reading/talk/now'
import { tapChoices } from '#simulation/reading/talk/taps'
import { seatHeldBy } from '#simulation/state/room-state'
import { AMARA, BEN, CHAIR, CLEO, DAIKI, FEN, HANA, hand, statement, type Written } from '../../support/cast'
import { given, instantOf, type Room } from '../../support/given'

type Taps = Omit<Extract<Written, { type: 'tapTurn' }>, 'type' | 'turn'>
const tap = (turn: number, taps: Taps) => ({ type: 'tapTurn', turn, ...taps }) satisfies Written
const leave = (turn: number, to: string | null) => ({ type: 'leaveWords', turn, to }) satisfies Written
const words = (turn: number, answers: number | null = null): Written => ({
  type: 'giveWords',
  turn,
  text: 'A date.',
  intent: 'point',
  answers,
  anchors: ['E1.1'],
  dictated: false,
})
const citing = (text: string, anchors: string[]): Written => ({
  type: 'makeStatement',
  text,
  intent: 'point',
  answers: null,
  anchors,
})
const task = (room: Room, who: string, second: number) =>
  nowFor(room.state, personId.parse(who), instantOf(second)).task
const at = (room: Room, no: number) => paragraphs(room.state).find((entry) => entry.no === String(no))

/** Somebody has the floor from this second for twenty, and speaks aloud; gives the number of their turn. */
function speaks(room: Room, seat: string, who: string, from: number): number {
  room.does(CHAIR, { type: 'grantFloor', seat }, from).does(who, { type: 'yieldFloor', to: null }, from + 20)
  return room.state.record.length
}
const aloud = () => given().enters('floor').does(CHAIR, { type: 'setAutopilot', agenda: true, floor: 'off' })

/** Amara and Daiki have spoken. */
function twoTurns() {
  const room = aloud()
  const [first, second] = [speaks(room, 'us.state', AMARA, 1), speaks(room, 'jp.pm', DAIKI, 30)]
  return { room, first, second }
}

describe('the taps of a turn', () => {
  test('T10 each is kept beside those before, can be tapped otherwise, and stands in the turn’s own entry', () => {
    const { room, first, second } = twoTurns()
    expect(at(room, second), 'nobody has tapped: nothing is missed').not.toHaveProperty('unsaid')
    room.when(DAIKI, tap(second, { way: 'for' })).happens({ type: 'TurnTapped', turn: second, way: 'for' })
    room.does(DAIKI, tap(second, { way: 'for' }), 52)
    expect(at(room, second)).toMatchObject({ kind: 'turn', answers: null, unsaid: true, tapped: { way: 'for' } })
    room.does(DAIKI, tap(second, { answers: first }), 53).does(DAIKI, tap(second, { about: 'E3.1' }), 54)
    room.does(DAIKI, tap(second, { way: 'against' }), 55)
    room.when(DAIKI, tap(second, { way: 'against' })).isRefused('nothing-changed')
    const said = at(room, second)
    expect(said).toMatchObject({ answers: first, anchors: ['E3.1'] })
    expect(said).toHaveProperty('tapped', { way: 'against', newPoint: false, for: null })
    expect(said).not.toHaveProperty('unsaid')
    expect(at(room, first)).toMatchObject({ kind: 'turn', unsaid: true })
    expect(room.state.record.length, 'a tap is no entry').toBe(second)
    room
      .enters('debrief')
      .when(DAIKI, tap(second, { answers: null }))
      .isAllowed()
    room
      .does(CHAIR, { type: 'closeRoom' })
      .when(DAIKI, tap(second, { answers: null }))
      .isRefused('room-closed')
  })

  test('T10 the speaker alone, and whom they named for its words, a colleague or a scribe, whose tap says so', () => {
    const { room, first, second } = twoTurns()
    for (const who of [AMARA, BEN, FEN, HANA]) room.when(who, tap(second, { way: 'for' })).isRefused('not-your-turn')
    room.when(CHAIR, tap(second, { way: 'for' })).isRefused('not-seated')
    room.when(DAIKI, tap(first - 1, { way: 'for' })).isRefused('no-such-turn')
    room.when(DAIKI, tap(second, { answers: second + 1 })).isRefused('no-such-entry')
    room.when(DAIKI, tap(second, { answers: first - 1 })).isRefused('not-a-statement')
    const amara = seatHeldBy(room.state, personId.parse('amara'))
    const [turn] = amara ? turnsToWord(room.state, amara, participantActor(personId.parse('amara'))) : []
    const offered = amara && turn ? wordsGoTo(room.state, amara, turn).map(({ id }) => id) : []
    expect(offered).toEqual(expect.arrayContaining(['us.treasury', 'observer.1']))
    room.does(AMARA, leave(first, 'us.treasury'), 52).does(BEN, tap(first, { way: 'question' }), 53)
    expect(at(room, first)).toMatchObject({ tapped: { way: 'question', for: { as: 'named', by: BEN } } })
    room
      .does(AMARA, leave(first, 'observer.1'), 54)
      .when(CLEO, tap(first, { answers: null }))
      .isRefused('not-your-turn')
    room.when(BEN, tap(first, { answers: null })).isRefused('not-your-turn')
    room.does(HANA, tap(first, { answers: null }), 55)
    expect(at(room, first)).toMatchObject({ tapped: { newPoint: true, for: { as: 'scribe', seat: 'observer.1' } } })
    room.does(AMARA, tap(first, { way: 'for' }), 56)
    expect(at(room, first)).toHaveProperty('tapped', { way: 'for', newPoint: true, for: null })
  })

  test('T10 what was said last of whom it answers counts, by tap or by words; where neither says it, it answers nobody', () => {
    const { room, first, second } = twoTurns()
    room.does(FEN, hand('challenge', first), 60)
    const third = speaks(room, 'cn.foreign', FEN, 61)
    expect(at(room, third)).toMatchObject({ answers: null })
    room.does(FEN, tap(third, { answers: second, about: 'E3.1', way: 'against' }), 85)
    room.does(HANA, words(third), 86)
    expect(at(room, third)).toMatchObject({ kind: 'statement', answers: second, anchors: ['E1.1', 'E3.1'] })
    room.does(FEN, words(third, first), 87)
    expect(at(room, third)).toMatchObject({ answers: first, tapped: { way: 'against' } })
    room.does(FEN, tap(third, { answers: null }), 88)
    expect(at(room, third)).toMatchObject({ answers: null, tapped: { newPoint: true } })
  })

  test('T10 D2 D3 D5 it counts as an answer and a citation without words, and for nobody once it is withdrawn', () => {
    const { room, first, second } = twoTurns()
    room.does(DAIKI, tap(second, { answers: first, about: 'E3.1' }), 52)
    expect(answersAmong(room.state)).toMatchObject({ jp: { us: 1, cn: 0 }, us: { jp: 0 } })
    expect(usesOf(room.state, ['E3.1']).get('E3.1')).toEqual([
      { no: String(second), delegation: 'jp', as: 'statement' },
    ])
    const round = room.state.plan.rounds[0]?.key ?? ''
    const heard = mostAnswered(room.state, { round, delegation: delegationId.parse('jp'), from: 0, to: 1 })
    expect(heard).toMatchObject({ by: 'mover', most: { at: [{ no: String(first) }] } })
    room.does(DAIKI, words(second), 60).does(DAIKI, { type: 'withdrawStatement', entry: second, reason: null }, 61)
    expect(answersAmong(room.state)).toMatchObject({ jp: { us: 0 } })
    room.when(DAIKI, tap(second, { way: 'for' })).isRefused('already-withdrawn')
  })

  test('T10 what it can answer is what others said before it, newest first, and the round’s paragraphs, most cited first', () => {
    const { room, first, second } = twoTurns()
    room.does(CHAIR, { type: 'grantFloor', seat: 'cn.foreign' }, 60)
    room.does(FEN, citing('To that.', ['E2.1', 'E3.1']), 61)
    room.does(FEN, citing('And that.', ['E3.1']), 62).does(FEN, { type: 'yieldFloor', to: null }, 63)
    const written = [room.state.record.length - 1, room.state.record.length]
    const turn = speaks(room, 'us.treasury', BEN, 70)
    const ben = seatHeldBy(room.state, personId.parse('ben'))
    const choices = ben && tapChoices(room.state, turn, ben, personId.parse('ben'))
    expect(choices?.newest.map(({ no }) => Number(no))).toEqual([...written.toReversed(), second])
    expect(choices?.earlier.map(({ no }) => Number(no))).toEqual([first])
    expect(choices?.paragraphs).toEqual(['E3.1', 'E2.1'])
    // What is chosen stands where the room will show it, from the press on.
    const chosen = ben && tapChoices(room.state, turn, ben, personId.parse('ben'), 'E4.1')
    room.does(BEN, tap(turn, { about: 'E4.1' }), 95)
    expect(chosen?.paragraphs).toEqual(['E4.1', 'E3.1', 'E2.1'])
    expect(ben && tapChoices(room.state, turn, ben, personId.parse('ben'))?.paragraphs).toEqual(chosen?.paragraphs)
    const emi = seatHeldBy(room.state, personId.parse('emi'))
    expect(emi && tapChoices(room.state, turn, emi, personId.parse('emi'))).toBeNull()
  })

  test('T4 one line a turn: the entry that gave the floor is told until the turn has one of its own', () => {
    const room = aloud().does(CHAIR, { type: 'grantFloor', seat: 'us.state' }, 1)
    const gave = room.state.record.length
    expect(at(room, gave)).toMatchObject({ kind: 'procedure', sentence: { key: 'floor-granted' } })
    room.does(AMARA, { type: 'yieldFloor', to: null }, 20)
    expect(at(room, gave)).toBeUndefined()
    expect(at(room, gave + 1)).toMatchObject({ kind: 'turn', seconds: 19 })
  })

  test('N9 whoever spoke without writing is asked once for three taps, until they are made, left unsaid, or they ask again', () => {
    const room = given().enters('floor').does(CHAIR, { type: 'setAutopilot', agenda: true, floor: 'off' })
    const speaks = (at: number) => {
      room.does(CHAIR, { type: 'grantFloor', seat: 'us.treasury' }, at)
      room.does(BEN, { type: 'yieldFloor', to: null }, at + 20)
      return room.state.record.length
    }
    const turn = speaks(1)
    const asked = { kind: 'tap-turn', turn, seconds: 20, left: 3 }
    expect(task(room, 'ben', 22)).toEqual(asked)
    expect(task(room, 'amara', 22).kind).toBe('ask-for-floor')
    room.does(BEN, { type: 'tapTurn', turn, way: 'for' }, 23)
    expect(task(room, 'ben', 24)).toEqual({ ...asked, left: 2 })
    const left = { views: [], readings: [], turns: [turn] }
    expect(nowFor(room.state, personId.parse('ben'), instantOf(24), left).task.kind).toBe('ask-for-floor')
    room.does(BEN, hand(), 25)
    expect(task(room, 'ben', 26).kind).toBe('in-queue')
    const second = speaks(30)
    expect(task(room, 'ben', 51)).toMatchObject({ kind: 'tap-turn', turn: second })
    room.does(BEN, tap(second, { answers: null, about: null, way: 'for' }), 52)
    expect(task(room, 'ben', 53).kind).toBe('ask-for-floor')
    const third = speaks(55)
    room.does(CHAIR, { type: 'grantFloor', seat: 'us.treasury' }, 80)
    room.does(BEN, statement('In writing.'), 85).does(BEN, { type: 'yieldFloor', to: null }, 86)
    expect(task(room, 'ben', 87).kind, `turn ${third} is not asked for again`).toBe('ask-for-floor')
    const fourth = speaks(90)
    room.enters('reveal', 2)
    expect(task(room, 'ben', 0)).toMatchObject({ kind: 'tap-turn', turn: fourth })
    room.does(BEN, leave(fourth, 'us.state'), 1)
    expect(task(room, 'ben', 2).kind, 'it is left to somebody').not.toBe('tap-turn')
    room.does(BEN, leave(fourth, null), 3)
    expect(task(room, 'ben', 4).kind).toBe('tap-turn')
    room.enters('ballot')
    expect(task(room, 'ben', 1).kind).not.toBe('tap-turn')
  })
})
