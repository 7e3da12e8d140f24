/**
 * The door of an activity: coming in by code. A wrong, a closed and a full code get one answer in one time, so that nobody
 * learns a code by trying. Slowing down who tries too often is the caller's affair; seats are taken in the room.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { ActivitySettings } from './activity-settings'
import { drawCode, parseCode } from './codes'
import { type Database, database, notify } from './database'
import { doorColumns, judgeDoor } from './door-state'
import { cleanName, nameKey } from './names'
import { addParticipant, holdActivity, pickRoom } from './participants'
import { createSession } from './sessions'
import { createGuest, type Person } from './users'

/** Every answer about a code takes at least this long, and a refusal exactly this long. */
const answerAfterMs = 150

export async function inEvenTime<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  const [answer] = await Promise.all([work(), sleep(answerAfterMs)])
  return answer
}

export type OpenDoor = { activityId: string; title: string; courseTitle: string; seating: ActivitySettings['seating'] }

async function findOpen(
  on: Database,
  typed: string,
): Promise<{ id: string; settings: ActivitySettings; courseId: string; title: string; courseTitle: string } | null> {
  const row = await on.activity.findUnique({
    where: { code: parseCode(typed) ?? 'no code' },
    select: {
      ...doorColumns,
      title: true,
      courseId: true,
      course: { select: { title: true } },
    },
  })
  if (!row || !(await judgeDoor(on, row)).open) return null
  return {
    id: row.id,
    title: row.title,
    courseId: row.courseId,
    courseTitle: row.course.title,
    settings: ActivitySettings.parse(row.settings),
  }
}

/** What stands behind a code that is open and has room; null for every other code there could be. */
export async function readOpenDoor(code: string): Promise<OpenDoor | null> {
  return inEvenTime(async () => {
    const found = await findOpen(database(), code)
    if (!found || (await pickRoom(database(), found.id)).full) return null
    return { activityId: found.id, title: found.title, courseTitle: found.courseTitle, seating: found.settings.seating }
  })
}

export type Joined = {
  ok: true
  activityId: string
  participantId: string
  roomId: string | null
  userId: string
  /** The new session of a new guest; null where the visitor was signed in already. */
  sessionId: string | null
}
export type JoinRefusal = 'code-not-open' | 'bad-name' | 'name-taken' | 'not-on-roster' | 'asks-first'
export type JoinAnswer = Joined | { ok: false; refusal: JoinRefusal }

const refused = (refusal: JoinRefusal): JoinAnswer => ({ ok: false, refusal })

/** Code and name in, a place out. Somebody who has a place already gets the same one again. */
export async function joinByCode(visit: {
  code: string
  name: string
  userAgent: string
  visitor: Person | null
  /** The sign-in this device still carries, whether or not it stands: a removed guest's has ended, and is no new person's. */
  signIn?: string | null
}): Promise<JoinAnswer> {
  return inEvenTime(() =>
    database().$transaction(async (on): Promise<JoinAnswer> => {
      const door = await findOpen(on, visit.code)
      if (!door) return refused('code-not-open')
      await holdActivity(on, door.id)
      const userBefore = visit.visitor?.id ?? (visit.signIn ? await findUserOf(on, visit.signIn) : null)
      const back =
        userBefore === null
          ? null
          : await on.participant.findUnique({
              where: { activityId_userId: { activityId: door.id, userId: userBefore } },
            })
      if (back?.removedAt) return refused('asks-first')
      if (back && visit.visitor)
        return {
          ok: true,
          activityId: door.id,
          participantId: back.id,
          roomId: back.roomId,
          userId: back.userId,
          sessionId: null,
        }
      const { roomId, full } = await pickRoom(on, door.id)
      if (full) return refused('code-not-open')
      const name = cleanName(visit.name)
      if (!name) return refused('bad-name')
      if (door.settings.door === 'ask') return refused('asks-first')
      const rosterPlaceId = await findRosterPlace(on, door.courseId, name)
      if (door.settings.door === 'roster' && !rosterPlaceId) return refused('not-on-roster')
      if (await isTaken(on, door.id, name)) return refused('name-taken')
      const userId = visit.visitor?.id ?? (await createGuest(on, name)).id
      const sessionId = visit.visitor ? null : await createSession(on, userId, visit.userAgent)
      const participantId = await addParticipant(on, { activityId: door.id, roomId, userId, name, rosterPlaceId })
      return { ok: true, activityId: door.id, participantId, roomId, userId, sessionId }
    }),
  )
}

async function findUserOf(on: Database, sessionId: string): Promise<string | null> {
  return (await on.session.findUnique({ where: { id: sessionId }, select: { userId: true } }))?.userId ?? null
}

export async function isTaken(on: Database, activityId: string, name: string): Promise<boolean> {
  return (await on.participant.count({ where: { activityId, nameKey: nameKey(name) } })) > 0
}

export async function findRosterPlace(on: Database, courseId: string, name: string): Promise<string | null> {
  const places = await on.rosterPlace.findMany({ where: { courseId }, select: { id: true, name: true } })
  return places.find((place) => nameKey(place.name) === nameKey(name))?.id ?? null
}

export async function openDoor(activityId: string): Promise<void> {
  await database().$transaction(async (on) => {
    await on.activity.update({
      where: { id: activityId },
      data: { doorOpen: true, doorOpenedAt: new Date(), doorClosedAt: null },
    })
    await notify(on, 'door', activityId)
  })
}

/** Ends the code. Whoever holds a place keeps it; the others may ask. */
export async function closeDoor(activityId: string): Promise<void> {
  await database().$transaction(async (on) => {
    await on.activity.updateMany({
      where: { id: activityId, doorOpen: true },
      data: { doorOpen: false, doorClosedAt: new Date() },
    })
    await notify(on, 'door', activityId)
  })
}

/** A fresh code in place of one that has gone round too far. The old one is not open any more. */
export async function drawNewCode(activityId: string): Promise<string> {
  return database().$transaction(async (on) => {
    const code = await findFreeCode(on)
    await on.activity.update({ where: { id: activityId }, data: { code } })
    await notify(on, 'door', activityId)
    return code
  })
}

export async function findFreeCode(on: Database): Promise<string> {
  for (;;) {
    const code = drawCode()
    if ((await on.activity.count({ where: { code } })) === 0) return code
  }
}

/** The place this person has behind a code, whether or not the door is open: a device that comes back goes straight to it. */
export async function findOwnPlace(
  code: string,
  userId: string,
): Promise<{ roomId: string | null; activityId: string } | null> {
  return database().participant.findFirst({
    where: { userId, removedAt: null, activity: { code: parseCode(code) ?? 'no code' } },
    select: { roomId: true, activityId: true },
  })
}
