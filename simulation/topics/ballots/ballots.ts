// The vote on each clause: advised, cast in secret, opened all at once, and the communiqué issued (rules Q4–Q8).

import { closedTo } from '../../agenda/clock'
import { delegationIds } from '../../agenda/parties'
import { opens } from '../../agenda/phase-kinds'
import type { PhasePlan } from '../../agenda/plan'
import { officeOf, seatIdsOf } from '../../agenda/plan'
import type { ActorRole } from '../../kernel/actor'
import type { Moment } from '../../kernel/moment'
import type { NewRow } from '../../kernel/record'
import { everyone, seatsUntilDebrief } from '../../kernel/record'
import type { CommandOf } from '../../kernel/room-command'
import type { RoomState } from '../../kernel/room-state'
import { actingHead, clauseIn } from '../../kernel/room-state'
import type { Verdict } from '../../kernel/verdict'
import { accept, refuse } from '../../kernel/verdict'
import type { IssuedClause } from '../ballots/schemas'
import { agreedText, bracketTexts, clauseText, inOne } from '../communique/questions'
import { votesNext } from './questions'

export function adviseBallot(
  state: RoomState,
  command: CommandOf<'adviseBallot'>,
  who: ActorRole,
  moment: Moment,
): Verdict {
  if (who.kind !== 'seat') return refuse('not-seated')
  const { delegation } = who.seat
  if (delegation === null) return refuse('not-in-caucus')
  const closed = closedTo(state, moment, 'advises')
  if (closed) return refuse(closed)
  if (!votesNext(state)) return refuse('wrong-phase')
  if (!clauseIn(state, command.clause)) return refuse('no-such-clause')
  // Q4, one advice per office: a second seat's advice replaces that of the first.
  const office = officeOf(who.seat)
  return accept(
    seatsUntilDebrief(seatIdsOf(state.plan, delegation), {
      type: 'BallotAdvised',
      clause: command.clause,
      seat: office,
      vote: command.vote,
    }),
  )
}

export function castBallot(
  state: RoomState,
  command: CommandOf<'castBallot'>,
  who: ActorRole,
  moment: Moment,
): Verdict {
  if (who.kind !== 'seat') return refuse('not-seated')
  const { delegation } = who.seat
  if (delegation === null) return refuse('not-in-caucus')
  const closed = closedTo(state, moment, 'votes')
  if (closed) return refuse(closed)
  if (!clauseIn(state, command.clause)) return refuse('no-such-clause')
  if (actingHead(state, delegation)?.id !== who.seat.id) return refuse('not-the-head')
  if (command.vote === 'against' && command.reason === null) return refuse('reason-needed')
  const { clause, vote, reason } = command
  return accept(
    seatsUntilDebrief(seatIdsOf(state.plan, delegation), { type: 'BallotCast', clause, delegation, vote, reason }),
    everyone({ type: 'BallotSealed', clause, delegation }),
  )
}

/** Q8: the row that opens all ballots and issues the communiqué at the end of a phase that votes; none once it is issued. */
export function ballotsAtEnd(state: RoomState, phase: PhasePlan): NewRow[] {
  if (!opens(phase, 'votes') || state.issued) return []
  const clauses = state.plan.communique.clauses.flatMap((plan): IssuedClause[] => {
    const clause = state.clauses[plan.key]
    if (!clause) return []
    const agreed = agreedText(clause)
    const standing = agreed
      ? []
      : bracketTexts(state.plan, clause).map((text) => ({
          delegations: [...text.delegations],
          text: plan.brackets[text.text] ?? '',
          reason: inOne(text.reasons),
        }))
    const votes: IssuedClause['votes'] = {}
    for (const delegation of delegationIds(state.plan)) {
      const ballot = clause.ballots[delegation]
      if (ballot?.vote) votes[delegation] = { vote: ballot.vote, reason: ballot.reason }
    }
    const outcome = passes(state, votes) ? 'passed' : 'not-passed'
    return [{ clause: plan.key, heading: plan.heading, text: clauseText(plan, clause), standing, outcome, votes }]
  })
  return [everyone({ type: 'CommuniqueIssued', clauses })]
}

/** Q7: whether enough are for and not too many against; a missing ballot counts for neither. */
export function passes(state: RoomState, votes: IssuedClause['votes']): boolean {
  const cast = Object.values(votes).map((ballot) => ballot.vote)
  const { votesFor, votesAgainst } = state.plan.ballotRule
  return (
    cast.filter((vote) => vote === 'for').length >= votesFor &&
    cast.filter((vote) => vote === 'against').length <= votesAgainst
  )
}
