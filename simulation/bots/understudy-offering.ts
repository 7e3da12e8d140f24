// What is offered to a person who has spoken where understudies can answer: the likeliest claims of the round (rule U20). The scenario
// stays with the server, so the wordings travel in a row that its speaker alone hears.
import { delegationIds } from '../agenda/parties'
import { CLOCK, personOfActor } from '../kernel/ids'
import type { Claim, Scenario } from '../scenario/scenario'
import { MOST_OFFERED, type OfferedClaim } from '../shapes/hearing'
import type { CommandOf } from '../shapes/room-command'
import type { Entry, RoomState } from '../state/room-state'
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

type OfRoom = Pick<UnderstudyContext, 'state' | 'scenario'>

/** The likeliest claims of a statement's round that somebody scripted can answer; none where nobody sits opposite. */
function claimsFor({ state, scenario }: OfRoom, heard: HeardStatement, most: number): readonly Claim[] {
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

/** What a listener is asked: the words, and the claims that they may make. */
export type HeardWords = Readonly<{ text: string; language: string; candidates: readonly OfferedClaim[] }>

/** How many claims a listener chooses from. */
const MOST_CANDIDATES = 30

/** A statement and the claims that a listener may choose from, the likeliest first; null where it is none that understudies can answer. */
export function heardWords(state: RoomState, scenario: Scenario, entry: number): HeardWords | null {
  const heard = state.plan.rounds
    .flatMap(({ key }) => heardStatements({ state, scenario }, key))
    .find(({ no }) => no === entry)
  if (!heard) return null
  const candidates = claimsFor({ state, scenario }, heard, MOST_CANDIDATES).map(offered)
  return { text: heard.text, language: scenario.language, candidates }
}

/** An offer with what the listener chose from the candidates: its claim stands first. */
export function withChoice(
  offer: CommandOf<'offerClaims'>,
  { candidates }: HeardWords,
  chosen: string | null,
): CommandOf<'offerClaims'> {
  const first = candidates.filter(({ key }) => key === chosen)
  const others = offer.claims.filter(({ key }) => key !== chosen)
  return { ...offer, claims: [...first, ...others].slice(0, MOST_OFFERED), chosen, ear: 'listener' }
}
