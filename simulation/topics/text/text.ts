// The joint text: who may draft, put words forward, bring in a clause, and stand on which words (rules Q1–Q3, Q9–Q12). The vote on it is in
// topics/ballots.

import { membersOf, pairsOf } from '../../agenda/parties'
import type { PhaseFeature } from '../../agenda/phase-kinds'
import { seatIdsOf } from '../../agenda/plan'
import type { DelegationId, SeatId } from '../../kernel/ids'
import type { Moment } from '../../kernel/moment'
import { isClosed } from '../../questions/motions'
import { bracketPhase, broughtInBy, clausesLeft, isClean, isInitialled, standIn, versionIn } from '../../questions/text'
import { everyone, seatsUntilDebrief } from '../../shapes/record'
import type { CommandOf } from '../../shapes/room-command'
import { type ClauseText, firstVersion, MOST_VERSIONS, type VersionId, versionId } from '../../shapes/text'
import { accept, type Rejection, refuse } from '../../shapes/verdict'
import type { ActorRole } from '../../state/actor'
import { closedTo } from '../../state/clock'
import { actingHead, clauseIn, type RoomState } from '../../state/room-state'
import type { Rule } from '../topic'

/** Q9: heard by the own delegation, or in a bilateral by both. */
export const draftVersion: Rule<'draftVersion'> = (state, command, who, moment) => {
  if (who.kind !== 'seat') return refuse('not-seated')
  const { delegation, id: seat } = who.seat
  if (delegation === null) return refuse('not-in-caucus')
  const { clause: key, words, from, cites, between } = command
  const closed = closedTo(state, moment, between === null ? 'inRole' : 'bilaterals')
  if (closed) return refuse(closed)
  const pair = between !== null && pairsOf(state.plan).includes(between) ? membersOf(between) : null
  if (between !== null && !pair?.includes(delegation)) return refuse('not-in-caucus')
  const clause = clauseIn(state, key)
  const wrong = clause ? wrongSource(state, clause, command) : 'no-such-clause'
  if (wrong) return refuse(wrong)
  if (isClosed(state, key)) return refuse('clause-closed')
  return accept(
    seatsUntilDebrief(seatIdsOf(state.plan, ...(pair ?? [delegation])), {
      type: 'VersionDrafted',
      ...{ clause: key, seat, words, from, cites, between },
    }),
  )
}

/** Q10: by the acting head for its delegation, which then stands on it, or by the chair, for whom nobody does. */
export const putForward: Rule<'putForward'> = (state, command, who, moment) => {
  const side = sideOf(state, who, moment)
  if (typeof side !== 'object') return refuse(side)
  const clause = clauseIn(state, command.clause)
  if (!clause) return refuse('no-such-clause')
  const { words, from, cites, drafter } = command
  const wrong = wrongSource(state, clause, command)
  if (wrong) return refuse(wrong)
  if (isClosed(state, clause.key)) return refuse('clause-closed')
  if (isInitialled(clause)) return refuse('clause-initialled')
  if (clause.versions.some((version) => version.words === words)) return refuse('version-exists')
  if (clause.versions.length >= MOST_VERSIONS) return refuse('too-many-versions')
  if (drafter !== null && drafter !== side.seat && !mayTakeUp(state, clause, side, drafter))
    return refuse('no-such-draft')
  return accept(
    everyone({
      type: 'VersionPutForward',
      ...{ clause: clause.key, version: nextVersion(clause, side.of) },
      ...{ delegation: side.of, seat: drafter ?? side.seat, words, from, cites },
    }),
  )
}

/** Q11: a delegation brings in as many clauses as its agenda allows, the chair any. */
export const bringInClause: Rule<'bringInClause'> = (state, command, who, moment) => {
  const side = sideOf(state, who, moment)
  if (typeof side !== 'object') return refuse(side)
  const { heading, name, tension, words } = command
  if (tension !== null && !state.plan.rounds.some(({ key }) => key === tension)) return refuse('no-such-round')
  if (clausesLeft(state, side.of) === 0) return refuse('no-more-clauses')
  const by = side.of ?? 'chair'
  return accept(
    everyone({
      type: 'ClauseBroughtIn',
      ...{ clause: `${by}.${broughtInBy(state, by) + 1}`, version: firstVersion(by) },
      ...{ delegation: side.of, seat: side.seat, heading, name, tension, words },
    }),
  )
}

export const standOn: Rule<'standOn'> = (state, command, who, moment) => {
  const delegation = headIn(state, who, moment)
  if (typeof delegation !== 'object') return refuse(delegation)
  const clause = clauseIn(state, command.clause)
  if (!clause) return refuse('no-such-clause')
  const { version, reason } = command
  if (!versionIn(clause, version)) return refuse('no-such-version')
  if (isInitialled(clause)) return refuse('clause-initialled')
  const before = standIn(clause, delegation.of)
  if (before.version === version && (reason === null || reason === before.reason)) return refuse('nothing-changed')
  const stand = { version, reason, at: moment.at }
  const clean = isClean({ ...clause, stands: { ...clause.stands, [delegation.of]: stand } })
  return accept(
    everyone({ type: 'VersionStoodOn', clause: clause.key, delegation: delegation.of, version, reason, clean }),
  )
}

export const keepBracket: Rule<'keepBracket'> = (state, command, who, moment) => {
  const delegation = headIn(state, who, moment, bracketPhase(state))
  if (typeof delegation !== 'object') return refuse(delegation)
  const clause = clauseIn(state, command.clause)
  if (!clause) return refuse('no-such-clause')
  if (isClean(clause)) return refuse('clause-not-open')
  return accept(
    everyone({ type: 'BracketKept', clause: clause.key, delegation: delegation.of, reason: command.reason }),
  )
}

export const initialClause: Rule<'initialClause'> = (state, command, who, moment) => {
  const delegation = headIn(state, who, moment)
  if (typeof delegation !== 'object') return refuse(delegation)
  const clause = clauseIn(state, command.clause)
  if (!clause) return refuse('no-such-clause')
  if (!isClean(clause)) return refuse('bracket-open')
  if (clause.initials.includes(delegation.of)) return refuse('nothing-changed')
  const all = isInitialled({ ...clause, initials: [...clause.initials, delegation.of] })
  return accept(everyone({ type: 'ClauseInitialled', clause: clause.key, delegation: delegation.of, all }))
}

/** Q12: by any seat of a delegation, or the chair. */
export const reopenClause: Rule<'reopenClause'> = (state, command, who, moment) => {
  const side = memberOf(who)
  if (typeof side !== 'object') return refuse(side)
  const closed = closedTo(state, moment, 'text')
  if (closed) return refuse(closed)
  const clause = clauseIn(state, command.clause)
  if (!clause) return refuse('no-such-clause')
  if (clause.initials.length === 0) return refuse('nothing-changed')
  return accept(everyone({ type: 'ClauseReopened', clause: clause.key, seat: side.seat, reason: command.reason }))
}

const nextVersion = ({ versions }: ClauseText, side: DelegationId | null): VersionId =>
  versionId.parse(`${side ?? 'chair'}-${versions.filter(({ by }) => by === side).length + 1}`)

/** What a draft or a version names as its sources and the clause or the record does not have. */
function wrongSource(
  state: RoomState,
  clause: ClauseText,
  { from, cites }: Pick<CommandOf<'putForward'>, 'from' | 'cites'>,
): Rejection | null {
  if (from !== null && !versionIn(clause, from)) return 'no-such-version'
  // Public entries alone: a private number would tell how much its audience talks (R11).
  const isThere = cites === null || (/^[1-9]\d*$/.test(cites) && state.record.at(Number(cites) - 1) !== undefined)
  return isThere ? null : 'no-such-entry'
}

/** Whether a side may put forward what this seat drafted: its own, or what was shared with it in a bilateral. */
function mayTakeUp(state: RoomState, clause: ClauseText, side: Side, drafter: SeatId): boolean {
  const draft = Object.hasOwn(clause.drafts, drafter) ? clause.drafts[drafter] : undefined
  if (!draft || side.of === null) return false
  const own = state.seats[drafter]?.delegation === side.of
  return own || (draft.between !== null && membersOf(draft.between).includes(side.of))
}

/** A delegation and the seat that acts for it, or the chair, who has neither. */
type Side = { of: DelegationId | null; seat: SeatId | null }

function memberOf(who: ActorRole): Side | Rejection {
  if (who.kind === 'chair') return { of: null, seat: null }
  if (who.kind !== 'seat') return 'not-seated'
  return who.seat.delegation === null ? 'not-in-caucus' : { of: who.seat.delegation, seat: who.seat.id }
}

/** The side for which this actor may change the text now, or the reason why not. */
function sideOf(state: RoomState, who: ActorRole, moment: Moment, phase: PhaseFeature = 'text'): Side | Rejection {
  const side = memberOf(who)
  if (typeof side !== 'object') return side
  const closed = closedTo(state, moment, phase)
  if (closed) return closed
  if (side.of !== null && actingHead(state, side.of)?.id !== side.seat) return 'not-the-head'
  return side
}

/** The delegation whose acting head this actor is, with the seat; or the reason why they may not act for it now. The chair stands on nothing. */
export function headIn(
  state: RoomState,
  who: ActorRole,
  moment: Moment,
  phase?: PhaseFeature,
): { of: DelegationId; seat: SeatId } | Rejection {
  const side = sideOf(state, who, moment, phase)
  if (typeof side !== 'object') return side
  return side.of === null || side.seat === null ? 'not-seated' : { of: side.of, seat: side.seat }
}
