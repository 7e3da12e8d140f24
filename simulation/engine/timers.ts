// The next command that the clock submits to a room, and when (rules P2, P7, P13, P14, P16, F5, F7, F8, M3, M5). It is computed from the state alone, so
// that a restarted server submits exactly what the old one would have.

import { type ActorId, CLOCK } from '../kernel/ids'
import { nextSpeaker, openingsOverAt } from '../questions/floor'
import { opensAt } from '../questions/homework'
import { openMotion } from '../questions/motions'
import { questionAhead } from '../questions/phases'
import type { RoomCommand } from '../shapes/room-command'
import { plannedNews } from '../state/chair-plan'
import { hasEnded } from '../state/clock'
import { isRunning, isSent, type RoomState } from '../state/room-state'

export type Due = { at: number; command: RoomCommand; by: ActorId }

/**
 * The earliest command due; one whose `at` has passed is due at once. Once the phase's planned end has come (perhaps while the server
 * was down), only its end is due: a turn or inject submitted then would be refused (P3).
 */
export function nextDue(state: RoomState, now: number): Due | null {
  const { clock, floor, agenda } = state
  const opening = nextOpening(state)
  if (opening) return opening
  if (!clock || !isRunning(state) || state.closedAt !== null) return null
  if (clock.pausedAt !== null)
    return clock.caucusUntil === null ? null : { at: clock.caucusUntil, command: { type: 'resumeClock' }, by: CLOCK }
  const over = state.autopilot.agenda ? openingsOverAt(state) : null
  const endsAt = Math.min(clock.endsAt, over ?? Number.POSITIVE_INFINITY)
  const end: Due = { at: endsAt, command: { type: 'endPhase', index: agenda.index }, by: CLOCK }
  if (hasEnded(state, now)) return end
  const dues: Due[] = [end]
  if (floor.holder && floor.holder.until < clock.endsAt) {
    const { seat, until } = floor.holder
    dues.push({ at: until, command: { type: 'endTurn', seat, until }, by: CLOCK })
  }
  const motion = openMotion(state)
  if (motion) {
    const { no, until } = motion
    dues.push({ at: until, command: { type: 'endMotion', motion: no, until }, by: CLOCK })
  }
  for (const inject of state.autopilot.agenda ? plannedNews(state) : []) {
    if (inject.phase !== agenda.index || isSent(state, inject.key)) continue
    dues.push({
      at: clock.startsAt + Math.round(inject.atSeconds * 1000),
      command: { type: 'sendInject', key: inject.key },
      by: CLOCK,
    })
  }
  const folded = questionAhead(state)
  if (folded) {
    const at = clock.startsAt + Math.round(folded.atSeconds * 1000)
    dues.push({ at, command: { type: 'turnQuestion', phase: agenda.index, to: folded.to }, by: CLOCK })
  }
  const speaker = nextSpeaker(state)
  if (speaker) dues.push({ at: clock.startsAt, command: { type: 'grantFloor', seat: speaker }, by: CLOCK })
  return dues.reduce((earliest, due) => (due.at < earliest.at ? due : earliest))
}

/**
 * The start of the next phase while none runs. H1: in a homework debate at its planned instant. P7: in a seminar at once, when the
 * agenda is put on autopilot between two phases; its first phase only the chair starts.
 */
function nextOpening(state: RoomState): Due | null {
  const { agenda, clock, plan } = state
  const index = agenda.index + 1
  const waits = agenda.status === 'between' || (agenda.status === 'lobby' && plan.kind === 'homework')
  if (!waits || !state.autopilot.agenda || state.closedAt !== null || index >= plan.phases.length) return null
  const opens = opensAt(state, index) ?? clock?.endedAt
  return opens == null ? null : { at: opens, command: { type: 'startPhase', index }, by: CLOCK }
}
