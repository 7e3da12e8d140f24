// How far the positions of a round are: drafted, filed, revealed, as whoever asks may know it. Desk, stage, wall and positions ask here.
// It must not know what a distance between positions means: that is gap.ts.

import { delegationIds } from '../agenda/parties'
import type { Filing, RoundPlan } from '../agenda/plan'
import type { DelegationId, Stage, TensionKey } from '../kernel/ids'
import { isRunning, phaseNow, positionFile, type RoomState } from '../kernel/room-state'
import type { Values } from './gap'

/** What the running phase asks delegations to file, or null. */
export const filingNow = (state: RoomState): Filing | null =>
  isRunning(state) && state.closedAt === null ? (phaseNow(state)?.files ?? null) : null

/** What each delegation has filed, or would file as its draft stands. */
export function knownValues(state: RoomState, round: TensionKey, stage: Stage): Values {
  const values: Values = {}
  for (const delegation of delegationIds(state.plan)) {
    const file = positionFile(state, round, stage, delegation)
    const value = (file.filed ?? file.draft)?.position.value
    if (value !== undefined) values[delegation] = value
  }
  return values
}

/** The latest that is known of a round: its closing positions once one is written, else the opening ones. */
export const latestKnown = (state: RoomState, round: TensionKey): Values => ({
  ...knownValues(state, round, 'opening'),
  ...knownValues(state, round, 'closing'),
})

export type FilingStands =
  | { kind: 'revealed'; at: number }
  | { kind: 'filed'; filed: number; drafts: number }
  | { kind: 'nothing' }

/** What has become of a round's positions at one stage: revealed, or how many are filed and how many only drafted. */
export function filingStands(state: RoomState, round: TensionKey, stage: Stage): FilingStands {
  const revealed = state.record.findLast(
    ({ event }) => event.type === 'PositionsRevealed' && event.round === round && event.stage === stage,
  )
  if (revealed) return { kind: 'revealed', at: revealed.at }
  const files = delegationIds(state.plan).map((delegation) => positionFile(state, round, stage, delegation))
  const filed = files.filter((file) => file.filed).length
  const drafts = files.filter((file) => file.draft && !file.filed).length
  return filed + drafts === 0 ? { kind: 'nothing' } : { kind: 'filed', filed, drafts }
}

/** How many of the rounds that are being filed this delegation has filed: that it has is known to everybody. */
export function filedBy(state: RoomState, delegation: DelegationId): { filed: number; of: number } {
  const files = phaseNow(state)?.files
  const rounds = files?.rounds ?? []
  const stage = files?.stage ?? 'opening'
  const filed = rounds.filter((round) => positionFile(state, round, stage, delegation).sealedAt !== null).length
  return { filed, of: rounds.length }
}

/** How many delegations have begun: with a draft or a filed position in the caucus that runs. */
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

/** The round on the table; before the first all of them are being filed, and after the last it stays. */
export function roundsAtHand(state: RoomState): readonly RoundPlan[] {
  const round = phaseNow(state)?.round
  if (round) return state.plan.rounds.filter((one) => one.key === round)
  const anyPlayed = state.plan.phases.slice(0, Math.max(0, state.agenda.index)).some((phase) => phase.round !== null)
  return anyPlayed ? state.plan.rounds.slice(-1) : state.plan.rounds
}

/** The rounds whose positions have been opened, whether or not anybody had filed; in the plan's order. */
export function openedRounds(state: RoomState): readonly TensionKey[] {
  const opened = new Set<TensionKey>()
  for (const { event } of state.record) if (event.type === 'PositionsRevealed') opened.add(event.round)
  return state.plan.rounds.flatMap(({ key }) => (opened.has(key) ? [key] : []))
}
