/**
 * The rubrics of an activity as they are stored: that of its own copy of the scenario, then each that its staff wrote (rules J9, J11), and
 * the one that a course keeps for its next debates.
 */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { typedText } from '#server/base/text-schema'
import { Prisma } from '#server/generated/prisma/client'
import { LIMITS } from '#simulation/kernel/limits'
import { takenText } from '#simulation/kernel/typed-words'
import {
  begunKey,
  JUDGED,
  LEAST_LEVELS,
  MOST_CRITERIA,
  MOST_LEVELS,
  MOST_POINTS,
  newestAt,
  type OneRubric,
  ownRubric,
  type Rubrics,
  rubricFaults,
} from '#simulation/reading/log/rubric'
import { EVIDENCE_POLICIES } from '#simulation/reading/marks/grades'
import { type Database, database } from '../../base/database'
import { readRubric } from '../scenarios/stored-copy'
import { readGrading } from './settings'

const words = (most: number) => typedText(most).overwrite(takenText).trim()

/** As wide as a scenario's own, which it often begins as. */
export const RubricWords = z
  .strictObject({
    note: words(LIMITS.rubricText),
    scale: z.array(words(LIMITS.rubricName)).min(LEAST_LEVELS).max(MOST_LEVELS),
    points: z.number().min(1).max(MOST_POINTS),
    criteria: z
      .array(
        z.strictObject({
          key: z.string().max(60),
          name: words(LIMITS.rubricName),
          question: words(LIMITS.rubricText),
          subjects: z.array(z.enum(JUDGED)).max(JUDGED.length),
          levels: z.array(words(LIMITS.rubricText)).max(MOST_LEVELS),
          hint: z.array(words(LIMITS.rubricText)).max(60),
          weight: z.number().min(0).max(100),
        }),
      )
      .max(MOST_CRITERIA),
  })
  .refine((rubric) => rubricFaults(rubric).length === 0)
  .refine(({ scale, criteria }) => criteria.every(({ levels }) => levels.length === scale.length))
  .refine(({ criteria }) => new Set(criteria.map(({ key }) => key)).size === criteria.length)

/** What a course keeps for its next debates. */
const CourseRubric = z.strictObject({ rubric: RubricWords, evidence: z.enum(EVIDENCE_POLICIES) })
export type CourseRubric = z.infer<typeof CourseRubric>

/** `on` inside a transaction; with `begun` of this subject alone where one is named. */
export async function readRubrics(activityId: string, on: Database = database(), of?: OneRubric): Promise<Rubrics> {
  const [own, rows] = await Promise.all([readRubric(activityId, on), readVersionRows(activityId, on)])
  const written = rows.map(({ at, forAll, rubric }) => ({
    at: at.getTime(),
    forAll,
    rubric: RubricWords.parse(rubric),
  }))
  const versions = [{ at: 0, forAll: true, rubric: ownRubric(own) }, ...written]
  const begun = written.every(({ forAll }) => forAll) ? [] : await readBegun(activityId, on, of)
  return { versions, begun: Object.fromEntries([...begun].map(([key, at]) => [key, newestAt(versions, at)])) }
}

/** Oldest first, with who wrote them. */
export const readVersionRows = (activityId: string, on: Database = database()) =>
  on.rubricVersion.findMany({ where: { activityId }, orderBy: [{ at: 'asc' }, { id: 'asc' }] })

/** When each student, and the positions of each round, were given their first level; those of peers are levels too. */
async function readBegun(activityId: string, on: Database, of?: OneRubric): Promise<ReadonlyMap<string, number>> {
  const positions = of && 'roomId' in of ? { ...of, participantId: null } : null
  const person = of && 'participantId' in of ? { participantId: of.participantId } : {}
  const [given, peers] = await Promise.all([
    on.mark.groupBy({
      by: ['participantId', 'roomId', 'round'],
      where: { room: { activityId }, ...(positions ?? person) },
      _min: { at: true },
    }),
    positions
      ? []
      : on.peerReview.groupBy({
          by: ['authorId'],
          where: { author: { activityId, ...('participantId' in person ? { id: person.participantId } : {}) } },
          _min: { sentAt: true },
        }),
  ])
  const begun = new Map<string, number>()
  const note = (key: string, at: Date | null) => {
    const known = begun.get(key) ?? Number.POSITIVE_INFINITY
    begun.set(key, Math.min(known, at?.getTime() ?? known))
  }
  for (const { participantId, roomId, round, _min } of given)
    note(begunKey(participantId === null ? { roomId, round: round ?? '' } : { participantId }), _min.at)
  for (const { authorId, _min } of peers)
    if (authorId !== null && _min.sentAt) note(begunKey({ participantId: authorId }), _min.sentAt)
  return begun
}

type NewVersion = { activityId: string; rubric: z.infer<typeof RubricWords>; forAll: boolean; by: string }

export async function addRubric(on: Database, { activityId, rubric, forAll, by }: NewVersion): Promise<void> {
  const data: Prisma.RubricVersionUncheckedCreateInput = {
    ...{ id: randomUUID(), activityId, forAll, byUserId: by },
    rubric: JSON.parse(JSON.stringify(rubric)),
  }
  await on.rubricVersion.create({ data })
}

/** What staff wrote for an activity, to be handed on to one like it; null where it has the rubric of its scenario. */
export async function readWrittenRubric(activity: Parameters<typeof readGrading>[0]): Promise<CourseRubric | null> {
  const rubric = (await readVersionRows(activity.id)).at(-1)?.rubric
  const { evidence } = await readGrading(activity)
  return rubric === undefined ? null : CourseRubric.parse({ rubric, evidence })
}

/** What a course keeps for its next debates; null where these have the rubric of their scenario. */
export async function readCourseRubric(on: Database, courseId: string): Promise<CourseRubric | null> {
  const row = await on.course.findUnique({ where: { id: courseId }, select: { rubric: true } })
  return row?.rubric ? CourseRubric.parse(row.rubric) : null
}

export async function keepCourseRubric(on: Database, courseId: string, kept: CourseRubric | null): Promise<void> {
  const rubric = kept === null ? Prisma.DbNull : JSON.parse(JSON.stringify(kept))
  await on.course.update({ where: { id: courseId }, data: { rubric } })
}
