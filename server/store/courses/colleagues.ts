/**
 * Who has which part in a course, and how a part changes and ends. A part begins in two ways only: somebody makes the course, or
 * accepts an invitation to it. Which part may do what to which other stands in parts.ts.
 */
import { readCoursePart, readPart } from '../access/access'
import { assignPart, type PartAssignment, revokePart } from '../access/part-assignment'
import { allows, type CoursePart, mayChange } from '../access/parts'
import { type Database, database } from '../database'
import type { Person } from '../people/users'
import { withdrawInvitationsBy } from './invitations'

type Requester = Pick<Person, 'id' | 'isAdmin'>

export type Colleague = {
  userId: string
  name: string
  part: CoursePart
  /** The rooms a grader was given. */
  rooms: { id: string; name: string; activity: string }[]
}

const ORDER: readonly CoursePart[] = ['owner', 'instructor', 'assistant', 'grader']

/** Everybody with a part in a course, its owner first. */
export async function readColleagues(courseId: string): Promise<Colleague[]> {
  const rows = await database().courseStaff.findMany({
    where: { courseId },
    orderBy: { user: { name: 'asc' } },
    select: {
      ...{ userId: true, role: true },
      user: { select: { name: true } },
      course: { select: { ownerId: true } },
      grades: { select: { room: { select: { id: true, name: true, activity: { select: { title: true } } } } } },
    },
  })
  return rows
    .map(({ userId, role, user, course, grades }): Colleague => {
      const rooms = grades.map(({ room: { id, name, activity } }) => ({ id, name, activity: activity.title }))
      return { userId, name: user.name, part: course.ownerId === userId ? 'owner' : role, rooms }
    })
    .toSorted((one, other) => ORDER.indexOf(one.part) - ORDER.indexOf(other.part))
}

/** The rooms of a course that a grader may be given, by activity, newest first. */
export async function readRoomsToGrade(courseId: string): Promise<{ id: string; name: string; activity: string }[]> {
  const rows = await database().room.findMany({
    where: { activity: { courseId, broughtAt: null } },
    orderBy: [{ activity: { createdAt: 'desc' } }, { ordinal: 'asc' }],
    select: { id: true, name: true, activity: { select: { title: true } } },
  })
  return rows.map(({ activity, ...room }) => ({ ...room, activity: activity.title }))
}

/** One change to the people of a course at a time: two who leave at once could leave it to nobody. */
async function oneAtATime<Answer>(courseId: string, work: (on: Database) => Promise<Answer>): Promise<Answer> {
  return database().$transaction(async (on) => {
    await on.$queryRaw`SELECT id FROM course WHERE id = ${courseId} FOR UPDATE`
    return work(on)
  })
}

/** A course may have no owner: one that an earlier version kept, or whose owner's account is gone. */
async function isLastInstructor(on: Database, courseId: string, userId: string): Promise<boolean> {
  const instructors = await on.courseStaff.findMany({
    where: { courseId, role: 'instructor' },
    select: { userId: true },
  })
  return instructors.length === 1 && instructors[0]?.userId === userId
}

export type PeopleAnswer = 'done' | 'not-found' | 'not-yours' | 'no-room' | 'hand-over-first'

/** Gives a colleague another part. An instructor may step down by themselves; the owner hands the course over first. */
export async function changePart(
  by: Requester,
  courseId: string,
  userId: string,
  given: PartAssignment,
): Promise<PeopleAnswer> {
  return oneAtATime(courseId, async (on) => {
    const [own, theirs] = [await readPart(on, by, courseId), await readCoursePart(on, courseId, userId)]
    if (!own || !allows(own, 'change-people') || !theirs) return 'not-found'
    if (theirs === 'owner') return by.id === userId ? 'hand-over-first' : 'not-yours'
    if (by.id !== userId && !mayChange(own, theirs)) return 'not-yours'
    if (given.part !== 'instructor' && (await isLastInstructor(on, courseId, userId))) return 'hand-over-first'
    if (!(await assignPart(on, courseId, userId, given))) return 'no-room'
    if (!allows(given.part, 'change-people')) await withdrawInvitationsBy(on, courseId, userId)
    return 'done'
  })
}

/** Takes a colleague off a course. */
export async function removeColleague(by: Requester, courseId: string, userId: string): Promise<PeopleAnswer> {
  return oneAtATime(courseId, async (on) => {
    const [own, theirs] = [await readPart(on, by, courseId), await readCoursePart(on, courseId, userId)]
    if (!own || !allows(own, 'change-people') || !theirs) return 'not-found'
    if (!mayChange(own, theirs)) return 'not-yours'
    if (await isLastInstructor(on, courseId, userId)) return 'hand-over-first'
    await revokePart(on, courseId, userId)
    await withdrawInvitationsBy(on, courseId, userId)
    return 'done'
  })
}

/** Leaves a course. Its owner, or its last instructor, hands it over first: a course is never left to nobody. */
export async function leaveCourse(userId: string, courseId: string): Promise<PeopleAnswer> {
  return oneAtATime(courseId, async (on) => {
    const own = await readCoursePart(on, courseId, userId)
    if (!own) return 'not-found'
    if (own === 'owner' || (await isLastInstructor(on, courseId, userId))) return 'hand-over-first'
    await revokePart(on, courseId, userId)
    await withdrawInvitationsBy(on, courseId, userId)
    return 'done'
  })
}

/** Makes another instructor the owner; the one before stays an instructor. */
export async function handOver(by: Requester, courseId: string, userId: string): Promise<PeopleAnswer> {
  return oneAtATime(courseId, async (on) => {
    const [own, theirs] = [await readPart(on, by, courseId), await readCoursePart(on, courseId, userId)]
    if (!own || !allows(own, 'hand-over')) return 'not-found'
    if (theirs !== 'instructor') return 'not-yours'
    await on.course.update({ where: { id: courseId }, data: { ownerId: userId } })
    return 'done'
  })
}
