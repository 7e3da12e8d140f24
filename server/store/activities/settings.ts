/** The settings of an activity as they are stored, and how it is graded. */
import type { Prisma } from '#server/generated/prisma/client'
import type { ActivityGrading } from '#simulation/beside/slices'
import { gradingOf } from '#simulation/reading/marks/grades'
import { type Database, database } from '../../base/database'
import { ActivitySettings, asSwitched, type GradingChange } from './activity-settings'
import { holdActivity } from './participants'

export async function readSettings(activityId: string, on: Database = database()): Promise<ActivitySettings> {
  const row = await on.activity.findUniqueOrThrow({ where: { id: activityId }, select: { settings: true } })
  return ActivitySettings.parse(row.settings)
}

/** How an activity is graded: as its staff chose, or as its kind is unless they do. */
export const readGrading = async (
  { id, kind }: { id: string; kind: 'seminar' | 'homework' },
  on?: Database,
): Promise<ActivityGrading> => asSwitched(gradingOf(kind, (await readSettings(id, on)).grading))

/** Changes the settings as they stand, one change at a time, and returns them as they were. */
export async function changeSettings(
  on: Database,
  activityId: string,
  change: (settings: ActivitySettings) => ActivitySettings,
): Promise<ActivitySettings> {
  await holdActivity(on, activityId)
  const row = await on.activity.findUniqueOrThrow({ where: { id: activityId }, select: { settings: true } })
  const before = ActivitySettings.parse(row.settings)
  const settings: Prisma.InputJsonValue = JSON.parse(JSON.stringify(ActivitySettings.parse(change(before))))
  await on.activity.update({ where: { id: activityId }, data: { settings } })
  return before
}

/** Keeps what is changed of how an activity is graded, `within` a transaction that is open, and returns how it was before. */
export async function keepGrading(
  { id, kind }: { id: string; kind: 'seminar' | 'homework' },
  change: GradingChange,
  within?: Database,
): Promise<ActivityGrading> {
  const keep = (on: Database) =>
    changeSettings(on, id, (settings) => {
      const grading = { ...gradingOf(kind, settings.grading), ...change }
      // What is null is chosen no more, and is not kept.
      const kept = Object.entries(grading).filter(([, chosen]) => chosen !== null)
      return { ...settings, grading: ActivitySettings.shape.grading.parse(Object.fromEntries(kept)) }
    })
  return gradingOf(kind, (await (within ? keep(within) : database().$transaction(keep))).grading)
}
