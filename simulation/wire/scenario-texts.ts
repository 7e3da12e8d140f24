// The parts of an activity's scenario that pages show beside its rooms' plans. All of it may be read by everybody: briefs, cards and
// understudies' lines are one delegation's secrets and must never be added here.
import { z } from 'zod'
import { scenarioSeat } from '../scenario/delegations'
import { paragraph, scenario } from '../scenario/scenario'

const { id, section, gist } = paragraph.shape

/** `z.object` drops every field of the stored scenario that is not named here, its secrets among them. */
export const scenarioTexts = z.object({
  paragraphs: z.array(z.object({ id, section, gist })),
  debriefQuestions: scenario.shape.debriefQuestions,
})
export type ScenarioTexts = z.infer<typeof scenarioTexts>

const office = scenarioSeat.shape

/** What each office is there for, which whoever chooses a seat reads. Everything else that an office has is its own until the debrief. */
export const officeLines = z.object({ seats: z.array(z.object({ id: office.id, charge: office.charge })) })
