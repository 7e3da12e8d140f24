/** The tables of an activity, and the roll of names that travels beside a room's log. Of the log it reads only whether it has begun. */

import { database } from '../database'
import { readBroughtFrom } from '../records/brought-from'

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
 * removed still stands in the record, so the whole activity's names are given. An erased person is simply missing. A brought
 * record has the names of its file.
 */
export async function readRoll(roomId: string): Promise<Roll> {
  const brought = await readBroughtFrom(roomId)
  if (brought) return brought.roll
  const rows = await database().participant.findMany({
    where: { activity: { rooms: { some: { id: roomId } } } },
    select: { id: true, name: true },
  })
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]))
}

/** The activity that plays in this room. None plays in a brought record: its clock owes nothing and nobody speaks there. */
export async function readActivityIdOf(roomId: string): Promise<string | null> {
  const row = await database().room.findUnique({
    where: { id: roomId, activity: { broughtAt: null } },
    select: { activityId: true },
  })
  return row?.activityId ?? null
}

/** Which of these rooms have begun their agenda, once or more. */
export async function readStarted(roomIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await database().roomEvent.findMany({
    where: { roomId: { in: [...roomIds] }, type: 'PhaseStarted' },
    distinct: ['roomId'],
    select: { roomId: true },
  })
  return new Set(rows.map(({ roomId }) => roomId))
}
