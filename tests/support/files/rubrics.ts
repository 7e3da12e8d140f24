/** Rubrics for tests, and all that an activity has while it has one alone. */
import { ownRubric, type Rubric, type Rubrics } from '#simulation/reading/log/rubric'
import { chinaGap } from '../stories/china-gap'

export const CHINA_GAP_RUBRIC = ownRubric(chinaGap().rubric)

/** Students are judged by criteria of these keys, each named as it is keyed and weighing the same; a level of 0 to 4 is a point. */
export function rubricWith(keys: readonly string[], more: Partial<Rubric> = {}): Rubric {
  const scale = more.scale ?? ['None', 'First signs', 'Partly', 'Sound', 'Outstanding']
  const criteria = keys.map((key) => ({
    ...{ key, name: key, question: '', subjects: ['student'] as const, hint: [] },
    ...{ levels: scale.map((name) => `${name} of ${key}`), weight: Math.round(10_000 / keys.length) / 100 },
  }))
  return { note: '', scale, points: keys.length * (scale.length - 1), criteria, ...more }
}

export const onlyRubric = (rubric: Rubric): Rubrics => ({ versions: [{ at: 0, forAll: true, rubric }], begun: {} })
