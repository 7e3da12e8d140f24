// The agenda in blocks: each round with all its phases is one block, and each phase before or after the rounds is a block of its own.
// Ribbon, desk, wizard and transcript group phases through this file, so that "round 2" covers the same phases on each screen.

import type { PhasePlan, RoomPlan, RoundPlan } from '../../agenda/plan'
import { isRunning, type RoomState } from '../../state/room-state'

/** A round with its phases, or one phase of the start or the close. */
export type Block = {
  /** Counted from 1 in the plan's order of rounds. */
  round: { plan: RoundPlan; number: number } | null
  where: 'start' | 'round' | 'close'
  seconds: number
  phases: readonly [PhaseAt, ...PhaseAt[]]
}
type PhaseAt = { index: number; phase: PhasePlan }

export function blocksOf(plan: Pick<RoomPlan, 'phases' | 'rounds'>): readonly Block[] {
  const blocks: Block[] = []
  for (const [index, phase] of plan.phases.entries()) {
    const last = blocks.at(-1)
    if (last && phase.round !== null && last.round?.plan.key === phase.round) {
      blocks[blocks.length - 1] = {
        ...last,
        seconds: last.seconds + phase.seconds,
        phases: [...last.phases, { index, phase }],
      }
      continue
    }
    const place = plan.rounds.findIndex((round) => round.key === phase.round)
    const round = plan.rounds[place]
    blocks.push({
      round: round ? { plan: round, number: place + 1 } : null,
      where: phase.round !== null ? 'round' : blocks.some(({ where }) => where === 'round') ? 'close' : 'start',
      seconds: phase.seconds,
      phases: [{ index, phase }],
    })
  }
  return blocks
}

type When = 'done' | 'now' | 'ahead'

export function whenOf(state: RoomState, index: number): When {
  if (index > state.agenda.index) return 'ahead'
  return index === state.agenda.index && isRunning(state) ? 'now' : 'done'
}

/** A block with some phases done and others ahead counts as `now`, so that a round between two of its phases stays the current one. */
export const whenOfBlock = (state: RoomState, { phases }: Block): When => whenOfAll(state, phases)

function whenOfAll(state: RoomState, phases: readonly PhaseAt[]): When {
  const [first, ...others] = phases.map(({ index }) => whenOf(state, index))
  return first !== undefined && others.every((when) => when === first) ? first : 'now'
}

/** How many blocks stand behind the one that runs; where none does, behind the next. */
export const blocksDone = (state: RoomState, blocks: readonly Block[]): number =>
  blocks.filter((block) => whenOfBlock(state, block) === 'done').length

/** The blocks as the ribbon draws them, to scale. All phases before the first round are merged into one stretch: alone they would be too narrow to label. */
export function stretchesOf(state: RoomState, now: number) {
  const blocks = blocksOf(state.plan)
  const rounds = blocks.findIndex(({ where }) => where === 'round')
  const start = blocks.slice(0, Math.max(0, rounds))
  const gathered = [start, ...blocks.slice(start.length).map((block) => [block])].filter((some) => some.length > 0)
  return gathered.map((some) => {
    const phases = some.flatMap((block) => block.phases)
    const seconds = some.reduce((sum, block) => sum + block.seconds, 0)
    const passed = phases.reduce((sum, { index }) => sum + secondsPassed(state, index, now), 0)
    return {
      round: some[0]?.round ?? null,
      kinds: phases.map(({ phase }) => phase.kind),
      seconds,
      when: whenOfAll(state, phases),
      /** Share of the planned seconds that has passed, 0 to 1. */
      fraction: seconds === 0 ? 0 : Math.min(1, passed / seconds),
    }
  })
}

/** How many of a phase's planned seconds have passed. A phase that was ended early counts as passed in full. */
function secondsPassed(state: RoomState, index: number, now: number): number {
  const phase = state.plan.phases[index]
  if (!phase || index > state.agenda.index) return 0
  if (index < state.agenda.index || !isRunning(state) || !state.clock) return phase.seconds
  const { startsAt, endsAt, pausedAt } = state.clock
  const share = (Math.min(pausedAt ?? now, endsAt) - startsAt) / Math.max(1, endsAt - startsAt)
  return phase.seconds * Math.min(1, Math.max(0, share))
}
