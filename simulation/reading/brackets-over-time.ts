// How many clauses of the joint text had an open bracket at each moment: told over again from the public record, entry by entry.
import { delegationIds } from '../agenda/parties'
import { opens, type PhaseFeature } from '../agenda/phase-kinds'
import type { DelegationId } from '../kernel/ids'
import type { VersionId } from '../shapes/text/schemas'
import { firstVersion } from '../shapes/text/slice'
import type { RoomState } from '../state/room-state'

/** From this moment on so many clauses are open. */
export type BracketStep = Readonly<{ at: number; open: number }>

/** By clause: the version on which each delegation stands. */
type StandsByClause = Map<string, Map<DelegationId, VersionId | null>>

/** The count at the start and after each entry that changed it. */
export function bracketSteps(state: RoomState): readonly BracketStep[] {
  const sides = delegationIds(state.plan)
  const stands: StandsByClause = new Map(
    state.plan.communique.clauses.map(({ key }) => [key, new Map(sides.map((side) => [side, firstVersion(side)]))]),
  )
  const steps: BracketStep[] = [{ at: state.openedAt, open: openIn(stands) }]
  const move = (clause: string, side: DelegationId, version: VersionId) => stands.get(clause)?.set(side, version)
  for (const { event, at } of state.record) {
    if (event.type === 'ClauseBroughtIn')
      stands.set(event.clause, new Map(sides.map((side) => [side, side === event.delegation ? event.version : null])))
    else if (event.type === 'VersionPutForward') {
      if (event.delegation !== null) move(event.clause, event.delegation, event.version)
    } else if (event.type === 'VersionStoodOn') move(event.clause, event.delegation, event.version)
    else if (event.type === 'StandsTraded')
      for (const { clause, delegation, version } of event.moves) move(clause, delegation, version)
    else continue
    const open = openIn(stands)
    if (open !== steps.at(-1)?.open) steps.push({ at, open })
  }
  return steps
}

const openIn = (stands: StandsByClause): number =>
  [...stands.values()].filter((sides) => {
    const versions = new Set(sides.values())
    return versions.size !== 1 || versions.has(null)
  }).length

/** The brackets from the first phase in which the text is negotiated on; `end` is the number at the vote, or now while none has begun. */
export type BracketsOverTime = Readonly<{
  steps: readonly BracketStep[]
  from: number
  to: number
  start: number
  end: number
  voted: boolean
}>

/** Null before the text is negotiated, and where there is none. */
export function bracketsOverTime(state: RoomState): BracketsOverTime | null {
  if (state.plan.communique.clauses.length === 0) return null
  const from = begunAt(state, 'text')
  if (from === null) return null
  const all = bracketSteps(state)
  const before = all.findLast(({ at }) => at <= from)?.open ?? 0
  const steps = [{ at: from, open: before }, ...all.filter(({ at }) => at > from)]
  const votedAt = begunAt(state, 'votes')
  const last = state.record.last()?.at ?? from
  return {
    steps,
    ...{ from, to: Math.max(from, votedAt ?? last) },
    ...{ start: before, end: steps.at(-1)?.open ?? before, voted: votedAt !== null },
  }
}

/** When the first phase with a feature began; null before. */
const begunAt = ({ plan, record }: RoomState, what: PhaseFeature): number | null =>
  record.toArray().find(({ event }) => event.type === 'PhaseStarted' && opens(plan.phases[event.index], what))?.at ??
  null
