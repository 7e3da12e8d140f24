/**
 * Everything under which one person stands here: their users and their places on rosters, in whichever courses. They are joined by the
 * places they came to, and by an address that is theirs alone in every course. Nothing is changed; whoever erases asks this first.
 */
import type { Database } from '../database'
import { foldEmail } from './email'
import { nameKey } from './names'

export type PersonTraces = {
  userIds: readonly string[]
  placeIds: readonly string[]
  participants: readonly { id: string; activityId: string }[]
  courseIds: ReadonlySet<string>
  /** Names as they were typed, and as they are compared. */
  names: readonly string[]
  nameKeys: ReadonlySet<string>
  emails: readonly string[]
}

export type TraceStart = { userId: string } | { placeId: string }

/** Null when there is nobody of this id. */
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
      // Whoever has a part in a course, or keeps the house, is never drawn in by a roster that holds their address.
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
  const names = [...new Set([...users, ...places, ...participants].map(({ name }) => name))]
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
          ...{ id: true, name: true, activityId: true, rosterPlaceId: true },
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

/** Whoever else has one of these addresses, unless a course gives it to several people: then it is nobody's own. */
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
