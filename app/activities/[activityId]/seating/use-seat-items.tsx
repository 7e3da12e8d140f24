'use client'
// The menu of places for one person: open seats of the table that is shown first, then open ones elsewhere, then swaps.
import { useTranslations } from 'next-intl'
import { useSeatName } from '#room/hooks/use-seat-name.ts'
import { openSeats, rankOf, seatedAt, type TableSeat } from '#simulation/seating/prepared-seats'
import type { SeatingPerson } from '#simulation/wire/seating'
import type { MenuItem } from '#ui/over/menu'
import type { SeatingHand } from './use-seating'

export function useSeatItems({ seating, put }: SeatingHand, person: SeatingPerson, table: string): MenuItem[] {
  const t = useTranslations('seating.page')
  const seatName = useSeatName(seating, 'short')
  const { seats, prepared, tables, people } = seating
  const open = openSeats(seats, prepared)
  const label = (seat: TableSeat, ...said: string[]) => {
    const rank = rankOf(person.ranks, seat)
    return [seatName(seat), ...said, ...(rank === null ? [] : [t('rank', { rank: String(rank) })])].join(' · ')
  }
  const item = (seat: TableSeat, ...said: string[]): MenuItem => ({
    label: label(seat, ...said),
    onSelect: () => put({ table: seat.table, seat: seat.id }, person.place),
  })
  const here = open.filter((seat) => seat.table === table)
  // One open seat of each other table leads there; a whole list of forty tables could not be read.
  const elsewhere = tables.flatMap(({ id, name }) => {
    const seat = id === table ? undefined : open.find((one) => one.table === id)
    return seat ? [item(seat, t('otherTable', { table: name }))] : []
  })
  const swaps = seats.flatMap((seat) => {
    const sits = seat.table === table ? seatedAt(prepared, { table, seat: seat.id }) : null
    if (!sits || sits.locked || sits.place === person.place) return []
    return [item(seat, t('swap', { name: people.find(({ place }) => place === sits.place)?.name ?? '' }))]
  })
  const groups = [here.map((seat) => item(seat, t('open'))), elsewhere, swaps].filter((group) => group.length > 0)
  return groups.flatMap((group, index) => (index === 0 ? group : [{ kind: 'divider' as const }, ...group]))
}
