// What a phase of an assignment asks of one person, and never more than whoever holds their seat can do by legal moves (rule H10).
// It must not know what has been done; that is progress.ts.

import { delegationIds } from '../../agenda/parties'
import type { PhaseKind, PhaseRule } from '../../agenda/phase-kinds'
import { ruleOf } from '../../agenda/phase-kinds'
import type { PhasePlan, Requirement, RoomPlan } from '../../agenda/plan'
import type { DelegationId, TensionKey } from '../../kernel/ids'
import { actingHead, type RoomState, type Seat, seatsIn } from '../../kernel/room-state'
import { isStatement } from '../statements/statements'

/** A requirement as it stands for one person: how much of it, spread how far, and to whom. */
export type PersonalRequirement = {
  /** What the meter says; its count, spread and direction are cut to what can be done. */
  requirement: Requirement
  asked: number
  /** Tensions on which it counts; null for any. */
  on: readonly TensionKey[] | null
  /** Delegations of which each wants at least one answer. */
  toEach: readonly DelegationId[]
}

type What = Requirement['what']

/** Whether a phase can take a thing at all, by what its kind opens. */
const TAKEN_WHERE: Readonly<Record<What, (rule: PhaseRule) => boolean>> = {
  'own-view': ({ stance }) => stance !== null,
  'position-draft': ({ weekFiles }) => weekFiles !== null,
  comment: ({ inRole }) => inRole,
  opening: ({ weekPosts }) => weekPosts === 'openings',
  answer: ({ weekPosts }) => weekPosts === 'answers',
  anchor: ({ weekPosts }) => weekPosts !== null,
  'proposal-or-amendment': ({ text }) => text,
  vote: ({ votes }) => votes,
  reflection: ({ reflections }) => reflections === 'asked',
}

/** Whether a phase of this kind can take what is asked there; an agenda that asks it elsewhere asks for nothing anybody can do. */
export const isTakenIn = (what: What, kind: PhaseKind): boolean => TAKEN_WHERE[what](ruleOf({ kind }))

/** Things on different tensions count once each; the rest counts as often as it is done. */
export const countsTensions = (what: What): boolean =>
  what === 'own-view' || what === 'position-draft' || what === 'opening'

/** The tensions a seat leads for its delegation: the rounds dealt out in turn along the seats in filling order. */
export function ledBy(plan: RoomPlan, seat: Pick<Seat, 'id' | 'delegation'>): readonly TensionKey[] {
  const team = plan.seats.filter((other) => other.delegation === seat.delegation).sort((a, b) => a.order - b.order)
  const place = team.findIndex((other) => other.id === seat.id)
  return place === -1
    ? []
    : plan.rounds.filter((_round, index) => index % team.length === place).map((round) => round.key)
}

/** What this phase asks of the person in this seat; of somebody without one, what is said out of role. */
export function requirementsFor(state: RoomState, index: number, seat: Seat | null): readonly PersonalRequirement[] {
  const phase = state.plan.phases[index]
  if (!phase) return []
  return phase.requires.flatMap((requirement) => {
    const most = mostOf(state, phase, requirement, seat)
    const led = requirement.by === 'leader' && seat ? ledBy(state.plan, seat) : null
    const wanted = led === null ? requirement.count : requirement.count * led.length
    const asked = Math.min(wanted, most)
    if (asked === 0) return []
    const { tensions, toEachOther, ...rest } = requirement
    const spread = isSpread(requirement.what) ? Math.min(tensions ?? 0, asked, (led ?? state.plan.rounds).length) : 0
    const others = toEachOther && requirement.what === 'answer' ? answerable(state, index, seat) : []
    const toEach = others.length <= asked ? others : []
    return [
      {
        requirement: {
          ...rest,
          ...(spread > 1 ? { tensions: spread } : {}),
          ...(toEach.length > 1 ? { toEachOther: true as const } : {}),
        },
        asked,
        on: led,
        toEach,
      },
    ]
  })
}

const isSpread = (what: What): boolean => countsTensions(what) || what === 'answer' || what === 'anchor'

/** How often it can count for whoever sits there; 0 where they can do nothing of the kind. */
function mostOf(state: RoomState, phase: PhasePlan, { what, by }: Requirement, seat: Seat | null): number {
  if (!isTakenIn(what, phase.kind)) return 0
  const { plan } = state
  if (what === 'own-view') return plan.rounds.length
  if (what === 'reflection') return plan.reflectionPrompts.length
  // An observer's chair and nobody's have no caucus, no papers, no floor in a debate over days, and no vote.
  if (!seat?.delegation) return 0
  if (by === 'delegation' && !isActingHead(state, seat)) return 0
  const led = by === 'leader' ? ledBy(plan, seat).length : plan.rounds.length
  switch (what) {
    case 'position-draft':
      return Math.min(led, phase.files?.rounds.length ?? 0)
    case 'comment':
      return hasCompany(state, seat) ? Number.POSITIVE_INFINITY : 0
    case 'opening':
      return phase.posts ? led : 0
    case 'answer':
    case 'anchor':
      return phase.posts && led > 0 ? Number.POSITIVE_INFINITY : 0
    case 'proposal-or-amendment':
      return isActingHead(state, seat) && plan.communique.clauses.length > 0 ? Number.POSITIVE_INFINITY : 0
    case 'vote':
      return plan.communique.clauses.length > 0 ? Number.POSITIVE_INFINITY : 0
    default:
      return what satisfies never
  }
}

const isActingHead = (state: RoomState, { id, delegation }: Seat): boolean =>
  delegation !== null && actingHead(state, delegation)?.id === id

/** Whether anybody else sits in the delegation who could read a comment. */
const hasCompany = (state: RoomState, { id, delegation }: Seat): boolean =>
  delegation !== null &&
  seatsIn(state, delegation).some((other) => other.id !== id && (other.holder !== null || state.plan.understudies))

/** The other delegations that had said something when the phase began: what comes later may come too late to be answered. */
function answerable(state: RoomState, index: number, seat: Seat | null): readonly DelegationId[] {
  const spoke = new Set<DelegationId | null>()
  for (const { event, phase } of state.record) {
    if (phase >= index) break
    if (isStatement(event)) spoke.add(state.seats[event.seat]?.delegation ?? null)
  }
  return delegationIds(state.plan).filter((delegation) => delegation !== seat?.delegation && spoke.has(delegation))
}
