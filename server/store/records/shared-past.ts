/** Rooms that share their past, because one plays on from a moment of another (D26), through forks of forks and rooms deleted since. */
import { type Database, database } from '../../base/database'

/** `rows`: so many first rows the child has from its parent. */
type Fork = { child: string; parent: string; rows: number }
export type Kin = {
  id: string
  name: string
  activity: string
  /** How many first rows both hold. */
  shared: number
  /** It plays on from the room that was asked about (`after`), that one plays on from it (`before`), through others too; or both from a third. */
  place: 'after' | 'before' | 'beside'
}

/** All of the family but the room itself, the oldest first. */
export async function readKin(room: string, on: Database = database()): Promise<Kin[]> {
  const forks = await on.$queryRaw<Fork[]>`
    WITH RECURSIVE fork AS (
      SELECT room.id AS child, activity.forked_from_room_id AS parent
        FROM room JOIN activity ON activity.id = room.activity_id
       WHERE activity.forked_from_room_id IS NOT NULL
    ), kin (id) AS (
      SELECT ${room}::text
       UNION
      SELECT CASE WHEN fork.child = kin.id THEN fork.parent ELSE fork.child END
        FROM kin JOIN fork ON kin.id IN (fork.child, fork.parent)
    )
    SELECT fork.child, fork.parent, (first.event #>> '{plan,forkedFrom,rows}')::int AS rows
      FROM fork JOIN kin ON kin.id = fork.child JOIN room_event AS first ON first.room_id = fork.child AND first.seq = 1`
  const found = new Map<string, Pick<Kin, 'shared' | 'place'>>()
  const walk = (from: string, shared: number, place: Kin['place'] | null) => {
    for (const { child, parent, rows } of forks) {
      const next = child === from ? parent : parent === from ? child : null
      if (next === null || next === room || found.has(next)) continue
      const step = next === child ? 'after' : 'before'
      const one = { shared: Math.min(shared, rows), place: place === null || place === step ? step : 'beside' } as const
      found.set(next, one)
      walk(next, one.shared, one.place)
    }
  }
  walk(room, Number.MAX_SAFE_INTEGER, null)
  if (found.size === 0) return []
  const named = await on.room.findMany({
    where: { id: { in: [...found.keys()] } },
    select: { id: true, name: true, activity: { select: { title: true } } },
    orderBy: [{ activity: { createdAt: 'asc' } }, { id: 'asc' }],
  })
  return named.flatMap(({ id, name, activity }) => {
    const kin = found.get(id)
    return kin ? [{ id, name, activity: activity.title, ...kin }] : []
  })
}
