/** Finds the people whom an operator may mean by an e-mail, a student number, an id or a name, before an erasure. Changes nothing. */
import { database } from '../../base/database'
import { foldEmail } from './email'
import { nameKey } from './names'

/** A user, or a place on a roster that no user has taken yet. */
export type PersonMatch = {
  id: string
  kind: 'user' | 'roster-place'
  name: string
  email: string | null
  courses: string[]
  /** An administrator, or has a part in a course: must not be erased as a student. */
  isStaff: boolean
}

/** All users and free roster places with this e-mail, student number, id or name. */
export async function findMatches(who: string): Promise<PersonMatch[]> {
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
