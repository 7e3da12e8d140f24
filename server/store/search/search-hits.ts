/**
 * What a results page shows of each entry found: who said it, in which seat, in which room and when. The caller passes entries that the
 * reader may read (`search` has filtered them); nothing is filtered here.
 */
import { z } from 'zod'
import type { RoomPlan } from '#simulation/agenda/plan'
import { isUnderstudy } from '#simulation/kernel/actor'
import { actorId, type DelegationId, personOfActor } from '#simulation/kernel/ids'
import { type RoomEvent, roomEvent } from '#simulation/kernel/room-event'
import { readDisplayNamesOf } from '../activities/rooms'
import { database } from '../database'
import { readSeatLabels } from '../log/room-facts'
import { readPlans } from '../log/room-plans'
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

const rows = z.array(z.object({ roomId: z.string(), seq: z.number(), by: actorId, event: roomEvent }))

export async function readHits(found: readonly FoundEntry[]): Promise<Hit[]> {
  if (found.length === 0) return []
  const ids = [...new Set(found.map(({ roomId }) => roomId))]
  const [rooms, events, offices, rolls, plans] = await Promise.all([
    database().room.findMany({
      where: { id: { in: ids } },
      select: { id: true, name: true, activity: { select: { title: true } } },
    }),
    database().$queryRaw`
      SELECT room_id AS "roomId", seq, by, event FROM room_event
       WHERE (room_id, seq) IN (SELECT * FROM unnest(${found.map(({ roomId }) => roomId)}::text[], ${found.map(({ seq }) => seq)}::int[]))`,
    readSeatLabels(ids),
    readDisplayNamesOf(ids),
    readPlans(ids),
  ])
  const said = new Map(rows.parse(events).map((row) => [`${row.roomId}/${row.seq}`, row]))
  return found.flatMap((hit) => {
    const row = said.get(`${hit.roomId}/${hit.seq}`)
    const room = rooms.find(({ id }) => id === hit.roomId)
    const plan = plans.get(hit.roomId)
    if (!row || !room || !plan) return []
    const { event } = row
    const by = actorOf(row)
    const office = 'seat' in event ? offices.get(hit.roomId)?.get(event.seat) : undefined
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
const actorOf = ({ by, event }: z.infer<typeof rows>[number]) => (event.type === 'StatementPosted' ? event.author : by)
