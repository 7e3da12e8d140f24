// What is offered to a person who has spoken where understudies can answer: the likeliest claims of the round (rule U20). The scenario
// stays with the server, so the wordings travel in a row that its speaker alone hears.
import { delegationIds } from '../agenda/parties'
import { CLOCK, personOfActor } from '../kernel/ids'
import type { Claim } from '../scenario/scenario'
import { MOST_OFFERED, type OfferedClaim } from '../shapes/hearing'
import type { Entry } from '../state/room-state'
import { answersOf } from './claim-match'
import { likelyClaims } from './likely-claims'
import { type Move, playedSeats, type UnderstudyContext } from './understudy-context'
import { type HeardStatement, heardStatements } from './understudy-hearing'

/** The offer for the oldest statement of the running phase that has none yet and no answer; due as soon as it is said. */
export function offeringMoves(context: UnderstudyContext): Move[] {
  const { state, scenario } = context
  // Looked at first, as this is asked before every move and seldom has anything to do.
  const newest = state.record.findLast((entry) => entry.phase !== state.agenda.index || isUnheard(context, entry))
  if (!scenario.claims || newest?.phase !== state.agenda.index) return []
  const unheard = state.plan.rounds
    .flatMap(({ key }) => heardStatements(context, key))
    .find(({ no, answeredBy }) => answeredBy.size === 0 && isUnheard(context, state.record.at(no - 1)))
  if (!unheard) return []
  const claims = claimsFor(context, unheard, MOST_OFFERED)
  if (claims.length === 0) return []
  const at = state.record.at(unheard.no - 1)?.at ?? 0
  const command = { type: 'offerClaims', entry: unheard.no, claims: claims.map(offered), chosen: null } as const
  return [{ at, by: CLOCK, command: { ...command, ear: 'matcher' } }]
}

/** The likeliest claims of a statement's round that somebody scripted can answer; none where nobody sits opposite. */
export function claimsFor(context: UnderstudyContext, heard: HeardStatement, most: number): readonly Claim[] {
  const { state, scenario } = context
  const opposite = delegationIds(state.plan).filter(
    (id) => id !== heard.delegation && playedSeats(state, id).length > 0,
  )
  const answers = (claim: Claim, by: (typeof opposite)[number]) => answersOf(claim, by, heard.delegation).length > 0
  const among = {
    tensions: heard.tensions,
    isOpen: (claim: Claim) => opposite.some((by) => answers(claim, by)),
    isOfAsked: (claim: Claim) => heard.towards !== null && answers(claim, heard.towards),
  }
  return opposite.length === 0 ? [] : likelyClaims(scenario, heard.text, among, most)
}

const offered = ({ key, says, kind }: Claim): OfferedClaim => ({
  key,
  text: says[0] ?? '',
  mistaken: kind === 'mistake',
})

/** Whether an entry is a statement of the running phase, by a person, for which nothing was offered. */
const isUnheard = ({ state }: UnderstudyContext, entry: Entry | undefined): boolean =>
  entry?.phase === state.agenda.index &&
  (entry.event.type === 'StatementMade' || entry.event.type === 'StatementPosted') &&
  personOfActor(entry.by) !== null &&
  state.meant[Number(entry.no)] === undefined &&
  state.withdrawn[Number(entry.no)] === undefined
