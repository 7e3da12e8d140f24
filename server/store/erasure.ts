/**
 * Forgetting a person. Their rows go, with name, e-mail, number, sessions and marks; a room's log stays, because it never held
 * more than an opaque id, and reads on without the name.
 */
import { forgetBroughtNames } from './brought-from'
import { type Database, database, notify } from './database'
import { foldEmail } from './email'
import { forgetInvited } from './invitations'
import { nameKey } from './names'
import { revokeSessionsOf } from './sessions'

/** Somebody who may be meant: a user, or a place on a roster that nobody has taken yet. */
export type Remembered = {
  id: string
  kind: 'user' | 'roster-place'
  name: string
  email: string | null
  courses: string[]
  /** Keeps the house, or has a part in a course, which they made or have accepted: not a student to be erased. */
  isStaff: boolean
}

/** Everyone of this e-mail, student number, id or name. */
export async function findRemembered(who: string): Promise<Remembered[]> {
  const asked = who.trim()
  const email = { equals: foldEmail(asked), mode: 'insensitive' } as const
  const name = { equals: asked, mode: 'insensitive' } as const
  const place = { OR: [{ id: asked }, { email }, { studentNumber: asked }, { name }] }
  const users = await database().user.findMany({
    where: {
      OR: [
        { id: asked },
        { email },
        { name },
        { rosterPlaces: { some: place } },
        { participants: { some: { OR: [{ id: asked }, { nameKey: nameKey(asked) }, { rosterPlace: place }] } } },
      ],
    },
    select: {
      id: true,
      name: true,
      email: true,
      isAdmin: true,
      _count: { select: { staffOf: true } },
      participants: { select: { activity: { select: { course: { select: { title: true } } } } } },
      rosterPlaces: { select: { course: { select: { title: true } } } },
    },
  })
  const places = await database().rosterPlace.findMany({
    where: { ...place, userId: null, participants: { none: {} } },
    select: { id: true, name: true, email: true, course: { select: { title: true } } },
  })
  return [
    ...users.map(({ id, name, email, isAdmin, _count, participants, rosterPlaces }) => {
      const courses = [...participants.map(({ activity }) => activity.course.title), ...rosterPlaces.map(titleOf)]
      const isStaff = isAdmin || _count.staffOf > 0
      return { id, kind: 'user' as const, name, email, courses: [...new Set(courses)], isStaff }
    }),
    ...places.map(({ id, name, email, course }) => {
      return { id, kind: 'roster-place' as const, name, email, courses: [course.title], isStaff: false }
    }),
  ]
}

const titleOf = ({ course }: { course: { title: string } }) => course.title

/** Erases everything that names this person; false when there is nobody of this id. */
export async function eraseUser(userId: string): Promise<boolean> {
  return database().$transaction(async (on) => {
    const user = await on.user.findUnique({
      where: { id: userId },
      select: {
        email: true,
        participants: { select: { id: true, activityId: true, name: true, rosterPlaceId: true } },
      },
    })
    if (!user) return false
    await revokeSessionsOf(on, userId)
    await forgetBroughtNames(on, userId)
    const places = user.participants.flatMap(({ rosterPlaceId }) => rosterPlaceId ?? [])
    // The same address on another course's roster is the same person, who has not come there yet.
    const byEmail = user.email === null ? [] : [{ email: { equals: user.email, mode: 'insensitive' as const } }]
    await on.rosterPlace.deleteMany({ where: { OR: [{ userId }, { id: { in: places } }, ...byEmail] } })
    for (const { activityId, name } of user.participants) {
      await forgetAtDoor(on, [activityId], name)
      await notify(on, 'door', activityId)
    }
    await on.doorRequest.deleteMany({ where: { userId } })
    if (user.email !== null) await forgetInvited(on, user.email)
    await on.user.delete({ where: { id: userId } })
    return true
  })
}

/** Erases a place of a roster whom nobody has come to, and what was asked at the doors of its course under its name. */
export async function eraseRosterPlace(placeId: string): Promise<boolean> {
  return database().$transaction(async (on) => {
    const place = await on.rosterPlace.findUnique({
      where: { id: placeId },
      select: { name: true, course: { select: { activities: { select: { id: true } } } } },
    })
    if (!place) return false
    await forgetAtDoor(
      on,
      place.course.activities.map(({ id }) => id),
      place.name,
    )
    await on.rosterPlace.delete({ where: { id: placeId } })
    return true
  })
}

/** What was asked at a door under this name, before there was a place to tie it to. */
async function forgetAtDoor(on: Database, activityIds: readonly string[], name: string): Promise<void> {
  await on.doorRequest.deleteMany({
    where: { activityId: { in: [...activityIds] }, name: { equals: name, mode: 'insensitive' } },
  })
}
