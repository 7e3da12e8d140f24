// One activity as a card of its student's page.

import type { Instructions } from '#room/instructions'
import type { RoomPlan } from '#simulation/agenda/plan'
import type { AskedBeside } from '#simulation/beside/slices'
import type { DelegationId, PersonId } from '#simulation/kernel/ids'
import { type AssignedPhase, assignmentOf, headlineOf } from '#simulation/reading/homework/assignment'
import type { WhereDone } from '#simulation/reading/homework/where-done'
import { owedIn } from '#simulation/reading/marks/completion'
import { type AfterLate, afterLate, type LatePolicy, latePartsOf } from '#simulation/reading/marks/lateness'
import type { RoomState } from '#simulation/state/room-state'
import { type Delegation, delegationIn } from '#ui/words/delegations.ts'

export type ActivityCard = {
  activityId: string
  roomId: string | null
  roomName: string | null
  title: string
  courseTitle: string
  courseZone: string
  kind: 'seminar' | 'homework'
  seat: { title: string; delegation: Delegation | null; others: readonly string[] } | null
  /** The phases of a homework debate; empty for a seminar. */
  asked: readonly AssignedPhase[]
  stands: 'ahead' | 'running' | 'over'
  /** Whether they may look back at the debrief and the replay (D8). */
  unsealed: boolean
  released: boolean
  /** What the instructor told the students of a homework debate; null where nothing. */
  instructions: Instructions | null
  /** What lateness takes off the sum, and how many late days are left; null where it takes nothing. */
  late: (LatePolicy & Pick<AfterLate, 'daysLeft'>) | null
  /** What is asked of them beside the log of their room. */
  beside: readonly AskedBeside[]
}

export type ActivityFacts = Pick<
  ActivityCard,
  | 'activityId'
  | 'roomId'
  | 'roomName'
  | 'title'
  | 'courseTitle'
  | 'courseZone'
  | 'kind'
  | 'released'
  | 'instructions'
  | 'beside'
> & { latePolicy: LatePolicy | null }

/** A room without its record, as lists of rooms load it. */
export type CardRoom = {
  status: RoomState['agenda']['status']
  isClosed: boolean
  isUnsealed: boolean
  seat: { title: string; delegation: DelegationId | null } | null
  others: readonly string[]
  /** The plan's delegations, for their names. */
  plan: Pick<RoomPlan, 'delegations'> | undefined
}

type Debate = { state: RoomState; person: PersonId; now: number }

/** `debate` is the room of a homework debate as this person reads it, from which their assignment is computed; null for a seminar. */
export function activityCardOf(
  { latePolicy, ...about }: ActivityFacts,
  room: CardRoom | null,
  debate: Debate | null,
  displayNames: Readonly<Record<string, string>>,
): ActivityCard {
  return {
    ...about,
    seat: room?.seat
      ? {
          title: room.seat.title,
          delegation: delegationIn(room.plan, room.seat.delegation) ?? null,
          others: room.others.flatMap((holder) => displayNames[holder] ?? []),
        }
      : null,
    late: debate && latePolicy ? { ...latePolicy, daysLeft: daysLeftOf(debate, latePolicy) } : null,
    asked: debate ? assignmentOf(debate.state, debate.person, debate.now) : [],
    unsealed: room?.isUnsealed ?? false,
    stands: !room || room.status === 'lobby' ? 'ahead' : isOver(room) ? 'over' : 'running',
  }
}

const daysLeftOf = ({ state, person, now }: Debate, policy: LatePolicy): number =>
  afterLate(null, latePartsOf(state, person, now), policy).daysLeft

const isOver = ({ isClosed, status }: CardRoom): boolean => isClosed || status === 'finished'

/** The debates in which the student owes something now. */
export const owing = (places: readonly ActivityCard[]): readonly ActivityCard[] => places.filter((place) => owes(place))

/** How many things these debates ask for now: of the work that is due first in each. */
export const piecesIn = (places: readonly ActivityCard[]): number =>
  places.reduce((sum, { asked }) => {
    const head = headlineOf(asked)
    return head.kind === 'due' || head.kind === 'late' ? sum + owedIn(head.asked) : sum
  }, 0)

const owes = (place: ActivityCard): boolean => whereOwed(place) !== null || place.beside.some(({ owes }) => owes)

/** Where the first thing is done that the card's headline asks for; null where it asks for nothing. */
export function whereOwed({ asked }: ActivityCard): WhereDone | null {
  const head = headlineOf(asked)
  return head.kind === 'due' || head.kind === 'late' ? head.asked.where : null
}

/** Sorted: owed work by due date, then running, then coming, then finished activities. */
export function inOrder(places: readonly ActivityCard[]): readonly ActivityCard[] {
  const rank = (place: ActivityCard) => (owes(place) ? 0 : { running: 1, ahead: 2, over: 3 }[place.stands])
  const due = ({ asked }: ActivityCard) => {
    const head = headlineOf(asked)
    return head.kind === 'over' ? Number.MAX_SAFE_INTEGER : head.at
  }
  return places.toSorted((a, b) => rank(a) - rank(b) || due(a) - due(b))
}
