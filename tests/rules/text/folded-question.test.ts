// The question of a tension that is folded into a round (rule P16): the room turns to it once, at the second of the plan.
import { describe, expect, test } from 'vitest'
import { defaultChoices, planSeminar } from '#simulation/planning/planning'
import { paragraphs } from '#simulation/reading/log/transcript'
import { foldedNow, questionNow } from '#simulation/reading/talk/question'
import { AMARA, CHAIR } from '../../support/cast'
import { given, instantOf, type Room } from '../../support/given'
import { chinaGap } from '../../support/stories/china-gap'

const planned = () =>
  planSeminar(chinaGap(), { ...defaultChoices(chinaGap(), 'seminar-90', 7), understudies: false, observers: ['Press'] })
const questionOf = (key: string) => chinaGap().tensions.find((tension) => tension.key === key)?.question ?? ''
const turned = (room: Room) => room.rows.filter(({ event }) => event.type === 'QuestionTurned')

describe('a folded question', () => {
  test('P16 the room turns to it at its second, once, as an entry that everybody hears', () => {
    // The second round's floor turns after 160 seconds.
    const room = given(planned()).enters('floor', 2).runs(159)
    expect(turned(room)).toEqual([])
    expect(questionNow(room.state)).toBe(questionOf('deterrence'))
    room.runs(170)
    expect(turned(room).map(({ at, by }) => [at, by])).toEqual([[instantOf(160), 'clock']])
    expect(room.hearersOf('QuestionTurned')).toContain('stage')
    const question = questionOf('reassurance')
    expect(paragraphs(room.state).at(-1)).toMatchObject({ sentence: { key: 'question-turned', question } })
    expect([questionNow(room.state), foldedNow(room.state, instantOf(170))?.key]).toEqual([question, 'reassurance'])
    room.runs(300)
    expect(turned(room)).toHaveLength(1)
    room.enters('caucus', 4)
    expect(room.state.turnedTo).toBeNull()
  })

  test('P16 pauses are not counted, and nobody but the clock turns to it', () => {
    const room = given(planned()).enters('floor', 2).runs(100).does(CHAIR, { type: 'pauseClock' })
    room.runs(400).does(CHAIR, { type: 'resumeClock' }).runs(459)
    expect(turned(room)).toEqual([])
    const turn = { type: 'turnQuestion', phase: room.state.agenda.index, to: 'reassurance' } as const
    for (const by of [CHAIR, AMARA]) room.when(by, turn).isRefused('not-current')
    room.when('clock', { ...turn, to: 'framing' }).isRefused('not-current')
    room.runs(461)
    expect(turned(room).map(({ at }) => at)).toEqual([instantOf(460)])
  })

  test('P16 P12 a phase whose end is taken back does not turn again', () => {
    const room = given(planned()).enters('floor', 2).runs(200)
    room.does(CHAIR, { type: 'endPhase', index: room.state.agenda.index }).does(CHAIR, { type: 'undoLastStep' }, 210)
    expect(questionNow(room.state)).toBe(questionOf('reassurance'))
    room.runs(300)
    expect(turned(room)).toHaveLength(1)
  })

  test('P16 in a plan of before there is no entry, and the second half of the floor is about it', () => {
    const { plan, ...rest } = planned()
    const phases = plan.phases.map(({ foldsAtSeconds: _, ...phase }) => phase)
    const room = given({ ...rest, plan: { ...plan, phases } })
      .enters('floor', 2)
      .runs(200)
    expect(turned(room)).toEqual([])
    expect(foldedNow(room.state, instantOf(159))).toBeNull()
    expect(foldedNow(room.state, instantOf(161))?.key).toBe('reassurance')
  })

  test('P16 the ninety minutes put the gap in their last round and the open lines in its second half', () => {
    const { plan } = planned()
    expect(plan.rounds.map(({ key, folded }) => [key, ...folded.map((each) => each.key)])).toEqual([
      ['approach', 'framing'],
      ['deterrence', 'reassurance'],
      ['interdependence', 'cptpp'],
      ['regional-order', 'guardrails'],
    ])
    expect(plan.phases.find(({ kind }) => kind === 'negotiation')?.foldsAtSeconds).toBe(270)
    expect(planned().chairPlan?.news.map(({ key }) => key)).toContain('ally-memo')
  })
})
