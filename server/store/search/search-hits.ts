/**
 * What a results page shows of each entry found: who said it, in which seat, in which room and when. The caller passes entries that the
 * reader may read (`search` has filtered them); nothing is filtered here.
 */
import type { RoomPlan } from '#simulation/agenda/plan'
import { type DelegationId, personOfActor } from '#simulation/kernel/ids'
import type { Recorded } from '#simulation/shapes/record'
import type { RoomEvent } from '#simulation/shapes/room-event'
import { isUnderstudy } from '#simulation/state/actor'
import { database } from '../../base/database'
import { readDisplayNamesOf } from '../activities/rooms'
import { readSeatLabels } from '../log/room-facts'
import { readPlans } from '../log/room-plans'
import { COLUMNS, readRows, type StoredRow } from '../log/stored-rows'
import type { FoundEntry } from './search'

type Hit = FoundEntry & {
  room: string
  activity: string
  type: RoomEvent['type']
  /** The title of the seat it was said in; null for the chair's entries and those out of role. */
  office: string | null
  delegation: DelegationId | null
  /** The delegations of that room, for their names and hues. */
  plan: Pick<RoomPlan, 'delegations'>
  /** The name of the person who said it; null for understudies, the chair and erased people. */
  who: string | null
  understudy: boolean
}

export async function readHits(found: readonly FoundEntry[]): Promise<Hit[]> {
  if (found.length === 0) return []
  const ids = [...new Set(found.map(({ roomId }) => roomId))]
  const [rooms, events, offices, rolls, plans] = await Promise.all([
    database().room.findMany({
      where: { id: { in: ids } },
      select: { id: true, name: true, activity: { select: { title: true } } },
    }),
    database().$queryRawUnsafe<(StoredRow & { roomId: string })[]>(
      `SELECT room_id AS "roomId", ${COLUMNS} FROM room_event
        WHERE (room_id, seq) IN (SELECT * FROM unnest($1::text[], $2::int[]))`,
      found.map(({ roomId }) => roomId),
      found.map(({ seq }) => seq),
    ),
    readSeatLabels(ids),
    readDisplayNamesOf(ids),
    readPlans(ids),
  ])
  const said = new Map(
    events.flatMap(({ roomId, ...stored }) => readRows([stored]).map((row) => [`${roomId}/${row.seq}`, row] as const)),
  )
  return found.flatMap((hit) => {
    const row = said.get(`${hit.roomId}/${hit.seq}`)
    const room = rooms.find(({ id }) => id === hit.roomId)
    const plan = plans.get(hit.roomId)
    if (!row || !room || !plan) return []
    const { event } = row
    const by = actorOf(row)
    const office = 'seat' in event && event.seat !== null ? offices.get(hit.roomId)?.get(event.seat) : undefined
    return {
      ...hit,
      room: room.name,
      activity: room.activity.title,
      type: event.type,
      office: office?.title ?? null,
      plan: { delegations: plan.delegations },
      delegation: office?.delegation ?? ('delegation' in event ? event.delegation : null),
      who: rolls.get(hit.roomId)?.[personOfActor(by) ?? ''] ?? null,
      understudy: isUnderstudy(by),
    }
  })
}

/** Who said a row. Sealed posts are opened at the deadline by the clock, so their author stands in the event. */
const actorOf = ({ by, event }: Recorded) => (event.type === 'StatementPosted' ? event.author : by)
