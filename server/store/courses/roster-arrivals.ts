/**
 * Students added to the roster after a homework debate was published: finds those without a place in it, and gives each one a place.
 */

import { addParticipant, holdActivity } from '../activities/participants'
import { type Database, database } from '../database'
import { freeName, nameKey } from '../people/names'
import { createGuest } from '../people/users'
import { ensureLinks } from './personal-links'

async function findWithout(on: Database, activityId: string) {
  const { courseId } = await on.activity.findUniqueOrThrow({ where: { id: activityId }, select: { courseId: true } })
  const people = await on.participant.findMany({
    where: { activityId },
    select: { rosterPlaceId: true, nameKey: true, userId: true },
  })
  const places = await on.rosterPlace.findMany({
    where: { courseId },
    orderBy: { position: 'asc' },
    select: { id: true, name: true, userId: true },
  })
  return places.filter(
    ({ id, name, userId }) =>
      !people.some(
        // A name that is tied to another place is another person's, though it reads the same.
        (person) =>
          person.rosterPlaceId === id ||
          (person.rosterPlaceId === null && person.nameKey === nameKey(name)) ||
          person.userId === userId,
      ),
  )
}

/** The names on the roster without a participant in this activity. */
export async function readArrivals(activityId: string): Promise<string[]> {
  return (await findWithout(database(), activityId)).map(({ name }) => name)
}

/** Adds each of them to the room with the fewest people; they take a seat when they enter it. Returns how many. */
export async function placeArrivals(activityId: string): Promise<number> {
  return database().$transaction(
    async (on) => {
      await holdActivity(on, activityId)
      const arrivals = await findWithout(on, activityId)
      const keys = await on.participant.findMany({ where: { activityId }, select: { nameKey: true } })
      const taken = new Set(keys.map((one) => one.nameKey))
      for (const { id, name: listed, userId: known } of arrivals) {
        const name = freeName(listed, taken)
        const userId = known ?? (await createGuest(on, name)).id
        if (!known) await on.rosterPlace.update({ where: { id }, data: { userId } })
        const rooms = await on.room.findMany({
          where: { activityId },
          orderBy: { ordinal: 'asc' },
          select: { id: true, _count: { select: { participants: { where: { removedAt: null } } } } },
        })
        const [emptiest] = rooms.toSorted((a, b) => a._count.participants - b._count.participants)
        await addParticipant(on, { activityId, roomId: emptiest?.id ?? null, userId, name, rosterPlaceId: id })
      }
      await ensureLinks(
        on,
        arrivals.map(({ id }) => id),
      )
      return arrivals.length
    },
    { timeout: 60_000 },
  )
}
