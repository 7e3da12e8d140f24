// What others may ask of the agenda, as the rules themselves decide it.
import { opens } from '../agenda/phase-kinds'
import { roundOf } from '../agenda/plan'
import type { TensionKey } from '../kernel/ids'
import { isRunning, phaseNow, type RoomState } from '../state/room-state'

/** P11: whether the running phase or a later one is in role, so that the record stays sealed. */
export function isRoleAhead(state: RoomState): boolean {
  const ahead = state.plan.phases.slice(state.agenda.index + (isRunning(state) ? 0 : 1))
  return ahead.some((phase) => opens(phase, 'inRole'))
}

/** P16: the folded tension to whose question the running phase is still to turn, and at which second of it; null where there is none. */
export function questionAhead(state: RoomState): { to: TensionKey; atSeconds: number } | null {
  const phase = isRunning(state) ? phaseNow(state) : null
  const [to] = (phase?.round && roundOf(state.plan, phase.round)?.folded) || []
  if (phase?.foldsAtSeconds === undefined || !to || state.turnedTo !== null) return null
  return { to: to.key, atSeconds: phase.foldsAtSeconds }
}
