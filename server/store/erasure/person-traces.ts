/**
 * Collects everything that belongs to one person before an erasure: their users and roster places in all courses. Two are taken for the
 * same person when a user has taken the roster place, or when they share an e-mail address that no course gives to two people. Changes
 * nothing.
 */
import type { Database } from '../../base/database'
import { foldEmail } from '../people/email'
import { nameKey } from '../people/names'

export type PersonTraces = {
  userIds: readonly string[]
  placeIds: readonly string[]
  participants: readonly { id: string; activityId: string }[]
  courseIds: ReadonlySet<string>
  /** Names as typed, and as compared (`nameKey`). */
  names: readonly string[]
  nameKeys: ReadonlySet<string>
  emails: readonly string[]
}

export type TraceStart = { userId: string } | { placeId: string }

/** Follows the links from one user or roster place until nothing new is found; null when the id does not exist. */
export async function findTraces(on: Database, start: TraceStart): Promise<PersonTraces | null> {
  const userIds = new Set('userId' in start ? [start.userId] : [])
  const placeIds = new Set('placeId' in start ? [start.placeId] : [])
  for (;;) {
    const known = userIds.size + placeIds.size
    const found = await read(on, [...userIds], [...placeIds])
    for (const { id, rosterPlaceIds } of found.users) {
      userIds.add(id)
      for (const place of rosterPlaceIds) placeIds.add(place)
    }
    for (const place of found.places) {
      placeIds.add(place.id)
      // Staff and administrators are never included because a roster contains their address.
      for (const user of place.users) if (!user.isStaff) userIds.add(user.id)
    }
    if (userIds.size + placeIds.size === known)
      return found.users.length + found.places.length === 0 ? null : personOf(found)
    for (const id of await others(on, found)) (id.kind === 'user' ? userIds : placeIds).add(id.id)
  }
}

const emailsOf = ({ users, places }: Found): string[] => [
  ...new Set([...users, ...places].flatMap(({ email }) => (email ? [foldEmail(email)] : []))),
]

function personOf(found: Found): PersonTraces {
  const { users, places } = found
  const participants = users.flatMap((user) => user.participants)
  const struck = participants.flatMap(({ struckName }) => struckName ?? [])
  const names = [...new Set([...[...users, ...places, ...participants].map(({ name }) => name), ...struck])]
  return {
    userIds: users.map(({ id }) => id),
    placeIds: places.map(({ id }) => id),
    participants: participants.map(({ id, activityId }) => ({ id, activityId })),
    courseIds: new Set([...participants, ...places].map(({ courseId }) => courseId)),
    names,
    nameKeys: new Set(names.map(nameKey)),
    emails: emailsOf(found),
  }
}

type Found = Awaited<ReturnType<typeof read>>

async function read(on: Database, userIds: string[], placeIds: string[]) {
  const users = await on.user.findMany({
    where: { id: { in: userIds } },
    select: {
      id: true,
      name: true,
      email: true,
      rosterPlaces: { select: { id: true } },
      participants: {
        select: {
          ...{ id: true, name: true, struckName: true, activityId: true, rosterPlaceId: true },
          activity: { select: { courseId: true } },
        },
      },
    },
  })
  const staffed = { id: true, isAdmin: true, _count: { select: { staffOf: true } } } as const
  const places = await on.rosterPlace.findMany({
    where: { id: { in: placeIds } },
    select: {
      ...{ id: true, name: true, email: true, courseId: true },
      user: { select: staffed },
      participants: { select: { user: { select: staffed } } },
    },
  })
  return {
    users: users.map(({ rosterPlaces, participants, ...user }) => ({
      ...user,
      participants: participants.map(({ activity, ...one }) => ({ ...one, courseId: activity.courseId })),
      rosterPlaceIds: [...rosterPlaces.map(({ id }) => id), ...participants.flatMap((one) => one.rosterPlaceId ?? [])],
    })),
    places: places.map(({ user, participants, ...place }) => ({
      ...place,
      users: [...(user ? [user] : []), ...participants.map((one) => one.user)].map(({ id, isAdmin, _count }) => ({
        id,
        isStaff: isAdmin || _count.staffOf > 0,
      })),
    })),
  }
}

/** Users and roster places with one of these addresses. An address that occurs twice in one course is shared, and identifies nobody. */
async function others(on: Database, found: Found): Promise<{ kind: 'user' | 'place'; id: string }[]> {
  const ids: { kind: 'user' | 'place'; id: string }[] = []
  for (const email of emailsOf(found)) {
    const same = { email: { equals: email, mode: 'insensitive' } } as const
    const places = await on.rosterPlace.findMany({ where: same, select: { id: true, courseId: true } })
    if (new Set(places.map(({ courseId }) => courseId)).size < places.length) continue
    const users = await on.user.findMany({
      where: { ...same, isAdmin: false, staffOf: { none: {} } },
      select: { id: true },
    })
    ids.push(...places.map(({ id }) => ({ kind: 'place' as const, id })))
    ids.push(...users.map(({ id }) => ({ kind: 'user' as const, id })))
  }
  return ids
}
