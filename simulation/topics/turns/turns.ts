// A finished turn and its words are two things: who may give them, and to whom a speaker may leave them (rules T5, T6). Whether pages offer dictation is the
// chair's to say (T7).
import type { ActorRole } from '../../kernel/actor'
import type { Moment } from '../../kernel/moment'
import { everyone } from '../../kernel/record'
import type { CommandOf } from '../../kernel/room-command'
import type { RoomState } from '../../kernel/room-state'
import type { Verdict } from '../../kernel/verdict'
import { accept, refuse } from '../../kernel/verdict'
import { isAnswerable } from '../statements/statements'
import { namedFor, turnIn, wordsRight, wordsStanding } from './questions'

export function giveWords(state: RoomState, command: CommandOf<'giveWords'>, who: ActorRole, moment: Moment): Verdict {
  if (who.kind !== 'seat') return refuse('not-seated')
  const turn = turnIn(state, command.turn)
  if (!turn) return refuse('no-such-turn')
  const as = wordsRight(state, command.turn, who.seat, moment.by)
  if (as === null) return refuse(state.withdrawn[command.turn] === undefined ? 'not-your-turn' : 'already-withdrawn')
  const given = wordsStanding(state, command.turn)
  if (given && as !== 'speaker' && given.by !== moment.by) return refuse('words-given')
  if (command.answers !== null) {
    const answered = command.answers < command.turn ? state.record.at(command.answers - 1) : undefined
    if (!answered) return refuse('no-such-entry')
    if (!isAnswerable(answered.event)) return refuse('not-a-statement')
  }
  const { type: _type, ...words } = command
  // Nobody else says for a speaker what they meant: the intent stays the one with which they had the floor.
  const intent = as === 'speaker' ? command.intent : turn.intent
  return accept(everyone({ type: 'WordsGiven', ...words, intent, seat: who.seat.id, as }))
}

export function leaveWords(
  state: RoomState,
  command: CommandOf<'leaveWords'>,
  who: ActorRole,
  moment: Moment,
): Verdict {
  if (who.kind !== 'seat') return refuse('not-seated')
  const turn = turnIn(state, command.turn)
  if (!turn) return refuse('no-such-turn')
  if (turn.speaker !== moment.by) return refuse('not-your-turn')
  if (wordsStanding(state, command.turn)) return refuse('words-given')
  const before = state.leftTo[command.turn]?.seat ?? null
  // The same seat is named anew where the delegate who had it has left it.
  if (before === command.to && (before === null || namedFor(state, command.turn) === before))
    return refuse('nothing-changed')
  if (command.to !== null) {
    const to = state.seats[command.to]
    if (!to) return refuse('no-such-seat')
    if (to.delegation !== who.seat.delegation || to.id === who.seat.id) return refuse('not-own-delegation')
    if (to.holder === null) return refuse('seat-empty')
  }
  return accept(everyone({ type: 'WordsLeft', turn: command.turn, to: command.to }))
}

export function setDictation(state: RoomState, on: boolean, who: ActorRole): Verdict {
  if (who.kind !== 'chair') return refuse('not-the-chair')
  return state.dictation === on ? refuse('nothing-changed') : accept(everyone({ type: 'DictationSet', on }))
}
