// Private talk: inside a delegation, or between two (rules C1–C3).
// It must not know what the talk is about.
import { closedTo } from './clock'
import { delegationsOf } from './ids'
import type { Moment } from './moment'
import type { PhaseKind } from './plan'
import { seatIdsOf } from './plan'
import { nextPrivate } from './private-numbers'
import { seatsUntilDebrief } from './record'
import type { CommandOf } from './room-command'
import type { RoomState } from './room-state'
import type { Standing } from './standing'
import type { Verdict } from './verdict'
import { accept, refuse } from './verdict'

const CAUCUS_PHASES: readonly PhaseKind[] = [
  'briefing',
  'caucus',
  'reveal',
  'openings',
  'floor',
  'negotiation',
  'ballot',
]

export function speakInCaucus(state: RoomState, command: CommandOf<'speakInCaucus'>, who: Standing): Verdict {
  if (who.kind !== 'seat') return refuse('not-seated')
  const { delegation } = who.seat
  if (delegation === null) return refuse('not-in-caucus')
  if (!caucusIsOpen(state)) return refuse('wrong-phase')
  return accept(
    seatsUntilDebrief(seatIdsOf(state.plan, delegation), {
      type: 'CaucusSpoken',
      no: nextPrivate(state, 'c', delegation),
      seat: who.seat.id,
      delegation,
      text: command.text,
    }),
  )
}

export function speakInBilateral(
  state: RoomState,
  command: CommandOf<'speakInBilateral'>,
  who: Standing,
  moment: Moment,
): Verdict {
  if (who.kind !== 'seat') return refuse('not-seated')
  const { delegation } = who.seat
  const between = delegationsOf(command.between)
  if (delegation === null || !between.includes(delegation)) return refuse('not-in-caucus')
  const closed = closedTo(state, moment, 'caucus', 'negotiation')
  if (closed) return refuse(closed)
  return accept(
    seatsUntilDebrief(seatIdsOf(state.plan, ...between), {
      type: 'BilateralSpoken',
      no: nextPrivate(state, 'c', command.between),
      seat: who.seat.id,
      between: command.between,
      text: command.text,
    }),
  )
}

/** C1: from the first briefing until the debrief, also between two phases; the pause of a clock silences nobody. */
export function caucusIsOpen(state: RoomState): boolean {
  const phase = state.plan.phases[state.agenda.index]
  return phase !== undefined && state.agenda.status !== 'finished' && CAUCUS_PHASES.includes(phase.kind)
}
