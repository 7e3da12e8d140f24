/**
 * What a research file is written from (rule D18): the tables of an activity or of a course, each as its class may read it, with people as
 * pseudonyms. A pseudonym is a keyed hash, so nobody without the server's secret finds the person, and the same one in every file.
 */
import { createHash, createHmac } from 'node:crypto'
import { stanceSpreads } from '#simulation/reading/positions/stance-spread'
import type { ResearchRoom } from '#simulation/research/research-rows'
import { peopleIn } from '#simulation/secrecy/side-channels'
import { forTheClass, viewFor } from '#simulation/secrecy/visible-row'
import { database } from '../../base/database'
import { signingSecret } from '../../base/environment'
import { nextSlice } from '../../base/slices'
import { UNDELETED } from '../access/deleted'
import { ActivitySettings } from '../activities/activity-settings'
import { readResearchBeside } from '../beside/known-beside'
import { readRoom } from '../log/room-reading'
import { readResearchMarks } from './research-marks'
import type { ResearchQuestion } from './words-for-research'

export type ResearchActivity = Readonly<{
  id: string
  title: string
  kind: 'seminar' | 'homework'
  /** What it asks its people; null where it asks them nothing. */
  asks: ResearchQuestion | null
  rooms: readonly Readonly<{ id: string; ordinal: number }>[]
}>

/** The activities that were held here, the oldest first. Of those in a brought record nobody could be asked; a fork tells its past again. */
export async function readResearchActivities(courseId: string): Promise<ResearchActivity[]> {
  const rows = await database().activity.findMany({
    where: { courseId, broughtAt: null, forkedFromRoomId: null, ...UNDELETED },
    orderBy: { createdAt: 'asc' },
    select: {
      ...{ id: true, title: true, kind: true, settings: true },
      rooms: { orderBy: { ordinal: 'asc' }, select: { id: true, ordinal: true } },
    },
  })
  return rows.map(({ settings, ...activity }) => ({
    ...activity,
    asks: ActivitySettings.parse(settings).research ?? null,
  }))
}

export type ResearchCourse = Readonly<{ id: string; title: string; timeZone: string }>

/** Reads the tables of an activity one by one, `withMarks` those that are released too: a table by its id, or null where it has no log. */
export async function researchReader(
  course: ResearchCourse,
  activity: ResearchActivity,
  withMarks: boolean,
): Promise<(room: ResearchActivity['rooms'][number]) => Promise<ResearchRoom | null>> {
  const code = (letter: string, id: string) =>
    letter + createHmac('sha256', signingSecret()).update(`research|${course.id}|${id}`).digest('hex').slice(0, 12)
  const [{ scenario }, people, names, given] = await Promise.all([
    database().activity.findUniqueOrThrow({ where: { id: activity.id }, select: { scenario: true } }),
    database().participant.findMany({
      where: { activityId: activity.id },
      select: { id: true, userId: true, rosterPlaceId: true, givesWords: true },
    }),
    readClassNames(course.id),
    withMarks ? readResearchMarks(activity.id) : null,
  ])
  const known = new Map(people.map(({ id, rosterPlaceId, userId }) => [id, rosterPlaceId ?? userId]))
  const about = {
    ...{ activity: code('a', activity.id), title: activity.title, kind: activity.kind, timeZone: course.timeZone },
    scenarioHash: createHash('sha256').update(JSON.stringify(scenario)).digest('hex'),
    asks: activity.asks !== null,
  }
  const consenting = activity.asks ? people.flatMap(({ id, givesWords }) => (givesWords ? [id] : [])) : []
  return async ({ id, ordinal }) => {
    const { rows, state } = await readRoom(id)
    if (!state) return null
    await nextSlice()
    const unsealed = state.unsealedAt !== null
    const told = forTheClass(viewFor(rows, { kind: 'chair' }, unsealed), unsealed)
    const beside = await readResearchBeside(id)
    const marks = given?.get(id) ?? []
    const graded = marks.map(({ person }) => person)
    return {
      rows: told,
      spreads: stanceSpreads(state),
      ...{ beside: beside.given, marks },
      about: { ...about, room: code('r', id), table: ordinal },
      pids: Object.fromEntries(
        [...peopleIn(told), ...beside.people, ...graded].map((person) => [
          person,
          code('p', known.get(person) ?? person),
        ]),
      ),
      ...{ consenting, names },
    }
  }
}

/** Of everybody of a course, with their addresses and numbers. */
export async function readClassNames(courseId: string): Promise<string[]> {
  const [places, people, staff] = await Promise.all([
    database().rosterPlace.findMany({ where: { courseId }, select: { name: true, email: true, studentNumber: true } }),
    database().participant.findMany({
      where: { activity: { courseId } },
      select: { name: true, struckName: true, user: { select: { name: true } } },
    }),
    database().courseStaff.findMany({ where: { courseId }, select: { user: { select: { name: true } } } }),
  ])
  const all = [
    ...places.flatMap(({ name, email, studentNumber }) => [name, email, studentNumber]),
    ...people.flatMap(({ name, struckName, user }) => [name, struckName, user.name]),
    ...staff.map(({ user }) => user.name),
  ]
  return [...new Set(all.flatMap((name) => name ?? []))]
}
