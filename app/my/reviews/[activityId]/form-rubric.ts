// What the form of a review shows of a rubric: not what is meant for whoever grades.
import { reviewedCriteria } from '#simulation/beside/peer-reviews/peer-medians'
import type { Rubric } from '#simulation/reading/log/rubric'

export type FormRubric = {
  scale: readonly string[]
  criteria: readonly { key: string; name: string; question: string; levels: readonly string[] }[]
}

export const formRubric = (rubric: Rubric): FormRubric => ({
  scale: rubric.scale,
  criteria: reviewedCriteria(rubric).map(({ key, name, question, levels }) => ({ key, name, question, levels })),
})
