// The levels of all rooms of an activity that this chair may read, as a CSV file.

import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { caller } from '#access'
import { overviewOf } from '#marks/overview.ts'
import { savedMark } from '#marks/saved-mark.ts'
import { rubricsOf } from '#marks/score.ts'
import { accessRoom, may } from '#server/store/access/access'
import { readParticipants } from '#server/store/activities/participants'
import { readDisplayNames, readRooms } from '#server/store/activities/rooms'
import { readRubrics } from '#server/store/activities/rubrics'
import { readRoster } from '#server/store/courses/roster'
import { readRoomState } from '#server/store/log/room-reading'
import { readActivityHistory } from '#server/store/marks/marks'
import { newestRubric } from '#simulation/reading/log/rubric'
import { csvFile } from '../../../../_files/csv'
import { unlessNewer } from '../../../../_files/unless-newer'
import { type LevelsTable, levelsFile } from '../levels-file'

type Context = { params: Promise<{ roomId: string }> }

export const GET = (_: Request, context: Context): Promise<Response> => unlessNewer(() => levels(context))

async function levels({ params }: Context): Promise<Response> {
  const { roomId } = await params
  const me = await caller()
  const found = me && (await accessRoom(me, roomId))
  if (!found || !may(found.as, 'take-grade-files')) notFound()
  const { activity } = found
  const [t, rubrics, marks, rooms, people, roster, displayNames] = await Promise.all([
    getTranslations('marks'),
    readRubrics(activity.id),
    readActivityHistory(activity.id),
    readRooms(activity.id),
    readParticipants(activity.id),
    readRoster(activity.courseId),
    readDisplayNames(roomId),
  ])
  const numberOf = new Map(roster.map(({ id, studentNumber }) => [id, studentNumber]))
  const numbers = new Map(people.map(({ id, rosterPlaceId }) => [id, numberOf.get(rosterPlaceId ?? '') ?? '']))
  const tables: LevelsTable[] = []
  for (const room of rooms) {
    const state = await readRoomState(room.id)
    if (!state) continue
    const placed = people.filter((one) => one.roomId === room.id && one.removedAt === null).map(({ id }) => id)
    // A student's levels count in whichever room they were given; a position's belong to its own room.
    const here = marks.filter((mark) => mark.roomId === room.id || placed.includes(mark.participantId ?? ''))
    const saved = here.flatMap((mark) => savedMark(mark) ?? [])
    const overview = overviewOf({ state, displayNames, placed, marks: saved, rubricOf: rubricsOf(rubrics, room.id) })
    // A student who was moved to another room is listed only there.
    const elsewhere = new Set(people.filter((one) => one.roomId !== room.id).map(({ id }) => id))
    const students = overview.students.filter(({ id }) => !elsewhere.has(id))
    tables.push({ room: room.name, plan: state.plan, overview: { ...overview, students }, numbers })
  }
  return csvFile(levelsFile(tables, newestRubric(rubrics), t), t('file.of-activity', { activity: activity.title }))
}
