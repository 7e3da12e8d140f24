// What others may ask of ratification, as the rules themselves decide it: who signed, which cards are met by which text, whose vote is the
// head's, and how a delegation decides (rules A2–A8).
import type { CardCheck, HomeCard } from '../agenda/home-cards'
import { delegationIds } from '../agenda/parties'
import { opens } from '../agenda/phase-kinds'
import { officeOf, type RoomPlan } from '../agenda/plan'
import { type DelegationId, never, type SeatId, type TensionKey } from '../kernel/ids'
import type { IssuedClause } from '../shapes/ballots'
import type { HomeVote, JudgedSide } from '../shapes/ratification'
import { actingHead, clauseIn, type RoomState, seatsIn } from '../state/room-state'
import { agrees } from './ballots'
import { cleanVersion, sponsorOf } from './text'

/** A1: whether the signed text of a plan goes home. */
export const ratifies = ({ phases }: Pick<RoomPlan, 'phases'>): boolean =>
  phases.some((phase) => opens(phase, 'ratifies'))

type Voted = Pick<IssuedClause, 'votes' | 'outcome'>

/** Who agreed to one clause at least, and so signs. */
export function signersOf(plan: RoomPlan, clauses: readonly Voted[]): readonly DelegationId[] {
  const passed = clauses.filter(({ outcome }) => outcome === 'passed')
  return delegationIds(plan).filter((id) => passed.some(({ votes }) => agrees(votes[id]?.vote)))
}

export const hasSigned = ({ plan, issued }: RoomState, delegation: DelegationId): boolean =>
  signersOf(plan, issued?.clauses ?? []).includes(delegation)

/** A delegation's home cards, where this reader may hear them. */
export const cardsOf = ({ briefs }: Pick<RoomState, 'briefs'>, delegation: DelegationId): readonly HomeCard[] =>
  briefs.find(({ to }) => to === delegation)?.cards ?? []

/** A clause as cards look at it. */
type AgreedClause = Readonly<{
  tension: TensionKey | null
  /** Whose words it is in. */
  words: DelegationId | 'chair' | null
  agreed: readonly DelegationId[]
  reserved: readonly DelegationId[]
}>

/** What was agreed; before the text is issued what would be if all passed whose words are clean (A3). */
function agreedIn(state: RoomState): readonly AgreedClause[] {
  const all = delegationIds(state.plan)
  if (!state.issued)
    return state.clauses.flatMap((clause) => {
      const clean = cleanVersion(clause)
      return clean ? [{ tension: clause.tension, words: sponsorOf(clean.id).by, agreed: all, reserved: [] }] : []
    })
  return state.issued.clauses
    .filter(({ outcome }) => outcome === 'passed')
    .map(({ clause, version, votes }) => ({
      tension: clauseIn(state, clause)?.tension ?? null,
      words: version === undefined ? null : sponsorOf(version).by,
      agreed: all.filter((id) => agrees(votes[id]?.vote)),
      reserved: all.filter((id) => votes[id]?.vote === 'reserved'),
    }))
}

/** A3: whether these clauses meet a card's condition for the delegation that holds it. */
function isMet(check: CardCheck, side: DelegationId, clauses: readonly AgreedClause[]): boolean {
  const on = clauses.filter(({ tension }) => tension === check.tension)
  switch (check.type) {
    case 'agreed':
      return on.some(({ agreed }) => check.by.every((id) => agreed.includes(id)))
    case 'not-signed':
      return !on.some(({ agreed }) => agreed.includes(side))
    case 'own-words':
      return on.some(({ words }) => words === side)
    case 'reserved':
      return on.every(({ agreed, reserved }) => !agreed.includes(side) || reserved.includes(side))
    default:
      return never(check)
  }
}

/** A card with what the rules find; null where people judge it. */
type LookedAt = Readonly<Pick<HomeCard, 'holder' | 'asks'> & { met: boolean | null }>

export function cardsAsTheyStand(state: RoomState, delegation: DelegationId): readonly LookedAt[] {
  const clauses = agreedIn(state)
  return cardsOf(state, delegation).map(({ holder, asks, check }) => ({
    ...{ holder, asks },
    met: check ? isMet(check, delegation, clauses) : null,
  }))
}

/** The office that acts as a delegation's head. */
export function headOffice(state: RoomState, delegation: DelegationId): SeatId | null {
  const head = actingHead(state, delegation)
  return head && officeOf(head)
}

/** The offices of a delegation's other members that somebody holds, in filling order. */
export function memberOffices(state: RoomState, delegation: DelegationId): readonly SeatId[] {
  const head = headOffice(state, delegation)
  const held = seatsIn(state, delegation).flatMap((seat) => (seat.holder === null ? [] : [officeOf(seat)]))
  return [...new Set(held)].filter((office) => office !== head)
}

type Cast = { seat: SeatId; vote: HomeVote; reason: string | null; scripted: boolean }

const castIn = (state: RoomState, delegation: DelegationId): readonly Cast[] => {
  const offices = [...new Set(seatsIn(state, delegation).map(officeOf))]
  return offices.flatMap((seat) => {
    const sealed = state.homeVotes[seat]
    return sealed?.vote ? [{ seat, ...sealed, vote: sealed.vote }] : []
  })
}

/** How a delegation decides (A4–A8), from the whole room. */
export function judged(state: RoomState, delegation: DelegationId): JudgedSide {
  const cards = [...cardsAsTheyStand(state, delegation)]
  if (!hasSigned(state, delegation))
    return { delegation, cards, votes: [], outcome: 'not-signed', by: null, reason: null }
  const head = headOffice(state, delegation)
  const cast = castIn(state, delegation)
  const people = cast.some(({ scripted }) => !scripted)
  const counted = cast.filter(({ seat, scripted }) => seat !== head && !(people && scripted))
  const headVote = cast.find(({ seat }) => seat === head) ?? null
  const silent = memberOffices(state, delegation).filter((seat) => !counted.some((each) => each.seat === seat))
  const shown = (votes: readonly Cast[]): JudgedSide['votes'] => [
    ...votes.map(({ seat, vote, reason }) => ({ seat, vote, reason })),
    ...silent.map((seat) => ({ seat, vote: null, reason: null })),
  ]
  const side = { delegation, cards, votes: shown(counted), reason: null }
  const decided = state.homeDecided[delegation]
  if (decided) return { ...side, outcome: outcomeIf(decided.ratified), by: 'chair', reason: decided.reason }
  const lead = counted.reduce((sum, { vote }) => sum + (vote === 'ratify' ? 1 : -1), 0)
  if (lead !== 0) return { ...side, outcome: outcomeIf(lead > 0), by: 'members' }
  // The head's signature stands where it voted nothing.
  if (!headVote) return { ...side, outcome: 'ratified', by: 'signature' }
  const votes = shown([headVote, ...counted])
  return { ...side, votes, outcome: outcomeIf(headVote.vote === 'ratify'), by: 'head' }
}

const outcomeIf = (ratified: boolean) => (ratified ? 'ratified' : 'refused')

/** What became of the whole (A9). `refused` are the sides that did not ratify; `byChair` are those for which the chair decided. */
export type WholeOutcome = Readonly<{
  kind: 'ratified' | 'not-ratified' | 'not-signed'
  refused: readonly DelegationId[]
  byChair: readonly DelegationId[]
}>

export function wholeOf(sides: readonly JudgedSide[]): WholeOutcome {
  const signed = sides.filter(({ outcome }) => outcome !== 'not-signed')
  const refused = signed.filter(({ outcome }) => outcome === 'refused').map(({ delegation }) => delegation)
  const byChair = signed.filter(({ by }) => by === 'chair').map(({ delegation }) => delegation)
  const kind = signed.length === 0 ? 'not-signed' : refused.length > 0 ? 'not-ratified' : 'ratified'
  return { kind, refused, byChair }
}

/** How many of a side's votes that counted are to ratify, and how many to refuse. */
export const tallyOf = ({ votes }: Pick<JudgedSide, 'votes'>): Readonly<Record<HomeVote, number>> => ({
  ratify: votes.filter(({ vote }) => vote === 'ratify').length,
  refuse: votes.filter(({ vote }) => vote === 'refuse').length,
})
