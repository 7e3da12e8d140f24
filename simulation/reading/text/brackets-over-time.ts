// How many clauses of the joint text had an open bracket at each moment: told from the public record, entry by entry.
import { delegationIds } from '../../agenda/parties'
import { opens } from '../../agenda/phase-kinds'
import type { DelegationId } from '../../kernel/ids'
import { firstVersion, type VersionId } from '../../shapes/text'
import type { RoomState } from '../../state/room-state'

/** From this moment on so many clauses are open; `no` is the entry that changed it. */
export type BracketStep = Readonly<{ at: number; open: number; no: string | null }>

/** By clause: the version on which each delegation stands. */
type StandsByClause = Map<string, Map<DelegationId, VersionId | null>>

/** What the record tells: how many clauses were open at the start, each change of that, and when the text and the vote were first come to. */
type BracketsTold = Readonly<{
  start: number
  changes: readonly BracketStep[]
  textFrom: number | null
  votedAt: number | null
}>

function toldBy({ record, plan }: RoomState): BracketsTold {
  const sides = delegationIds(plan)
  const stands: StandsByClause = new Map(
    plan.communique.clauses.map(({ key }) => [key, new Map(sides.map((side) => [side, firstVersion(side)]))]),
  )
  const start = openIn(stands)
  const changes: BracketStep[] = []
  let [textFrom, votedAt]: [number | null, number | null] = [null, null]
  const move = (clause: string, side: DelegationId, version: VersionId) => stands.get(clause)?.set(side, version)
  for (const { event, at, no } of record) {
    if (event.type === 'PhaseStarted') {
      const phase = plan.phases[event.index]
      if (opens(phase, 'text')) textFrom ??= at
      if (opens(phase, 'votes')) votedAt ??= at
      continue
    }
    if (event.type === 'ClauseBroughtIn')
      stands.set(event.clause, new Map(sides.map((side) => [side, side === event.delegation ? event.version : null])))
    else if (event.type === 'VersionPutForward') {
      if (event.delegation !== null) move(event.clause, event.delegation, event.version)
    } else if (event.type === 'VersionStoodOn') move(event.clause, event.delegation, event.version)
    else if (event.type === 'StandsTraded')
      for (const { clause, delegation, version } of event.moves) move(clause, delegation, version)
    else continue
    const open = openIn(stands)
    if (open !== (changes.at(-1)?.open ?? start)) changes.push({ at, open, no })
  }
  return { start, changes, textFrom, votedAt }
}

const openIn = (stands: StandsByClause): number =>
  [...stands.values()].filter((sides) => {
    const versions = new Set(sides.values())
    return versions.size !== 1 || versions.has(null)
  }).length

/**
 * The brackets from the first phase in which the text is negotiated on; `end` is the number at the vote, or now while none has begun. Null
 * before the text is negotiated, and where there is none.
 */
export function bracketsOverTime(state: RoomState) {
  if (state.plan.communique.clauses.length === 0) return null
  const { start: atFirst, changes, textFrom: from, votedAt } = toldBy(state)
  if (from === null) return null
  const before = changes.findLast(({ at }) => at <= from)?.open ?? atFirst
  const steps = [{ at: from, open: before, no: null }, ...changes.filter(({ at }) => at > from)]
  const last = state.record.last()?.at ?? from
  return {
    steps,
    ...{ from, to: Math.max(from, votedAt ?? last) },
    ...{ start: before, end: steps.at(-1)?.open ?? before, voted: votedAt !== null },
  }
}
export type BracketsOverTime = NonNullable<ReturnType<typeof bracketsOverTime>>
