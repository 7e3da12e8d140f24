/** The rubric of an activity, out of the instructor's own copy of the scenario, and nothing else of it: the rest holds secrets. */
import { z } from 'zod'
import { type Rubric, rubric } from '#simulation/scenario/scenario'
import { readScenario } from '../activities/activities'

const withRubric = z.object({ rubric })

export async function readRubric(activityId: string): Promise<Rubric> {
  return withRubric.parse(await readScenario(activityId)).rubric
}
