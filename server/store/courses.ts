/** Courses and their staff. Who may read one is decided in access.ts. */
import { randomUUID } from 'node:crypto'
import { database } from './database'
import { mayTeachTogether } from './demo-person'

export type CourseSummary = {
  id: string
  title: string
  timeZone: string
  role: 'instructor' | 'assistant'
  students: number
  activities: number
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
      title: course.title,
      timeZone: course.timeZone,
      staff: { create: { userId: course.by, role: 'instructor' } },
    },
  })
  return id
}

/** The courses this person teaches or assists, newest first. */
export async function readCourses(userId: string): Promise<CourseSummary[]> {
  const rows = await database().courseStaff.findMany({
    where: { userId },
    orderBy: { course: { createdAt: 'desc' } },
    select: {
      role: true,
      course: {
        select: { id: true, title: true, timeZone: true, _count: { select: { roster: true, activities: true } } },
      },
    },
  })
  return rows.map(({ role, course: { _count, ...course } }) => ({
    ...course,
    role,
    students: _count.roster,
    activities: _count.activities,
  }))
}

export async function readStaff(
  courseId: string,
): Promise<{ userId: string; name: string; role: 'instructor' | 'assistant' }[]> {
  const rows = await database().courseStaff.findMany({
    where: { courseId },
    select: { userId: true, role: true, user: { select: { name: true } } },
  })
  return rows.map(({ user, ...row }) => ({ ...row, name: user.name }))
}

/** Gives somebody with an account a hand in the course; asked again, it changes their role. The demo's person gets none. */
export async function addStaff(
  courseId: string,
  userId: string,
  role: 'instructor' | 'assistant',
): Promise<'added' | 'demo'> {
  if (!(await mayTeachTogether(database(), courseId, userId))) return 'demo'
  await database().courseStaff.upsert({
    where: { courseId_userId: { courseId, userId } },
    create: { courseId, userId, role },
    update: { role },
  })
  return 'added'
}

export async function renameCourse(courseId: string, title: string, timeZone: string): Promise<void> {
  await database().course.update({ where: { id: courseId }, data: { title, timeZone } })
}
