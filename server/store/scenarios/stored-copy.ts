/**
 * Reads parts of an activity's own copy of its scenario: the texts it was made with, even if the scenario has changed since. Only the
 * requested part leaves the database; the whole contains every delegation's secrets and is fifty times as long.
 */
import { z } from 'zod'
import { logError } from '#server/base/faults/logger'
import { Prisma } from '#server/generated/prisma/client'
import { MadeByNewer } from '#simulation/engine/made-by-newer'
import { SCENARIO_VERSION } from '#simulation/engine/versions'
import { type Rubric, rubric } from '#simulation/scenario/scenario'
import { liftedScenario } from '#simulation/scenario/stored-scenario'
import { samplePosition } from '#simulation/scenario/teaching'
import { officeLines, type ScenarioTexts, scenarioTexts } from '#simulation/wire/scenario-texts'
import { type Database, database } from '../../base/database'

/**
 * The texts that rooms and records show. A lesson must not stop because paragraphs cannot be shown: when the copy cannot be read, the
 * error is logged and the result is empty.
 */
export async function readScenarioTexts(activityId: string): Promise<ScenarioTexts> {
  return readLeniently(activityId, scenarioTexts, { paragraphs: [], debriefQuestions: [] })
}

/** One line on each office, by its id, for whoever chooses a seat. None where the copy cannot be read: the seats can be taken all the same. */
export async function readOfficeLines(activityId: string): Promise<Readonly<Record<string, string>>> {
  const { seats } = await readLeniently(activityId, officeLines, { seats: [] })
  return Object.fromEntries(seats.map(({ id, charge }) => [id, charge]))
}

async function readLeniently<Shape extends z.ZodObject>(
  activityId: string,
  shape: Shape,
  otherwise: z.infer<Shape>,
): Promise<z.infer<Shape>> {
  const stored = await readParts(activityId, shape)
  try {
    return inTodaysShape(stored, shape)
  } catch (error) {
    if (error instanceof MadeByNewer) throw error
    logError(`an activity's scenario cannot be read: ${faultIn(error)}`, error, { activity: activityId })
    return otherwise
  }
}

const withRubric = z.object({ rubric })

/** The activity's rubric, by which marks are given. */
export async function readRubric(activityId: string, on: Database = database()): Promise<Rubric> {
  return inTodaysShape(await readParts(activityId, withRubric, on), withRubric).rubric
}

const withSamples = z.object({ rubric, samples: z.array(samplePosition) })

/** The activity's sample positions, and the scale of the levels that their author gives them. */
export async function readSamples(
  activityId: string,
): Promise<Pick<z.infer<typeof withSamples>, 'samples'> & Pick<Rubric, 'scale'>> {
  const { samples, rubric: own } = inTodaysShape(await readParts(activityId, withSamples), withSamples)
  return { samples, scale: own.scale }
}

/**
 * `found` holds the requested parts of a copy of the current version, or the whole of an older copy, which must be lifted before its
 * parts are taken.
 */
type Stored = { isOlder: boolean; found: unknown }

async function readParts(activityId: string, shape: z.ZodObject, on: Database = database()): Promise<Stored> {
  const [row] = await on.$queryRaw<Stored[]>(Prisma.sql`
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

/** The paths of the faults, without the values: a log file must not contain the scenario's secrets. */
const faultIn = (error: unknown): string =>
  error instanceof z.ZodError
    ? error.issues.map(({ path, code }) => `${path.join('.')} ${code}`).join(', ')
    : 'its lift fails'
