/** The tables of an activity, and the roll of names that travels beside a room's log. It never reads the log itself. */
import { database } from './database'

export type Roll = Record<string, string>

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
 * Participant id → name, for everyone of the room's activity who has been at any of its tables: whoever was moved or
 * removed still stands in the record, so the whole activity's names are given. An erased person is simply missing.
 */
export async function readRoll(roomId: string): Promise<Roll> {
  const rows = await database().participant.findMany({
    where: { activity: { rooms: { some: { id: roomId } } } },
    select: { id: true, name: true },
  })
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]))
}

/** The activity a room belongs to. */
export async function readActivityIdOf(roomId: string): Promise<string | null> {
  const row = await database().room.findUnique({ where: { id: roomId }, select: { activityId: true } })
  return row?.activityId ?? null
}
