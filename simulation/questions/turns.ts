// What others may ask of a finished turn, as the rules of its words and of its taps decide it (rules T4–T6, T10). A turn is known by the number of the entry
// that its end left.
import { type ActorId, personOfActor, type SeatId } from '../kernel/ids'
import type { EventOf } from '../shapes/room-event'
import type { Seat } from '../shapes/seats'
import type { TurnTaps, TurnWords, WordsAs } from '../shapes/turns'
import { type RoomState, seatHeldBy } from '../state/room-state'
import { observerTaskOf } from './observers'

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

/** The words that stand at a turn's number; none before it has some, and while they are withdrawn (T6). */
export const wordsStanding = (
  { turnWords, withdrawn }: Pick<RoomState, 'turnWords' | 'withdrawn'>,
  no: number,
): TurnWords | undefined => (withdrawn[no] === undefined ? turnWords[no] : undefined)

/**
 * T5: the seat of whoever is asked for the words that a speaker left: of the person named, wherever in the delegation they sit by now; of
 * whoever has their seat, once they are in none of its. Null where nobody is named, or nobody is there to whom it could have come.
 */
export function namedFor({ leftTo, seats }: Pick<RoomState, 'leftTo' | 'seats'>, no: number): SeatId | null {
  const left = leftTo[no]
  const named = left && seats[left.seat]
  if (!named) return null
  const now = left.person === null ? null : seatHeldBy({ seats }, left.person)
  if (now && now.delegation === named.delegation) return now.id
  return named.holder === null ? null : named.id
}

/** By what right this actor, sitting in this seat, may give a turn its words or replace those they gave (T5, T6); null where they may not. */
export function wordsRight(state: RoomState, no: number, seat: Seat, by: ActorId): WordsAs | null {
  if (turnIn(state, no)?.speaker === by) return 'speaker'
  if (seat.holder === null) return null
  // Withdrawn words are the speaker's alone to put otherwise, or whom they name for it then: nobody else puts in their mouth what they took back.
  const withdrawn = state.withdrawn[no] !== undefined
  if (!withdrawn && observerTaskOf(state, seat.id) === 'scribe') return 'scribe'
  // The seat keeps it too, as it keeps what its holders heard: so the logs of before have it.
  if (namedFor(state, no) === seat.id || state.leftTo[no]?.seat === seat.id) return 'named'
  if (withdrawn) return null
  // Words that are given are left to nobody any more, and a scribe's task may go: their author corrects them all the same (T6).
  const given = state.turnWords[no]
  return given?.by === by ? given.as : null
}

/** By what right this actor, sitting in this seat, may say with taps what a turn answers: as its speaker, or as whom the speaker named (T10). */
export function tapRight(state: RoomState, no: number, seat: Seat, by: ActorId): WordsAs | null {
  if (turnIn(state, no)?.speaker === by) return 'speaker'
  const named = namedFor(state, no) === seat.id || state.leftTo[no]?.seat === seat.id
  if (seat.holder === null || !named) return null
  return observerTaskOf(state, seat.id) === 'scribe' ? 'scribe' : 'named'
}

/** What is known of whom a turn answers, about what and how; a part that nobody has said is absent. */
export type SaidOfTurn = Pick<TurnTaps, 'answers' | 'about' | 'way'>

/** F6: whether something was said of a turn that put nothing in writing: its words, a tap, or by its speaker that it was spoken. */
export const isToldSpoken = (
  { turnWords, turnTaps, toldSpoken }: Pick<RoomState, 'turnWords' | 'turnTaps' | 'toldSpoken'>,
  no: number,
): boolean => turnWords[no] !== undefined || turnTaps[no] !== undefined || toldSpoken.includes(no)

/** F6: whether the time of this actor's turn is told as talk only once something is said of it: a person's, in a plan that tells it so. */
export const waitsToBeTold = ({ heardWhenSaid }: Pick<RoomState['plan'], 'heardWhenSaid'>, speaker: ActorId): boolean =>
  heardWhenSaid === true && personOfActor(speaker) !== null

/**
 * T10: whom a turn answers is what was tapped last, else what its words say. A turn of which nobody says anything answers nobody, whatever
 * its speaker asked for the floor with: it may have been taken back before a word. In plans of before taps that is all there is to go by.
 */
export function saidOfTurn(
  state: Pick<RoomState, 'plan' | 'record' | 'continued' | 'turnTaps' | 'turnWords'>,
  no: number,
): SaidOfTurn {
  const { answers: tapped, about, way } = state.turnTaps[no] ?? {}
  const words = state.turnWords[no]
  const asked = state.plan.taps ? undefined : turnIn(state, no)?.answers
  const answers = tapped === undefined ? ((words ? words.answers : asked) ?? undefined) : tapped
  return { answers, about, way }
}

/** Whether anybody of the room has tapped: then of other turns it can be said that they have not. */
export const isTapped = ({ turnTaps }: Pick<RoomState, 'turnTaps'>): boolean => Object.keys(turnTaps).length > 0
