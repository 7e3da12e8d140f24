// The communiqué under negotiation: which delegation's text each one wants in each clause, and which brackets are open (rules Q1–Q3).
// The vote on it is in ballots.ts.

import { delegationIds, delegationOf } from '../../agenda/parties'
import type { DelegationId } from '../../kernel/ids'
import type { Moment } from '../../kernel/moment'
import { agreedText, choiceIn } from '../../questions/communique'
import { everyone } from '../../shapes/record'
import type { CommandOf } from '../../shapes/room-command'
import type { Rejection, Verdict } from '../../shapes/verdict'
import { accept, refuse } from '../../shapes/verdict'
import type { ActorRole } from '../../state/actor'
import { closedTo } from '../../state/clock'
import type { RoomState } from '../../state/room-state'
import { actingHead, clauseIn } from '../../state/room-state'

export function chooseText(
  state: RoomState,
  command: CommandOf<'chooseText'>,
  who: ActorRole,
  moment: Moment,
): Verdict {
  const delegation = drafting(state, command.clause, who, moment)
  if (typeof delegation !== 'object') return refuse(delegation)
  const clause = clauseIn(state, command.clause)
  if (!delegationOf(state.plan, command.text)) return refuse('no-such-delegation')
  if (!clause || choiceIn(clause, delegation.of).text === command.text) return refuse('nothing-changed')
  const agreed = delegationIds(state.plan).every(
    (other) => other === delegation.of || choiceIn(clause, other).text === command.text,
  )
  return accept(
    everyone({ type: 'TextChosen', clause: command.clause, delegation: delegation.of, text: command.text, agreed }),
  )
}

export function keepBracket(
  state: RoomState,
  command: CommandOf<'keepBracket'>,
  who: ActorRole,
  moment: Moment,
): Verdict {
  const delegation = drafting(state, command.clause, who, moment)
  if (typeof delegation !== 'object') return refuse(delegation)
  const clause = clauseIn(state, command.clause)
  if (!clause || agreedText(clause) !== null) return refuse('clause-not-open')
  return accept(
    everyone({ type: 'BracketKept', clause: command.clause, delegation: delegation.of, reason: command.reason }),
  )
}

/** The delegation for which this actor may choose texts now, or the reason why not. */
function drafting(state: RoomState, clause: string, who: ActorRole, moment: Moment): { of: DelegationId } | Rejection {
  if (who.kind !== 'seat') return 'not-seated'
  const { delegation } = who.seat
  if (delegation === null) return 'not-in-caucus'
  const closed = closedTo(state, moment, 'text')
  if (closed) return closed
  if (!clauseIn(state, clause)) return 'no-such-clause'
  if (actingHead(state, delegation)?.id !== who.seat.id) return 'not-the-head'
  return { of: delegation }
}
