// What a homework phase asks of one person, cut to what they can do in their seat (rule H10): a requirement that nobody can meet would
// never count as done. What they have done is in work.ts, and reading/completion.ts compares the two.

import { delegationIds } from '../../agenda/parties'
import { type PhaseKind, type PhaseRule, ruleOf } from '../../agenda/phase-kinds'
import type { PhasePlan, Requirement } from '../../agenda/plan'
import type { DelegationId, SeatId, TensionKey } from '../../kernel/ids'
import { putToVote } from '../../questions/ballots'
import { caseOf, casesInTime, othersOf, sidesDealtTo } from '../../questions/cases'
import { countsTensions, dueAt, ledBy } from '../../questions/homework'
import { actsFor } from '../../questions/seats'
import type { Seat } from '../../shapes/seats'
import { actingHead, type RoomState, seatsIn } from '../../state/room-state'
import { isStatement } from '../statements/statements'

/** A requirement of the plan as it applies to one person. */
export type PersonalRequirement = {
  /** What a page shows; `tensions` and `toEachOther` are cut to what can be done. */
  requirement: Requirement
  asked: number
  /** The tensions on which work counts; null for any. */
  on: readonly TensionKey[] | null
  /** The delegations each of which must be answered at least once. */
  toEach: readonly DelegationId[]
}

type What = Requirement['what']

/** For each kind of work, whether a phase accepts it, by the features of its kind. */
const TAKEN_WHERE: Readonly<Record<What, (rule: PhaseRule) => boolean>> = {
  'own-view': ({ stance }) => stance !== null,
  knowledge: ({ stance }) => stance !== null,
  'position-draft': ({ weekFiles }) => weekFiles !== null,
  comment: ({ inRole }) => inRole,
  opening: ({ weekPosts }) => weekPosts === 'openings',
  answer: ({ weekPosts }) => weekPosts === 'answers',
  anchor: ({ weekPosts }) => weekPosts !== null,
  'proposal-or-amendment': ({ text }) => text,
  vote: ({ votes }) => votes,
  reflection: ({ reflections }) => reflections === 'asked',
  question: ({ asksSides }) => asksSides,
  case: ({ asksSides }) => asksSides,
  'case-score': ({ asksSides }) => asksSides,
  annotation: ({ reflections }) => reflections === 'asked',
}

/** Whether phases of this kind accept this work. An agenda that asks for it in another phase is refused (scenario/agenda-check.ts). */
export const isTakenIn = (what: What, kind: PhaseKind): boolean => TAKEN_WHERE[what](ruleOf({ kind }))

/** What this phase asks of the person in this seat; of a person without a seat only what is said out of role. */
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

/** How often this work can count for the person in this seat at most; 0 where they cannot do it. */
function mostOf(state: RoomState, phase: PhasePlan, { what, by }: Requirement, seat: Seat | null): number {
  if (!isTakenIn(what, phase.kind)) return 0
  const { plan } = state
  if (what === 'own-view') return plan.rounds.length
  if (what === 'knowledge') return plan.learning?.length ?? 0
  if (what === 'reflection') return plan.reflectionPrompts.length
  // Observers annotate too; whoever holds no seat does not (D28).
  if (what === 'annotation') return seat ? Number.POSITIVE_INFINITY : 0
  // An observer, and a person without a seat, can otherwise only mark stances, answer questions and write reflections.
  if (!seat?.delegation) return 0
  const heads = doesAsHead(state, phase, seat)
  if (by === 'delegation' && !heads) return 0
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
      return heads && plan.communique.clauses.length > 0 ? Number.POSITIVE_INFINITY : 0
    case 'vote':
      return clausesIn(state, phase)
    case 'question':
    case 'case':
    case 'case-score':
      return sidesLeftTo(state, phase, seat, what).length
    default:
      return what satisfies never
  }
}

/** The sides with which this seat has done this, or can: nobody is asked for what a colleague has done (E3, E7). */
function sidesLeftTo(
  state: RoomState,
  phase: PhasePlan,
  seat: Seat,
  what: 'question' | 'case' | 'case-score',
): readonly DelegationId[] {
  const own = seat.delegation
  if (own === null) return []
  if (what === 'case-score') {
    const scored = (by: DelegationId) => caseOf(state, by, own).score?.seat
    const asked = doesAsHead(state, phase, seat) ? casesInTime(state, own) : []
    return othersOf(state.plan, own).filter((by) => scored(by) === seat.id || (!scored(by) && asked.includes(by)))
  }
  const dealt = sidesDealtTo(state, seat)
  return othersOf(state.plan, own).filter((of) => {
    const { question, stated } = caseOf(state, own, of)
    const by = what === 'case' ? stated?.seat : question === null ? undefined : askedBy(state, question)
    return by === undefined ? dealt.includes(of) : by === seat.id
  })
}

const askedBy = ({ record }: RoomState, question: number): SeatId | undefined => {
  const event = record.at(question - 1)?.event
  return event && isStatement(event) ? event.seat : undefined
}

/** How many clauses a phase votes on: ahead of it all may still become clean, once it runs only those that are. */
function clausesIn(state: RoomState, phase: PhasePlan): number {
  const ahead = state.plan.phases.indexOf(phase) > state.agenda.index
  return (ahead ? state.clauses : putToVote(state)).length
}

/** H10: whether this phase asks of this seat what a head does: of whoever acts, and of a head who is away. Who acts for one is asked for what was not over when they began to. */
function doesAsHead(state: RoomState, phase: PhasePlan, seat: Seat): boolean {
  if (seat.delegation === null) return false
  if (seat.head && seat.absentSince !== null) return true
  if (actingHead(state, seat.delegation)?.id !== seat.id) return false
  const since = actsFor(state, seat)?.absentSince ?? 0
  return (dueAt(state, state.plan.phases.indexOf(phase)) ?? since + 1) > since
}

/** Whether somebody else in the delegation, or an understudy, could read a comment. */
const hasCompany = (state: RoomState, { id, delegation }: Seat): boolean =>
  delegation !== null &&
  seatsIn(state, delegation).some((other) => other.id !== id && (other.holder !== null || state.plan.understudies))

/** The other delegations with a statement before this phase. One that first speaks during it may speak too late to be answered, so an answer to it is not asked for. */
function answerable(state: RoomState, index: number, seat: Seat | null): readonly DelegationId[] {
  const spoke = new Set<DelegationId | null>()
  for (const { event, phase } of state.record) {
    if (phase >= index) break
    if (isStatement(event)) spoke.add(state.seats[event.seat]?.delegation ?? null)
  }
  return delegationIds(state.plan).filter((delegation) => delegation !== seat?.delegation && spoke.has(delegation))
}
