// The agenda as the ribbon draws it: a round is one stretch, the phases of the start and the close one each.
// It must not know the words; a stretch names its round or its phase.
import type { PhaseKind } from '#simulation/agenda/phase-kinds'
import type { RoundPlan } from '#simulation/agenda/plan'
import { isRunning, type RoomState } from '#simulation/kernel/room-state'

export type Stretch = {
  round: { plan: RoundPlan; number: number } | null
  kinds: readonly PhaseKind[]
  seconds: number
  state: 'done' | 'now' | 'ahead'
  /** How much of it has passed, 0 to 1. */
  fraction: number
}

export function stretches(state: RoomState, now: number): readonly Stretch[] {
  const { phases, rounds } = state.plan
  const found: { round: string | null; first: number; indexes: number[] }[] = []
  for (const [index, phase] of phases.entries()) {
    const last = found.at(-1)
    const joins = last && last.round === phase.round && (phase.round !== null || index < firstRound(state))
    if (joins) last.indexes.push(index)
    else found.push({ round: phase.round, first: index, indexes: [index] })
  }
  return found.map(({ round, indexes }) => {
    const number = rounds.findIndex((plan) => plan.key === round) + 1
    const plan = rounds[number - 1]
    const seconds = indexes.reduce((sum, index) => sum + (phases[index]?.seconds ?? 0), 0)
    const passed = indexes.reduce((sum, index) => sum + passedOf(state, index, now), 0)
    const last = indexes.at(-1) ?? 0
    const done = state.agenda.index > last || (state.agenda.index === last && !isRunning(state))
    return {
      round: plan ? { plan, number } : null,
      kinds: indexes.flatMap((index) => phases[index]?.kind ?? []),
      seconds,
      state: done ? 'done' : indexes.includes(state.agenda.index) ? 'now' : 'ahead',
      fraction: seconds === 0 ? 0 : Math.min(1, passed / seconds),
    }
  })
}

/** The phases before the first round are one stretch: they are prepared in one breath. */
function firstRound(state: RoomState): number {
  const index = state.plan.phases.findIndex((phase) => phase.round !== null)
  return index === -1 ? 0 : index
}

/** Seconds of this phase's plan that are over. */
function passedOf(state: RoomState, index: number, now: number): number {
  const phase = state.plan.phases[index]
  if (!phase || index > state.agenda.index) return 0
  if (index < state.agenda.index || !isRunning(state) || !state.clock) return phase.seconds
  const { startsAt, endsAt, pausedAt } = state.clock
  const share = (Math.min(pausedAt ?? now, endsAt) - startsAt) / Math.max(1, endsAt - startsAt)
  return phase.seconds * Math.min(1, Math.max(0, share))
}
