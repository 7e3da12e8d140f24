'use client'
// Where a place is, in words: the office, and its table where there are several.
import { useSeatName } from '#room/hooks/use-seat-name.ts'
import { isSame, type SeatAt } from '#simulation/seating/prepared-seats'
import type { Seating } from '#simulation/wire/seating'

export function useWhere(seating: Seating): (at: SeatAt) => string {
  const seatName = useSeatName(seating, 'short')
  return (at) => {
    const seat = seating.seats.find((one) => isSame({ table: one.table, seat: one.id }, at))
    const table = seating.tables.find(({ id }) => id === at.table)?.name
    return [...(seating.tables.length > 1 ? [table] : []), ...(seat ? [seatName(seat)] : [])].join(', ')
  }
}
