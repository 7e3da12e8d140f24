/**
 * Students added to the roster after a homework debate was published: finds those without a place in it, and gives each one a place.
 */

import { DAY_MS, MINUTE_MS } from '#simulation/kernel/time'
import { LARGEST_ROOM } from '#simulation/planning/homework-planning'
import { type Absentees, calledBy, listedName, type MissingPerson } from '#simulation/reading/homework/missing'
import { sectionKey } from '#simulation/seating/class-tables'
import { type Database, database } from '../../base/database'
import { addParticipant, holdActivity, type ParticipantRow } from '../activities/participants'
import { type NewMail, writeMails } from '../mail/outbox'
import { freeName, nameKey, toldApart } from '../people/names'
import { createGuest } from '../people/users'
import { ensureLinks } from './personal-links'

async function findWithout(on: Database, activityId: string) {
  const { courseId, kind, forkedFromRoomId } = await on.activity.findUniqueOrThrow({
    where: { id: activityId },
    select: { courseId: true, kind: true, forkedFromRoomId: true },
  })
  // A debate that plays on from a moment has the people of that moment (D26).
  if (kind === 'homework' && forkedFromRoomId !== null) return []
  const people = await on.participant.findMany({
    where: { activityId },
    select: { rosterPlaceId: true, nameKey: true, userId: true },
  })
  const places = await on.rosterPlace.findMany({
    where: { courseId },
    orderBy: { position: 'asc' },
    select: { id: true, name: true, userId: true, email: true, studentNumber: true, section: true },
  })
  const known = new Set(people.flatMap(({ rosterPlaceId, userId }) => [rosterPlaceId, userId]))
  // A name that is tied to another place is another person's, though it reads the same; and one that is tied to none is one person.
  const untied = new Map<string, number>()
  for (const { rosterPlaceId, nameKey: key } of people)
    if (rosterPlaceId === null) untied.set(key, (untied.get(key) ?? 0) + 1)
  // Told apart within the whole list: somebody's namesake may have come in, or be expected at another table.
  const called = new Map(toldApart(places).map(({ id, name }) => [id, name]))
  return places.flatMap(({ id, name, userId, section }) => {
    if (known.has(id) || (userId !== null && known.has(userId))) return []
    const left = untied.get(nameKey(name)) ?? 0
    untied.set(nameKey(name), left - 1)
    return left <= 0 ? [{ id, name, called: called.get(id) ?? name, userId, section }] : []
  })
}

/** Who of the roster takes no part in this activity, each with how many of their name do. */
export async function readArrivals(activityId: string): Promise<MissingPerson[]> {
  const [missing, people] = await Promise.all([
    findWithout(database(), activityId),
    database().participant.findMany({ where: { activityId }, select: { name: true } }),
  ])
  const come = calledBy(people.map(({ name }) => name))
  return missing.map(({ id, name, called }) => ({ place: id, name, called, here: come.get(listedName(name)) ?? 0 }))
}

/** Who of those whom a table was prepared for has not come in, and how many they are; at the only table of an activity the whole roster. */
export async function readArrivalsAt(activityId: string, roomId: string): Promise<Absentees> {
  const on = database()
  const [missing, { courseId, _count }, seats, tables] = await Promise.all([
    readArrivals(activityId),
    on.activity.findUniqueOrThrow({
      where: { id: activityId },
      select: { courseId: true, _count: { select: { rooms: true } } },
    }),
    on.preparedSeat.findMany({ where: { activityId }, select: { rosterPlaceId: true, roomId: true } }),
    on.preparedTable.findMany({ where: { activityId }, select: { rosterPlaceId: true, roomId: true } }),
  ])
  if (_count.rooms <= 1) return { missing, of: await on.rosterPlace.count({ where: { courseId } }), whom: 'class' }
  // A seat that was prepared says more than the table planned before it.
  const at = new Map([...tables, ...seats].map((one) => [one.rosterPlaceId, one.roomId]))
  const own = [...at].flatMap(([place, room]) => (room === roomId ? [place] : []))
  return { missing: missing.filter(({ place }) => own.includes(place)), of: own.length, whom: 'table' }
}

/** Within so long everybody for whom a debate is made is written down. */
const MAKING_MS = 120_000
/** Who came into a debate in the last day, after those for whom it was made, and sits in a room of it. */
export const newcomersAmong = <One extends Pick<ParticipantRow, 'createdAt' | 'removedAt' | 'roomId'>>(
  people: readonly One[],
  now: number,
): readonly One[] => {
  const first = Math.min(...people.map(({ createdAt }) => createdAt.getTime()))
  const isNew = ({ createdAt }: One) => createdAt.getTime() > first + MAKING_MS && createdAt.getTime() > now - DAY_MS
  return people.filter((one) => one.removedAt === null && one.roomId !== null && isNew(one))
}

/** The mail that tells somebody of a debate in which they have a place. */
export const publishedMail = (participantId: string, placeId: string): NewMail => ({
  ...{ key: `published/${participantId}`, kind: 'published', placeId, participantId, dueAt: Date.now() },
})

/** That with the fewest people; of those with a place that are mostly of the section, where there are any. No section: rooms follow none. */
function roomForArrival(
  section: string | null,
  rooms: readonly { id: string; sections: readonly (string | null | undefined)[] }[],
): string | null {
  const isOf = (other: string | null | undefined) =>
    section !== null && typeof other === 'string' && sectionKey(other) === sectionKey(section)
  const own = rooms.filter(
    ({ sections }) => sections.length < LARGEST_ROOM && sections.filter(isOf).length > sections.length / 2,
  )
  const among = own.length > 0 ? own : rooms
  return among.toSorted((a, b) => a.sections.length - b.sections.length)[0]?.id ?? null
}

/** Adds each of them to the room with the fewest people, of those of their section where rooms follow sections (H34); they take a seat when they enter it. Returns how many. */
export async function placeArrivals(activityId: string): Promise<number> {
  return database().$transaction(
    async (on) => {
      await holdActivity(on, activityId)
      const arrivals = await findWithout(on, activityId)
      const keys = await on.participant.findMany({ where: { activityId }, select: { nameKey: true } })
      const taken = new Set(keys.map((one) => one.nameKey))
      const followsSections = (await on.preparedTable.count({ where: { activityId } })) > 0
      for (const { id, name: listed, userId: known, section } of arrivals) {
        const name = freeName(listed, taken)
        const userId = known ?? (await createGuest(on, name)).id
        if (!known) await on.rosterPlace.update({ where: { id }, data: { userId } })
        const rooms = await on.room.findMany({
          where: { activityId },
          orderBy: { ordinal: 'asc' },
          select: {
            id: true,
            participants: { where: { removedAt: null }, select: { rosterPlace: { select: { section: true } } } },
          },
        })
        const roomId = roomForArrival(
          followsSections ? section : null,
          rooms.map((room) => ({ id: room.id, sections: room.participants.map((one) => one.rosterPlace?.section) })),
        )
        const person = await addParticipant(on, { activityId, roomId, userId, name, rosterPlaceId: id })
        await writeMails(on, [publishedMail(person, id)])
      }
      await ensureLinks(
        on,
        arrivals.map(({ id }) => id),
      )
      return arrivals.length
    },
    { timeout: MINUTE_MS },
  )
}
