/**
 * Renames, archives and deletes courses and activities, and puts back what was deleted. What is deleted does not exist for anybody from that
 * moment; it can be put back for `KEPT_DAYS`, and is then deleted for good. An erasure finds a person in what is deleted too.
 */
import { LIMITS } from '#simulation/kernel/limits'
import { DAY_MS } from '#simulation/kernel/time'
import { type Database, database, notify } from '../../base/database'
import { oneLine } from '../../base/text-schema'
import { type CourseRow, type Requester, readPart } from '../access/access'
import { UNDELETED } from '../access/deleted'
import { allows, type Part } from '../access/parts'
import { isRowId } from '../access/row-id'

/** How long what was deleted can be put back. */
export const KEPT_DAYS = 14

/** The title as it is kept; null for none, or one that is too long. */
export function cleanTitle(typed: string): string | null {
  const title = oneLine(typed)
  return title === '' || title.length > LIMITS.title ? null : title
}

export async function renameCourse(courseId: string, title: string): Promise<void> {
  await database().course.update({ where: { id: courseId }, data: { title } })
}

export async function renameActivity(activityId: string, title: string): Promise<void> {
  await database().$transaction(async (on) => {
    await on.activity.update({ where: { id: activityId }, data: { title } })
    await notify(on, 'door', activityId)
  })
}

/** An archived course can be read as before; the doors of its activities are closed. */
export async function archiveCourse(courseId: string, isArchived: boolean): Promise<void> {
  await database().$transaction(async (on) => {
    const now = new Date()
    await on.course.update({ where: { id: courseId }, data: { archivedAt: isArchived ? now : null } })
    if (isArchived) await closeDoors(on, { courseId }, now)
  })
}

/** An archived activity can be read as before; its door is closed. */
export async function archiveActivity(activityId: string, isArchived: boolean): Promise<void> {
  await database().$transaction(async (on) => {
    const now = new Date()
    await on.activity.update({ where: { id: activityId }, data: { archivedAt: isArchived ? now : null } })
    if (isArchived) await closeDoors(on, { id: activityId }, now)
  })
}

type Activities = { id: string } | { courseId: string }

async function closeDoors(on: Database, activities: Activities, now: Date): Promise<void> {
  await on.activity.updateMany({
    where: { ...activities, doorOpen: true },
    data: { doorOpen: false, doorClosedAt: now },
  })
  await tellDoors(on, activities)
}

export async function deleteCourse(courseId: string): Promise<void> {
  await database().$transaction(async (on) => {
    await on.course.update({ where: { id: courseId }, data: { deletedAt: new Date() } })
    await endPages(on, { courseId }, courseId)
  })
}

export async function deleteActivity(activityId: string): Promise<void> {
  await database().$transaction(async (on) => {
    const { courseId } = await on.activity.update({
      where: { id: activityId },
      data: { deletedAt: new Date() },
      select: { courseId: true },
    })
    await endPages(on, { id: activityId }, courseId)
  })
}

/** Ends the open pages of everybody in these activities: each comes in again, is looked up anew, and told that it was taken away. */
async function endPages(on: Database, activities: Activities, courseId: string): Promise<void> {
  await tellDoors(on, activities)
  const staff = await on.courseStaff.findMany({ where: { courseId }, select: { userId: true } })
  for (const { userId } of staff) await notify(on, 'part_changed', userId)
}

/** What the rooms show of these activities beside their logs is read again: who takes part in what was deleted, and in what is back. */
async function tellDoors(on: Database, activities: Activities): Promise<void> {
  for (const { id } of await on.activity.findMany({ where: activities, select: { id: true } }))
    await notify(on, 'door', id)
}

export async function restoreCourse(courseId: string): Promise<void> {
  await database().$transaction(async (on) => {
    await on.course.update({ where: { id: courseId }, data: { deletedAt: null } })
    await tellDoors(on, { courseId })
  })
}

export async function restoreActivity(activityId: string): Promise<void> {
  await database().$transaction(async (on) => {
    await on.activity.update({ where: { id: activityId }, data: { deletedAt: null } })
    await tellDoors(on, { id: activityId })
  })
}

/** Something that was deleted, and the last moment to put it back. */
export type Deleted = { id: string; title: string; until: Date }

const deletedOf = ({ id, title, deletedAt }: { id: string; title: string; deletedAt: Date | null }): Deleted => ({
  ...{ id, title, until: new Date((deletedAt?.getTime() ?? 0) + KEPT_DAYS * DAY_MS) },
})

/** The deleted courses that this user may put back, the latest first. */
export async function readDeletedCourses(user: Requester): Promise<Deleted[]> {
  const rows = await database().course.findMany({
    where: { deletedAt: { not: null }, ownerId: user.id },
    orderBy: { deletedAt: 'desc' },
    select: { id: true, title: true, deletedAt: true },
  })
  return rows.map(deletedOf)
}

export async function readDeletedActivities(courseId: string): Promise<Deleted[]> {
  const rows = await database().activity.findMany({
    where: { courseId, deletedAt: { not: null } },
    orderBy: { deletedAt: 'desc' },
    select: { id: true, title: true, deletedAt: true },
  })
  return rows.map(deletedOf)
}

/** A deleted course, for whoever may put it back. */
export async function accessDeletedCourse(user: Requester, courseId: string): Promise<CourseRow | null> {
  if (!isRowId(courseId)) return null
  const [course, part] = await Promise.all([
    database().course.findFirst({
      where: { id: courseId, deletedAt: { not: null } },
      select: { id: true, title: true, timeZone: true, createdAt: true, archivedAt: true },
    }),
    readPart(database(), user, courseId),
  ])
  return part !== null && allows(part, 'delete-course') ? course : null
}

/** An activity, deleted or not and brought or not, for staff who may edit its course. */
export async function accessActivityToEdit(
  user: Requester,
  activityId: string,
): Promise<{ id: string; courseId: string; title: string; part: Part } | null> {
  if (!isRowId(activityId)) return null
  const activity = await database().activity.findFirst({
    where: { id: activityId, course: UNDELETED },
    select: { id: true, courseId: true, title: true },
  })
  const part = activity && (await readPart(database(), user, activity.courseId))
  return activity && part && allows(part, 'edit-course') ? { ...activity, part } : null
}

/** Deletes for good what was deleted `KEPT_DAYS` ago; returns how many courses and activities. */
export async function purgeDeleted(now: Date): Promise<number> {
  const past = { deletedAt: { lt: new Date(now.getTime() - KEPT_DAYS * DAY_MS) } }
  const activities = await database().activity.deleteMany({ where: past })
  const courses = await database().course.deleteMany({ where: past })
  return activities.count + courses.count
}
