/** The rubric of an activity: its sum by another way of counting, what may be wrong with it, and which version counts (rules J9–J11). */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  columnsOf,
  criteriaFor,
  equalWeight,
  newestAt,
  type Rubric,
  type Rubrics,
  reachFault,
  recalculated,
  rubricFaults,
  rubricOf,
  sumOfLevels,
  withShare,
} from '#simulation/reading/log/rubric'
import { gradeOf } from '#simulation/reading/marks/grades'
import { CHINA_GAP_RUBRIC, rubricWith } from '../../support/files/rubrics'

const drawn = fc
  .record({
    scale: fc.integer({ min: 2, max: 7 }),
    halves: fc.integer({ min: 2, max: 2000 }),
    shares: fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 10 }),
    levels: fc.array(fc.nat(6), { minLength: 10, maxLength: 10 }),
  })
  .filter(({ shares }) => shares.some((share) => share > 0))

/** As fractions of whole numbers of any size, one criterion at a time, and rounded once at the end. */
function byFractions({
  halves,
  shares,
  scale,
  levels,
}: {
  halves: number
  shares: readonly number[]
  scale: number
  levels: readonly number[]
}) {
  const all = shares.reduce((sum, share) => sum + BigInt(share), 0n)
  let [above, below] = [0n, 1n]
  for (const [at, share] of shares.entries()) {
    const [part, whole] = [BigInt(share) * BigInt(levels[at] ?? 0) * BigInt(halves), all * BigInt(scale - 1) * 2n]
    ;[above, below] = [above * whole + part * below, below * whole]
  }
  const [hundredths, rest] = [(above * 100n) / below, (above * 100n) % below]
  return Number(hundredths + (rest * 2n >= below ? 1n : 0n)) / 100
}

describe('the sum', () => {
  test('J10 it is each weight times its level out of the highest, times the points, rounded once, a half up', () => {
    let halved = 0
    fc.assert(
      fc.property(drawn, ({ scale, halves, shares, levels }) => {
        const given = levels.map((level) => Math.min(level, scale - 1))
        const names = Array.from({ length: scale }, (_, level) => `Level ${level}`)
        const keys = shares.map((_, at) => `c${at}`)
        const made = rubricWith(keys, { scale: names, points: halves / 2 })
        const rubric = {
          ...made,
          criteria: made.criteria.map((one, at) => ({ ...one, weight: (shares[at] ?? 0) / 100 })),
        }
        const sum = sumOfLevels(rubric, given.slice(0, keys.length))
        const expected = byFractions({ halves, shares, scale, levels: given })
        expect(sum).toBe(expected)
        if (!Number.isInteger(expected)) halved += 1
        expect(
          sumOfLevels(
            rubric,
            keys.map(() => scale - 1),
          ),
        ).toBe(halves / 2)
        expect(
          sumOfLevels(
            rubric,
            keys.map(() => 0),
          ),
        ).toBe(0)
        expect(sumOfLevels(rubric, given.slice(0, keys.length - 1))).toBeNull()
      }),
      { numRuns: 500 },
    )
    expect(halved).toBeGreaterThan(200)
  })

  test('J10 a half goes up, and a criterion of no student is in no sum', () => {
    // 50 % of 1 of 4, of 0.1 … : 0.125 of 1 point, and 0.135 of it.
    const halves = { ...rubricWith(['a', 'b'], { points: 1 }) }
    expect(sumOfLevels(halves, [1, 0])).toBe(0.13)
    const [a, b] = rubricWith(['a', 'b']).criteria
    const rubric: Rubric = {
      ...rubricWith(['a']),
      criteria: [
        { ...b!, subjects: ['position'], weight: 0 },
        { ...a!, weight: 100 },
      ],
    }
    expect(sumOfLevels(rubric, [3])).toBe(3)
    expect(criteriaFor(rubric, 'position').map(({ key }) => key)).toEqual(['b'])
  })

  test('J9 that of a scenario is its levels, added up', () => {
    expect(CHINA_GAP_RUBRIC).toMatchObject({ points: 20 })
    expect(criteriaFor(CHINA_GAP_RUBRIC, 'student').map(({ weight }) => weight)).toEqual([20, 20, 20, 20, 20])
    expect(rubricFaults(CHINA_GAP_RUBRIC)).toEqual([])
    fc.assert(
      fc.property(fc.array(fc.nat(4), { minLength: 1, maxLength: 10 }), (levels) => {
        const rubric = rubricWith(levels.map((_, at) => `c${at}`))
        expect(rubricFaults(rubric)).toEqual([])
        expect(sumOfLevels(rubric, levels)).toBe(levels.reduce((sum, level) => sum + level, 0))
      }),
    )
  })
})

test('J9 what is wrong with a rubric is named where it stands', () => {
  const good = rubricWith(['role', 'text'])
  const [role, text] = good.criteria
  const kinds = (more: Partial<Rubric>) => rubricFaults({ ...good, ...more })
  expect([1, 2.5, 1000].map((points) => kinds({ points }))).toEqual([[], [], []])
  for (const points of [0, 0.5, 2.25, 1000.5, Number.NaN]) expect(kinds({ points })).toEqual([{ kind: 'points' }])
  expect(
    kinds({
      criteria: [
        { ...role!, weight: 60 },
        { ...text!, weight: 30 },
      ],
    }),
  ).toEqual([{ kind: 'weights', sum: 90 }])
  expect(
    kinds({
      criteria: [
        { ...role!, weight: 49.995 },
        { ...text!, weight: 50 },
      ],
    }),
  ).toEqual([{ kind: 'weight', name: 'role' }])
  expect(
    kinds({
      criteria: [
        { ...role!, name: ' ' },
        { ...text!, levels: ['a', 'b', '', 'B', 'e'] },
      ],
    }),
  ).toEqual([
    { kind: 'name', number: 1 },
    { kind: 'level', name: 'text', level: 2 },
    { kind: 'same-level', name: 'text', level: 3 },
  ])
  expect(kinds({ criteria: [role!, { ...text!, name: 'Role ' }] })).toEqual([{ kind: 'same-name', name: 'Role ' }])
  expect(
    kinds({
      criteria: [
        { ...role!, weight: 100 },
        { ...text!, subjects: [] },
      ],
    }),
  ).toEqual([{ kind: 'nobody', name: 'text' }])
  expect(kinds({ criteria: [{ ...role!, subjects: ['position'] }] })).toEqual([{ kind: 'no-student' }])
  expect(kinds({ criteria: [] })).toEqual([{ kind: 'no-criterion' }])
  expect(kinds({ scale: ['None', '', 'Partly', 'none', 'All'] })).toEqual([
    { kind: 'scale', level: 1 },
    { kind: 'same-scale', level: 3 },
  ])
  expect([1, 3, 7].map(equalWeight)).toEqual([100, 33.33, 14.29])
})

describe('a change of the rubric', () => {
  const first = rubricWith(['role', 'text'])
  const heavier: Rubric = {
    ...first,
    criteria: first.criteria.map((one, at) => ({ ...one, weight: at === 0 ? 75 : 25 })),
  }
  const longer: Rubric = { ...rubricWith(['role', 'text', 'rest']), points: 8 }
  const at = (forAll: boolean, rubric: Rubric, when = 10) => ({ at: when, forAll, rubric })
  const since = (...more: Rubrics['versions']): Rubrics => {
    const versions = [at(true, first, 0), ...more]
    return { versions, begun: { mei: newestAt(versions, 5), omar: newestAt(versions, 15) } }
  }

  test('J11 counts for all, or for whom nothing was given before it', () => {
    const all = since(at(true, heavier))
    for (const who of ['mei', 'omar', 'nobody yet']) expect(rubricOf(all, who)).toBe(heavier)
    const some = since(at(false, longer))
    expect(['mei', 'omar', 'nobody yet'].map((who) => rubricOf(some, who))).toEqual([first, longer, longer])
    const both = since(at(true, heavier), at(false, longer, 12))
    expect(['mei', 'omar'].map((who) => rubricOf(both, who))).toEqual([heavier, longer])
    const over = since(at(false, longer), at(true, heavier, 20))
    expect(rubricOf(over, 'mei')).toBe(heavier)
    // What was known at a moment stays what it was.
    expect(rubricOf(over, 'omar', 15)).toBe(longer)
    expect(rubricOf(over, 'mei', 9)).toBe(first)
    expect(columnsOf(first, [{ rubric: longer }, { rubric: first }]).map(({ key }) => key)).toEqual([
      'role',
      'text',
      'rest',
    ])
  })

  const reaches = (rubrics: Rubrics, after: Rubric) =>
    (['all', 'new'] as const).map((reach) => reachFault(rubrics, after, reach))

  test('J11 goes to all while the levels stay as many, and on from now while the points do', () => {
    const fewer = rubricWith(['role', 'text'], { scale: ['No', 'Yes'], points: 8 })
    expect(reaches(since(), heavier)).toEqual([null, null])
    expect(reaches(since(), fewer)).toEqual(['levels', null])
    expect(reaches(since(), { ...first, points: 100 })).toEqual([null, 'points'])
  })

  test('J11 a change for all leaves nobody with a level that was given on a scale of another length', () => {
    const scaled = fc.integer({ min: 2, max: 7 }).map((levels) => {
      const scale = Array.from({ length: levels }, (_, at) => `Level ${at}`)
      return rubricWith(['role', 'text'], { scale, points: 8 })
    })
    const story = fc.record({
      changes: fc.array(fc.tuple(fc.constantFrom('all', 'new'), scaled), { maxLength: 6 }),
      begun: fc.array(fc.nat(70), { minLength: 1, maxLength: 4 }),
    })
    let barred = 0
    fc.assert(
      fc.property(story, ({ changes, begun }) => {
        const people = begun.map((when, at) => [`p${at}`, when] as const)
        let rubrics: Rubrics = { versions: [at(true, first, 0)], begun: {} }
        for (const [index, [reach, rubric]] of changes.entries()) {
          const when = (index + 1) * 10
          const given = people.filter(([, since]) => since < when)
          const places = given.map(([who, since]) => [who, newestAt(rubrics.versions, since)])
          const now: Rubrics = { ...rubrics, begun: Object.fromEntries(places) }
          const next = { ...now, versions: [...now.versions, at(reach === 'all', rubric, when)] }
          const carried = Object.keys(now.begun).every(
            (who) => rubricOf(now, who).scale.length === rubricOf(next, who).scale.length,
          )
          if (reachFault(now, rubric, reach) !== null) barred += 1
          else {
            expect(carried).toBe(true)
            rubrics = next
          }
        }
      }),
    )
    expect(barred).toBeGreaterThan(20)
    const mixed = since(at(false, rubricWith(['role'], { scale: ['No', 'Yes'], points: 8 })))
    expect(reaches(mixed, rubricWith(['text'], { scale: ['A', 'B'], points: 8 }))).toEqual(['levels', null])
  })

  const level = (participantId: string, criterion: string, given: number, when: number) => ({
    ...{ participantId, criterion, level: given, at: when },
  })
  const levels = [
    level('mei', 'role', 1, 5),
    level('mei', 'role', 4, 6),
    level('mei', 'text', 2, 7),
    level('omar', 'role', 4, 15),
  ]

  test('J11 names whose sum it changed, and from what to what', () => {
    expect(recalculated(since(at(true, heavier)), 1, levels)).toEqual([{ id: 'mei', before: 6, after: 7 }])
    expect(recalculated(since(at(true, longer)), 1, levels)).toEqual([{ id: 'mei', before: 6, after: null }])
    expect(recalculated(since(at(false, longer)), 1, levels)).toEqual([])
    const noted = { ...first, note: 'Other words.' }
    expect(recalculated(since(at(true, noted)), 1, levels)).toEqual([])
    // J17: peer reviews may be of other points where the levels are not.
    const shared = recalculated(since(at(true, noted)), 1, levels, ({ rubric }, sum) =>
      withShare(sum, rubric === noted ? 4 : 2, 50),
    )
    expect(shared).toEqual([{ id: 'mei', before: 4, after: 5 }])
  })

  test('J11 leaves what was released as it was read, as a draft that can be released again', () => {
    const marks = levels.filter(({ participantId }) => participantId === 'mei')
    const grade = (rubrics: Rubrics, releasedAt: number | null) =>
      gradeOf({ id: 'mei', rubrics, marks, note: null, releasedAt }, { noPart: 'zero' })
    expect(grade(since(), 8)).toMatchObject({ sum: 6, state: 'released', again: false })
    expect(grade(since(at(true, heavier)), 8)).toMatchObject({ sum: 7, state: 'draft', again: true })
    expect(grade(since(at(true, heavier)), 12)).toMatchObject({ sum: 7, state: 'released' })
    expect(grade(since(at(false, longer)), 8)).toMatchObject({ sum: 6, state: 'released' })
    // Another word changes no sum.
    expect(grade(since(at(true, { ...first, note: 'Other words.' })), 8)).toMatchObject({ state: 'released' })
    // What was released for everybody at once is seen as it stands.
    expect(grade(since(at(true, heavier)), Number.POSITIVE_INFINITY)).toMatchObject({ sum: 7, state: 'released' })
  })
})
