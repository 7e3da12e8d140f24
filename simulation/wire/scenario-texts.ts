// What pages show of the scenario of an activity, beside what its rooms carry in their plans. Nothing of it is meant for one side's
// eyes alone: briefs, cards and lines never stand here.
import { z } from 'zod'
import { paragraph, scenario } from '../scenario/scenario'

const { id, section, gist } = paragraph.shape

/** A stored copy holds more; whatever is not named here is left behind. */
export const scenarioTexts = z.object({
  paragraphs: z.array(z.object({ id, section, gist })),
  debriefQuestions: scenario.shape.debriefQuestions,
})
export type ScenarioTexts = z.infer<typeof scenarioTexts>
