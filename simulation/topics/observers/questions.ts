// What others may ask of the observers' tasks.
import type { ObserverTask } from '../../agenda/plan'
import type { SeatId } from '../../kernel/ids'
import type { RoomState } from '../../kernel/room-state'

/** The task of whoever sits here (B1); null where the seat is no observer's or has none. */
export const observerTaskOf = ({ tasks }: Pick<RoomState, 'tasks'>, seat: SeatId): ObserverTask | null =>
  tasks[seat] ?? null
