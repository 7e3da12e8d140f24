// What the scripted delegates (understudies) do next, and when (rules U1–U3), computed from the room, its scenario and its stored seed:
// after a restart of the server they go on as they would have. The rules judge their moves like those of people.
import { opens } from '../agenda/phase-kinds'
import type { Scenario } from '../scenario/scenario'
import { isRunning, phaseNow, type RoomState } from '../state/room-state'
import { caseMoves, caseScores } from './understudy-cases'
import { caucusMoves, owedFilings } from './understudy-caucus'
import { chipsMoves, readingMoves } from './understudy-chips'
import type { Move, UnderstudyContext } from './understudy-context'
import { floorMoves } from './understudy-floor'
import { homeMoves } from './understudy-home'
import { motionMoves } from './understudy-motions'
import { offeringMoves } from './understudy-offering'
import { postMoves } from './understudy-posts'
import { ballotMoves, textMoves } from './understudy-text'

/** The earliest move of any understudy in this room; null if there is none. An `at` in the past means that the move is due at once. */
export function understudyMove(state: RoomState, scenario: Scenario): Move | null {
  if (!state.clock || state.clock.pausedAt !== null) return null
  return earliestOf(understudyMoves(state, scenario), state.clock.endsAt)
}

/** All that understudies mean to do in the running phase, in no order; nothing while none runs. */
export function understudyMoves(state: RoomState, scenario: Scenario): readonly Move[] {
  const context = contextOf(state, scenario)
  return context ? movesIn(context) : []
}

/** The first of these moves. One after the end of its phase, `endsAt`, would be refused by the rules and is left out. */
export const earliestOf = (moves: readonly Move[], endsAt: number): Move | null =>
  moves
    .filter((move) => move.at < endsAt)
    .reduce<Move | null>((first, move) => (first && first.at <= move.at ? first : move), null)

/** U6: what understudies file before the chair ends the running phase, whenever they would have filed it by themselves. */
export function filingsBeforeEnd(state: RoomState, scenario: Scenario): readonly Move[] {
  const context = contextOf(state, scenario)
  return context ? [...chipsMoves(context), ...owedFilings(context)] : []
}

/** Null while no phase runs, and in a room without understudies. */
function contextOf(state: RoomState, scenario: Scenario): UnderstudyContext | null {
  const phase = phaseNow(state)
  if (!state.plan.understudies || !phase || !state.clock || !isRunning(state)) return null
  const { startsAt } = state.clock
  return { state, scenario, startsAt, pace: 1 / state.plan.speed, seconds: phase.seconds }
}

/** The moves for everything the running phase opens; none in phases such as the reflection, which only people take part in. */
function movesIn(context: UnderstudyContext): Move[] {
  const { plan } = context.state
  const phase = phaseNow(context.state)
  if (!phase) return []
  const speaks = opens(phase, 'floor') && plan.kind === 'seminar'
  return [
    ...(phase.posts || speaks ? offeringMoves(context) : []),
    ...motionMoves(context),
    ...(opens(phase, 'text') ? [...textMoves(context), ...readingMoves(context, 0.94)] : []),
    ...(phase.files ? [...chipsMoves(context), ...caucusMoves(context)] : []),
    ...(phase.posts ? postMoves(context) : speaks ? floorMoves(context) : []),
    ...(opens(phase, 'votes') ? [...ballotMoves(context), ...readingMoves(context, 0.8)] : []),
    ...(opens(phase, 'asksSides') ? caseMoves(context) : []),
    ...caseScores(context),
    ...(opens(phase, 'ratifies') ? homeMoves(context) : []),
  ]
}
