// Evidence of learning: who answers what and when, who hears it, what is asked together with the own view, and what changed in a class (V3,
// V4). The statistics are held to R 4.5.0.
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { LEARNING_ITEMS, personId } from '#simulation/kernel/ids'
import { type BeforeAfter, pairedChange, tQuantile } from '#simulation/kernel/paired'
import { formAt, formOf } from '#simulation/questions/stances'
import { learningFinding, learningRows, learningSheet, rightAnswers } from '#simulation/reading/positions/learning'
import { ownViewsMarked } from '#simulation/reading/positions/own-view'
import { replayRecord } from '#simulation/reading/record/replay-check'
import { nowFor } from '#simulation/reading/talk/now'
import { recorded } from '#simulation/shapes/record'
import { assigned, HOMEWORK_AGENDAS } from '../support/assignments'
import { AMARA, BEN, CHAIR, closing, DAIKI, FEN, files, opening, smallSeminar } from '../support/cast'
import { outcome } from '../support/forks'
import { given, instantOf, opened, type Room } from '../support/given'
import { AFTER, BEFORE, learns, learnt } from '../support/learners'

const asking = () => smallSeminar({ learning: true })
const FORMS = { A: asking().papers.learning ?? [], B: asking().papers.learningB ?? [] }
const answer = (item: number, option: number) => ({ type: 'answerKnowledge', item, option }) as const
/** What is right of what Amara is asked at this time. */
const rightOf = (room: Room, when: 'before' | 'after') => FORMS[formOf(room.state.plan, personId.parse('amara'), when)]
const answersAll = (room: Room, by: string) => {
  for (const [item, option] of FORMS.A.entries()) room.does(by, answer(item, option))
}

describe('asking', () => {
  test('V3 each question is answered once before and once after, in private, and what is right is told with the last', () => {
    const room = given(asking())
    room.does(AMARA, answer(0, ((rightOf(room, 'before')[0] ?? 0) + 1) % 4))
    room.when(AMARA, answer(0, 2)).isRefused('answered-once')
    room.when(AMARA, answer(1, 4)).isRefused('no-such-item')
    room.when(CHAIR, answer(1, 1)).isRefused('not-seated')
    expect(room.hearersOf('KnowledgeAnswered')).toEqual(['chair', 'amara'])
    room.enters('briefing')
    const [before, after] = [rightOf(room, 'before'), rightOf(room, 'after')]
    for (const item of [1, 2, 3]) room.does(AMARA, answer(item, before[item] ?? 0))
    room.when(BEN, answer(1, 1), 300).isRefused('phase-ended')
    const heard = () => JSON.stringify(room.as(room.viewerOf('amara')))
    expect(heard()).not.toContain('"right"')
    expect(room.state.knowledgeTold).toEqual({})
    room.enters('caucus').when(BEN, answer(1, 1)).isRefused('wrong-phase')
    room.enters('reflection')
    for (const item of [3, 2, 1]) room.does(AMARA, answer(item, after[item] ?? 0))
    expect(room.state.knowledgeTold).toEqual({})
    expect(room.as(room.viewerOf('amara')).papers).toBeNull()
    room.does(AMARA, answer(0, after[0] ?? 0))
    const own = room.as(room.viewerOf('amara'))
    expect(own.knowledgeTold).toEqual({ amara: FORMS })
    expect([
      rightAnswers(own, personId.parse('amara'), 'before'),
      rightAnswers(own, personId.parse('amara'), 'after'),
    ]).toEqual([3, 4])
    expect(room.as(room.viewerOf('ben'))).toMatchObject({ knowledge: {}, knowledgeTold: {}, papers: null })
  })

  test('V3 a room that does not ask takes neither answers nor how sure somebody is', () => {
    const room = given().does(AMARA, { type: 'markStance', round: 'framing', value: 1, sure: 4 })
    room.when(AMARA, answer(0, 0)).isRefused('no-such-item')
    expect(room.state.sureness).toEqual({})
    expect(room.state.plan.learning).toBeUndefined()
    expect(room.state.papers?.learning).toBeUndefined()
    expect(learningSheet([room.state])).toBeNull()
  })

  test('V3 the plan that everybody hears holds no right answer', () => {
    const { plan, papers } = asking()
    for (const form of [plan.learning, plan.learningB])
      expect(form?.map((item) => Object.keys(item))).toEqual(
        Array.from({ length: LEARNING_ITEMS }, () => ['ask', 'options']),
      )
    for (const form of [papers.learning, papers.learningB]) expect(form).toHaveLength(LEARNING_ITEMS)
    expect(opened(asking()).as({ kind: 'stage' }).papers).toBeNull()
  })

  test('V3 a lot over the person gives one form before and the other after, alike at every table, and each to about half', () => {
    const [room, other] = [opened(asking()), opened(smallSeminar({ learning: true, seed: 8 }))]
    const people = Array.from({ length: 400 }, (_, place) => personId.parse(`cm${place * 7919}x`))
    const first = people.map((person) => formOf(room.state.plan, person, 'before'))
    expect(people.map((person) => formOf(room.state.plan, person, 'after'))).toEqual(
      first.map((form) => (form === 'A' ? 'B' : 'A')),
    )
    expect(people.map((person) => formOf(other.state.plan, person, 'before'))).toEqual(first)
    const had = first.filter((form) => form === 'A').length
    expect(had).toBeGreaterThan(150)
    expect(had).toBeLessThan(250)
  })

  test('V3 a score is that of the form that was answered: whoever knows all of both has all right at both times', () => {
    const room = opened(asking())
    const people = Array.from({ length: 12 }, (_, place) => place)
    const knows = { ...BEFORE, knowledge: people.map(() => 4) }
    for (const place of people) learns(room, place, knows)
    room.enters('reflection')
    for (const place of people) learns(room, place, knows)
    const scores = people.map((place) => {
      const own = room.as(room.viewerOf(`learner${place}`))
      const person = personId.parse(`learner${place}`)
      return [own, room.state].map((state) => [
        rightAnswers(state, person, 'before'),
        rightAnswers(state, person, 'after'),
      ])
    })
    expect(scores).toEqual(people.map(() => Array.from({ length: 2 }, () => [4, 4])))
    expect(new Set(Object.values(room.state.knowledgeForms)).size).toBe(2)
    // No place is right in both forms: whoever scored by the wrong one would find nothing right.
    expect(FORMS.A.filter((option, item) => option === FORMS.B[item])).toEqual([])
  })

  test('V3 a record whose people are named anew is the same record, and nobody has one form twice', () => {
    const room = opened(asking())
    const people = Array.from({ length: 12 }, (_, place) => place)
    const knows = { ...BEFORE, knowledge: people.map(() => 4) }
    for (const place of people) learns(room, place, knows)
    room.enters('reflection')
    for (const place of people) learns(room, place, knows)
    const rows = z.array(recorded).parse(JSON.parse(JSON.stringify(room.rows).replaceAll('learner', 'p')))
    expect(outcome(replayRecord(rows))).not.toHaveProperty('row')
    const other = opened(asking()).does(AMARA, { ...answer(0, 1), form: 'B' })
    other.when(AMARA, { ...answer(1, 1), form: 'A' }).isRefused('no-such-item')
    other.does(AMARA, answer(1, 1)).enters('reflection')
    expect(formAt(other.state, personId.parse('amara'), 'before')).toBe('B')
    expect(formAt(other.state, personId.parse('amara'), 'after')).toBe('A')
  })

  test('V3 a room of one form, as all were before, asks the same questions twice and scores them by it', () => {
    const { plan, papers, ...rest } = asking()
    const [{ learningB: _, ...oldPlan }, { learningB: __, ...oldPapers }] = [plan, papers]
    const room = given({ ...rest, plan: oldPlan, papers: oldPapers })
    answersAll(room, AMARA)
    room.enters('reflection')
    answersAll(room, AMARA)
    expect(room.state.knowledgeForms).toEqual({})
    expect(room.state.knowledgeTold).toEqual({ amara: { A: FORMS.A } })
    for (const when of ['before', 'after'] as const)
      expect(rightAnswers(room.state, personId.parse('amara'), when)).toBe(4)
  })

  test('V3 H10 a week asks for own views and the questions at both times', () => {
    for (const agenda of HOMEWORK_AGENDAS) {
      const { room } = assigned({
        ...{ agenda, rounds: ['framing', 'deterrence'], chairs: { us: 1, jp: 1, cn: 1 }, observers: 1, lateHours: 48 },
        ...{
          understudies: true,
          postFirst: true,
          learning: true,
          cases: false,
          without: [],
          counts: [],
          empty: [],
          idle: [],
        },
      })
      const asked = room.state.plan.phases.flatMap(({ kind, requires }) =>
        requires.flatMap(({ what, count }) =>
          what === 'own-view' || what === 'knowledge' ? [[kind, what, count]] : [],
        ),
      )
      expect(asked).toEqual([
        ['briefing', 'own-view', 2],
        ['briefing', 'knowledge', 4],
        ['reflection', 'own-view', 2],
        ['reflection', 'knowledge', 4],
      ])
    }
  })

  test('N4 the questions are asked with the own view, and the desk counts who has done all of it', () => {
    const room = given(asking()).enters('briefing')
    const task = () => nowFor(room.state, personId.parse('amara'), instantOf(1)).task
    expect(task()).toEqual({ kind: 'own-view', when: 'before', left: 6, of: 6 })
    for (const round of ['framing', 'regional-order'])
      room.does(AMARA, { type: 'markStance', round, value: 1, sure: 2 })
    expect(task()).toMatchObject({ left: 4 })
    expect(ownViewsMarked(room.state)).toMatchObject({ marked: 0 })
    answersAll(room, AMARA)
    expect(task()).toMatchObject({ kind: 'read-brief' })
    expect(ownViewsMarked(room.state)).toMatchObject({ marked: 1 })
    // Moved without a word of how sure, it is as sure as before.
    room.does(AMARA, { type: 'markStance', round: 'framing', value: 2 })
    expect(room.state.sureness['amara/before/framing']).toBe(2)
  })
})

describe('what changed', () => {
  const pairs = (before: readonly number[], after: readonly number[]): BeforeAfter[] =>
    before.map((value, index) => [value, after[index] ?? 0])
  const expectChange = (change: ReturnType<typeof pairedChange>, values: readonly number[]) => {
    const { before = 0, after = 0, change: mean = 0, interval } = change ?? {}
    const { low = Number.NaN, high = Number.NaN } = interval ?? {}
    for (const [place, value] of [before, after, mean, low, high].entries())
      expect(value).toBeCloseTo(values[place] ?? Number.NaN, 9)
  }

  // R: format(qt(0.975, df), digits = 15)
  test.each([
    [1, 12.7062047361747],
    [2, 4.30265272974946],
    [3, 3.18244630528371],
    [4, 2.77644510519779],
    [9, 2.2621571627982],
    [23, 2.06865761041905],
    [30, 2.04227245630124],
    [99, 1.98421695158642],
    [399, 1.96592729592088],
  ])('V4 the quantile of t with %i degrees of freedom is R’s', (degrees, quantile) => {
    expect(tQuantile(degrees)).toBeCloseTo(quantile, 12)
  })

  // R: r <- t.test(after, before, paired = TRUE); c(mean(before), mean(after), r$estimate, r$conf.int)
  test('V4 means, change and interval are those of R’s paired t test', () => {
    expectChange(pairedChange(pairs([1, 0, 2, 1, 3], [3, 2, 2, 3, 4])), [1.4, 2.8, 1.4, 0.2894219579, 2.5105780421])
    expectChange(
      pairedChange(pairs(BEFORE.knowledge, AFTER.knowledge)),
      [1.583333333333333, 2.666666666666667, 1.083333333333333, 0.732980806690033, 1.433685859976634],
    )
    expect(pairedChange([[1, 2]])).toBeNull()
  })

  test('V4 where all change alike there is no interval, and nothing is said to have risen or fallen', () => {
    expect(pairedChange(pairs([1, 2, 3], [2, 3, 4]))).toMatchObject({ change: 1, interval: null })
    const sheet = learningSheet(learnt(24))
    if (!sheet) throw new Error('Nothing was asked.')
    const said = (before: readonly number[], after: readonly number[]) =>
      learningFinding({ ...sheet, knowledge: { n: before.length, change: pairedChange(pairs(before, after)) } }).kind
    expect(said([0, 0, 0, 0, 0], [4, 4, 4, 4, 4])).toBe('alike')
    expect(said([2, 2, 2, 2, 2], [2, 2, 2, 2, 2])).toBe('alike')
    expect(said([0, 1, 0, 0, 0], [4, 4, 4, 4, 4])).toBe('rose')
    expect(said([4, 4, 4, 4, 4], [0, 1, 0, 0, 0])).toBe('fell')
  })

  test('V4 a class of twenty-four at two tables, paired by person, is what R says of it', () => {
    const sheet = learningSheet(learnt(24))
    expect(sheet).toMatchObject({ tables: { over: 2, of: 2 }, people: 24, knowledge: { n: 24 }, sure: { n: 24 } })
    expectChange(sheet?.knowledge.change ?? null, [1.5833333333, 2.6666666667, 1.0833333333, 0.7329808067, 1.43368586])
    const had = Array.from({ length: 24 }, (_, place) =>
      formOf(asking().plan, personId.parse(`learner${place}`), 'before'),
    )
    expect(sheet?.forms).toEqual({
      A: had.filter((form) => form === 'A').length,
      B: had.filter((form) => form === 'B').length,
    })
    expectChange(sheet?.sure.change ?? null, [2.8333333333, 3.5416666667, 0.7083333333, 0.3457476432, 1.0709190235])
    expect(sheet?.views.map(({ round, moved }) => [round.key, moved.n])).toEqual([
      ['framing', 24],
      ['regional-order', 24],
    ])
    const framing = sheet?.views[0]?.moved.change ?? null
    expectChange(framing, [-0.0208333333, 0.3125, 0.3333333333, 0.0118278053, 0.6548388614])
  })

  test('V4 of four people nothing is said but how many they are, and there is no file', () => {
    const tables = learnt(4)
    const sheet = learningSheet(tables)
    expect(sheet).toMatchObject({ people: 4, knowledge: { n: 4, change: null }, sure: { n: 4, change: null } })
    expect(sheet?.views.every(({ moved }) => moved.n === 4 && moved.change === null)).toBe(true)
    expect(learningRows(tables).learners).toEqual([])
    expect(learningRows(learnt(5)).learners).toHaveLength(5)
  })

  test('V4 only those who gave both count, tables of which it is not over count nothing, and nobody taken out does', () => {
    const room = opened(asking())
    for (let place = 0; place < 6; place += 1) learns(room, place, BEFORE)
    room.enters('reflection')
    for (let place = 1; place < 6; place += 1) learns(room, place, AFTER)
    expect(learningSheet([room.state])).toMatchObject({ tables: { over: 0, of: 1 }, people: 0, knowledge: { n: 0 } })
    room.does(CHAIR, { type: 'endPhase', index: room.state.agenda.index })
    expect(learningSheet([room.state])).toMatchObject({ tables: { over: 1, of: 1 }, people: 6, knowledge: { n: 5 } })
    expect(learningSheet([room.state, opened().state])).toMatchObject({ tables: { of: 1 }, knowledge: { n: 5 } })
    const removed = { ...room.state, removed: [personId.parse('learner1')] }
    expect(learningSheet([removed])).toMatchObject({ people: 5, knowledge: { n: 4, change: null } })
  })

  test('V4 whoever changed tables is paired all the same', () => {
    const [first, second] = [opened(asking()), opened(asking())]
    for (let place = 0; place < 5; place += 1) learns(first, place, BEFORE)
    for (const room of [first, second]) room.enters('reflection')
    for (let place = 0; place < 5; place += 1) learns(second, place, AFTER)
    for (const room of [first, second]) room.does(CHAIR, { type: 'endPhase', index: room.state.agenda.index })
    expect(learningSheet([first.state])).toMatchObject({ knowledge: { n: 0 } })
    expect(learningSheet([first.state, second.state])).toMatchObject({ people: 5, knowledge: { n: 5 } })
  })

  test('V4 the guesses of people stand beside it, at both stages', () => {
    const room = given(asking()).enters('caucus')
    room
      .does(AMARA, files({ ...opening(2), guesses: { jp: -2, cn: -3 } }))
      .does(DAIKI, files({ ...opening(-1), guesses: { us: 3, cn: 0 } }))
      .does(FEN, files({ ...opening(-3), guesses: { us: 0, jp: 0 } }))
    room
      .enters('caucus', 2)
      .does(AMARA, files({ ...closing(1), guesses: { jp: 0, cn: -2 } }))
      .does(DAIKI, files({ ...closing(0), guesses: { us: 1, cn: -1 } }))
      .does(FEN, files({ ...closing(-2), guesses: { us: 1 } }))
      .enters('reflection')
    room.does(CHAIR, { type: 'endPhase', index: room.state.agenda.index })
    // Off at the opening: us of jp 1, us of cn 0, jp of us 1, jp of cn 3, cn of us 2; at the close: 0, 0, 0, 1, 0. Of jp, cn guessed once.
    const { n, change } = learningSheet([room.state])?.guesses ?? {}
    expect(n).toBe(5)
    expect([change?.before, change?.after]).toEqual([1.4, 0.2])
  })
})
