import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planSeminar } from '#simulation/planning/planning'
import { NOBODY_LISTED } from '#simulation/seating/class-tables'
import { lengthText } from '../../../app/courses/[courseId]/new-seminar/lengths'
import { choicesOf, partsOf, totalSeconds } from '../../../app/courses/[courseId]/new-seminar/parts'
import { readSetup } from '../../../app/courses/[courseId]/new-seminar/read-setup'
import { playedIn, type SeminarSetup } from '../../../app/courses/[courseId]/new-seminar/setup'
import { classOf, fresh, scenario, sent } from './given-setup'

test('a draft survives its own address, whatever was chosen in it', () => {
  const setup: SeminarSetup = {
    ...fresh(),
    step: 3,
    minutes: { approach: 1260 },
    lengths: { 'start.briefing.0': 240, 'approach.floor.0': 405 },
    split: 'size',
    size: 12,
    tables: 3,
    spare: 4,
    seating: 'lot',
    understudies: false,
    understudiesWait: true,
    learning: true,
    briefAfterCheck: true,
    practice: true,
    title: 'Week 5 & more',
    door: 'roster',
    lateArrivals: false,
    observers: true,
    chairs: 4,
    students: 25,
  }
  expect(readSetup(sent(setup), scenario, NOBODY_LISTED)).toEqual(setup)
})

test('where the course has a class list the door proposed asks for it, and an address keeps the door that was chosen', () => {
  expect(fresh().door).toBe('roster')
  expect(readSetup({}, scenario, NOBODY_LISTED).door).toBe('code')
  expect(readSetup({ door: 'code' }, scenario, classOf(46)).door).toBe('code')
})

test('an address that makes no sense gives a draft that does', () => {
  const nonsense = {
    agenda: 'x',
    for: 'y',
    round: ['<b>', 'approach'],
    students: '-4',
    chairs: '99',
    step: '9',
    move: 'q:up',
    order: ',,',
  }
  const setup = readSetup(nonsense, scenario, NOBODY_LISTED)
  expect(setup).toMatchObject({ step: 1, chairs: 6, students: 1, tables: 1, agenda: 'seminar-90' })
  expect(() => planSeminar(scenario, choicesOf(setup, scenario, [], 1))).not.toThrow()
})

test('an untouched draft plays the agenda as its author wrote it, to the second', () => {
  for (const agenda of scenario.agendas.filter((candidate) => candidate.kind === 'seminar')) {
    const setup = readSetup({ agenda: agenda.key }, scenario, classOf(18))
    expect(playedIn(setup)).toEqual(agenda.plays)
    expect(totalSeconds(partsOf(scenario, setup))).toBe(agenda.totalSeconds)
  }
})

test('another agenda brings its own rounds, and coming back to a step keeps those chosen', () => {
  const setup = fresh()
  const other = readSetup(sent(setup, { agenda: 'seminar-50' }), scenario, NOBODY_LISTED)
  expect(playedIn(other)).toEqual(['deterrence', 'interdependence', 'regional-order'])
  const fewer = readSetup(sent(setup, { round: ['approach', 'regional-order'] }), scenario, NOBODY_LISTED)
  expect(playedIn(fewer)).toEqual(['approach', 'regional-order'])
})

test('an address from before a scenario could be chosen keeps its rounds, their lengths and its title', () => {
  const setup: SeminarSetup = { ...fresh(), on: ['approach'], minutes: { approach: 1260 }, title: 'Week 5' }
  const { scenario: _, ...older } = sent(setup, { for: setup.agenda })
  expect(readSetup(older, scenario, NOBODY_LISTED)).toEqual(setup)
  const { on, title } = readSetup({ ...older, agenda: 'seminar-50' }, scenario, NOBODY_LISTED)
  expect({ on, title }).toEqual({ on: ['deterrence', 'interdependence', 'regional-order'], title: 'Week 5' })
})

test('a round moves up and down and stays within the list', () => {
  const setup = fresh()
  const [first = '', second = ''] = setup.order
  expect(readSetup(sent(setup, { move: `${second}:up` }), scenario, NOBODY_LISTED).order.slice(0, 2)).toEqual([
    second,
    first,
  ])
  expect(readSetup(sent(setup, { move: `${first}:up` }), scenario, NOBODY_LISTED).order).toEqual(setup.order)
  expect(readSetup(sent(setup, { move: `${setup.order.at(-1)}:down` }), scenario, NOBODY_LISTED).order).toEqual(
    setup.order,
  )
})

test('a length that only repeats what was shown is not a choice, and one that differs is', () => {
  const setup = fresh()
  const given = 'now-approach=15:40,now-deterrence=15:40'
  const read = readSetup(
    sent(setup, { given, 'now-approach': '15:40', 'now-deterrence': '20' }),
    scenario,
    NOBODY_LISTED,
  )
  expect(read.minutes).toEqual({ deterrence: 1200 })
  for (const nonsense of ['', 'x', '7:60', '-3', '1e3'])
    expect(readSetup(sent(setup, { given, 'now-approach': nonsense }), scenario, NOBODY_LISTED).minutes).toEqual({})
})

test('every phase can have its own length, and its round is as long as its phases', () => {
  const lengths = { 'start.caucus.0': '12', 'approach.openings.0': '9:30', 'close.debrief.0': '5' }
  const typed = Object.fromEntries(Object.entries(lengths).map(([key, text]) => [`phase-${key}`, text]))
  const setup = readSetup(sent(fresh(), { given: '', ...typed }), scenario, NOBODY_LISTED)
  expect(setup.lengths).toEqual({ 'start.caucus.0': 720, 'approach.openings.0': 570, 'close.debrief.0': 300 })
  const lengthsOf = (of: SeminarSetup) => partsOf(scenario, of).map(({ label, seconds }) => [label, seconds])
  const own = partsOf(scenario, fresh())
  const openings = own.find(({ label }) => label === 'approach')?.phases.find(({ kind }) => kind === 'openings')
  const longer: Record<string, number> = { approach: 570 - (openings?.seconds ?? 0) }
  const set: Record<string, number> = { caucus: 720, debrief: 300 }
  expect(lengthsOf(setup)).toEqual(
    own.map(({ label, seconds }) => [label, (set[label] ?? seconds) + (longer[label] ?? 0)]),
  )
  // The round's own length, typed later, is shared among its phases anew.
  const again = readSetup(sent(setup, { given: 'now-approach=19:10', 'now-approach': '10' }), scenario, NOBODY_LISTED)
  expect(again.lengths).toEqual({ 'start.caucus.0': 720, 'close.debrief.0': 300 })
  expect(lengthsOf(again)[2]).toEqual(['approach', 600])
})

test('what is shown adds up to what is said, to the second, whatever is chosen', () => {
  const keys = scenario.tensions.map((tension) => tension.key)
  const second = (text: string): number => {
    const [minutes = 0, seconds = 0] = text.split(':').map(Number)
    return minutes * 60 + seconds
  }
  let looked = 0
  fc.assert(
    fc.property(
      fc.shuffledSubarray(keys, { minLength: 1 }),
      fc.dictionary(
        fc.constantFrom(
          'start.briefing.0',
          'start.caucus.0',
          'close.reflection.0',
          ...keys.flatMap((key) => [`${key}.openings.0`, `${key}.caucus.1`]),
        ),
        fc.integer({ min: 15, max: 3_000 }),
      ),
      fc.option(fc.integer({ min: 50, max: 200 })),
      (on, lengths, total) => {
        const chosen = { ...fresh(), on, order: [...on, ...keys.filter((key) => !on.includes(key))], lengths }
        const setup = readSetup(
          sent(chosen, total === null ? {} : { total: String(total), 'given-total': '' }),
          scenario,
          NOBODY_LISTED,
        )
        const parts = partsOf(scenario, setup)
        const said = second(lengthText(totalSeconds(parts)))
        const shown = parts.map(({ seconds }) => second(lengthText(seconds)))
        expect(shown.reduce((sum, part) => sum + part, 0)).toBe(said)
        for (const part of parts)
          expect(part.phases.map(({ seconds }) => second(lengthText(seconds))).reduce((sum, one) => sum + one, 0)).toBe(
            second(lengthText(part.seconds)),
          )
        // The room that is planned lasts as long.
        const { plan } = planSeminar(scenario, choicesOf(setup, scenario, [], 1))
        expect(plan.phases.reduce((sum, phase) => sum + phase.seconds, 0)).toBe(said)
        looked += 1
      },
    ),
    { numRuns: 100 },
  )
  expect(looked).toBe(100)
})

test('a seminar is given seventy-five minutes, and lasts them to the second', () => {
  const setup = readSetup(sent(fresh(), { total: '75', 'given-total': '90' }), scenario, NOBODY_LISTED)
  expect(totalSeconds(partsOf(scenario, setup))).toBe(4500)
  const same = readSetup(sent(fresh(), { total: '90', 'given-total': '90' }), scenario, NOBODY_LISTED)
  expect(same.minutes).toEqual({})
})

test('sharing the time makes all rounds fit the ninety minutes', () => {
  const all = readSetup(
    sent(fresh(), { round: scenario.tensions.map((tension) => tension.key) }),
    scenario,
    NOBODY_LISTED,
  )
  expect(totalSeconds(partsOf(scenario, all))).toBeGreaterThan(5400)
  const shared = readSetup(sent(all, { fit: 'yes' }), scenario, NOBODY_LISTED)
  expect(totalSeconds(partsOf(scenario, shared))).toBe(5400)
})
