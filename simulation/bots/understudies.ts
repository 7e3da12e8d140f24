// What a scripted delegate would do next, and when (rules U1–U3): pure, from the room, its scenario and its stored seed.
// It must not know more than a person could do: its moves are judged by `decide` like anyone's.
import { opens } from '../agenda/phase-kinds'
import type { RoomState } from '../kernel/room-state'
import { isRunning, phaseNow } from '../kernel/room-state'
import type { Scenario } from '../scenario/scenario'
import { caucusMoves } from './understudy-caucus'
import { floorMoves } from './understudy-floor'
import { postMoves } from './understudy-posts'
import type { Move, Table } from './understudy-table'
import { ballotMoves, textMoves } from './understudy-text'

/** The earliest move any understudy of this room would make; `at` may lie in the past, and is then due at once. */
export function understudyMove(state: RoomState, scenario: Scenario): Move | null {
  const phase = phaseNow(state)
  if (!state.plan.understudies || !phase || !state.clock || !isRunning(state) || state.clock.pausedAt !== null)
    return null
  const table: Table = {
    state,
    scenario,
    startsAt: state.clock.startsAt,
    pace: 1 / state.plan.speed,
    seconds: phase.seconds,
  }
  const moves = movesIn(table)
  // A move that would land after the phase is not made.
  const endsAt = state.clock.endsAt
  return moves
    .filter((move) => move.at < endsAt)
    .reduce<Move | null>((first, move) => (first && first.at <= move.at ? first : move), null)
}

/** What the phase opens, understudies do; a phase that opens nothing they know is played by people alone. */
function movesIn(table: Table): Move[] {
  const { plan } = table.state
  const phase = phaseNow(table.state)
  if (!phase) return []
  const speaks = opens(phase, 'floor') && plan.kind === 'seminar'
  return [
    ...(opens(phase, 'text') ? textMoves(table) : []),
    ...(phase.files ? caucusMoves(table) : []),
    ...(phase.posts ? postMoves(table) : speaks ? floorMoves(table) : []),
    ...(opens(phase, 'votes') ? ballotMoves(table) : []),
  ]
}
