// What a person in a seat is asked to prepare: before the first phase the brief with its strategy sheet and the reading check (W1, W3), in the
// briefing the brief alone, since its minutes hold no more.
import type { PersonId } from '../../kernel/ids'
import type { Seat } from '../../shapes/seats'
import type { RoomState } from '../../state/room-state'
import { hasBrief } from './own-briefs'
import { checkLeft } from './reading-check'
import { owesStrategy } from './strategies'

export type PrepareTask =
  /** `sheet` while the strategy sheet of the office is still to be written. */
  | { kind: 'read-brief'; sheet: boolean }
  /** How many questions on the reading are left to be answered, of how many. */
  | { kind: 'check-reading'; left: number; of: number }

/** Null where the seat can read no brief. */
export const readBrief = (state: RoomState, seat: Seat): Extract<PrepareTask, { kind: 'read-brief' }> | null =>
  hasBrief(state, seat)
    ? { kind: 'read-brief', sheet: state.agenda.status === 'lobby' && owesStrategy(state, seat) }
    : null

/** Before the first phase: the sheet that goes with the brief, then the reading check, and else the brief; null where there is nothing. */
export function toPrepare(state: RoomState, seat: Seat, person: PersonId): PrepareTask | null {
  const brief = readBrief(state, seat)
  const check = brief?.sheet ? null : checkLeft(state, person)
  return check ? { kind: 'check-reading', ...check } : brief
}
