// What others may ask of a finished turn, as the rules of its words decide it (rules T4–T6). A turn is known by the number of the entry
// that its end left.
import type { ActorId } from '../../kernel/ids'
import type { EventOf } from '../../kernel/room-event'
import type { RoomState, Seat } from '../../kernel/room-state'
import { observerTaskOf } from '../observers/questions'
import type { WordsAs } from './schemas'

export type FinishedTurn = EventOf<'FloorEnded'> & {
  speaker: ActorId
  intent: NonNullable<EventOf<'FloorEnded'>['intent']>
}

/** Whether an event is the end of a turn that put nothing in writing, so that its entry is the turn's. Rooms before the third edition have none. */
export const isTurn = (event: { type: string }): event is FinishedTurn =>
  event.type === 'FloorEnded' && 'speaker' in event && !('wrote' in event)

/** The finished turn with this number; null where no turn has it, or where the chair gave the floor back and the turn went on. */
export function turnIn(
  { record, continued }: Pick<RoomState, 'record' | 'continued'>,
  no: number,
): FinishedTurn | null {
  const event = record.at(no - 1)?.event
  return event && isTurn(event) && !continued.includes(no) ? event : null
}

/** By what right this actor, sitting in this seat, may give a turn its words or replace those they gave (T5, T6); null where they may not. */
export function wordsRight(state: RoomState, no: number, seat: Seat, by: ActorId): WordsAs | null {
  if (turnIn(state, no)?.speaker === by) return 'speaker'
  if (seat.holder === null) return null
  if (observerTaskOf(state, seat.id) === 'scribe') return 'scribe'
  if (state.leftTo[no] === seat.id) return 'named'
  // Words that are given are left to nobody any more, and a scribe's task may go: their author corrects them all the same (T6).
  const given = state.turnWords[no]
  return given?.by === by ? given.as : null
}
