/** Accounts, courses and activities that most tests of the store begin with. */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { database, databaseUrl } from '#server/base/database'
import type { PartAssignment } from '#server/store/access/part-assignment'
import type { ActivitySettings } from '#server/store/activities/activity-settings'
import { findFreeCode } from '#server/store/activities/codes'
import { createCourse } from '#server/store/courses/courses'
import { acceptInvitation, invite } from '#server/store/courses/invitations'
import { hashPassword } from '#server/store/people/passwords'
import { createSession } from '#server/store/people/sessions'
import { createGuest, type Person, personColumns } from '#server/store/people/users'
import type { Device } from '#server/web/sign-in'

/** Hashed once: a hash takes as long as it should. */
let hashed: Promise<string> | undefined

/** Somebody who signs in with the password "a long enough sentence". */
export async function givenAccount(name: string, more: { isAdmin?: boolean } = {}): Promise<Person> {
  hashed ??= hashPassword('a long enough sentence')
  // An address by chance: a file that replaces a module loads this one anew, and the shared database stays.
  const email = `person-${randomUUID()}@college.example`
  const account = { id: randomUUID(), kind: 'account' as const, name, email, passwordHash: await hashed, ...more }
  return database().user.create({ data: account, select: personColumns })
}

export async function givenGuest(name: string): Promise<{ person: Person; sessionId: string }> {
  const person = await createGuest(database(), name)
  return { person, sessionId: await createSession(database(), person.id, 'test') }
}

/** Somebody who was invited to a course and has accepted, which is the only way to a part in one. */
export async function givenColleague(courseId: string, person: Person, given: PartAssignment): Promise<Person> {
  const made = await invite({ by: null, email: null, to: { courseId, ...given } })
  const answer = made.ok ? await acceptInvitation(made.token, person) : made.fault
  if (typeof answer === 'string' || answer.kind !== 'accepted') throw new Error('The invitation was not accepted.')
  return person
}

export const assistant: PartAssignment = { part: 'assistant', rooms: [] }

/** A device as a request shows it: its address, its number if it has one, and the accounts that signed in on it. */
export function givenDevice(
  address: string,
  more: { id?: string; knownFor?: string; isCounted?: boolean } = {},
): Device {
  return {
    id: more.id ?? null,
    isCounted: more.isCounted ?? more.id !== undefined,
    address,
    userAgent: 'test',
    isKnownFor: (email) => email === more.knownFor,
  }
}

export const plainSettings: ActivitySettings = {
  rounds: [{ tension: 'framing', seconds: null }],
  roomCount: 1,
  seatsPerDelegation: 3,
  seating: 'choose',
  practiceSpeed: 1,
  understudies: false,
  door: 'code',
  lateArrivals: 'until-round-1',
  observers: [],
}

/** A course with one activity that can be joined, unless set otherwise. */
export async function givenActivity(story: {
  instructor?: Person
  courseId?: string
  settings?: Partial<ActivitySettings>
  doorOpen?: boolean
}): Promise<{ instructor: Person; courseId: string; activityId: string; code: string; roomIds: string[] }> {
  const instructor = story.instructor ?? (await givenAccount('Noor Haddad'))
  const courseId =
    story.courseId ?? (await createCourse({ title: 'IR 347', timeZone: 'Asia/Tokyo', by: instructor.id }))
  const settings = { ...plainSettings, ...story.settings }
  const activityId = randomUUID()
  const code = await findFreeCode(database())
  const roomIds = Array.from({ length: settings.roomCount }, () => randomUUID())
  await database().activity.create({
    data: {
      id: activityId,
      courseId,
      kind: 'seminar',
      title: 'The alliance gap',
      scenarioKey: 'alliance-gap',
      scenario: {},
      agendaKey: 'seminar-90',
      settings,
      code,
      doorOpen: story.doorOpen ?? true,
      createdById: instructor.id,
      rooms: { create: roomIds.map((id, index) => ({ id, ordinal: index + 1, name: `Table ${index + 1}` })) },
    },
  })
  return { instructor, courseId, activityId, code, roomIds }
}

/** Collects what is NOTIFYed while the story runs. */
export async function listen(channel: string): Promise<{ heard: string[]; stop: () => Promise<void> }> {
  const client = new pg.Client(databaseUrl())
  const heard: string[] = []
  await client.connect()
  client.on('notification', ({ payload }) => heard.push(payload ?? ''))
  await client.query(`LISTEN ${channel}`)
  return { heard, stop: () => client.end() }
}
