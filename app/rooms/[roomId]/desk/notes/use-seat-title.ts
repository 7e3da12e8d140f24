'use client'
// Whom a note of the chair is for, in words.
import { useTranslations } from 'next-intl'
import { useSeatName } from '#room/hooks/use-seat-name.ts'
import type { DelegationId, SeatId } from '#simulation/kernel/ids'
import { delegationIn } from '#ui/words/delegations.ts'
import { type DeskView, nameOf } from '../scoring/desk-view'

/** "Belmora: Finance Minister, Mei Castellano", a delegation's name, or everyone. */
export function useSeatTitle({ state, displayNames }: DeskView): (of: 'room' | DelegationId | SeatId) => string {
  const t = useTranslations('desk.note')
  const seatName = useSeatName(state.plan, 'short')
  return (of) => {
    if (of === 'room') return t('everyone')
    const delegation = delegationIn(state.plan, of)
    if (delegation) return delegation.name
    const seat = Object.values(state.seats).find((one) => one.id === of)
    if (!seat) return of
    const name = seat.holder ? nameOf(displayNames, seat.holder) : null
    const office = seatName(seat)
    return name ? `${office}, ${name}` : office
  }
}
