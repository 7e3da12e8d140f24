/**
 * The staff of a course: who has which part, and how parts change and end. A part begins only by making the course or by accepting an
 * invitation. What each part may do to the others is decided in parts.ts.
 */
import { audit } from '#server/base/audit'
import { type Database, database } from '../../base/database'
import { readCoursePart, readPart } from '../access/access'
import { UNDELETED } from '../access/deleted'
import { assignPart, type PartAssignment, revokePart } from '../access/part-assignment'
import { allows, type CoursePart, mayChange } from '../access/parts'
import type { Person } from '../people/users'
import { withdrawInvitationsBy } from './invitations'

type Requester = Pick<Person, 'id' | 'isAdmin'>

export type Colleague = {
  userId: string
  name: string
  part: CoursePart
  /** The rooms that a grader may mark. */
  rooms: { id: string; name: string; activity: string }[]
}

const ORDER: readonly CoursePart[] = ['owner', 'instructor', 'assistant', 'grader']

/** The staff of a course, its owner first. */
export async function readColleagues(courseId: string): Promise<Colleague[]> {
  const rows = await database().courseStaff.findMany({
    where: { courseId },
    orderBy: { user: { name: 'asc' } },
    select: {
      ...{ userId: true, role: true },
      user: { select: { name: true } },
      course: { select: { ownerId: true } },
      grades: {
        where: { room: { activity: UNDELETED } },
        select: { room: { select: { id: true, name: true, activity: { select: { title: true } } } } },
      },
    },
  })
  return rows
    .map(({ userId, role, user, course, grades }): Colleague => {
      const rooms = grades.map(({ room: { id, name, activity } }) => ({ id, name, activity: activity.title }))
      return { userId, name: user.name, part: course.ownerId === userId ? 'owner' : role, rooms }
    })
    .toSorted((one, other) => ORDER.indexOf(one.part) - ORDER.indexOf(other.part))
}

/** The rooms that a grader may be given, newest activity first. */
export async function readRoomsToGrade(courseId: string): Promise<{ id: string; name: string; activity: string }[]> {
  const rows = await database().room.findMany({
    where: { activity: { courseId, broughtAt: null, ...UNDELETED } },
    orderBy: [{ activity: { createdAt: 'desc' } }, { ordinal: 'asc' }],
    select: { id: true, name: true, activity: { select: { title: true } } },
  })
  return rows.map(({ activity, ...room }) => ({ ...room, activity: activity.title }))
}

/** Locks the course row: two instructors who leave at the same time could otherwise leave the course without any. */
async function oneAtATime<Answer>(courseId: string, work: (on: Database) => Promise<Answer>): Promise<Answer> {
  return database().$transaction(async (on) => {
    await on.$queryRaw`SELECT id FROM course WHERE id = ${courseId} FOR UPDATE`
    return work(on)
  })
}

/**
 * Whether this is the course's only instructor. Asked besides ownership because a course may have no owner: the owner's account was
 * erased, or the course is older than ownership.
 */
async function isLastInstructor(on: Database, courseId: string, userId: string): Promise<boolean> {
  const instructors = await on.courseStaff.findMany({
    where: { courseId, role: 'instructor' },
    select: { userId: true },
  })
  return instructors.length === 1 && instructors[0]?.userId === userId
}

export type PeopleAnswer = 'done' | 'not-found' | 'not-yours' | 'no-room' | 'hand-over-first'

/** Gives a member of staff another part. Instructors may step down by themselves; the owner has to hand the course over first. */
export async function changePart(
  by: Requester,
  courseId: string,
  userId: string,
  given: PartAssignment,
): Promise<PeopleAnswer> {
  const answer = await oneAtATime(courseId, async (on): Promise<PeopleAnswer> => {
    const [own, theirs] = [await readPart(on, by, courseId), await readCoursePart(on, courseId, userId)]
    if (!own || !allows(own, 'change-people') || !theirs) return 'not-found'
    if (theirs === 'owner') return by.id === userId ? 'hand-over-first' : 'not-yours'
    if (by.id !== userId && !mayChange(own, theirs)) return 'not-yours'
    if (given.part !== 'instructor' && (await isLastInstructor(on, courseId, userId))) return 'hand-over-first'
    if (!(await assignPart(on, courseId, userId, given))) return 'no-room'
    if (!allows(given.part, 'change-people')) await withdrawInvitationsBy(on, courseId, userId)
    return 'done'
  })
  if (answer === 'done') audit({ what: 'part-given', by: by.id, to: userId, in: courseId })
  return answer
}

/** Removes a member of staff from a course. */
export async function removeColleague(by: Requester, courseId: string, userId: string): Promise<PeopleAnswer> {
  const answer = await oneAtATime(courseId, async (on): Promise<PeopleAnswer> => {
    const [own, theirs] = [await readPart(on, by, courseId), await readCoursePart(on, courseId, userId)]
    if (!own || !allows(own, 'change-people') || !theirs) return 'not-found'
    if (!mayChange(own, theirs)) return 'not-yours'
    if (await isLastInstructor(on, courseId, userId)) return 'hand-over-first'
    await revokePart(on, courseId, userId)
    await withdrawInvitationsBy(on, courseId, userId)
    return 'done'
  })
  if (answer === 'done') audit({ what: 'part-taken', by: by.id, to: userId, in: courseId })
  return answer
}

/** Leaves a course. The owner and the last instructor have to hand it over first, so that a course always has an instructor. */
export async function leaveCourse(userId: string, courseId: string): Promise<PeopleAnswer> {
  const answer = await oneAtATime(courseId, async (on): Promise<PeopleAnswer> => {
    const own = await readCoursePart(on, courseId, userId)
    if (!own) return 'not-found'
    if (own === 'owner' || (await isLastInstructor(on, courseId, userId))) return 'hand-over-first'
    await revokePart(on, courseId, userId)
    await withdrawInvitationsBy(on, courseId, userId)
    return 'done'
  })
  if (answer === 'done') audit({ what: 'part-taken', by: userId, to: userId, in: courseId })
  return answer
}

/** Makes another instructor the owner; the previous owner stays an instructor. */
export async function handOver(by: Requester, courseId: string, userId: string): Promise<PeopleAnswer> {
  const answer = await oneAtATime(courseId, async (on): Promise<PeopleAnswer> => {
    const [own, theirs] = [await readPart(on, by, courseId), await readCoursePart(on, courseId, userId)]
    if (!own || !allows(own, 'hand-over')) return 'not-found'
    if (theirs !== 'instructor') return 'not-yours'
    await on.course.update({ where: { id: courseId }, data: { ownerId: userId } })
    return 'done'
  })
  if (answer === 'done') audit({ what: 'part-given', by: by.id, to: userId, in: courseId })
  return answer
}
