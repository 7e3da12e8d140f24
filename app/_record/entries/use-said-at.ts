'use client'
// When something was said, filed or sealed, for the sentences of a room's screens.
import { useLocale } from 'next-intl'
import type { RoomState } from '#simulation/state/room-state'
import { saidAt } from './said-at'

/** `at` in words: with its day where the room is a debate over days. */
export function useSaidAt({ plan }: Pick<RoomState, 'plan'>): (at: number, how?: { seconds?: boolean }) => string {
  const locale = useLocale()
  return (at, how) => saidAt(locale, plan, at, how)
}
