// Which seat a person counts as having held: the last one they sat down in. Marks and grades are read after class, when seats may
// stand empty again and a person may have left; "who sits there now" would leave their line blank.

import type { RoomPlan } from '../agenda/plan'
import type { DelegationId, PersonId, SeatId } from '../kernel/ids'
import { isSealed, type Told } from '../kernel/record'

export type SeatOfRecord = { id: SeatId; title: string; delegation: DelegationId | null }

/** The seat of record of everybody who ever sat in the room whose rows these are. */
export function seatsOfRecord(rows: Iterable<Told>): ReadonlyMap<PersonId, SeatOfRecord> {
  const seats = new Map<PersonId, SeatOfRecord>()
  let plan: RoomPlan | null = null
  for (const row of rows) {
    if (isSealed(row)) continue
    if (row.event.type === 'RoomOpened') plan = row.event.plan
    if (row.event.type !== 'SeatTaken') continue
    const { person, seat } = row.event
    const found = plan?.seats.find(({ id }) => id === seat)
    if (found) seats.set(person, { id: found.id, title: found.title, delegation: found.delegation })
  }
  return seats
}
