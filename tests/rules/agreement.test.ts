// Two graders: agreement by the published formula, who is graded twice, and what may be chosen (rule J8).
import { expect, test } from 'vitest'
import { agreementOf, gradedTwice, type LevelPair, meanLevel, sampleOf } from '#simulation/reading/agreement'

/**
 * Cohen (1968): κw = 1 − Σij wij oij / Σij wij eij, with oij the share of pairs (i, j), eij the product of the shares of i among the first and
 * j among the second, and wij = (i − j)² / (k − 1)², the squared weights of R's irr::kappa2 and the default of psych::cohen.kappa.
 */
function byMatrix(pairs: readonly LevelPair[]): number | null {
  const levels = [0, 1, 2, 3, 4]
  const share = (is: (pair: LevelPair) => boolean) => pairs.filter(is).length / pairs.length
  let [observed, expected] = [0, 0]
  for (const i of levels)
    for (const j of levels) {
      const weight = (i - j) ** 2 / 16
      observed += weight * share(([a, b]) => a === i && b === j)
      expected += weight * share(([a]) => a === i) * share(([, b]) => b === j)
    }
  return expected === 0 ? null : 1 - observed / expected
}

test('J8 agreement is exact, within one, and quadratic weighted kappa', () => {
  // By hand: the differences squared are 0, 1, 0, 1, so their mean is 1/2. Each of 0, 1, 2, 4 with each of 0, 2, 2, 3: 17 + 7 + 5 + 25 = 54,
  // over 16 pairs 27/8. Kappa is 1 − (1/2) / (27/8) = 23/27.
  const four: LevelPair[] = [
    [0, 0],
    [1, 2],
    [2, 2],
    [4, 3],
  ]
  expect(agreementOf(four)).toEqual({ n: 4, exact: 0.5, withinOne: 1, kappa: expect.closeTo(23 / 27, 12) })
  // By hand: squares 16, 16, mean 16; all four pairs 0, 16, 16, 0, mean 8; kappa is 1 − 16/8 = −1.
  expect(
    agreementOf([
      [0, 4],
      [4, 0],
    ]),
  ).toEqual({ n: 2, exact: 0, withinOne: 0, kappa: -1 })
  expect(
    agreementOf([
      [3, 3],
      [3, 3],
    ]),
  ).toEqual({ n: 2, exact: 1, withinOne: 1, kappa: null })
  expect(agreementOf([])).toEqual({ n: 0, exact: null, withinOne: null, kappa: null })
  let seed = 7
  const lot = () => (seed = (seed * 48_271) % 2_147_483_647)
  for (let round = 0; round < 200; round += 1) {
    const pairs = Array.from({ length: 1 + (lot() % 30) }, (): LevelPair => [lot() % 5, lot() % 5])
    const [own, published] = [agreementOf(pairs).kappa, byMatrix(pairs)]
    if (published === null) expect(own).toBeNull()
    else expect(own).toBeCloseTo(published, 10)
  }
})

test('J8 a half of the mean goes up, and a sample is so many of a hundred, the same whoever asks', () => {
  expect(
    (
      [
        [2, 3],
        [0, 4],
        [1, 1],
        [3, 4],
      ] as LevelPair[]
    ).map(meanLevel),
  ).toEqual([3, 2, 1, 4])
  const ids = Array.from({ length: 23 }, (_, index) => `id-${String((index * 7) % 23).padStart(2, '0')}`)
  expect([0, 1, 20, 100].map((percent) => sampleOf(ids, percent).size)).toEqual([0, 1, 5, 23])
  expect(sampleOf(ids.toReversed(), 20)).toEqual(sampleOf(ids, 20))
  for (const one of sampleOf(ids, 20)) expect(sampleOf(ids, 50).has(one)).toBe(true)
})

test('J8 a student is graded twice once both gave every level, and what was given after the choice is in no agreement', () => {
  const criteria = ['role', 'text']
  const given = (criterion: string, level: number, at: number, participantId = 'mei') => ({
    ...{ participantId, criterion, level, at: new Date(at) },
  })
  const first = [given('role', 1, 1), given('text', 2, 2), given('role', 3, 3)]
  const second = [given('role', 4, 4), given('text', 4, 5)]
  const twice = (more: Partial<Parameters<typeof gradedTwice>[2]>) =>
    gradedTwice(['mei', 'omar'], () => criteria.map((key) => ({ key })), { first, second, chosen: [], ...more })
  expect(twice({ second: second.slice(0, 1) })).toEqual([])
  const pairs = [
    [3, 4],
    [2, 4],
  ]
  expect(twice({})).toEqual([{ id: 'mei', criteria, pairs, choice: null }])
  const chosen = [
    { participantId: 'mei', choice: 'mean' as const, at: new Date(6) },
    { participantId: 'mei', choice: 'second' as const, at: new Date(8) },
  ]
  expect(twice({ first: [...first, given('text', 3, 7)], second: [...second, given('role', 0, 7)], chosen })).toEqual([
    { id: 'mei', criteria, pairs, choice: 'second' },
  ])
})
