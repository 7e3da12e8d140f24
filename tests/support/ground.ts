/**
 * The ground a browser story begins on: accounts, courses, seminars and places put straight into the server's own store, so that
 * a story spends its time on what it is about. What it makes is made by the functions that the pages call.
 */
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { BrowserContext } from '@playwright/test'
import { connect, database, disconnect } from '#server/base/database'
import { settleSecret } from '#server/base/environment'
import { readPastedRoster } from '#server/jobs/thread/roster-reading/pasted-roster'
import { createSeminar } from '#server/store/activities/activities'
import { addDays, dayOf, isDay } from '#server/store/activities/deadlines'
import { createCourse } from '#server/store/courses/courses'
import { enterByLink, readLinks } from '#server/store/courses/personal-links'
import { readRoster, writeRoster } from '#server/store/courses/roster'
import { joinByCode } from '#server/store/door/door'
import { judgeCalendar } from '#server/store/homework/calendar-faults'
import { createHomework, roomChoices } from '#server/store/homework/homework'
import { readPlans } from '#server/store/log/room-plans'
import { createSession } from '#server/store/people/sessions'
import { createAccount } from '#server/store/people/users'
import { replaceSignIn } from '#server/web/device-sign-in'
import { NOBODY_LISTED } from '#simulation/seating/class-tables'
import type { Fields } from '../../app/courses/[courseId]/_wizard/fields'
import { gradingIn } from '../../app/courses/[courseId]/new-homework/grading-in'
import { agendaToLay, readSetup as readWeek, requirementsOf } from '../../app/courses/[courseId]/new-homework/setup'
import { choicesOf } from '../../app/courses/[courseId]/new-seminar/parts'
import { readSetup } from '../../app/courses/[courseId]/new-seminar/read-setup'
import { playedIn } from '../../app/courses/[courseId]/new-seminar/setup'
import { chairsFor, tablesOf } from '../../app/courses/[courseId]/new-seminar/tables'
import { seatMember } from './crowd'
import { databaseUrlIn } from './machines/server'
import { chinaGap } from './stories/china-gap'

export const PASSWORD = 'a long enough sentence'
const OBSERVERS = [
  { title: 'Fact-checker', task: 'fact-checker' },
  { title: 'Press', task: 'scribe' },
  { title: 'Historian', task: 'historian' },
] as const

type Server = { url: string; dataDir: string }
let ground: Server | null = null
/** This worker's instructor, kept between its stories: hashing a password takes longer than most of them. */
let kept: Account | null = null

export type Account = { userId: string; email: string }

/** Stories that start a server of their own stand on that one, until they leave it. */
export function standOn(server: Server): void {
  connect(databaseUrlIn(server.dataDir))
  settleSecret(readFileSync(path.join(server.dataDir, 'secret'), 'utf8').trim())
  ground = server
  kept = null
}

export async function leaveGround(): Promise<void> {
  await disconnect()
  ground = null
  kept = null
}

/** The server under this worker's stories. */
function standing(): Server {
  const { BASE_URL: url, BASE_DATA: dataDir } = process.env
  if (!ground && url && dataDir) standOn({ url, dataDir })
  if (!ground) throw new Error('No server stands under this story: see the global setup.')
  return ground
}

async function signIn(context: BrowserContext, sessionId: string): Promise<void> {
  const cookies: Parameters<BrowserContext['addCookies']>[0][number][] = []
  const jar = {
    set: ({ name, value, httpOnly }: { name: string; value: string; httpOnly: boolean }) =>
      cookies.push({ name, value, httpOnly, url: standing().url, sameSite: 'Lax' }),
  }
  await replaceSignIn({}, jar, sessionId)
  await context.addCookies(cookies)
}

/** Signs an instructor in: the one this worker has, or with `fresh` one with nothing of their own, or who keeps the house. */
export async function instructorIn(context: BrowserContext, { fresh = false, isAdmin = false } = {}): Promise<Account> {
  standing()
  const isNew = fresh || isAdmin
  const account = (!isNew && kept) || (await openAccount(isAdmin))
  if (!isNew) kept = account
  await signIn(context, await createSession(database(), account.userId, 'a story'))
  return account
}

async function openAccount(isAdmin = false): Promise<Account> {
  const email = `n.haddad-${randomUUID()}@college.example`
  const made = await createAccount({ name: 'Noor Haddad', email, password: PASSWORD, isAdmin })
  if (made === 'email-taken') throw new Error(`${email} is taken.`)
  return { userId: made.id, email }
}

/** A course with the names of its roster, one to a line; answers its address. Its zone is this machine's where none is named. */
export async function courseOf(
  { userId }: Account,
  title: string,
  roster = '',
  timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone,
): Promise<string> {
  const courseId = await createCourse({ title, timeZone, by: userId })
  if (roster) await writeRoster(courseId, readPastedRoster(roster).places)
  return `${standing().url}/courses/${courseId}`
}

/** The seminar that these fields of the wizard's address describe, its door open. */
export async function seminarIn(
  courseUrl: string,
  { userId }: Account,
  fields: Fields,
): Promise<{ lobbyUrl: string; deskUrl: string; code: string }> {
  const scenario = chinaGap()
  const draft = readSetup(fields, scenario, NOBODY_LISTED)
  const choices = choicesOf(draft, scenario, OBSERVERS, 0)
  if (playedIn(draft).length === 0) throw new Error('The seminar plays no round.')
  const { activityId, code } = await createSeminar({
    courseId: path.basename(courseUrl),
    by: userId,
    title: draft.title,
    scenario,
    agendaKey: draft.agenda,
    settings: {
      rounds: choices.rounds,
      roomCount: tablesOf(draft).length,
      seatsPerDelegation: chairsFor(draft),
      seating: draft.seating,
      practiceSpeed: draft.practice ? 30 : 1,
      understudies: draft.understudies,
      cases: draft.cases,
      door: draft.door,
      learning: draft.learning,
      lateArrivals: draft.lateArrivals ? 'until-round-1' : 'until-start',
      observers: choices.observers,
    },
    nameRoom: (number) => `Table ${number}`,
    doorOpen: true,
  })
  const { url } = standing()
  const { id } = await database().room.findFirstOrThrow({ where: { activityId }, orderBy: { ordinal: 'asc' } })
  return { lobbyUrl: `${url}/activities/${activityId}/lobby`, deskUrl: `${url}/rooms/${id}/desk`, code }
}

/** The week that these fields of the wizard's address describe, published; with the way of each student's own link, by name. */
export async function weekIn(
  courseUrl: string,
  { userId }: Account,
  fields: Fields,
): Promise<{ boardUrl: string; links: Map<string, string> }> {
  const courseId = path.basename(courseUrl)
  const { timeZone } = await database().course.findUniqueOrThrow({ where: { id: courseId } })
  const scenario = chinaGap()
  const tomorrow = addDays(dayOf(Date.now(), timeZone), 1)
  const rooms = roomChoices((await readRoster(courseId)).length)
  const setup = readWeek(fields, { scenario, tomorrow, rooms, isDay })
  const agenda = agendaToLay(scenario, setup)
  const requires = requirementsOf(setup, agenda)
  const made = await createHomework({
    ...setup,
    without: [...setup.without],
    grading: gradingIn(setup),
    ...{ courseId, by: userId, scenario, timeZone, agendaKey: agenda.key, rounds: setup.on, roomCount: setup.rooms },
    phases: judgeCalendar(agenda, setup, timeZone, Date.now()).phases.map((phase, index) => ({
      ...phase,
      requires: requires[index] ?? [],
    })),
    nameRoom: (number) => `Room ${number}`,
  })
  if (made === 'no-roster') throw new Error('Nobody is on the roster.')
  const links = (await readLinks(courseId)).map(({ name, token }): [string, string] => [name, `/p/${token}`])
  return { boardUrl: `${standing().url}/activities/${made.activityId}/board`, links: new Map(links) }
}

/** Signs a student in by their own link, as they are by its page. */
export async function linkedIn(context: BrowserContext, link: string): Promise<void> {
  standing()
  const entered = await enterByLink(path.basename(link), 'a story')
  if (!entered.ok) throw new Error(`The link does not open: ${entered.refusal}`)
  await signIn(context, entered.sessionId)
}

/** Brings somebody through the door, on this device; answers the address where they choose their seat. */
export async function guestIn(context: BrowserContext, code: string, name: string): Promise<string> {
  const { roomId } = await bringIn(context, code, name)
  return `${standing().url}/join/seat/${roomId}`
}

/** The same, sat down in the seat of this office; answers the address of the room. */
export async function seatedIn(
  context: BrowserContext,
  code: string,
  { name, side, office }: { name: string; side: string; office: string },
): Promise<string> {
  const joined = await bringIn(context, code, name)
  const plan = (await readPlans([joined.roomId])).get(joined.roomId)
  const delegation = plan?.delegations.find((each) => each.name === side)?.id ?? null
  const seat = plan?.seats.find((each) => each.delegation === delegation && each.title === office)
  if (!seat) throw new Error(`There is no seat for the ${office} of ${side}.`)
  const { leave } = await seatMember(standing().url, joined, seat.id)
  leave()
  return `${standing().url}/rooms/${joined.roomId}`
}

async function bringIn(
  context: BrowserContext,
  code: string,
  name: string,
): Promise<{ sessionId: string; roomId: string }> {
  standing()
  const joined = await joinByCode({ code, name, userAgent: 'a story', visitor: null })
  if (!joined.ok || !joined.sessionId || !joined.roomId)
    throw new Error(`${name} does not come in: ${joined.ok ? 'there is no room for them' : joined.refusal}`)
  // As if the desk had let them in: a story may bring somebody late, and seat them (S21 is told in tests/security/one-side.test.ts).
  await database().participant.update({ where: { id: joined.participantId }, data: { byOpenCode: false } })
  await signIn(context, joined.sessionId)
  return { sessionId: joined.sessionId, roomId: joined.roomId }
}
