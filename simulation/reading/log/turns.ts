// The finished turns of a room and whose words they wait for (rules T4–T6), for the pages of speakers and scribes and for the desk.
import { type ActorId, type Intent, type PersonId, personOfActor, type SeatId } from '../../kernel/ids'
import { observerTaskOf } from '../../questions/observers'
import { namedFor, saidOfTurn, turnIn, wordsRight } from '../../questions/turns'
import type { Seat } from '../../shapes/seats'
import type { TurnWords, WordsAs } from '../../shapes/turns'
import { isRunning, type RoomState } from '../../state/room-state'

/** A finished turn of a person without words; `no` is its number. */
export type OpenTurn = Readonly<{
  no: number
  seat: SeatId
  speaker: ActorId
  seconds: number
  endedAt: number
  intent: Intent
  answers: number | null
  /** Whether anything was tapped of it (T10). */
  tapped: boolean
  /** The seat of whoever its speaker named for the words (T5). */
  leftTo: SeatId | null
  /** Whether the words it had are withdrawn (T6). */
  withdrawn: boolean
}>

/** A turn that a reader may give words, or whose words they may replace, and by what right. */
export type TurnInHand = OpenTurn & Readonly<{ as: WordsAs; words: TurnWords | null }>
export type WordedTurn = TurnInHand & Readonly<{ words: TurnWords }>

/** The finished turns of people that have no words and were not withdrawn, oldest first. Nobody is asked for the words of a script. */
export function turnsWithoutWords(state: RoomState): readonly OpenTurn[] {
  if (state.closedAt !== null) return []
  return state.record.toArray().flatMap(({ no }): OpenTurn[] => {
    const turn = turnOf(state, Number(no))
    return turn && personOfActor(turn.speaker) !== null && !state.turnWords[turn.no] ? [turn] : []
  })
}

/** A finished turn by its number, whether or not it has its words; null where there is none. */
export function turnOf(state: RoomState, no: number): OpenTurn | null {
  const turn = turnIn(state, no)
  const ended = state.record.at(no - 1)
  if (!turn || !ended) return null
  const { seat, speaker, spokenMs, intent } = turn
  const answers = saidOfTurn(state, no).answers ?? null
  const withdrawn = state.withdrawn[no] !== undefined
  const seconds = Math.round(spokenMs / 1000)
  const tapped = state.turnTaps[no] !== undefined
  const leftTo = namedFor(state, no)
  return { no, seat, speaker, seconds, endedAt: ended.at, intent, answers, tapped, leftTo, withdrawn }
}

/** The turns whose words were withdrawn and have no others yet. */
const turnsWithdrawn = (state: RoomState): readonly OpenTurn[] =>
  state.closedAt !== null ? [] : Object.keys(state.withdrawn).flatMap((key) => turnOf(state, Number(key)) ?? [])

/** The turns whose words this reader is asked for, each with their right to: their own first, then those left to them, then a scribe's; oldest first. */
export const turnsToWord = (state: RoomState, seat: Seat, by: ActorId): readonly TurnInHand[] =>
  turnsOpenTo(state, seat, by).filter(({ as, leftTo }) => as !== 'named' || leftTo === seat.id)

/** The same with those of which somebody else is asked first: they were left to a delegate who has gone into another seat. */
function turnsOpenTo(state: RoomState, seat: Seat, by: ActorId): readonly TurnInHand[] {
  const open = [...turnsWithoutWords(state), ...turnsWithdrawn(state)].flatMap((turn) => {
    const as = wordsRight(state, turn.no, seat, by)
    return as === null ? [] : [{ ...turn, as, words: null }]
  })
  const rank = { speaker: 0, named: 1, scribe: 2 } as const
  return open.toSorted((a, b) => rank[a.as] - rank[b.as] || a.no - b.no)
}

/**
 * The seats to which a speaker who sits here is offered to leave the words of a turn (T5). None where they have changed sides since: their
 * new colleagues did not hear for whom it was said.
 */
export const wordsGoTo = (state: RoomState, { id, delegation }: Seat, turn: TurnInHand): readonly Seat[] =>
  delegation === null || state.seats[turn.seat]?.delegation !== delegation
    ? []
    : Object.values(state.seats).filter(
        (seat) =>
          seat.holder !== null &&
          seat.id !== id &&
          (seat.delegation === delegation || observerTaskOf(state, seat.id) === 'scribe'),
      )

/** The turns whose words this reader may replace: their own, whoever wrote them, and those they wrote for others (T6); newest first. */
function turnsToCorrect(state: RoomState, seat: Seat, by: ActorId): readonly WordedTurn[] {
  if (state.closedAt !== null) return []
  return Object.entries(state.turnWords)
    .flatMap(([key, words]): WordedTurn[] => {
      const turn = turnOf(state, Number(key))
      if (!turn || turn.withdrawn) return []
      const as = wordsRight(state, turn.no, seat, by)
      const mayReplace = as === 'speaker' || (as !== null && words.by === by)
      return mayReplace ? [{ ...turn, as, words }] : []
    })
    .toSorted((a, b) => b.no - a.no)
}

/** Of these, the turns whose words this reader wrote themselves. */
export const turnsWordedBy = (state: RoomState, seat: Seat, by: ActorId): readonly WordedTurn[] =>
  turnsToCorrect(state, seat, by).filter(({ words }) => words.by === by)

/** By number, every turn that this reader may give words or replace them, for the entry that stands for it in the record. */
export const turnsInHand = (state: RoomState, seat: Seat, by: ActorId): ReadonlyMap<string, TurnInHand> =>
  new Map([...turnsOpenTo(state, seat, by), ...turnsToCorrect(state, seat, by)].map((turn) => [String(turn.no), turn]))

/**
 * When the chair took the floor from this person in the phase that runs, however short their turn was, and they have not had it since; null
 * otherwise. Who has the floor now does not matter: by autopilot, or when the chair gives it to somebody else, it is another at once.
 */
export const takenBackFrom = (state: RoomState, person: PersonId): number | null =>
  isRunning(state) ? (state.floor.takenFrom[person] ?? null) : null
