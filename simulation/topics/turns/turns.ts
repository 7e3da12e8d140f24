// A finished turn and its words are two things: who may give them, and to whom a speaker may leave them (rules T5, T6). What it answers can be said
// without words (T10). Older logs say whether pages offered dictation (T7).

import { observerTaskOf } from '../../questions/observers'
import { isBriefs, told } from '../../questions/origin'
import { isToldSpoken, namedFor, tapRight, turnIn, wordsRight, wordsStanding } from '../../questions/turns'
import { everyone } from '../../shapes/record'
import { accept, type Rejection, refuse, type Verdict } from '../../shapes/verdict'
import type { ActorRole } from '../../state/actor'
import type { RoomState } from '../../state/room-state'
import { isAnswerable } from '../statements/statements'
import type { Rule } from '../topic'

export const giveWords: Rule<'giveWords'> = (state, command, who, moment) => {
  if (who.kind !== 'seat') return refuse('not-seated')
  const turn = turnIn(state, command.turn)
  if (!turn) return refuse('no-such-turn')
  const as = wordsRight(state, command.turn, who.seat, moment.by)
  if (as === null) return refuse(state.withdrawn[command.turn] === undefined ? 'not-your-turn' : 'already-withdrawn')
  const given = wordsStanding(state, command.turn)
  if (given && as !== 'speaker' && given.by !== moment.by) return refuse('words-given')
  const misplaced = misanswers(state, command)
  if (misplaced) return refuse(misplaced)
  const { type: _type, ...words } = command
  // Nobody else says for a speaker what they meant: the intent stays the one with which they had the floor.
  const intent = as === 'speaker' ? command.intent : turn.intent
  const origin = told(state, isBriefs(state, state.seats[turn.seat]?.delegation ?? null, command.text))
  return accept(everyone({ type: 'WordsGiven', ...words, intent, seat: who.seat.id, as, ...origin }))
}

/** Why a turn cannot answer that entry; null where it can, or answers none. A turn answers what was said before it. */
function misanswers(
  state: RoomState,
  { turn, answers }: Readonly<{ turn: number; answers?: number | null | undefined }>,
): Rejection | null {
  if (answers === null || answers === undefined) return null
  const answered = answers < turn ? state.record.at(answers - 1) : undefined
  return !answered ? 'no-such-entry' : isAnswerable(answered.event) ? null : 'not-a-statement'
}

/** T10: each tap is kept as it is made; those made before stay beside it. */
export const tapTurn: Rule<'tapTurn'> = (state, command, who, { by }) => {
  if (who.kind !== 'seat') return refuse('not-seated')
  const { turn, type: _type, ...tapped } = command
  if (!turnIn(state, turn)) return refuse('no-such-turn')
  const as = tapRight(state, turn, who.seat, by)
  if (as === null) return refuse('not-your-turn')
  if (state.withdrawn[turn] !== undefined) return refuse('already-withdrawn')
  const misplaced = misanswers(state, command)
  if (misplaced) return refuse(misplaced)
  const before = state.turnTaps[turn]
  const taps = { ...before, ...tapped }
  if (taps.answers === before?.answers && taps.about === before?.about && taps.way === before?.way)
    return refuse('nothing-changed')
  const { by: _by, at: _at, ...kept } = taps
  return accept(everyone({ ...kept, type: 'TurnTapped', turn, seat: who.seat.id, as }))
}

export const leaveWords: Rule<'leaveWords'> = (state, command, who, moment) => {
  if (who.kind !== 'seat') return refuse('not-seated')
  const turn = turnIn(state, command.turn)
  if (!turn) return refuse('no-such-turn')
  if (turn.speaker !== moment.by) return refuse('not-your-turn')
  if (wordsStanding(state, command.turn)) return refuse('words-given')
  const before = state.leftTo[command.turn]?.seat ?? null
  // F6: left to nobody, it is told that the turn was spoken.
  const tells = command.to === null && before === null && !isToldSpoken(state, command.turn)
  // The same seat is named anew where the delegate who had it has left it.
  if (!tells && before === command.to && (before === null || namedFor(state, command.turn) === before))
    return refuse('nothing-changed')
  if (command.to !== null) {
    const to = state.seats[command.to]
    if (!to) return refuse('no-such-seat')
    const isScribe = observerTaskOf(state, to.id) === 'scribe'
    if (!isScribe && (to.delegation !== who.seat.delegation || to.id === who.seat.id))
      return refuse('not-own-delegation')
    if (to.holder === null) return refuse('seat-empty')
  }
  return accept(everyone({ type: 'WordsLeft', turn: command.turn, to: command.to }))
}

/** Judged for older logs, which are replayed; no page sends it any more (T7). */
export function setDictation(state: RoomState, on: boolean, who: ActorRole): Verdict {
  if (who.kind !== 'chair') return refuse('not-the-chair')
  return state.dictation === on ? refuse('nothing-changed') : accept(everyone({ type: 'DictationSet', on }))
}
