// What a person is asked about the joint text at one instant: to answer an offer, to settle words, to initial them, to vote or to
// advise, and to judge them at home.
import { officeOf } from '../../agenda/plan'
import type { DelegationId } from '../../kernel/ids'
import { putToVote } from '../../questions/ballots'
import { isClosed } from '../../questions/motions'
import { offersTo } from '../../questions/offers'
import { hasSigned, headOffice, memberOffices } from '../../questions/ratification'
import { clausesToRead } from '../../questions/readings'
import { clauseToInitial, cleanVersion, openClauses } from '../../questions/text'
import type { Seat } from '../../shapes/seats'
import type { VersionId } from '../../shapes/text'
import { type RoomState, votesOn } from '../../state/room-state'

export type TextTask =
  | { kind: 'settle'; open: number; acts: boolean }
  /** Another delegation's offer awaits the head's answer. */
  | { kind: 'answer-offer'; from: DelegationId }
  /** All clauses are clean, and the head has one to initial. */
  | { kind: 'initial' }
  /** `closed`: a bracket stands open, and the debate on it is closed. */
  | { kind: 'settled'; closed: boolean }
  /** The head signed a clause and may mark where it takes the words to stand; `version` is the words. */
  | { kind: 'mark-reading'; clause: string; version: VersionId }
  | { kind: 'cast' | 'advise'; left: number; of: number }
  /** Every bracket stood open when the talks ended. */
  | { kind: 'nothing-to-vote' }
  | { kind: 'voted'; acts: boolean }
  /** At home: to ratify or refuse as one's office, or alone as the head; and why nothing is asked. */
  | { kind: 'ratify' | 'home-sealed' | 'members-decide' | 'nothing-to-ratify' | 'chair-decided' }

/** In the negotiation. */
export function onText(state: RoomState, seat: Seat, acts: boolean, passed: ReadingsPassed): TextTask {
  const { delegation } = seat
  const [offer] = acts && delegation !== null ? offersTo(state, delegation) : []
  if (offer) return { kind: 'answer-offer', from: offer.from }
  const all = openClauses(state)
  // M5: where the debate is closed a head still stands on other words, and a member drafts none.
  const open = all.filter(({ key }) => acts || !isClosed(state, key)).length
  const reading = acts && delegation !== null ? toRead(state, seat, delegation, passed) : null
  if (reading) return reading
  if (open > 0) return { kind: 'settle', open, acts }
  return acts && delegation !== null && clauseToInitial(state, delegation) !== null
    ? { kind: 'initial' }
    : { kind: 'settled', closed: all.length > 0 }
}

/** The words of clauses, by `wordsKey`, that a person chose not to mark. They are not asked for again. */
export type ReadingsPassed = readonly string[]
export const wordsKey = (clause: string, version: VersionId): string => `${clause}/${version}`

/** Q21: the first signed clause without a reading. */
function toRead(state: RoomState, { id }: Seat, delegation: DelegationId, passed: ReadingsPassed): TextTask | null {
  for (const clause of clausesToRead(state, delegation, id)) {
    const version = cleanVersion(clause)?.id
    if (version !== undefined && !passed.includes(wordsKey(clause.key, version)))
      return { kind: 'mark-reading', clause: clause.key, version }
  }
  return null
}

export function toVote(
  state: RoomState,
  seat: Seat,
  delegation: DelegationId,
  acts: boolean,
  passed: ReadingsPassed,
): TextTask {
  if (!acts) return toAdvise(state, seat)
  const put = putToVote(state)
  if (put.length === 0) return { kind: 'nothing-to-vote' }
  const left = put.filter(({ key }) => votesOn(state, key).ballots[delegation] === undefined).length
  if (left > 0) return { kind: 'cast', left, of: put.length }
  return toRead(state, seat, delegation, passed) ?? { kind: 'voted', acts }
}

/** Q4: two seats of one office give one advice. */
export function toAdvise(state: RoomState, seat: Seat): TextTask {
  const put = putToVote(state)
  if (put.length === 0) return { kind: 'nothing-to-vote' }
  const office = officeOf(seat)
  const left = put.filter(({ key }) => votesOn(state, key).advice[office] === undefined).length
  return left === 0 ? { kind: 'voted', acts: false } : { kind: 'advise', left, of: put.length }
}

/** A4, A5: members judge the signed text; the head is asked where nobody else of the delegation can be. */
export function atHome(state: RoomState, seat: Seat, delegation: DelegationId): TextTask {
  if (!hasSigned(state, delegation)) return { kind: 'nothing-to-ratify' }
  if (state.homeDecided[delegation]) return { kind: 'chair-decided' }
  const office = officeOf(seat)
  if (office === headOffice(state, delegation) && memberOffices(state, delegation).length > 0)
    return { kind: 'members-decide' }
  return { kind: state.homeVotes[office] ? 'home-sealed' : 'ratify' }
}
