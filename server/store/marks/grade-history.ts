/** The history of a student's levels for whoever grades them (rule J21). */
import { z } from 'zod'
import { columnsOf, newestRubric } from '#simulation/reading/log/rubric'
import { CHOICES, type GradeRows, type GradeStep, gradeHistory } from '#simulation/reading/marks/grade-history'
import { database } from '../../base/database'
import type { Requester } from '../access/access'
import { rowId } from '../access/row-id'
import { readRubrics } from '../activities/rubrics'
import { accessGradedStudent } from './grading-place'
import { type Called, readHiddenNames } from './hidden-names'
import { readStudentHistory } from './marks'

export type GradeHistory = {
  /** Newest first; `who` is a name, and null where nobody has it any more. */
  steps: readonly GradeStep[]
  /** The names of the criteria by their keys; of one that the rubric has no more too. */
  criteria: Readonly<Record<string, string>>
}

const Asked = z.strictObject({ activityId: rowId, participantId: rowId })

/** Null where this user may not grade this student. */
export async function readGradeHistory(user: Requester, input: unknown, called: Called): Promise<GradeHistory | null> {
  const parsed = Asked.safeParse(input).data
  const found = parsed && (await accessGradedStudent(user, parsed.activityId, parsed.participantId))
  if (!found) return null
  const { activity, participantId, runs } = found
  const [rubrics, hidden, marks, beside] = await Promise.all([
    readRubrics(activity.id),
    readHiddenNames(activity, called),
    readStudentHistory(activity.id, participantId),
    readBeside(activity.id, participantId, runs),
  ])
  const levels = marks.map(({ criterion, level, ...mark }) => ({ criterion, level, ...done(mark.byUserId, mark.at) }))
  const steps = gradeHistory({ levels, ...beside })
  const people = await database().user.findMany({
    where: { id: { in: steps.flatMap(({ who }) => who ?? []) } },
    select: { id: true, name: true },
  })
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const criteria = columnsOf(newestRubric(rubrics), rubrics.versions)
  return {
    steps: steps.map((step) => ({
      ...step,
      ...('reason' in step && step.reason !== null ? { reason: hidden.text(step.reason) } : {}),
      who: names.get(step.who ?? '') ?? null,
    })),
    criteria: Object.fromEntries(criteria.map(({ key, name }) => [key, name])),
  }
}

const done = (who: string | null, at: Date) => ({ who, at: at.getTime() })

/** What is not a level; whose were chosen is for whoever runs the activity. */
async function readBeside(
  activityId: string,
  participantId: string,
  runs: boolean,
): Promise<Omit<GradeRows, 'levels'>> {
  const oldestFirst = { where: { participantId }, orderBy: [{ at: 'asc' as const }, { id: 'asc' as const }] }
  const [notes, own, everybody, regrades, chosen] = await Promise.all([
    database().gradeNote.findMany(oldestFirst),
    database().gradeRelease.findMany(oldestFirst),
    database().release.findMany({ where: { activityId } }),
    database().regrade.findMany({ where: { participantId } }),
    runs ? database().moderation.findMany(oldestFirst) : [],
  ])
  return {
    notes: notes.map(({ tookNoPart, byUserId, at }) => ({ tookNoPart, ...done(byUserId, at) })),
    releases: [...own, ...everybody.map((row) => ({ ...row, reason: null }))].map((row) => ({
      ...{ reason: row.reason, withdrawnAt: row.withdrawnAt?.getTime() ?? null, ...done(row.byUserId, row.at) },
    })),
    answers: regrades.flatMap(({ criterion, answer, answeredLevel: level, answeredAt, answeredById }) =>
      answer === null || level === null || answeredAt === null
        ? []
        : [{ criterion, level, reason: answer, ...done(answeredById, answeredAt) }],
    ),
    chosen: chosen.map(({ choice, byUserId, at }) => ({
      choice: z.enum(CHOICES).parse(choice),
      ...done(byUserId, at),
    })),
  }
}
