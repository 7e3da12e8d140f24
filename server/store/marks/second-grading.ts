/**
 * The second grader of a debate (rule J8): a colleague who is a grader there, whom they grade, what they gave, and whose levels were chosen.
 * A grader reads no gradebook, so what the first gave is hidden from them in the grading place and in a room's marks.
 */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Prisma } from '#server/generated/prisma/client'
import { CHOICES, gradedTwice, type SecondGrading, sampleOf } from '#simulation/reading/agreement'
import type { StoredMark } from '#simulation/wire/marks'
import { type Database, database } from '../../base/database'
import { type ActivityRow, accessActivity, may, type Requester } from '../access/access'
import { rowId } from '../access/row-id'
import { IN_GRADES, type NewMark, readActivityHistory } from './marks'

const readChoice = (activityId: string) => database().secondGrader.findUnique({ where: { activityId } })

const readSample = async (activityId: string, percent: number): Promise<ReadonlySet<string>> => {
  const people = await database().participant.findMany({
    where: { activityId, ...IN_GRADES },
    select: { id: true, _count: { select: { secondMarks: true } } },
  })
  // Who has been begun stays in the sample, whoever comes or goes.
  const begun = people.flatMap(({ id, _count }) => (_count.secondMarks > 0 ? id : []))
  return new Set([
    ...sampleOf(
      people.map(({ id }) => id),
      percent,
    ),
    ...begun,
  ])
}

/** The students to whom this user gives the second levels; none for anybody but the second grader, while they are a grader. */
export async function readGradedSecond(user: Requester, activityId: string): Promise<ReadonlySet<string>> {
  const chosen = await readChoice(activityId)
  if (chosen?.userId !== user.id) return new Set()
  const course = { activities: { some: { id: activityId } } }
  const isGrader = (await database().courseStaff.count({ where: { course, userId: user.id, role: 'grader' } })) > 0
  return isGrader ? readSample(activityId, chosen.percent) : new Set()
}

export const gradesSecond = async (user: Requester, activityId: string, participantId: string): Promise<boolean> =>
  (await readGradedSecond(user, activityId)).has(participantId)

type StudentMark = Extract<NewMark, { subject: 'student' }>

export const addSecondMark = (mark: StudentMark, byUserId: string, on: Database): Promise<{ id: string; at: Date }> => {
  const { participantId, criterion, level, evidence, noEvidence, comment } = mark
  const data = { id: randomUUID(), participantId, criterion, level, evidence, noEvidence, comment, byUserId }
  return on.secondMark.create({ data, select: { id: true, at: true } })
}

/** Oldest first, in the shape of other marks. */
export async function readSecondMarks(where: Prisma.SecondMarkWhereInput): Promise<StoredMark[]> {
  const rows = await database().secondMark.findMany({
    where,
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    include: { participant: { select: { roomId: true } } },
  })
  return rows.map(({ participant, ...mark }) => ({
    ...mark,
    ...{ subject: 'student', roomId: participant.roomId ?? '', delegation: null, round: null },
  }))
}

/** Marks as this user may read them: for the second grader their own, of one room or of all, in place of what the first gave. */
export async function withOwnSecond(
  user: Requester,
  activityId: string,
  marks: readonly StoredMark[],
  room: { roomId?: string } = {},
): Promise<StoredMark[]> {
  const twice = await readGradedSecond(user, activityId)
  const own = await readSecondMarks({ participantId: { in: [...twice] }, byUserId: user.id, participant: room })
  return [...marks.filter(({ participantId }) => !twice.has(participantId ?? '')), ...own]
}

/** What is chosen of an activity, and who was graded twice, for whoever runs it. */
export async function readSecondGrading(
  { id: activityId, courseId }: Pick<ActivityRow, 'id' | 'courseId'>,
  criteriaOf: (participantId: string) => readonly { key: string }[],
): Promise<SecondGrading> {
  const chosen = await readChoice(activityId)
  const [staff, second, choices] = await Promise.all([
    database().courseStaff.findMany({
      where: { courseId, role: 'grader' },
      orderBy: { user: { name: 'asc' } },
      select: { user: { select: { id: true, name: true } } },
    }),
    // Another grader's are not those of the one who is chosen now.
    readSecondMarks({ participant: { activityId }, ...(chosen ? { byUserId: chosen.userId } : {}) }),
    database().moderation.findMany({ where: { participant: { activityId } }, orderBy: [{ at: 'asc' }, { id: 'asc' }] }),
  ])
  const history = second.length > 0 ? await readActivityHistory(activityId) : []
  const percent = chosen?.percent ?? 0
  const ids = [...(await readSample(activityId, percent))]
  const first = history.filter(({ subject }) => subject === 'student')
  const rows = choices.map(({ choice, ...row }) => ({ ...row, choice: z.enum(CHOICES).parse(choice) }))
  return {
    graders: staff.map(({ user }) => user),
    graderId: chosen?.userId ?? null,
    percent,
    sampled: chosen ? ids.length : 0,
    twice: gradedTwice(ids, criteriaOf, { first, second, chosen: rows }),
  }
}

const Chosen = z.strictObject({
  activityId: rowId,
  graderId: rowId.nullable(),
  percent: z.int().min(1).max(100),
})

/** Keeps who grades a second time, and how many students of a hundred; false where this user may not, or it is no grader of the course. */
export async function chooseSecond(user: Requester, input: unknown): Promise<boolean> {
  const parsed = Chosen.safeParse(input).data
  const found = parsed && (await accessActivity(user, parsed.activityId))
  if (!parsed || !found || !may(found.as, 'release-marks')) return false
  const { activityId, graderId: userId, percent } = parsed
  const isGrader =
    userId === null ||
    (await database().courseStaff.count({
      where: { courseId: found.activity.courseId, userId, role: 'grader' },
    })) > 0
  if (!isGrader) return false
  if (userId === null) await database().secondGrader.deleteMany({ where: { activityId } })
  else
    await database().secondGrader.upsert({
      where: { activityId },
      create: { activityId, userId, percent },
      update: { userId, percent },
    })
  return true
}

const Moderated = z.strictObject({ activityId: rowId, participantId: rowId, choice: z.enum(CHOICES) })

/** Writes down whose levels were chosen for a student; the levels themselves are given like others. False where this user may not. */
export async function moderate(user: Requester, input: unknown): Promise<boolean> {
  const parsed = Moderated.safeParse(input).data
  const found = parsed && (await accessActivity(user, parsed.activityId))
  if (!parsed || !found || !may(found.as, 'release-marks')) return false
  const { activityId, participantId, choice } = parsed
  const theirs = await database().participant.count({ where: { id: participantId, activityId } })
  if (theirs === 0) return false
  await database().moderation.create({ data: { id: randomUUID(), participantId, choice, byUserId: user.id } })
  return true
}
