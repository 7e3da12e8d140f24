import { describe, expect, test } from 'vitest'
import { fold } from '#simulation/engine/room'
import { personId, seatId } from '#simulation/kernel/ids'
import { stakeRound } from '#simulation/reading/homework/own-briefs'
import { turnsWithoutWords } from '#simulation/reading/log/turns'
import { ownViewsMarked } from '#simulation/reading/positions/own-view'
import { nowFor } from '#simulation/reading/talk/now'
import { viewerOf } from '#simulation/secrecy/hearing'
import { phaseNow, type RoomState, seatHeldBy } from '#simulation/state/room-state'
import {
  AMARA,
  BEN,
  CHAIR,
  CLEO,
  DAIKI,
  EMI,
  FEN,
  hand,
  SEATING,
  smallSeminar,
  statement,
  type Written,
} from '../../../support/cast'
import { given, instantOf, type Room } from '../../../support/given'
import { viewOf } from '../../../support/stories/heard'

const task = (room: Room, who: string, at: number) => nowFor(room.state, personId.parse(who), instantOf(at)).task

/** Ben makes all three taps of his turn. */
const taps = (room: Room, turn: number, at: number) =>
  room.does(BEN, { type: 'tapTurn', turn, answers: null, about: null, way: 'for' }, at)

const marks = (room: Room, who: string, at: number) => {
  for (const { key } of room.state.plan.rounds) room.does(who, { type: 'markStance', round: key, value: 1 }, at)
}

describe('what is asked', () => {
  test('N4 in the briefing one’s own view comes first, then the brief', () => {
    const room = given().enters('briefing')
    expect(task(room, 'ben', 1)).toMatchObject({ kind: 'own-view', when: 'before', left: 2, of: 2 })
    marks(room, BEN, 2)
    expect(task(room, 'ben', 3)).toEqual({ kind: 'read-brief', sheet: false })
    expect(ownViewsMarked(room.state)).toEqual({ when: 'before', marked: 1, of: 8 })
  })

  test('N1 the head is asked to file, a member to propose; what is proposed and filed is not asked for again', () => {
    const room = given().enters('caucus')
    expect(task(room, 'amara', 1)).toMatchObject({ kind: 'file', stage: 'opening' })
    expect(task(room, 'ben', 1)).toMatchObject({ kind: 'propose', head: 'us.state' })
    expect(task(room, 'hana', 1)).toEqual({ kind: 'watch' })
  })

  test('N1 a scribe types while a person speaks aloud, and gives finished turns their words in between', () => {
    const room = given().enters('floor').does(CHAIR, { type: 'setAutopilot', agenda: false, floor: 'off' })
    expect(task(room, 'hana', 1)).toEqual({ kind: 'watch' })
    room.does(CHAIR, { type: 'grantFloor', seat: 'us.state' }, 2)
    expect(task(room, 'hana', 3)).toEqual({ kind: 'observe', task: 'scribe' })
    room.does(CHAIR, { type: 'takeBackFloor' }, 9)
    expect(task(room, 'hana', 9)).toMatchObject({ kind: 'give-words', left: 1 })
    // The turn that runs comes first; one whose words its speaker writes needs no scribe.
    room.does(CHAIR, { type: 'grantFloor', seat: 'us.state' }, 10)
    expect(task(room, 'hana', 11)).toEqual({ kind: 'observe', task: 'scribe' })
    room.does(AMARA, statement('A date.'), 12)
    expect(task(room, 'hana', 12)).toMatchObject({ kind: 'give-words', left: 1 })
  })

  test('N6 one proposal is enough: neither its author nor a colleague is asked for another, whoever’s words are the newest', () => {
    const room = given().enters('caucus')
    const proposes = (who: string, at: number) => {
      const words = { value: 0, text: `As ${who} sees it.`, redLine: '', anchors: [], guesses: {} }
      for (const round of phaseNow(room.state)?.files?.rounds ?? [])
        room.does(who, { type: 'draftPosition', round, stage: 'opening', ...words }, at)
    }
    room.does(BEN, { type: 'proposeChips', laid: [{ tension: 'framing', chips: 3 }] }, 1)
    const kinds = (at: number) => ['ben', 'cleo', 'emi'].map((who) => task(room, who, at).kind)
    expect(kinds(1)).toEqual(['propose', 'propose', 'propose'])
    proposes(BEN, 2)
    expect(kinds(3)).toEqual(['proposed', 'proposed', 'propose'])
    expect(task(room, 'cleo', 3)).toMatchObject({ by: SEATING.ben, head: SEATING.amara })
    proposes(CLEO, 4)
    expect(kinds(5)).toEqual(['proposed', 'proposed', 'propose'])
    expect(task(room, 'ben', 5)).toMatchObject({ by: SEATING.cleo })
    expect(task(room, 'amara', 5)).toMatchObject({ kind: 'file' })
  })

  test('N1 on the floor: ask, then wait with a place, then speak', () => {
    const room = given().enters('floor').does(CHAIR, { type: 'setAutopilot', agenda: false, floor: 'off' })
    room.does(CHAIR, { type: 'grantFloor', seat: 'jp.pm' }).does(AMARA, hand(), 1)
    expect(task(room, 'ben', 2)).toEqual({ kind: 'ask-for-floor', place: 2, again: false })
    room.does(BEN, hand(), 3)
    expect(task(room, 'ben', 4)).toMatchObject({ kind: 'in-queue', place: 2, intent: 'point' })
    expect(task(room, 'daiki', 4)).toMatchObject({ kind: 'speak', opens: false })
    room.does(DAIKI, { type: 'yieldFloor', to: null }, 5).does(CHAIR, { type: 'grantFloor', seat: 'us.treasury' }, 5)
    expect(nowFor(room.state, personId.parse('ben'), instantOf(6))).toMatchObject({
      who: { kind: 'delegate', part: 'member' },
      task: { kind: 'speak' },
      next: { kind: 'hand', seat: 'us.state' },
    })
  })

  test('V2 a debrief before the reflection asks for no writing, the reflection does, and a debrief after it asks for what is left', () => {
    const room = given().enters('debrief')
    expect(task(room, 'amara', 1)).toEqual({ kind: 'claim', left: 2, of: 2 })
    expect(task(room, 'hana', 1)).toEqual({ kind: 'look-back-together' })
    room.enters('reflection')
    marks(room, BEN, 2)
    expect(task(room, 'ben', 3)).toMatchObject({ kind: 'reflect' })
    const planned = smallSeminar()
    const phases = planned.plan.phases
    const after = given({
      ...planned,
      plan: { ...planned.plan, phases: [...phases.slice(0, -2), ...phases.slice(-2).toReversed()] },
    })
    expect(task(after.enters('debrief'), 'ben', 4)).toMatchObject({ kind: 'reflect' })
  })

  test('N2 N3 the openers are told in the reveal when they open, and not once more with the phase that follows', () => {
    const room = given().enters('reveal')
    expect(task(room, 'amara', 0)).toMatchObject({ kind: 'open', next: true, opener: { place: 1 } })
    expect(task(room, 'daiki', 0)).toMatchObject({ kind: 'open', next: false, opener: { place: 2 } })
    expect(task(room, 'ben', 0)).toEqual({ kind: 'look' })
    expect(nowFor(room.state, personId.parse('daiki'), instantOf(0)).next).toMatchObject({
      kind: 'phase',
      phase: { kind: 'openings' },
      mine: null,
    })
  })

  test('N5 the words of one’s last turn are asked where nothing else is, until they are given, left as spoken, or left to another', () => {
    const room = given().enters('floor').does(CHAIR, { type: 'setAutopilot', agenda: false, floor: 'off' })
    const speaks = (seat: string, who: string, at: number) =>
      room
        .does(CHAIR, { type: 'grantFloor', seat: seatId.parse(seat) }, at)
        .does(who, { type: 'yieldFloor', to: null }, at + 20)
    speaks('us.treasury', BEN, 1)
    const [first] = turnsWithoutWords(room.state).map(({ no }) => no)
    // The floor is what is asked about while it is open; of an observer nothing else is.
    taps(room, first ?? 0, 25)
    expect(task(room, 'ben', 30).kind).toBe('ask-for-floor')
    speaks('us.treasury', BEN, 40)
    const last = turnsWithoutWords(room.state).at(-1)?.no ?? 0
    taps(room, last, 62)
    room.does(CHAIR, { type: 'endPhase', index: room.state.agenda.index }, 70)
    expect(task(room, 'ben', 70)).toEqual({
      kind: 'owe-words',
      turn: last,
      as: 'speaker',
      seconds: 20,
      speaker: 'us.treasury',
    })
    const leftAsSpoken = { views: [], readings: [], turns: [first ?? 0, last] }
    expect(nowFor(room.state, personId.parse('ben'), instantOf(70), leftAsSpoken).task.kind).toBe('await-phase')
    room.does(BEN, { type: 'leaveWords', turn: last, to: seatId.parse('us.state') }, 71)
    expect(task(room, 'ben', 72)).toMatchObject({ kind: 'owe-words', turn: first })
    expect(task(room, 'amara', 72)).toMatchObject({
      kind: 'owe-words',
      turn: last,
      as: 'named',
      speaker: 'us.treasury',
    })
    // A speaker whom the chair made an observer is asked as before.
    room.does(CHAIR, { type: 'placePerson', person: 'hana', seat: null }, 72)
    room.does(CHAIR, { type: 'placePerson', person: 'ben', seat: seatId.parse('observer.1') }, 72)
    room.does(CHAIR, { type: 'giveTask', seat: seatId.parse('observer.1'), task: null }, 72)
    expect(task(room, 'ben', 72)).toMatchObject({ kind: 'owe-words', turn: first, as: 'speaker' })
    room.does(CHAIR, { type: 'placePerson', person: 'ben', seat: seatId.parse('us.treasury') }, 72)
    const words = { text: 'So it was.', intent: 'point' as const, answers: null, anchors: [], dictated: false }
    room.does(AMARA, { type: 'giveWords', turn: last, ...words }, 73)
    room.does(BEN, { type: 'giveWords', turn: first ?? 0, ...words }, 74)
    expect([task(room, 'amara', 75).kind, task(room, 'ben', 75).kind]).toEqual(['await-phase', 'await-phase'])
  })

  test('N5 from the vote on the words of a turn are nobody’s first task, nor between the vote and what follows it', () => {
    const autopilot = (agenda: boolean) => ({ type: 'setAutopilot', agenda, floor: 'off' }) as const
    const room = given().enters('floor').does(CHAIR, autopilot(true))
    room.does(CHAIR, { type: 'grantFloor', seat: seatId.parse('us.treasury') }, 1)
    room.does(BEN, { type: 'yieldFloor', to: null }, 20)
    taps(room, room.state.record.length, 21)
    room.enters('reveal', 2)
    expect(task(room, 'ben', 30).kind).toBe('owe-words')
    room.enters('ballot')
    expect(task(room, 'ben', 30).kind).not.toBe('owe-words')
    room.does(CHAIR, autopilot(false)).does(CHAIR, { type: 'endPhase', index: room.state.agenda.index })
    expect(task(room, 'ben', 30).kind).toBe('await-phase')
    room.does(CHAIR, { type: 'startPhase', index: room.state.agenda.index + 1 })
    expect(task(room, 'ben', 30).kind).not.toBe('owe-words')
  })

  test('the stake of an office is known in each phase of a round, to whoever reads its brief, and to no observer', () => {
    const room = given().enters('briefing')
    const stake = (view: RoomState | null, who: string) => {
      const seat = view && seatHeldBy(view, personId.parse(who))
      return view && seat ? (stakeRound(view, seat)?.key ?? null) : null
    }
    expect(stake(room.state, 'ben')).toBeNull()
    room.enters('floor')
    const [round] = room.state.plan.rounds
    expect(['amara', 'ben', 'daiki'].map((who) => stake(room.state, who))).toEqual([round?.key, round?.key, round?.key])
    expect(stake(room.state, 'hana')).toBeNull()
    const page = fold(viewOf(room.rows, viewerOf(room.state, personId.parse('ben')), false))
    expect([stake(page, 'ben'), stake(page, 'daiki')]).toEqual([round?.key, null])
  })

  const by = { type: 'setAutopilot', agenda: true, floor: 'off' } as const
  const give = (seat: string): Written => ({ type: 'grantFloor', seat: seatId.parse(seat) })
  const back: Written = { type: 'yieldFloor', to: null }
  const told = (room: Room, who: string, at: number) => nowFor(room.state, personId.parse(who), instantOf(at))

  test('N8 a hand that the end of its phase lowered is told so, until its person asks again or has the floor', () => {
    const room = given().enters('openings').does(CHAIR, by)
    room.does(BEN, hand(), 1).does(FEN, hand('question'), 2).does(EMI, hand(), 3)
    room.enters('floor')
    expect(room.state.floor.hands).toEqual([])
    const asked = (who: string, at: number) => told(room, who, at).task
    expect(asked('ben', 1)).toEqual({ kind: 'ask-for-floor', place: 1, again: true })
    expect(asked('amara', 1)).toMatchObject({ kind: 'ask-for-floor', again: false })
    room.does(BEN, hand(), 2)
    expect(asked('ben', 3)).toMatchObject({ kind: 'in-queue', place: 1 })
    room.does(BEN, { type: 'lowerHand' }, 4).does(CHAIR, give('cn.foreign'), 5)
    expect(asked('ben', 6)).toMatchObject({ kind: 'ask-for-floor', again: false })
    room.does(FEN, back, 30)
    expect([asked('fen', 31), asked('emi', 31)]).toMatchObject([{ kind: 'tap-turn' }, { again: true }])
    room.enters('reveal', 2)
    expect(room.state.floor.carried, 'she could have asked again').toEqual([])
  })

  test('N8 the end of a phase that the chair takes back raises the hands again', () => {
    const room = given().enters('openings').does(CHAIR, by).does(BEN, hand(), 1)
    const index = room.state.agenda.index
    room.does(CHAIR, { type: 'endPhase', index }, 2).does(CHAIR, { type: 'undoLastStep' }, 3)
    expect([room.state.floor.hands.length, room.state.floor.carried]).toEqual([1, []])
  })

  test('N8 no time is told for a call that the phase would not live to see', () => {
    const room = given().enters('floor').does(CHAIR, by).does(CHAIR, give('jp.pm'), 1)
    const ends = ((room.state.clock?.endsAt ?? 0) - instantOf(0)) / 1000
    room.does(BEN, hand(), 2)
    expect(told(room, 'ben', 3).task).toMatchObject({ kind: 'in-queue', at: expect.any(Number) })
    room.does(CHAIR, give('cn.foreign'), ends - 5)
    expect(told(room, 'ben', ends - 4).task).toMatchObject({ kind: 'in-queue', place: 1, at: null })
  })

  test('a paused clock says so, and nothing comes next before it runs', () => {
    const room = given().enters('floor').does(CHAIR, { type: 'pauseClock' }, 10)
    const now = nowFor(room.state, personId.parse('ben'), instantOf(20))
    expect(now.happening).toMatchObject({ kind: 'phase', pausedAt: instantOf(10) })
    expect(now.next).toEqual({ kind: 'resume', at: null })
  })
})
