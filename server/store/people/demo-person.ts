/**
 * The demo's instructor and its student: accounts without a password, which every visitor of an open demo uses. They must never share a
 * course with a real account, or every visitor could read that course.
 */
import { type Database, database } from '../../base/database'

export const demoEmail = 'demo@tracktwo.example'
export const demoStudentEmail = 'demo-student@tracktwo.example'
export const demoEmails: readonly string[] = [demoEmail, demoStudentEmail]

export const isDemoPerson = ({ email }: { email: string | null }): boolean =>
  email !== null && demoEmails.includes(email)

/** Whether this person may become staff of this course: the demo's people and real accounts never share one. */
export async function mayTeachTogether(on: Database, courseId: string, userId: string): Promise<boolean> {
  const others = await on.courseStaff.findMany({
    where: { courseId, userId: { not: userId } },
    select: { user: { select: { email: true } } },
  })
  const person = await on.user.findUnique({ where: { id: userId }, select: { email: true } })
  if (!person) return false
  return others.every(({ user }) => isDemoPerson(user) === isDemoPerson(person))
}

/** Removes parts that an earlier version gave: the demo's instructor leaves real courses, real accounts leave the demo's. */
export async function separateDemoFromColleagues(): Promise<void> {
  await database().$executeRaw`
    DELETE FROM course_staff AS gone USING app_user AS person
     WHERE person.id = gone.user_id
       AND EXISTS (SELECT 1 FROM course_staff AS other JOIN app_user ON app_user.id = other.user_id
                    WHERE other.course_id = gone.course_id
                      AND (app_user.email IS NOT DISTINCT FROM ${demoEmail}) <> (person.email IS NOT DISTINCT FROM ${demoEmail}))
       AND (person.email IS NOT DISTINCT FROM ${demoEmail})
           <> EXISTS (SELECT 1 FROM activity WHERE activity.course_id = gone.course_id AND activity.demo)`
}
