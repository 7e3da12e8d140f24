// Motions, straw polls and rulings (section M of the rules), and who must not hear what was said in a straw poll.
import { describe, expect, test } from 'vitest'
import { understudyMove } from '#simulation/bots/understudies'
import { personId } from '#simulation/kernel/ids'
import { openMotion } from '#simulation/questions/motions'
import { paragraphs } from '#simulation/reading/log/transcript'
import { taskOf } from '#simulation/reading/talk/asked'
import {
  AMARA,
  BEN,
  CHAIR,
  CLOCK,
  DAIKI,
  FEN,
  HANA,
  hand,
  IVO,
  smallSeminar,
  standsOn,
  type Written,
} from '../../support/cast'
import { given, instantOf, opened, type Room } from '../../support/given'
import { smallScenario } from '../../support/stories/small-agenda'

const moves = (moved: Extract<Written, { type: 'moveMotion' }>['moved'], words: string | null = null): Written => ({
  type: 'moveMotion',
  ...{ moved, words },
})
const extend = moves({ kind: 'extend', minutes: 7 })
const caucus = moves({ kind: 'caucus', minutes: 5 }, 'We must ask our capital.')
const close = moves({ kind: 'close', clause: 'gap' })
const poll = moves({ kind: 'straw-poll', clause: 'gap' })
const noOf = (room: Room): number => openMotion(room.state)?.no ?? 0
const says = (room: Room, yes: boolean): Written => ({ type: 'answerMotion', motion: noOf(room), yes })
const casts = (room: Room, yes: boolean): Written => ({ type: 'castStraw', motion: noOf(room), yes })
const rules = (room: Room, carried: boolean): Written => ({ type: 'ruleMotion', motion: noOf(room), carried })
/** Moved by Washington, and carried by both others. */
const carries = (room: Room, motion: Written): Room => {
  room.does(AMARA, motion)
  for (const by of [DAIKI, FEN]) room.does(by, says(room, true))
  return room
}
const draft = (clause = 'gap'): Written => ({
  type: 'draftVersion',
  ...{ clause, words: 'Sixty days of notice.', from: null, cites: null, between: null },
})
const put = (clause = 'gap'): Written => ({
  type: 'putForward',
  ...{ clause, words: 'Sixty days of notice.', from: null, cites: null, drafter: null },
})

describe('motions', () => {
  test('M1 a head moves one at a time, on the floor and in the negotiation', () => {
    const room = given().enters('openings')
    room.when(AMARA, extend).isRefused('wrong-phase')
    room.enters('floor')
    room.when(BEN, extend).isRefused('not-the-head')
    room.when(IVO, extend).isRefused('not-seated')
    room.when(HANA, extend).isRefused('not-in-caucus')
    room.when(CHAIR, extend).isRefused('not-seated')
    for (const ofTheText of [close, poll]) room.when(AMARA, ofTheText).isRefused('wrong-phase')
    room.when(AMARA, moves({ kind: 'appeal', ruling: 1 })).isRefused('no-such-ruling')
    const paused = room.does(CHAIR, { type: 'pauseClock' })
    paused.when(AMARA, extend).isRefused('clock-paused')
    room.does(CHAIR, { type: 'resumeClock' }).does(AMARA, extend)
    room.when(DAIKI, caucus).isRefused('motion-open')
    room.enters('negotiation')
    room.when(AMARA, moves({ kind: 'close', clause: 'toString' })).isRefused('no-such-clause')
    room.when(AMARA, close).isAllowed()
    expect(() => room.does(AMARA, moves({ kind: 'caucus', minutes: 11 }))).toThrow()
  })

  test('M1 a room of before has no motions, and no rulings', () => {
    const planned = smallSeminar()
    const { motions: _, ...plan } = planned.plan
    const room = given({ ...planned, plan })
      .enters('floor')
      .does(BEN, hand('point-of-order'))
    room.when(AMARA, extend).isRefused('no-motions')
    room.when(CHAIR, { type: 'rulePoint', seat: 'us.treasury', upheld: true, words: null }).isRefused('no-motions')
  })

  test('M2 it is carried by the rule of the ballot, as soon as no answer could change that', () => {
    const room = given().enters('floor').does(AMARA, extend)
    room.when(BEN, says(room, true)).isRefused('not-the-head')
    room.when(AMARA, says(room, false)).isRefused('own-motion')
    room.when(DAIKI, { type: 'answerMotion', motion: 1, yes: true }).isRefused('no-such-motion')
    // Two of three are enough, and none may be against: with China still awaited nothing is decided.
    room.does(DAIKI, says(room, true))
    expect(openMotion(room.state)?.answers).toEqual({ us: true, jp: true })
    room.when(DAIKI, says(room, true)).isRefused('nothing-changed')
    room
      .when(FEN, says(room, true))
      .happens(
        { type: 'MotionAnswered', delegation: 'cn', yes: true },
        { type: 'MotionDecided', outcome: 'carried', by: 'answers', inFavour: ['us', 'jp', 'cn'], against: [] },
        { type: 'ClockExtended', seconds: 420 },
      )
    room
      .when(FEN, says(room, false))
      .happens(
        { type: 'MotionAnswered', yes: false },
        { type: 'MotionDecided', outcome: 'not-carried', by: 'answers', inFavour: ['us', 'jp'], against: ['cn'] },
      )
    expect(room.hearersOf('MotionAnswered')).toContain('stage')
  })

  test('M2 nobody waits for a delegation in which nobody sits', () => {
    const room = opened().seats({ amara: 'us.state', daiki: 'jp.pm' }).enters('floor').does(AMARA, extend)
    room
      .when(DAIKI, says(room, true))
      .happens({ type: 'MotionAnswered' }, { outcome: 'carried', type: 'MotionDecided' }, { type: 'ClockExtended' })
  })

  test('M3 after ninety seconds the answers given decide, pauses not counted, and it lapses with its phase', () => {
    const room = given().enters('floor').does(AMARA, extend, 10).does(CHAIR, { type: 'pauseClock' }, 20)
    room.does(CHAIR, { type: 'resumeClock' }, 50).runs(129)
    expect(openMotion(room.state)).not.toBeNull()
    room.runs(131)
    expect(openMotion(room.state)).toBeNull()
    expect(room.events('MotionDecided')).toMatchObject([{ outcome: 'lapsed', by: 'time' }])
    room.does(AMARA, extend).does(DAIKI, says(room, true)).runs(230)
    expect(room.events('MotionDecided').at(-1)).toMatchObject({
      outcome: 'carried',
      by: 'time',
      inFavour: ['us', 'jp'],
    })
    room.does(AMARA, extend)
    const motion = noOf(room)
    room.when(CHAIR, { type: 'endMotion', motion, until: 0 }).isRefused('not-the-chair')
    room.when(CLOCK, { type: 'endMotion', motion, until: instantOf(231) }).isRefused('not-current')
    room.enters('caucus', 2)
    expect(room.events('MotionDecided').at(-1)).toMatchObject({ outcome: 'lapsed', by: 'phase' })
    expect(openMotion(room.state)).toBeNull()
  })

  test('M4 the chair rules it carried or not, in a pause too, and decides no appeal', () => {
    const room = given().enters('floor').does(AMARA, caucus)
    room.when(AMARA, rules(room, true)).isRefused('not-the-chair')
    room.when(CHAIR, { type: 'ruleMotion', motion: 1, carried: true }).isRefused('no-such-motion')
    room.when(CHAIR, rules(room, false)).happens({ type: 'MotionDecided', outcome: 'not-carried', by: 'chair' })
    room.does(CHAIR, { type: 'pauseClock' }, 5).does(CHAIR, rules(room, true), 10)
    expect(room.state.clock).toMatchObject({ pausedAt: instantOf(5), caucusUntil: instantOf(310) })
  })

  test('M5 an extension moves the end of the phase, once, by one entry', () => {
    const room = given().enters('floor')
    const before = room.state.clock?.endsAt ?? 0
    const entries = room.state.record.length
    carries(room, extend)
    expect(room.state.clock?.endsAt).toBe(before + 420_000)
    expect(room.state.record.length).toBe(entries + 2)
    // M9: whoever moved it, the chair's last step is not this one.
    room.when(CHAIR, { type: 'undoLastStep' }).isRefused('nothing-to-undo')
  })

  test('M5 in a room that is played faster an extension and a caucus are as much shorter as its phases', () => {
    const room = carries(given(smallSeminar({ speed: 30 })).enters('floor'), extend)
    // Seven minutes at thirty times class speed.
    expect(room.events('ClockExtended')).toMatchObject([{ seconds: 14 }])
    const stopped = carries(given(smallSeminar({ speed: 30 })).enters('floor'), caucus)
    expect(stopped.state.clock?.caucusUntil).toBe(instantOf(10))
  })

  test('M5 a caucus stops floor and clock, opens bilaterals, and ends by itself or by the chair', () => {
    const room = given().enters('floor').does(BEN, hand())
    const bilateral: Written = { type: 'speakInBilateral', between: 'us-jp', text: 'Between us.' }
    room.when(BEN, bilateral).isRefused('wrong-phase')
    const endsAt = room.state.clock?.endsAt ?? 0
    carries(room, caucus)
    room.when(BEN, bilateral).isAllowed()
    room.when(CHAIR, { type: 'grantFloor', seat: 'us.treasury' }).isRefused('clock-paused')
    expect(taskOf(room.state, personId.parse('emi'), 0).kind).toBe('talk-in-caucus')
    room.when(CLOCK, { type: 'resumeClock' }, 299).isRefused('not-current')
    const early = given().enters('floor')
    carries(early, caucus).does(CHAIR, { type: 'resumeClock' }, 60).when(BEN, bilateral).isRefused('wrong-phase')
    room.runs(301)
    expect(room.state.clock).toMatchObject({ pausedAt: null, caucusUntil: null, endsAt: endsAt + 300_000 })
    room.when(BEN, bilateral).isRefused('wrong-phase')
  })

  test('M5 M9 what the chair ruled carried is taken back like a pause of its own', () => {
    const room = given().enters('floor').does(AMARA, caucus)
    room.does(CHAIR, rules(room, true)).does(CHAIR, { type: 'undoLastStep' }, 30)
    expect(room.state.clock).toMatchObject({ pausedAt: null, caucusUntil: null })
    expect(openMotion(room.state)).toBeNull()
  })

  test('M5 P12 a caucus ruled carried in a pause is taken back alone, and one that was ended goes on with the time it had', () => {
    const room = given().enters('floor').does(AMARA, caucus).does(CHAIR, { type: 'pauseClock' }, 5)
    room.does(CHAIR, rules(room, true), 10).does(CHAIR, { type: 'undoLastStep' }, 30)
    expect(room.state.clock).toMatchObject({ pausedAt: instantOf(5), caucusUntil: null })
    room.does(CHAIR, { type: 'resumeClock' }, 45)
    expect(room.state.clock).toMatchObject({ pausedAt: null, endsAt: instantOf(440) })
    const ended = carries(given().enters('floor'), caucus).does(CHAIR, { type: 'resumeClock' }, 60)
    ended.does(CHAIR, { type: 'undoLastStep' }, 80)
    // Of its five minutes one had passed.
    expect(ended.state.clock).toMatchObject({ pausedAt: instantOf(80), caucusUntil: instantOf(320) })
    ended.runs(321)
    // Sixty seconds of caucus, and another two hundred and forty: twenty were floor.
    expect(ended.state.clock).toMatchObject({ pausedAt: null, caucusUntil: null, endsAt: instantOf(700) })
  })

  test('M5 once the debate on a clause is closed no other words come, and the rest goes on', () => {
    const room = carries(given().enters('negotiation'), close)
    room.when(BEN, draft()).isRefused('clause-closed')
    for (const by of [AMARA, CHAIR]) room.when(by, put()).isRefused('clause-closed')
    room.when(AMARA, put('common-ground')).isAllowed()
    room.when(AMARA, close).isRefused('clause-closed')
    room.when(DAIKI, standsOn('us-1', 'gap')).isAllowed()
    room.agrees('gap').when(AMARA, { type: 'initialClause', clause: 'gap' }).isAllowed()
    room.when(AMARA, { type: 'reopenDebate', clause: 'gap' }).isRefused('not-the-chair')
    room.when(CHAIR, { type: 'reopenDebate', clause: 'common-ground' }).isRefused('nothing-changed')
    room.does(CHAIR, { type: 'reopenDebate', clause: 'gap' }).when(BEN, draft()).isAllowed()
  })

  test('M6 what a delegation said in a straw poll it alone hears until the debrief, and everybody the counts', () => {
    const room = carries(given().enters('negotiation'), poll)
    room.when(BEN, casts(room, true)).isRefused('not-the-head')
    room.when(AMARA, says(room, true)).isRefused('no-such-motion')
    room.when(CHAIR, rules(room, true)).isRefused('no-such-motion')
    room.does(AMARA, casts(room, false))
    room.when(AMARA, casts(room, true)).isRefused('nothing-changed')
    expect(room.hearersOf('StrawCast')).toEqual(['chair', 'amara', 'ben', 'cleo'])
    expect(room.hearersOf('StrawSealed')).toContain('stage')
    const heard = (name: string) => openMotion(room.as(room.viewerOf(name)))?.poll
    expect([heard('cleo'), heard('fen')]).toEqual([{ us: false }, { us: null }])
    room.does(DAIKI, casts(room, true))
    room
      .when(FEN, casts(room, true))
      .happens(
        { type: 'StrawCast', delegation: 'cn', yes: true },
        { type: 'StrawSealed', delegation: 'cn' },
        { type: 'StrawPollEnded', inFavour: 2, against: 1, silent: 0, cause: 'all-cast' },
      )
    room.runs(95)
    expect(room.events('StrawPollEnded')).toMatchObject([{ inFavour: 1, against: 1, silent: 1, cause: 'time' }])
    expect(openMotion(room.state)).toBeNull()
    expect(room.state.clauses.find(({ key }) => key === 'gap')?.initials).toEqual([])
    room.enters('debrief')
    expect(room.hearersOf('StrawCast')).toContain('guo')
  })

  test('M6 what one delegation said alone is told to nobody else', () => {
    for (const yes of [true, false]) {
      const room = carries(given().enters('negotiation'), poll)
      room.does(AMARA, casts(room, yes)).runs(95)
      expect(room.events('StrawPollEnded')).toMatchObject([{ inFavour: 0, against: 0, silent: 2, cause: 'time' }])
      expect(paragraphs(room.state).at(-1)).toMatchObject({ sentence: { key: 'straw-poll', alone: true } })
    }
    const nobody = carries(given().enters('negotiation'), poll).runs(95)
    expect(nobody.events('StrawPollEnded')).toMatchObject([{ inFavour: 0, against: 0, silent: 3 }])
    expect(paragraphs(nobody.state).at(-1)).toMatchObject({ sentence: { key: 'straw-poll', alone: false } })
  })

  test('M8 a ruling is appealed once; overturned, its own entry stays as it was', () => {
    const room = given().enters('floor').does(BEN, hand('point-of-order'))
    room.does(CHAIR, { type: 'rulePoint', seat: 'us.treasury', upheld: false, words: null })
    const ruling = room.state.rulings[0]?.no ?? 0
    const entry = room.state.record.at(ruling - 1)
    const appeal = moves({ kind: 'appeal', ruling })
    room.does(AMARA, appeal).when(CHAIR, rules(room, false)).isRefused('appeal-of-ruling')
    for (const by of [DAIKI, FEN]) room.does(by, says(room, true))
    expect(room.state.rulings).toMatchObject([{ no: ruling, upheld: false, appeal: 'carried' }])
    expect(room.state.record.at(ruling - 1)).toBe(entry)
    room.when(AMARA, appeal).isRefused('already-appealed')
  })

  test('N1 a head is asked for an answer, and nobody else is', () => {
    const room = given().enters('floor').does(AMARA, extend)
    const asked = (name: string) => taskOf(room.state, personId.parse(name), instantOf(0)).kind
    expect(['amara', 'daiki', 'emi', 'fen', 'hana'].map(asked)).toEqual([
      ...['ask-for-floor', 'answer-motion', 'ask-for-floor', 'answer-motion'],
      'watch',
    ])
    room.does(DAIKI, says(room, true))
    expect(asked('daiki')).toBe('ask-for-floor')
  })

  test('U2 understudies answer by what they want, and a straw poll, so that nothing waits for them', () => {
    const played = (motion: Written) => {
      const room = opened(smallSeminar({ understudies: true }))
        .seats({ amara: 'us.state' })
        .enters('negotiation')
      room.does(AMARA, motion)
      for (;;) {
        const move = understudyMove(room.state, smallScenario())
        if (!move || !openMotion(room.state)) return room
        room.does(move.by, move.command, Math.max(1, (move.at - instantOf(0)) / 1000))
      }
    }
    const outcomes = (motion: Written) => played(motion).events('MotionDecided')
    expect(outcomes(extend)).toMatchObject([{ outcome: 'carried', by: 'answers' }])
    expect(outcomes(close)).toMatchObject([{ outcome: 'not-carried', by: 'answers' }])
    const polled = played(poll)
    const cast = polled.events('StrawCast').map((event) => 'delegation' in event && event.delegation)
    expect(new Set(cast)).toEqual(new Set(['jp', 'cn']))
  })
})
