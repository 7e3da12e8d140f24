// Who moved in a round (rules D2, O8, O11): where each delegation opened and where it stands now, how it came to stand there, and the
// sentence that the two stages prove. A property test recounts each finding from the log.
import { delegationIds, focusOf } from '../../agenda/parties'
import type { RoomPlan } from '../../agenda/plan'
import type { DelegationId, TensionKey } from '../../kernel/ids'
import type { HowFiled } from '../../shapes/positions'
import { positionFile, type RoomState } from '../../state/room-state'
import { focusGap, revealedValues, type Values } from '../log/gap'
import type { FiledByEnd } from '../room/phase-end'
import { type Shift, shiftBetween } from './debrief'

/** Where a delegation opened and where it closed; null where this reader knows of no such position. `how` is null in records of before the third edition. */
type AxisPlace = Readonly<{ value: number; how: HowFiled | null; at: number; revision: number }>
export type MoveRow = Readonly<{ delegation: DelegationId; opening: AxisPlace | null; closing: AxisPlace | null }>

/** Every delegation of the plan, in its order. */
export const moveRows = (state: RoomState, round: TensionKey): readonly MoveRow[] =>
  delegationIds(state.plan).map((delegation) => {
    const place = (stage: 'opening' | 'closing'): AxisPlace | null => {
      const { filed, how, revealed } = positionFile(state, round, stage, delegation)
      return revealed && filed ? { value: filed.position.value, how, at: filed.at, revision: filed.revision } : null
    }
    return { delegation, opening: place('opening'), closing: place('closing') }
  })

/** The delegations whose revealed position at this stage their head did not file, each with how it came to stand. */
export const standingUnfiled = (
  state: RoomState,
  round: TensionKey,
  stage: 'opening' | 'closing',
): readonly FiledByEnd[] =>
  moveRows(state, round).flatMap((row): FiledByEnd[] => {
    const how = row[stage]?.how ?? 'filed'
    return how === 'filed' ? [] : [{ delegation: row.delegation, how, rounds: 1 }]
  })

/** A delegation's move, in steps of the axis. `than` is another delegation, none of whose moves blurs the comparison, that it came nearer to or went further from. */
type Moved = Readonly<{
  delegation: DelegationId
  by: number
  toward: 'plus' | 'minus'
  than: { delegation: DelegationId; nearer: boolean } | null
}>

export type MovesFinding =
  /** No position of the round is revealed. */
  | { kind: 'nothing' }
  /** The round has no closing position; `gap` is the width at the opening. */
  | { kind: 'opened'; gap: number | null }
  /** Everybody whose two places are known stands where it opened; `gap` is the width now. */
  | { kind: 'nobody'; gap: number | null }
  /** `from` and `to` are the gap's widths, `shift` how it changed; null where one of them is not known. */
  | { kind: 'moved'; moved: readonly Moved[]; from: number | null; to: number | null; shift: Shift | null }

export function movesFinding(state: RoomState, round: TensionKey): MovesFinding {
  const { plan } = state
  const [opening, closing] = [revealedValues(state, round, 'opening'), revealedValues(state, round, 'closing')]
  const [from, to] = [focusGap(plan, opening), focusGap(plan, closing)]
  if (Object.keys(closing).length === 0)
    return Object.keys(opening).length === 0 ? { kind: 'nothing' } : { kind: 'opened', gap: from }
  const moved = delegationIds(plan).flatMap((delegation): Moved[] => {
    const [a, b] = [opening[delegation], closing[delegation]]
    if (a === undefined || b === undefined || a === b) return []
    return [{ delegation, by: Math.abs(b - a), toward: b > a ? 'plus' : 'minus', than: null }]
  })
  const [mover, ...others] = moved
  if (!mover) return { kind: 'nobody', gap: to }
  const alone =
    others.length === 0 ? [{ ...mover, than: comparedWith(plan, opening, closing, mover.delegation) }] : null
  return { kind: 'moved', moved: alone ?? moved, from, to, shift: shiftBetween(from, to) }
}

/** Of a single mover: of the gap's other members, all of which held, the one that it opened nearest to; null where it passed over to as far on the other side. */
function comparedWith(plan: RoomPlan, opening: Values, closing: Values, mover: DelegationId): Moved['than'] {
  const [then, now] = [opening[mover], closing[mover]]
  if (then === undefined || now === undefined) return null
  const others = focusOf(plan).members.flatMap((id) => {
    const value = opening[id]
    return id === mover || value === undefined || value !== closing[id]
      ? []
      : [{ id, value, before: Math.abs(value - then) }]
  })
  const [nearest] = others.toSorted((a, b) => a.before - b.before)
  if (!nearest) return null
  const after = Math.abs(nearest.value - now)
  return after === nearest.before ? null : { delegation: nearest.id, nearer: after < nearest.before }
}
