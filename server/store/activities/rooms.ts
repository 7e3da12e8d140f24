/** The rooms of an activity, and the display names of its people, which are stored beside the logs and never in them. */

import { batchLoader } from '../../base/batch-loader'
import { database } from '../../base/database'
import { parseBroughtFrom } from './brought-from'

export type DisplayNames = Record<string, string>

export async function readRooms(
  activityId: string,
): Promise<{ id: string; ordinal: number; name: string; people: number }[]> {
  const rows = await database().room.findMany({
    where: { activityId },
    orderBy: { ordinal: 'asc' },
    select: {
      id: true,
      ordinal: true,
      name: true,
      _count: { select: { participants: { where: { removedAt: null } } } },
    },
  })
  return rows.map(({ _count, ...room }) => ({ ...room, people: _count.participants }))
}

/**
 * Participant id → name for everybody of the room's activity, not only of this room, because people who were moved or removed still
 * occur in its record. Erased people are missing. Of an imported record, and of a room that plays on from one, the names in its file too.
 */
export const readDisplayNames = batchLoader(async (roomIds: readonly string[]): Promise<DisplayNames[]> => {
  const rolls = await readDisplayNamesOf([...new Set(roomIds)])
  return roomIds.map((id) => rolls.get(id) ?? {})
})

/** The same for several rooms with the same number of queries. */
export async function readDisplayNamesOf(roomIds: readonly string[]): Promise<ReadonlyMap<string, DisplayNames>> {
  const rooms = await database().room.findMany({
    where: { id: { in: [...roomIds] } },
    select: { id: true, activityId: true, activity: { select: { broughtFrom: true } } },
  })
  const people = await database().participant.findMany({
    where: { activityId: { in: [...new Set(rooms.map(({ activityId }) => activityId))] } },
    select: { id: true, name: true, activityId: true },
  })
  const names = new Map<string, [string, string][]>()
  for (const { id, name, activityId } of people) {
    const all = names.get(activityId) ?? []
    all.push([id, name])
    names.set(activityId, all)
  }
  return new Map(
    rooms.map(({ id, activityId, activity: { broughtFrom } }): [string, DisplayNames] => [
      id,
      {
        ...(broughtFrom ? parseBroughtFrom(broughtFrom).roll : {}),
        ...Object.fromEntries(names.get(activityId) ?? []),
      },
    ]),
  )
}

/** The activity of a live room; null for an imported record, which nobody can enter. */
export async function readActivityIdOf(roomId: string): Promise<string | null> {
  const row = await database().room.findUnique({
    where: { id: roomId, activity: { broughtAt: null } },
    select: { activityId: true },
  })
  return row?.activityId ?? null
}

/** Which of these rooms have started their agenda. */
export async function readStarted(roomIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await database().roomSummary.findMany({
    where: { roomId: { in: [...roomIds] }, startedAt: { isEmpty: false } },
    select: { roomId: true },
  })
  return new Set(rows.map(({ roomId }) => roomId))
}
