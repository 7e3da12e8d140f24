// The agenda as the desk lists it: the plan's phases gathered into blocks, and how far the room runs behind its plan.
// It must not know how a block is drawn.
import type { PhasePlan, RoundPlan } from '#simulation/agenda/plan'
import type { RoomState } from '#simulation/kernel/room-state'
import { isRunning } from '#simulation/kernel/room-state'

export type When = 'done' | 'now' | 'ahead'
/** `dueAt` is homework's, as it stands after any move. */
export type BlockPhase = { index: number; phase: PhasePlan; when: When; dueAt: number | null }
/** A round with its phases, or one phase of the start or the close. */
export type AgendaBlock = {
  round: { plan: RoundPlan; number: number } | null
  seconds: number
  when: When
  phases: readonly [BlockPhase, ...BlockPhase[]]
}

export function agendaBlocks(state: RoomState): AgendaBlock[] {
  const blocks: AgendaBlock[] = []
  for (const [index, phase] of state.plan.phases.entries()) {
    const dueAt = state.moved[index] ?? phase.dueAt
    const one: BlockPhase = { index, phase, when: whenOf(state, index), dueAt }
    const last = blocks.at(-1)
    if (last && phase.round !== null && last.round?.plan.key === phase.round) {
      const phases = [...last.phases, one] as const
      blocks[blocks.length - 1] = {
        ...last,
        seconds: last.seconds + phase.seconds,
        phases: [last.phases[0], ...phases.slice(1)],
        when: blockWhen([last.when, one.when]),
      }
    } else {
      const number = state.plan.rounds.findIndex((round) => round.key === phase.round) + 1
      const plan = state.plan.rounds[number - 1]
      blocks.push({ round: plan ? { plan, number } : null, seconds: phase.seconds, when: one.when, phases: [one] })
    }
  }
  return blocks
}

function whenOf(state: RoomState, index: number): When {
  if (index > state.agenda.index) return 'ahead'
  return index === state.agenda.index && isRunning(state) ? 'now' : 'done'
}

/** A round between two of its phases is still the one that is now. */
function blockWhen(parts: readonly [When, When]): When {
  return parts[0] === parts[1] ? parts[0] : 'now'
}

const secondsOf = (phases: readonly PhasePlan[]) => phases.reduce((sum, phase) => sum + phase.seconds, 0)

/** When the phase that runs will end if nothing more is done to it; the time of a pause still counts up. */
function endsAt(state: RoomState, now: number): number | null {
  const { clock } = state
  if (!clock) return null
  if (state.agenda.status === 'between') return now
  if (clock.endedAt !== null && !isRunning(state)) return clock.endedAt
  return clock.endsAt + (clock.pausedAt === null ? 0 : Math.max(0, now - clock.pausedAt))
}

/** Milliseconds behind the plan (ahead of it when negative); null before the first phase. */
export function behindMs(state: RoomState, now: number): number | null {
  const ends = endsAt(state, now)
  const started = state.record.findLast(({ event }) => event.type === 'PhaseStarted' && event.index === 0)
  if (ends === null || started?.event.type !== 'PhaseStarted') return null
  return ends - started.event.startsAt - secondsOf(state.plan.phases.slice(0, state.agenda.index + 1)) * 1000
}

/** When the whole agenda ends as things stand. */
export function agendaEndsAt(state: RoomState, now: number): number | null {
  const ends = endsAt(state, now)
  return ends === null ? null : ends + secondsOf(state.plan.phases.slice(state.agenda.index + 1)) * 1000
}

/** The start of the plan's phases still ahead, so that a planned inject can be given a time. */
export function startsAt(state: RoomState, index: number, now: number): number | null {
  const { clock, agenda } = state
  if (index === agenda.index && clock) return clock.startsAt
  const ends = endsAt(state, now)
  if (ends === null || index <= agenda.index) return null
  return ends + secondsOf(state.plan.phases.slice(agenda.index + 1, index)) * 1000
}
