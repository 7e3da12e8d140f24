/**
 * What pages take from an activity's own copy of its scenario: the texts it was made with, whatever has become of the scenario on the
 * shelf since. Only the part that is asked for leaves the database: the whole holds every side's secrets, and is fifty times as long.
 */
import { z } from 'zod'
import { Prisma } from '#server/generated/prisma/client'
import { logError } from '#server/ops/logger'
import { MadeByNewer } from '#simulation/kernel/made-by-newer'
import { SCENARIO_VERSION } from '#simulation/kernel/versions'
import { type Rubric, rubric } from '#simulation/scenario/scenario'
import { liftedScenario } from '#simulation/scenario/stored-scenario'
import { type ScenarioTexts, scenarioTexts } from '#simulation/wire/scenario-texts'
import { database } from '../database'

/**
 * The texts that rooms and records show. A class goes on without the words behind an anchor: of a copy that cannot be read the operator
 * is told, and the page does without.
 */
export async function readScenarioTexts(activityId: string): Promise<ScenarioTexts> {
  const stored = await readParts(activityId, scenarioTexts)
  try {
    return inTodaysShape(stored, scenarioTexts)
  } catch (error) {
    if (error instanceof MadeByNewer) throw error
    logError(`an activity's scenario cannot be read: ${faultIn(error)}`, error, { activity: activityId })
    return { paragraphs: [], debriefQuestions: [] }
  }
}

const withRubric = z.object({ rubric })

/** The rubric that its marks are given by. */
export async function readRubric(activityId: string): Promise<Rubric> {
  return inTodaysShape(await readParts(activityId, withRubric), withRubric).rubric
}

/** `found` is the asked parts of a copy of today's version, or the whole of an older one, which is lifted before it is taken apart. */
type Stored = { isOlder: boolean; found: unknown }

async function readParts(activityId: string, shape: z.ZodObject): Promise<Stored> {
  const [row] = await database().$queryRaw<Stored[]>(Prisma.sql`
    SELECT v IS DISTINCT FROM ${SCENARIO_VERSION} AS "isOlder",
           CASE WHEN v IS DISTINCT FROM ${SCENARIO_VERSION} THEN scenario
                ELSE (SELECT jsonb_object_agg(part.key, part.value)
                        FROM jsonb_each(scenario->'scenario') AS part
                       WHERE part.key = ANY(${Object.keys(shape.shape)}))
           END AS found
      FROM (SELECT scenario, (scenario->>'v')::int AS v FROM activity WHERE id = ${activityId}) AS own`)
  return row ?? { isOlder: false, found: null }
}

const inTodaysShape = <Shape extends z.ZodObject>({ isOlder, found }: Stored, shape: Shape): z.infer<Shape> =>
  shape.parse(isOlder ? liftedScenario(found) : found)

/** Where it is wrong, and never what stands there. */
const faultIn = (error: unknown): string =>
  error instanceof z.ZodError
    ? error.issues.map(({ path, code }) => `${path.join('.')} ${code}`).join(', ')
    : 'its lift fails'
