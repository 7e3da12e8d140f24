/** Who stands before a record, and to whom they may write beside it. Who reads what is decided in simulation/secrecy/annotations.ts. */
import type { RecordReader } from '#simulation/reading/record/annotations'
import { database } from '../../base/database'
import type { Requester } from '../access/access'
import type { DisplayNames } from '../activities/rooms'
import type { RoomForReader } from './room-for-reader'

export type ReaderOf = Pick<RoomForReader, 'room' | 'viewer' | 'state' | 'told' | 'displayNames'>

/** Somebody before a record: students are known by their person id, staff by their account. */
export const recordReader = (user: Requester, { viewer, state, told, displayNames }: ReaderOf): RecordReader => ({
  who: { viewer, id: viewer.kind === 'person' ? viewer.person : user.id },
  state,
  seq: told.at(-1)?.seq ?? 0,
  names: displayNames,
})

/** What the students are called to whom staff may write beside their entries: those who take part here and so can read it. */
export async function studentsOf({
  viewer,
  room,
  displayNames,
}: Pick<RoomForReader, 'viewer' | 'room' | 'displayNames'>): Promise<DisplayNames> {
  if (viewer.kind !== 'chair') return {}
  const here = await database().participant.findMany({
    where: { roomId: room.id, removedAt: null },
    select: { id: true },
  })
  const ids = new Set(here.map(({ id }) => id))
  return Object.fromEntries(Object.entries(displayNames).filter(([id]) => ids.has(id)))
}
