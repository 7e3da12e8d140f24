// The sheet of the evidence of learning as it is read, and its file: read back, it gives the same numbers (V4).
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { pairedChange } from '#simulation/kernel/paired'
import { learningRows, learningSheet } from '#simulation/reading/positions/learning'
import { learningCsv } from '../../../app/activities/[activityId]/learning/learning-file'
import { LearningView } from '../../../app/activities/[activityId]/learning/learning-view'
import { learnt } from '../../support/learners'
import { translate } from '../../support/translate'
import { words } from '../drawn-screens'

const TABLES = [
  { id: 'a', name: 'Table 1' },
  { id: 'b', name: 'Table 2' },
]
const drawn = (people: number) => {
  const states = learnt(people)
  const of = { tables: TABLES, table: null, sheet: learningSheet(states) }
  const hasFile = learningRows(states).learners.length > 0
  return words(<LearningView activityId="x" above="The course" {...of} hasFile={hasFile} />)
}

test('twenty-four people: what changed, with its interval, and a file', () => {
  const sheet = drawn(24)
  expect(sheet).toContain('On average 24 people answered 1.1 more of four questions rightly after the talks')
  for (const line of ['+1.1', '+0.7 to +1.4', '1.6', '2.7', '+0.3', '0 to +0.7']) expect(sheet).toContain(line)
  expect(sheet).toMatch(/By lot \d+ of them answered the first form/)
  expect(sheet).toContain('Take it away as CSV')
})

test('four people: too few to say, nothing of what they said, and no file', () => {
  const sheet = drawn(4)
  expect(sheet).toContain('Too few to say: 4 people answered both times')
  expect(sheet.match(/too few to say/g)).toHaveLength(4)
  expect(sheet).not.toMatch(/[+−]\d\.\d/)
  expect(sheet).not.toContain('CSV')
})

test('the file names nobody, and the numbers of the sheet come out of it again', () => {
  const states = learnt(24)
  const file = learningCsv(learningRows(states), translate('learning'))
  expect(file).not.toContain('learner')
  const lines: Record<string, string>[] = parse(file, { bom: true, columns: true })
  expect(lines.map(({ Number: number }) => Number(number))).toEqual(Array.from({ length: 24 }, (_, place) => place + 1))
  const sheet = learningSheet(states)
  const again = (name: string) =>
    pairedChange(lines.map((line) => [Number(line[`${name}, before`]), Number(line[`${name}, after`])] as const))
  const expected = [
    ['Right answers', sheet?.knowledge.change],
    ['How sure of their own view', sheet?.sure.change],
    ...(sheet?.views ?? []).map(({ round, moved }) => [`Own view: ${round.title}`, moved.change] as const),
  ] as const
  expect(expected).toHaveLength(4)
  for (const [name, change] of expected) {
    const { n, change: mean, interval } = again(name) ?? {}
    expect(n).toBe(24)
    expect(mean).toBeCloseTo(change?.change ?? Number.NaN, 12)
    // Where all changed alike there is none, on the sheet and out of the file.
    expect(interval === null).toBe(change?.interval === null)
    expect(interval?.low ?? 0).toBeCloseTo(change?.interval?.low ?? 0, 12)
    expect(interval?.high ?? 0).toBeCloseTo(change?.interval?.high ?? 0, 12)
  }
  // In the order of what was said, which is not that in which they came.
  const known = lines.map((line) => Number(line['Right answers, before']))
  expect(known).toEqual(known.toSorted((a, b) => a - b))
})
