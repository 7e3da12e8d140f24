// How far the positions of a round are: drafted, filed, revealed. Desk, stage, wall and positions read these functions.
// They count what the given state holds: in a participant's state the drafts and unrevealed positions of other delegations are missing.

import { delegationIds } from '../agenda/parties'
import type { Filing, RoundPlan } from '../agenda/plan'
import type { DelegationId, Stage, TensionKey } from '../kernel/ids'
import { isRunning, phaseNow, positionFile, type RoomState } from '../kernel/room-state'
import type { Values } from './gap'

/** What the running phase asks delegations to file, or null. */
export const filingNow = (state: RoomState): Filing | null =>
  isRunning(state) && state.closedAt === null ? (phaseNow(state)?.files ?? null) : null

/** The value each delegation has filed, or for one that has not, the value of its latest draft. */
export function knownValues(state: RoomState, round: TensionKey, stage: Stage): Values {
  const values: Values = {}
  for (const delegation of delegationIds(state.plan)) {
    const file = positionFile(state, round, stage, delegation)
    const value = (file.filed ?? file.draft)?.position.value
    if (value !== undefined) values[delegation] = value
  }
  return values
}

/** The latest known value of each delegation: of its closing position once it has drafted one, else of its opening position. */
export const latestKnown = (state: RoomState, round: TensionKey): Values => ({
  ...knownValues(state, round, 'opening'),
  ...knownValues(state, round, 'closing'),
})

type FilingProgress =
  | { kind: 'revealed'; at: number }
  | { kind: 'filed'; filed: number; drafts: number }
  | { kind: 'nothing' }

/** Whether a round's positions of one stage are revealed; if not, how many delegations have filed and how many have only a draft. */
export function filingProgress(state: RoomState, round: TensionKey, stage: Stage): FilingProgress {
  const revealed = state.record.findLast(
    ({ event }) => event.type === 'PositionsRevealed' && event.round === round && event.stage === stage,
  )
  if (revealed) return { kind: 'revealed', at: revealed.at }
  const files = delegationIds(state.plan).map((delegation) => positionFile(state, round, stage, delegation))
  const filed = files.filter((file) => file.filed).length
  const drafts = files.filter((file) => file.draft && !file.filed).length
  return filed + drafts === 0 ? { kind: 'nothing' } : { kind: 'filed', filed, drafts }
}

/** In how many of the rounds being filed this delegation has filed. Everybody may know this: the filing is public, only its content is not. */
export function filedBy(state: RoomState, delegation: DelegationId): { filed: number; of: number } {
  const files = phaseNow(state)?.files
  const rounds = files?.rounds ?? []
  const stage = files?.stage ?? 'opening'
  const filed = rounds.filter((round) => positionFile(state, round, stage, delegation).sealedAt !== null).length
  return { filed, of: rounds.length }
}

/** How many delegations have a draft or a filed position in the running caucus. */
export function begunFiling(state: RoomState): number {
  const files = filingNow(state)
  if (!files) return 0
  return delegationIds(state.plan).filter((delegation) =>
    files.rounds.some((round) => {
      const file = positionFile(state, round, files.stage, delegation)
      return file.draft !== null || file.sealedAt !== null
    }),
  ).length
}

/** The round of the current phase. Before the first round all rounds, because all are then being filed; after the last round that one. */
export function roundsAtHand(state: RoomState): readonly RoundPlan[] {
  const round = phaseNow(state)?.round
  if (round) return state.plan.rounds.filter((one) => one.key === round)
  const anyPlayed = state.plan.phases.slice(0, Math.max(0, state.agenda.index)).some((phase) => phase.round !== null)
  return anyPlayed ? state.plan.rounds.slice(-1) : state.plan.rounds
}

/** The rounds whose positions have been revealed, even where no delegation had filed; in the plan's order. */
export function openedRounds(state: RoomState): readonly TensionKey[] {
  const opened = new Set<TensionKey>()
  for (const { event } of state.record) if (event.type === 'PositionsRevealed') opened.add(event.round)
  return state.plan.rounds.flatMap(({ key }) => (opened.has(key) ? [key] : []))
}
