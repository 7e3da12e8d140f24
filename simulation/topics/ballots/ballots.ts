// The vote on each clause: advised, cast in secret, opened all at once, and the communiqué issued (rules Q4–Q8).

import { delegationIds } from '../../agenda/parties'
import { opens } from '../../agenda/phase-kinds'
import type { PhasePlan } from '../../agenda/plan'
import { officeOf, seatIdsOf } from '../../agenda/plan'
import type { Moment } from '../../kernel/moment'
import { votesNext } from '../../questions/ballots'
import { agreedText, bracketTexts, clauseText, inOne } from '../../questions/communique'
import type { IssuedClause } from '../../shapes/ballots/schemas'
import type { NewRow } from '../../shapes/record'
import { everyone, seatsUntilDebrief } from '../../shapes/record'
import type { CommandOf } from '../../shapes/room-command'
import type { Verdict } from '../../shapes/verdict'
import { accept, refuse } from '../../shapes/verdict'
import type { ActorRole } from '../../state/actor'
import { closedTo } from '../../state/clock'
import type { RoomState } from '../../state/room-state'
import { actingHead, clauseIn } from '../../state/room-state'

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
