/**
 * The door of an activity: joining by code. To somebody who has only a code, a wrong and a closed one give the same answer after the same
 * time, so that codes cannot be found by guessing; an open one that is full says so, as an open one lets in. The activity's link contains
 * a secret word as well, and its holder is told which of the three it is. Rate limits are in web/throttled-door.ts.
 */
import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { batchLoader } from '../../base/batch-loader'
import { type Database, database, notify } from '../../base/database'
import { UNDELETED_ACTIVITY } from '../access/deleted'
import { ActivitySettings } from '../activities/activity-settings'
import { doorPath, findFreeCode, parseCode } from '../activities/codes'
import { doorColumns, judgeDoor } from '../activities/door-state'
import { type Origin, pickRoom } from '../activities/participants'
import { cleanName } from '../people/names'
import type { Person } from '../people/users'
import { type AdmissionRefusal, admit, type Joined } from './admission'
import { findLine, type ListedName, listedNames, readRosterLines } from './roster-lines'

/** Every refusal takes at least this long, whatever its reason. */
const refusedAfterMs = 150

/**
 * Delays the answers for which `isRefusal` is true until `refusedAfterMs` have passed, so that their time does not reveal the reason; other
 * answers are not delayed.
 */
export async function inConstantTime<Answer>(
  work: () => Promise<Answer>,
  isRefusal: (answer: Answer) => boolean,
): Promise<Answer> {
  const even = sleep(refusedAfterMs)
  const answer = await work()
  if (isRefusal(answer)) await even
  return answer
}

type OpenDoor = {
  activityId: string
  title: string
  courseTitle: string
  seating: ActivitySettings['seating']
  /** Only names on the roster may join, so the page offers a picker. */
  isForRoster: boolean
  /**
   * The secret word of the activity's link. A person who typed an open code gets it in the form, so that later steps are not
   * rate-limited.
   */
  word: string
}

type Door = OpenDoor & { state: 'open' | 'full' | 'closed'; courseId: string }

async function readDoor(on: Database, code: string): Promise<Door | null> {
  const row = await on.activity.findFirst({
    where: { code, ...UNDELETED_ACTIVITY },
    select: { ...doorColumns, title: true, courseId: true, doorWord: true, course: { select: { title: true } } },
  })
  if (!row) return null
  const { open } = await judgeDoor(on, row)
  const state = !open ? 'closed' : (await pickRoom(on, row.id)).full ? 'full' : 'open'
  const { seating, door: rule } = ActivitySettings.parse(row.settings)
  const said = { activityId: row.id, title: row.title, courseTitle: row.course.title, word: row.doorWord }
  return { ...said, seating, isForRoster: rule === 'roster', courseId: row.courseId, state }
}

/** Batched: a class that joins at once looks up the same code, which is read once. */
const readDoorByCode = batchLoader(async (codes: readonly string[]): Promise<(Door | null)[]> => {
  const different = [...new Set(codes)]
  const doors = new Map(
    await Promise.all(different.map(async (code) => [code, await readDoor(database(), code)] as const)),
  )
  return codes.map((code) => doors.get(code) ?? null)
})

const findDoor = async (typed: string): Promise<Door | null> => {
  const code = parseCode(typed)
  return code === null ? null : readDoorByCode(code)
}

const openDoorOf = ({ activityId, title, courseTitle, seating, isForRoster, word }: Door): OpenDoor => ({
  activityId,
  title,
  courseTitle,
  seating,
  isForRoster,
  word,
})

/** The activity of this code if its door is open, or that it is full; null for every other code. */
export async function readOpenDoor(code: string): Promise<OpenDoor | 'full' | null> {
  return inConstantTime(
    async () => {
      const door = await findDoor(code)
      if (door?.state === 'full') return 'full'
      return door?.state === 'open' ? openDoorOf(door) : null
    },
    (answer) => answer === null,
  )
}

export type LinkedDoor = { kind: 'open'; door: OpenDoor } | { kind: 'full' | 'closed' }

/** Batched. A wrong word takes as long as an unknown code. */
const isLink = batchLoader(async (links: readonly { code: string; word: string }[]): Promise<boolean[]> => {
  const found = await database().activity.findMany({
    where: {
      code: { in: [...new Set(links.map(({ code }) => code))] },
      doorWord: { in: [...new Set(links.map(({ word }) => word))] },
    },
    select: { code: true, doorWord: true },
  })
  return links.map(({ code, word }) => found.some((row) => row.code === code && row.doorWord === word))
})

/** The activity of a link; null when the word is not this code's, and the code is then treated as if it had been typed. */
export async function readLinkedDoor(typed: string, word: string | null): Promise<LinkedDoor | null> {
  const code = parseCode(typed)
  if (code === null || word === null || !/^[\da-f]{32}$/.test(word)) return null
  if (!(await isLink({ code, word }))) return null
  const door = await readDoorByCode(code)
  if (!door || door.word !== word) return null
  return door.state === 'open' ? { kind: 'open', door: openDoorOf(door) } : { kind: door.state }
}

export type JoinAnswer = Joined | { ok: false; refusal: AdmissionRefusal | 'code-not-open' }
export type JoinRefusal = Extract<JoinAnswer, { ok: false }>['refusal']

type JoinAttempt = {
  code: string
  /** The secret word, for those who came by the link. */
  word?: string | null
  name: string
  /** The roster place that was picked; its name counts then. */
  place?: string | null
  /** The student number, where the door asks for it. */
  number?: string
  userAgent: string
  visitor: Person | null
  /**
   * The session id in the device's cookie, even if revoked: a removed guest's session is revoked, and must be recognized so that they
   * do not join again as somebody new.
   */
  signIn?: string | null
} & Partial<Origin>

/** Joins an activity by code and name. A person who takes part already gets the same participant again. */
export async function joinByCode(visit: JoinAttempt): Promise<JoinAnswer> {
  return inConstantTime(
    () => findAndJoin(visit),
    (answer) => !answer.ok && answer.refusal === 'code-not-open',
  )
}

async function findAndJoin(visit: JoinAttempt): Promise<JoinAnswer> {
  const door = await findDoor(visit.code)
  const codeNotOpen = { ok: false, refusal: 'code-not-open' } as const
  if (!door) return codeNotOpen
  const { place = null, number = '' } = visit
  const lines = await readRosterLines(door.courseId)
  const line = findLine(lines, { place, name: visit.name, number })
  const name = line?.name ?? cleanName(visit.name)
  const admission = await admit({
    activityId: door.activityId,
    name,
    line,
    number,
    userAgent: visit.userAgent,
    visitor: visit.visitor,
    signIn: visit.signIn ?? null,
    deviceHash: visit.deviceHash ?? null,
    addressHash: visit.addressHash ?? null,
  })
  const isClosed = !admission.ok && admission.refusal === 'closed'
  return isClosed && door.word !== visit.word ? codeNotOpen : admission
}

/** The id of the roster place that somebody means, so that guesses at its number count together however its name is spelled. */
export async function findPlaceMeant(
  code: string,
  claimed: Pick<JoinAttempt, 'name' | 'place'>,
): Promise<string | null> {
  const door = await findDoor(code)
  return door && (findLine(await readRosterLines(door.courseId), claimed)?.id ?? null)
}

/** The names on the roster that begin as typed, for whoever has the link or was let as far as the form; null for everybody else. */
export async function findListedNames(
  code: string,
  word: string | null,
  typed: string,
): Promise<{ names: ListedName[]; more: boolean } | null> {
  const linked = await readLinkedDoor(code, word)
  const door = linked?.kind === 'open' && linked.door.isForRoster ? await findDoor(code) : null
  if (!door) return null
  const [lines, here] = await Promise.all([readRosterLines(door.courseId), readPlacesHere(door.activityId)])
  return listedNames(lines, here, typed)
}

/** Batched: a class that types its names at once asks one question. */
const readPlacesHere = batchLoader(async (activityIds: readonly string[]): Promise<ReadonlySet<string>[]> => {
  const rows = await database().participant.findMany({
    where: { activityId: { in: [...new Set(activityIds)] }, rosterPlaceId: { not: null } },
    select: { activityId: true, rosterPlaceId: true },
  })
  return activityIds.map(
    (id) => new Set(rows.flatMap((row) => (row.activityId === id && row.rosterPlaceId ? [row.rosterPlaceId] : []))),
  )
})

export async function openDoor(activityId: string): Promise<void> {
  await database().$transaction(async (on) => {
    await on.activity.update({
      where: { id: activityId },
      data: { doorOpen: true, doorOpenedAt: new Date(), doorClosedAt: null },
    })
    await notify(on, 'door', activityId)
  })
}

/** Closes the door. Participants stay; others can only send a join request. */
export async function closeDoor(activityId: string): Promise<void> {
  await database().$transaction(async (on) => {
    await on.activity.updateMany({
      where: { id: activityId, doorOpen: true },
      data: { doorOpen: false, doorClosedAt: new Date() },
    })
    await notify(on, 'door', activityId)
  })
}

/** Replaces the code and the link's word, because the old ones have spread too far; the old ones stop working. */
export async function drawNewCode(activityId: string): Promise<string> {
  return database().$transaction(async (on) => {
    const code = await findFreeCode(on)
    await on.activity.update({ where: { id: activityId }, data: { code, doorWord: randomBytes(16).toString('hex') } })
    await notify(on, 'door', activityId)
    return code
  })
}

/** The activity's join link with its secret word; only for staff. */
export async function readDoorPath(activityId: string): Promise<string> {
  const { code, doorWord } = await database().activity.findUniqueOrThrow({
    where: { id: activityId },
    select: { code: true, doorWord: true },
  })
  return doorPath(code, doorWord)
}

/**
 * The participant of this user in the activity of this code, whether or not its door is open, so that a device that comes back goes
 * straight to its room.
 */
export async function findOwnPlace(
  code: string,
  userId: string,
): Promise<{ roomId: string | null; activityId: string } | null> {
  return database().participant.findFirst({
    where: { userId, removedAt: null, activity: { code: parseCode(code) ?? 'no code', ...UNDELETED_ACTIVITY } },
    select: { roomId: true, activityId: true },
  })
}
