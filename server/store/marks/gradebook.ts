/** The data of a grade file: the participants of an activity with room and seat of record, the marks that count, and the student criteria. */
import { delegationOf } from '#simulation/agenda/parties'
import type { StoredMark } from '#simulation/wire/marks'
import { readParticipants } from '../activities/participants'
import { readRooms } from '../activities/rooms'
import { readRoster } from '../courses/roster'
import { readSeatsOfRecord } from '../log/room-facts'
import { readPlans } from '../log/room-plans'
import { readRubric } from '../scenarios/stored-copy'
import { readActivityMarks } from './marks'

type GradebookRow = {
  id: string
  name: string
  room: string
  /** Its name in the room's plan; empty where the person sat in none. */
  delegation: string
  seat: string
  email: string
  studentNumber: string
}

export async function readGradebook(activity: { id: string; courseId: string }): Promise<{
  people: GradebookRow[]
  marks: StoredMark[]
  criteria: { key: string; name: string }[]
}> {
  const [participants, marks, rooms, roster, rubric] = await Promise.all([
    readParticipants(activity.id),
    readActivityMarks(activity.id),
    readRooms(activity.id),
    readRoster(activity.courseId),
    readRubric(activity.id),
  ])
  const places = new Map(roster.map((place) => [place.id, place]))
  const tables = new Map(rooms.map(({ id, name }) => [id, name]))
  const [seats, plans] = await Promise.all([readSeatsOfRecord([...tables.keys()]), readPlans([...tables.keys()])])
  const people = participants
    .filter(({ removedAt }) => removedAt === null)
    .map(({ id, name, roomId, rosterPlaceId }): GradebookRow => {
      const seat = roomId ? seats.get(roomId)?.get(id) : undefined
      const plan = roomId ? plans.get(roomId) : undefined
      const place = rosterPlaceId ? places.get(rosterPlaceId) : undefined
      return {
        id,
        name,
        room: (roomId && tables.get(roomId)) ?? '',
        delegation: (plan && seat?.delegation && delegationOf(plan, seat.delegation)?.name) || '',
        seat: seat?.title ?? '',
        email: place?.email ?? '',
        studentNumber: place?.studentNumber ?? '',
      }
    })
    .toSorted((a, b) => a.name.localeCompare(b.name))
  const criteria = rubric.criteria
    .filter(({ subjects }) => subjects.includes('student'))
    .map(({ key, name }) => ({ key, name }))
  return { people, marks, criteria }
}
