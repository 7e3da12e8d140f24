/**
 * The homework debates of a course follow its roster while they run: who leaves it is taken out of them, who comes onto it is given a
 * room at once, and a name that was changed is changed there too.
 */
import { personId, roomId } from '#simulation/kernel/ids'
import { MINUTE_MS } from '#simulation/kernel/time'
import { type Database, database, notify, runQueryIn } from '../../base/database'
import { commandAsChair } from '../activities/chair-commands'
import { followExtraTime } from '../activities/extra-time'
import { readmit } from '../activities/readmission'
import { syncMembership } from '../log/membership'
import { readRoomState } from '../log/room-reading'
import { freeName, nameKey } from '../people/names'
import { placeArrivals } from './roster-arrivals'

/**
 * Debates that are not over: what somebody did in one that is, stays in its grades whatever becomes of the roster. One that plays on from a
 * moment (D26) has the people of that moment.
 */
const RUNS = {
  kind: 'homework',
  demo: false,
  broughtAt: null,
  forkedFromRoomId: null,
  archivedAt: null,
  deletedAt: null,
  rooms: { some: { summary: { closedAt: null, phaseStatus: { not: 'finished' } } } },
} as const

/** Takes whoever has these places out of the debates that run, as a chair would; their words stay. To be called while the places are still there. */
export async function takeOut(on: Database, by: string, places: readonly string[]): Promise<void> {
  const gone = await on.participant.findMany({
    where: { rosterPlaceId: { in: [...places] }, removedAt: null, roomId: { not: null }, activity: RUNS },
    select: { id: true, roomId: true },
  })
  for (const { id, roomId: room } of gone) {
    const command = { type: 'removePerson', person: personId.parse(id) } as const
    await commandAsChair(on, { room: roomId.parse(room), chairId: by, source: 'roster', command })
  }
  const people = gone.map(({ id }) => id)
  await syncMembership(runQueryIn(on), people)
}

/** Changes a person's name in all activities in which they have the one that the roster had. */
export async function rename(on: Database, place: string, before: string, now: string): Promise<void> {
  if (before === now) return
  const people = await on.participant.findMany({ where: { rosterPlaceId: place, name: before } })
  for (const { id, activityId } of people) {
    const others = await on.participant.findMany({ where: { activityId, id: { not: id } }, select: { nameKey: true } })
    const name = freeName(now, new Set(others.map((one) => one.nameKey)))
    await on.participant.update({ where: { id }, data: { name, nameKey: nameKey(name) } })
    await notify(on, 'door', activityId)
  }
}

/** Gives somebody of a roster extra time in the homework debates of their course (H32): those that run, and all that come. False where they are not on it. */
export async function giveExtraTime(courseId: string, id: string, extraTime: number): Promise<boolean> {
  return database().$transaction(
    async (on) => {
      // As the making of a debate does, which reads the roster.
      await on.$queryRaw`SELECT id FROM course WHERE id = ${courseId} FOR UPDATE`
      const { count } = await on.rosterPlace.updateMany({ where: { id, courseId }, data: { extraTime } })
      if (count === 0) return false
      await followExtraTime(on, { rosterPlaceId: id, activity: { ...RUNS, forkedFromRoomId: undefined } })
      return true
    },
    { timeout: MINUTE_MS },
  )
}

/** Gives whoever has come onto the roster a room in each debate that runs; who had been taken off it comes back to what they had. */
export async function takeIn(courseId: string, by: string): Promise<void> {
  const running = await database().activity.findMany({ where: { courseId, ...RUNS }, select: { id: true } })
  for (const { id } of running) {
    await takeBack(id, courseId, by)
    await placeArrivals(id)
  }
}

async function takeBack(activityId: string, courseId: string, by: string): Promise<void> {
  await database().$transaction(async (on) => {
    const left = await on.participant.findMany({
      where: { activityId, rosterPlaceId: null, removedAt: { not: null } },
      select: { id: true, nameKey: true, userId: true, roomId: true },
    })
    if (left.length === 0) return
    const places = await on.rosterPlace.findMany({ where: { courseId, participants: { none: { activityId } } } })
    for (const person of left) {
      // Of two with one name nobody can say who came back.
      const [place, other] = places.filter(({ name }) => nameKey(name) === person.nameKey)
      if (!place || other) continue
      // The extra time went with the line that was taken off; the room has it still (H32).
      const known = (await readRoomState(person.roomId ?? ''))?.extraTime[person.id]?.percent
      const data = { userId: person.userId, extraTime: place.extraTime || (known ?? 0) }
      await on.rosterPlace.update({ where: { id: place.id }, data })
      await on.participant.update({ where: { id: person.id }, data: { rosterPlaceId: place.id } })
      await readmit(on, person.id, by)
      await followExtraTime(on, { id: person.id })
    }
  })
}
