// Which role sheets are printed, and in which order: one for each person who has a seat, or one for each office without a name.
import { delegationIds } from '../agenda/parties'
import type { RoomPlan } from '../agenda/plan'
import { isSame, type PreparedSeat, type SeatAt, type TableSeat } from './prepared-seats'

export const SHEET_ORDERS = ['delegation', 'name', 'office'] as const
export type SheetOrder = (typeof SHEET_ORDERS)[number]

/** `name` is null on a sheet of an office for which nobody is named. */
export type RoleSheet = { name: string | null; seat: TableSeat }

type Seated = {
  people: readonly { place: string; name: string; here: SeatAt | null }[]
  prepared: readonly PreparedSeat[]
  seats: readonly TableSeat[]
}

/** By delegation, head first, so that each delegation's sheets are one pile; by name; or every office once. */
export function roleSheets(
  plan: Pick<RoomPlan, 'delegations'>,
  { people, prepared, seats }: Seated,
  order: SheetOrder,
): readonly RoleSheet[] {
  const sides: readonly (string | null)[] = [...delegationIds(plan), null]
  const [table] = seats
  if (order === 'office')
    return seats
      .filter((seat) => seat.table === table?.table && seat.mirrors === null && seat.delegation !== null)
      .map((seat) => ({ name: null, seat }))
  const seatAt = (at: SeatAt | null | undefined) =>
    at ? seats.find((seat) => isSame({ table: seat.table, seat: seat.id }, at)) : undefined
  const sheets = people.flatMap(({ place, name, here }): (RoleSheet & { name: string })[] => {
    const seat = seatAt(here ?? prepared.find((one) => one.place === place))
    return seat ? [{ name, seat }] : []
  })
  if (order === 'name') return sheets.toSorted((a, b) => a.name.localeCompare(b.name))
  const rank = ({ seat }: RoleSheet) => sides.indexOf(seat.delegation)
  return sheets.toSorted(
    (a, b) => a.seat.table.localeCompare(b.seat.table) || rank(a) - rank(b) || a.seat.order - b.seat.order,
  )
}
