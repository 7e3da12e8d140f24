// The words of earlier turns that a person in a seat is asked for where nothing else is asked (N5).
import { ruleOf } from '../../agenda/phase-kinds'
import { type PersonId, participantActor, type SeatId } from '../../kernel/ids'
import type { Seat } from '../../shapes/seats'
import { isRunning, phaseNow, type RoomState } from '../../state/room-state'
import { turnsToWord } from '../log/turns'

/** One's own turn, or one that its speaker left to this person. */
export type OwedWords = { kind: 'owe-words'; turn: number; as: 'speaker' | 'named'; seconds: number; speaker: SeatId }

/**
 * Where there is time for words, the newest turn whose words are this delegate's to give; not what they left as spoken (`left`), or to
 * somebody else, or have withdrawn.
 */
export function owedWords(state: RoomState, seat: Seat, person: PersonId, left: readonly number[]): OwedWords | null {
  if (!hasTimeForWords(state, seat)) return null
  const owed = turnsToWord(state, seat, participantActor(person)).flatMap(
    ({ no, as, leftTo, withdrawn, seconds, seat: speaker }) =>
      as === 'scribe' || left.includes(no) || (as === 'speaker' && (leftTo !== null || withdrawn))
        ? []
        : [{ kind: 'owe-words' as const, turn: no, as, seconds, speaker }],
  )
  return owed.toSorted((a, b) => b.turn - a.turn)[0] ?? null
}

/** Not while one may ask for the floor, and not from the vote on. */
function hasTimeForWords(state: RoomState, { delegation }: Seat): boolean {
  const phase = phaseNow(state)
  if (!phase) return false
  const { floor, votes, ratifies, reflections } = ruleOf(phase)
  const mayAsk = floor !== null && isRunning(state) && delegation !== null
  return !mayAsk && !votes && !ratifies && reflections === null
}
