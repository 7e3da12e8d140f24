/** The tables that a seminar prepares for the people of its roster, and the colleagues who look after them (simulation/seating/class-tables.ts). */
import { type Database, database, notify } from '../../base/database'

/** A table as it was planned with the seminar: the roster places of its people, and the colleagues who look after it. */
export type PlannedTable = { places: readonly string[]; assistants: readonly string[] }

/**
 * Saves the tables of a seminar that is being made; `rooms` are its rooms in the tables' order. Whoever has left the roster or the course
 * meanwhile is passed over. A grader reads and marks the rooms of their tables from now on; every other part reaches all rooms anyway.
 */
export async function prepareTables(
  on: Database,
  of: { activityId: string; courseId: string },
  rooms: readonly string[],
  tables: readonly PlannedTable[],
): Promise<void> {
  const { activityId, courseId } = of
  const placed = tables.flatMap(({ places }, at) => places.map((place) => ({ place, roomId: rooms[at] ?? '' })))
  const listed = await on.rosterPlace.findMany({
    where: { courseId, id: { in: placed.map(({ place }) => place) } },
    select: { id: true },
  })
  const known = new Set(listed.map(({ id }) => id))
  await on.preparedTable.createMany({
    data: placed.flatMap(({ place, roomId }) =>
      known.has(place) ? [{ activityId, rosterPlaceId: place, roomId }] : [],
    ),
  })
  const looksAfter = tables.flatMap(({ assistants }, at) =>
    assistants.map((userId) => ({ userId, roomId: rooms[at] ?? '' })),
  )
  const graders = await on.courseStaff.findMany({
    where: { courseId, role: 'grader', userId: { in: looksAfter.map(({ userId }) => userId) } },
    select: { userId: true },
  })
  for (const { userId } of graders) {
    const own = looksAfter.filter((one) => one.userId === userId)
    await on.graderRoom.createMany({ data: own.map(({ roomId }) => ({ courseId, userId, roomId })) })
    await notify(on, 'part_changed', userId)
  }
}

/** The prepared tables of a seminar in the order of its rooms; null where none are prepared. */
export async function readPlannedTables(activityId: string): Promise<PlannedTable[] | null> {
  const rooms = await database().room.findMany({
    where: { activityId },
    orderBy: { ordinal: 'asc' },
    select: { preparedTables: { select: { rosterPlaceId: true } }, graders: { select: { userId: true } } },
  })
  if (rooms.every(({ preparedTables }) => preparedTables.length === 0)) return null
  return rooms.map(({ preparedTables, graders }) => ({
    places: preparedTables.map(({ rosterPlaceId }) => rosterPlaceId),
    assistants: graders.map(({ userId }) => userId),
  }))
}
