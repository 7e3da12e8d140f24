// Understudies lay chips by what the scenario says matters at home, and mark how they read what they signed: from their own side of the
// words, and more so where the words carry a phrase that they value.
import { delegationIds, delegationOf } from '../agenda/parties'
import { withinAxis } from '../kernel/axis'
import { type AxisValue, type DelegationId, type TensionKey, understudyActor } from '../kernel/ids'
import { chippedTensions, chipsEach, chipsNow, chipsOf } from '../questions/chips'
import { clausesToRead } from '../questions/readings'
import { cleanVersion } from '../questions/text'
import type { LaidChips } from '../shapes/chips'
import type { ClauseText, Version } from '../shapes/text'
import { draw, type Move, momentAt, playedHead, turnOf, type UnderstudyContext } from './understudy-context'
import { placeOf, valuesIn, wordsValue } from './understudy-wording'

/** The chips that each understudy who acts as a head lays, once. */
export function chipsMoves(context: UnderstudyContext): Move[] {
  const { state } = context
  if (!chipsNow(state)) return []
  return delegationIds(state.plan).flatMap((delegation): Move[] => {
    const head = playedHead(state, delegation)
    if (!head || chipsOf(state, delegation).laid) return []
    const at = momentAt(context, 0.6 + turnOf(context, delegation, 0.03))
    return [{ at, by: understudyActor(head.id), command: { type: 'layChips', laid: chipsFor(context, delegation) } }]
  })
}

/** All chips on the tensions of this room, by their weight at home: the whole part of each share, and what is left to the largest rests. */
function chipsFor(context: UnderstudyContext, delegation: DelegationId): LaidChips {
  const { scenario, state } = context
  const weights = delegationOf(scenario, delegation)?.chips ?? {}
  const tensions = chippedTensions(state.plan)
  const heavy = (key: TensionKey) => 1 + 2 * (weights[key] ?? 0) + draw(context, 2, 'chips', delegation, key)
  const whole = tensions.reduce((sum, key) => sum + heavy(key), 0)
  const each = chipsEach(state.plan) ?? 0
  const shares = tensions.map((key) => ({ key, share: (each * heavy(key)) / whole }))
  const left = each - shares.reduce((sum, { share }) => sum + Math.floor(share), 0)
  const byRest = shares.toSorted((a, b) => (b.share % 1) - (a.share % 1)).slice(0, left)
  return shares.flatMap((one) => {
    const chips = Math.floor(one.share) + (byRest.includes(one) ? 1 : 0)
    return chips > 0 ? [{ tension: one.key, chips }] : []
  })
}

/** What the understudies who act as heads have signed and not read yet, from this share of the phase on. */
export function readingMoves(context: UnderstudyContext, from: number): Move[] {
  const { state } = context
  return delegationIds(state.plan).flatMap((delegation): Move[] => {
    const head = playedHead(state, delegation)
    if (!head) return []
    return clausesToRead(state, delegation, head.id).flatMap((clause, index): Move[] => {
      const version = cleanVersion(clause)
      if (!version) return []
      const at = momentAt(context, from + 0.01 * index + turnOf(context, delegation, 0.01))
      const value = readAs(context, clause, delegation, version)
      const command = { type: 'markReading' as const, clause: clause.key, version: version.id, value }
      return [{ at, by: understudyActor(head.id), command }]
    })
  })
}

/** Where the words stand, drawn towards the own position by a third, by more for each phrase of its own, and by half a step of chance. */
function readAs(context: UnderstudyContext, clause: ClauseText, delegation: DelegationId, version: Version): AxisValue {
  const stands = wordsValue(context, clause, version)
  const own = placeOf(context, clause, delegation)
  const pull = Math.min(0.8, 1 / 3 + 0.2 * valuesIn(context, clause, delegation, version.words))
  const chance = 0.5 * (draw(context, 3, 'reading', clause.key, delegation) - 1)
  // Adding zero makes minus zero, which a row cannot hold, plain zero.
  return withinAxis(Math.round(2 * (stands + (own - stands) * pull + chance)) / 2) + 0
}
