// The vote on each clause: advised, cast in secret, opened all at once, and the joint text issued (rules Q4–Q8).

import { delegationIds } from '../../agenda/parties'
import { opens } from '../../agenda/phase-kinds'
import { isFourthEdition, officeOf, type PhasePlan, seatIdsOf } from '../../agenda/plan'
import type { DelegationId } from '../../kernel/ids'
import { agrees, isCarried, votesNext } from '../../questions/ballots'
import { cleanVersion, inOne, isClean, sponsorOf, stoodOn } from '../../questions/text'
import type { IssuedClause, Vote } from '../../shapes/ballots'
import { everyone, type NewRow, seatsUntilDebrief } from '../../shapes/record'
import type { ClauseText, Version } from '../../shapes/text'
import { accept, type Rejection, refuse } from '../../shapes/verdict'
import { closedTo } from '../../state/clock'
import { actingHead, clauseIn, type RoomState, votesOn } from '../../state/room-state'
import type { Rule } from '../topic'

export const adviseBallot: Rule<'adviseBallot'> = (state, command, who, moment) => {
  if (who.kind !== 'seat') return refuse('not-seated')
  const { delegation } = who.seat
  if (delegation === null) return refuse('not-in-caucus')
  const closed = closedTo(state, moment, 'advises')
  if (closed) return refuse(closed)
  if (!votesNext(state)) return refuse('wrong-phase')
  const unfit = notPut(state, command.clause)
  if (unfit) return refuse(unfit)
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

export const castBallot: Rule<'castBallot'> = (state, command, who, moment) => {
  if (who.kind !== 'seat') return refuse('not-seated')
  const { delegation } = who.seat
  if (delegation === null) return refuse('not-in-caucus')
  const closed = closedTo(state, moment, 'votes')
  if (closed) return refuse(closed)
  const { clauses, vote, reason } = command
  for (const clause of clauses) {
    const unfit = notPut(state, clause)
    if (unfit) return refuse(unfit)
  }
  if (actingHead(state, delegation)?.id !== who.seat.id) return refuse('not-the-head')
  if (NEEDS_REASON.includes(vote) && reason === null) return refuse('reason-needed')
  return accept(
    ...[...new Set(clauses)].flatMap((clause) => [
      seatsUntilDebrief(seatIdsOf(state.plan, delegation), { type: 'BallotCast', clause, delegation, vote, reason }),
      everyone({ type: 'BallotSealed', clause, delegation }),
    ]),
  )
}

const NEEDS_REASON: readonly Vote[] = ['against', 'reserved']

/** Q5: why a clause is not put to the vote. Before the fourth edition open brackets are, as they stand. */
function notPut(state: RoomState, key: string): Rejection | null {
  const clause = clauseIn(state, key)
  if (!clause) return 'no-such-clause'
  return isFourthEdition(state.plan) && !isClean(clause) ? 'bracket-open' : null
}

/** Q8: the row that opens all ballots and issues the text at the end of a phase that votes; none once it is issued. */
export function ballotsAtEnd(state: RoomState, phase: PhasePlan): NewRow[] {
  if (!opens(phase, 'votes') || state.issued) return []
  return [everyone({ type: 'CommuniqueIssued', clauses: state.clauses.map((clause) => issuedOf(state, clause)) })]
}

function issuedOf(state: RoomState, clause: ClauseText): IssuedClause {
  const votes: IssuedClause['votes'] = {}
  const { ballots } = votesOn(state, clause.key)
  for (const delegation of delegationIds(state.plan)) {
    const ballot = ballots[delegation]
    if (ballot?.vote) votes[delegation] = { vote: ballot.vote, reason: ballot.reason }
  }
  const outcome = passes(state, votes) ? 'passed' : 'not-passed'
  return { clause: clause.key, heading: clause.heading, ...wordsOf(state, clause), outcome, votes }
}

/** The clean words, or where a bracket stood open what each side stood on. */
function wordsOf(state: RoomState, clause: ClauseText): Pick<IssuedClause, 'text' | 'version' | 'standing'> {
  const fourth = isFourthEdition(state.plan)
  const clean = cleanVersion(clause)
  if (clean) return { text: clean.words, ...(fourth ? { version: clean.id } : {}), standing: [] }
  const plan = state.plan.communique.clauses.find(({ key }) => key === clause.key)
  const standing = stoodOn(state.plan, clause).map(({ version, delegations, reasons }) => {
    const text = (fourth ? version?.words : version && inBracket(version, plan?.brackets)) ?? ''
    const of = fourth && version ? { version: version.id } : {}
    return { delegations: [...delegations], text, ...of, reason: inOne(reasons) }
  })
  return { text: fourth ? '' : (plan?.base ?? ''), standing }
}

/** Before the fourth edition a bracket held the sides' first words without the base. */
function inBracket({ id, words }: Version, brackets: Readonly<Record<DelegationId, string>> = {}): string {
  const { by, no } = sponsorOf(id)
  return by !== 'chair' && no === 1 ? (brackets[by] ?? words) : words
}

/** Q7: whether enough are for and not too many against; a missing ballot counts for neither. */
export function passes(state: RoomState, votes: IssuedClause['votes']): boolean {
  const cast = Object.values(votes).map((ballot) => ballot.vote)
  const inFavour = cast.filter(agrees).length
  return isCarried(state.plan, inFavour, cast.filter((vote) => vote === 'against').length)
}
