// Understudies at the joint text: which words they put forward, which they stand on and why, what they initial, and how they vote. How they
// judge words is in understudy-wording.ts.

import { delegationIds, delegationOf, membersOf, pairsOf } from '../agenda/parties'
import { type DelegationId, understudyActor } from '../kernel/ids'
import { putToVote } from '../questions/ballots'
import { isClosed } from '../questions/motions'
import { cardsOf } from '../questions/ratification'
import { clauseToInitial, cleanVersion, isInitialled, openClauses, standIn, stoodOn } from '../questions/text'
import { isFirst } from '../reading/text/authorship'
import { clauseOf } from '../scenario/lookup'
import { BRACKET_MARK } from '../scenario/scenario'
import type { ClauseText, Version } from '../shapes/text'
import { type RoomState, votesOn } from '../state/room-state'
import { followed, isUnread, writtenByOthers } from './understudy-asking'
import { draw, type Move, momentAt, openingOf, playedHead, turnOf, type UnderstudyContext } from './understudy-context'
import { offerMove } from './understudy-offers'
import { distance, farFrom, isBeyondReach, isForbidden, placeOf, reachOf } from './understudy-wording'

export function textMoves(context: UnderstudyContext): Move[] {
  const { state } = context
  return delegationIds(state.plan).flatMap((delegation): Move[] => {
    const head = playedHead(state, delegation)
    if (!head) return []
    const by = understudyActor(head.id)
    const moves = openClauses(state).flatMap((clause) => clauseMove(context, clause, delegation) ?? [])
    const initial = clauseToInitial(state, delegation)
    const trade = offerMove(context, delegation)
    return [
      ...(trade ? [{ ...trade, by }] : []),
      ...moves.map((move) => ({ ...move, by })),
      ...(initial && moves.length === 0
        ? [{ at: momentAt(context, 0.9), by, command: { type: 'initialClause' as const, clause: initial.key } }]
        : []),
    ]
  })
}

/** Whether a side stands where it does by an offer that was accepted: it keeps its word. */
const hasTraded = ({ state }: UnderstudyContext, { key }: ClauseText, delegation: DelegationId): boolean =>
  state.offers.some(
    ({ answer, from, to, ours, theirs }) =>
      answer === 'accepted' &&
      ((from === delegation && ours.some(({ clause }) => clause === key)) ||
        (to === delegation && theirs.some(({ clause }) => clause === key))),
  )

/** What a side does next about an open clause; null where it waits for others. */
function clauseMove(context: UnderstudyContext, clause: ClauseText, delegation: DelegationId): Omit<Move, 'by'> | null {
  if (isInitialled(clause) || hasTraded(context, clause, delegation)) return null
  const stand = standIn(clause, delegation)
  const bridge = bridgeOf(context, clause, delegation)
  if (bridge !== null) {
    const at = atClause(context, clause, delegation, 0.1)
    const command = { type: 'putForward' as const, ...{ clause: clause.key, words: bridge, from: null } }
    return { at, command: { ...command, cites: null, drafter: null } }
  }
  const people = followed(context, clause, delegation)
  if (people && !isForbidden(context, clause, delegation, people.version.words)) {
    const command = { type: 'standOn' as const, clause: clause.key, version: people.version.id, reason: null }
    return people.version.id === stand.version ? null : { at: people.at, command }
  }
  const best = bestVersion(context, clause, delegation)
  const at = atClause(context, clause, delegation, 0.35)
  if (best && best.id !== stand.version)
    return { at, command: { type: 'standOn', clause: clause.key, version: best.id, reason: null } }
  const defends = delegationOf(context.scenario, delegation)?.defendsBrackets ?? true
  if (!defends || stand.version === null) return null
  // Whoever writes is told why a side does not come: its reason again, once it has read the new words.
  const written = writtenByOthers(context, clause, delegation)
  if (stand.reason !== null && (written === null || written.at <= stand.at)) return null
  return {
    at: at + 1,
    command: { type: 'keepBracket', clause: clause.key, reason: reasonFor(context, clause, delegation) },
  }
}

/**
 * The wording between two sides that a side puts forward, once in a clause that nobody has written on: of the scenario's, that which is
 * nearest to all. One of its two sides writes it, if it could stand on it: the pen goes round, so the side that has put fewer words forward.
 */
function bridgeOf(context: UnderstudyContext, clause: ClauseText, delegation: DelegationId): string | null {
  const { state, scenario } = context
  const written = clauseOf(scenario, clause.key)
  if (!written || isClosed(state, clause.key) || clause.versions.some((version) => !isFirst(version))) return null
  const [best] = pairsOf(state.plan)
    .flatMap((pair) => {
      const text = written.bridges?.[pair]
      if (text === undefined) return []
      const words = written.base.replace(BRACKET_MARK, () => text)
      const [one, other] = membersOf(pair)
      const value = (placeOf(context, clause, one) + placeOf(context, clause, other)) / 2
      const far = (side: DelegationId) =>
        Math.min(MOST_APART, Math.max(0, farFrom(context, clause, side, words, value)))
      const total = delegationIds(state.plan).reduce((sum, side) => sum + far(side), 0)
      return [{ pair, words, far, total: total + 1.5 * draw(context, 4, 'bridge', clause.key, pair) }]
    })
    .toSorted((a, b) => a.total - b.total)
  if (!best) return null
  const [one, other] = membersOf(best.pair)
  const [writer] = (draw(context, 2, 'writer', clause.key) === 0 ? [one, other] : [other, one])
    .filter((member) => playedHead(state, member) !== null && best.far(member) <= reachOf(context, clause, member))
    .toSorted((a, b) => writtenBy(state, a) - writtenBy(state, b))
  return writer === delegation ? best.words : null
}

/** In how many clauses a side has put words forward. */
const writtenBy = ({ clauses }: RoomState, side: DelegationId): number =>
  clauses.filter(({ versions }) => versions.some((version) => version.by === side && !isFirst(version))).length

/** The ends of an axis are so far apart. */
const MOST_APART = 6

/** The version it would stand on: the nearest within reach of those that somebody else stands on or the chair wrote, else its own. */
function bestVersion(context: UnderstudyContext, clause: ClauseText, delegation: DelegationId): Version | null {
  const { plan } = context.state
  const stood = stoodOn(plan, clause).flatMap(({ version, delegations }) =>
    version && delegations.some((each) => each !== delegation) && !isUnread(context, clause, version) ? [version] : [],
  )
  const chairs = clause.versions.findLast(({ by }) => by === null)
  const [nearest] = [...new Set([...stood, ...(chairs ? [chairs] : [])])]
    .map((version) => ({ version, far: distance(context, clause, delegation, version) }))
    .filter(({ far }) => far <= reachOf(context, clause, delegation))
    .toSorted((a, b) => a.far - b.far)
  if (nearest) return nearest.version
  return clause.versions.findLast(({ by }) => by === delegation) ?? null
}

export function ballotMoves(context: UnderstudyContext): Move[] {
  const { state } = context
  return delegationIds(state.plan).flatMap((delegation): Move[] => {
    const head = playedHead(state, delegation)
    if (!head) return []
    return putToVote(state).flatMap((clause): Move[] => {
      if (votesOn(state, clause.key).ballots[delegation]) return []
      const at = atClause(context, clause, delegation, 0.15)
      const asked = cardsOf(state, delegation).some(
        ({ check }) => check?.type === 'reserved' && check.tension === clause.tension,
      )
      const words = cleanVersion(clause)
      const isFar = words !== null && words.by !== delegation && isBeyondReach(context, clause, delegation, words)
      // Somebody at home wants a reservation beside it, or a trade took the side further than it would have gone for the words alone.
      const vote =
        asked || isFar
          ? { vote: 'reserved' as const, reason: reasonFor(context, clause, delegation) }
          : { vote: 'for' as const, reason: null }
      return [
        { at, by: understudyActor(head.id), command: { type: 'castBallot' as const, clauses: [clause.key], ...vote } },
      ]
    })
  })
}

/** One clause after another, and in each one side after another, from this share of the phase on. */
function atClause(context: UnderstudyContext, clause: ClauseText, delegation: DelegationId, from: number): number {
  const { clauses } = context.state
  return momentAt(context, from + (0.5 * (clauses.indexOf(clause) + turnOf(context, delegation, 0.3))) / clauses.length)
}

/** Why a side does not come, or signs with a reservation, as the scenario has it. */
export function reasonFor(
  { scenario }: UnderstudyContext,
  { key, tension, heading }: ClauseText,
  delegation: DelegationId,
): string {
  const reason = clauseOf(scenario, key)?.reasons?.[delegation]
  const opening = tension === null ? undefined : openingOf(scenario, delegation, tension)
  return [reason, opening?.reading, delegationOf(scenario, delegation)?.tone].find((own) => own) ?? heading
}
