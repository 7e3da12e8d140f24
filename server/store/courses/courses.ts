/** Course rows. Who may read a course is decided in access.ts; its staff is in colleagues.ts. */
import { randomUUID } from 'node:crypto'
import { database } from '../../base/database'
import { oneLine } from '../../base/text-schema'
import { UNDELETED } from '../access/deleted'
import type { CoursePart } from '../access/parts'

export type CourseSummary = {
  id: string
  title: string
  timeZone: string
  part: CoursePart
  students: number
  activities: number
  archivedAt: Date | null
}

export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return zone.includes('/') || zone === 'UTC'
  } catch {
    return false
  }
}

export async function createCourse(course: { title: string; timeZone: string; by: string }): Promise<string> {
  const id = randomUUID()
  await database().course.create({
    data: {
      id,
      title: oneLine(course.title),
      timeZone: course.timeZone,
      ownerId: course.by,
      staff: { create: { userId: course.by, role: 'instructor' } },
    },
  })
  return id
}

/** The courses of which this person is staff, newest first. */
export async function readCourses(userId: string): Promise<CourseSummary[]> {
  const rows = await database().courseStaff.findMany({
    where: { userId, course: UNDELETED },
    orderBy: { course: { createdAt: 'desc' } },
    select: {
      role: true,
      course: {
        select: {
          ...{ id: true, title: true, timeZone: true, ownerId: true, archivedAt: true },
          _count: { select: { roster: true, activities: { where: UNDELETED } } },
        },
      },
    },
  })
  return rows.map(({ role, course: { _count, ownerId, ...course } }) => ({
    ...course,
    part: ownerId === userId ? 'owner' : role,
    students: _count.roster,
    activities: _count.activities,
  }))
}
