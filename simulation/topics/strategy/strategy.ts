// The strategy sheet of an office, written before the lesson for its own delegation (rules W1, W2).
import { delegationIds } from '../../agenda/parties'
import { officeOf, seatIdsOf } from '../../agenda/plan'
import type { DelegationId } from '../../kernel/ids'
import { strategyNow, strategyOf } from '../../questions/strategy'
import { seatsForGood } from '../../shapes/record'
import type { CommandOf } from '../../shapes/room-command'
import type { StrategySheet } from '../../shapes/strategy'
import { accept, refuse } from '../../shapes/verdict'
import { nextPrivate } from '../../state/private-numbers'
import type { RoomState } from '../../state/room-state'
import type { Rule } from '../topic'

export const writeStrategy: Rule<'writeStrategy'> = (state, command, who) => {
  if (who.kind !== 'seat' || who.person === null) return refuse('not-seated')
  const { seat } = who
  if (seat.delegation === null) return refuse('not-in-caucus')
  if (!strategyNow(state)) return refuse('no-strategy-now')
  const sheet = sheetIn(state, command, seat.delegation)
  if (textsOf(sheet).every((text) => text === '')) return refuse('empty-strategy')
  const office = officeOf(seat)
  const before = strategyOf(state, seat)
  if (before && JSON.stringify(textsOf(before.sheet)) === JSON.stringify(textsOf(sheet)))
    return refuse('nothing-changed')
  const no = before?.no ?? nextPrivate(state, 's', office)
  return accept(
    seatsForGood(seatIdsOf(state.plan, seat.delegation), {
      ...{ type: 'StrategyWritten', no, seat: seat.id, office },
      ...sheet,
    }),
  )
}

/** The sheet of a command, cut to the plan's other delegations and in their order. */
function sheetIn(
  { plan }: RoomState,
  { aim, canSpare, noDeal, theySay, question }: CommandOf<'writeStrategy'>,
  own: DelegationId,
): StrategySheet {
  const others = delegationIds(plan).filter((id) => id !== own)
  return { aim, canSpare, noDeal, theySay: Object.fromEntries(others.map((id) => [id, theySay[id] ?? ''])), question }
}

const textsOf = ({ aim, canSpare, noDeal, theySay, question }: StrategySheet): readonly string[] => [
  ...[aim, canSpare, noDeal],
  ...Object.values(theySay),
  question,
]
