// The part of a room's state that the events of turns change: the words of finished turns, and what was tapped of them.
import type { RoomPlan } from '../../agenda/plan'
import type { ActorId, PersonId, SeatId } from '../../kernel/ids'
import type { VariantOf } from '../../kernel/variant'
import type { turnsEvents } from './schemas'

/** The words that stand at a finished turn's number. */
export type TurnWords = Omit<VariantOf<typeof turnsEvents, 'WordsGiven'>, 'type' | 'turn'> &
  Readonly<{
    /** The number of the entry that gave them. */
    entry: number
    by: ActorId
    at: number
    /** How often the turn has been given words. */
    times: number
  }>

/** What was tapped of a finished turn, with who tapped last, in which seat and by what right. */
export type TurnTaps = Omit<VariantOf<typeof turnsEvents, 'TurnTapped'>, 'type' | 'turn'> &
  Readonly<{ by: ActorId; at: number }>

export type TurnsSlice = Readonly<{
  /** By the number of a finished turn: its words, and to whom its speaker left them, with the seat in which they sat then. */
  turnWords: Readonly<Record<number, TurnWords>>
  leftTo: Readonly<Record<number, Readonly<{ seat: SeatId; person: PersonId | null }>>>
  /** By the number of a finished turn: what was tapped of it. */
  turnTaps: Readonly<Record<number, TurnTaps>>
  /** Numbers of turns whose end the chair took back: they went on, and ended once more under another number. */
  continued: readonly number[]
  /** Whether pages offer dictation (T7). */
  dictation: boolean
}>

export const turnsStart = (plan: RoomPlan): TurnsSlice => ({
  turnWords: {},
  leftTo: {},
  turnTaps: {},
  continued: [],
  dictation: plan.dictation ?? true,
})
