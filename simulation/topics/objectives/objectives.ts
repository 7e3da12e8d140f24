// What each seat reached of what its brief asks: claimed by whoever holds it once the record is unsealed, and confirmed by the chair or not
// (rules D12–D13).
import { claimOf, objectivesOf, showsSomething } from '../../questions/objectives'
import { everyone } from '../../shapes/record'
import { accept, refuse } from '../../shapes/verdict'
import type { Rule } from '../topic'

export const claimObjective: Rule<'claimObjective'> = (state, command, who) => {
  // An understudy has a seat, and nothing of its own to claim.
  if (who.kind !== 'seat' || who.person === null) return refuse('not-seated')
  if (state.unsealedAt === null) return refuse('still-sealed')
  const { objective, met, entry } = command
  const text = objectivesOf(state, who.seat)[objective]
  if (text === undefined) return refuse('no-such-objective')
  if (met && entry === null) return refuse('entry-needed')
  const shown = entry === null ? null : state.record.at(entry - 1)
  if (shown === undefined) return refuse('no-such-entry')
  if (shown && !showsSomething(state, shown)) return refuse('shows-nothing')
  const before = claimOf(state, who.seat.id, objective)
  if (before?.met === met && before.entry === entry) return refuse('nothing-changed')
  return accept(everyone({ type: 'ObjectiveClaimed', seat: who.seat.id, objective, text, met, entry }))
}

export const judgeClaim: Rule<'judgeClaim'> = (state, { claim: no, confirmed }, who) => {
  if (who.kind !== 'chair') return refuse('not-the-chair')
  const claim = state.claims.find((each) => each.no === no)
  if (!claim)
    return refuse(state.record.at(no - 1)?.event.type === 'ObjectiveClaimed' ? 'claimed-anew' : 'no-such-claim')
  return claim.confirmed === confirmed
    ? refuse('nothing-changed')
    : accept(everyone({ type: 'ClaimJudged', claim: no, confirmed }))
}
