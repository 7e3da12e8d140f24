// What others may ask of the observers' tasks.
import type { ObserverTask } from '../agenda/plan'
import type { SeatId } from '../kernel/ids'
import type { Check } from '../shapes/observers'
import type { RoomState } from '../state/room-state'

/** The task of whoever sits here (B1); null where the seat is no observer's or has none. */
export const observerTaskOf = ({ tasks }: Pick<RoomState, 'tasks'>, seat: SeatId): ObserverTask | null =>
  tasks[seat] ?? null

/** What an entry shows of the checks of it; nothing where there are none. */
export function checkedIn({ checks }: Pick<RoomState, 'checks'>, no: string): { checkedIn?: readonly Check[] } {
  const made = checks[Number(no)]
  return made ? { checkedIn: made } : {}
}

/** A text that changes with each check of an entry. */
export const checksLater = ({ checks }: Pick<RoomState, 'checks'>, no: string): string => {
  const made = checks[Number(no)]
  return made ? `checked ${made.length}` : ''
}
