// One activity as its student's own page shows it. It must not know who asks, where the room is kept, or words.
import type { RoomPlan } from '#simulation/agenda/plan'
import type { DelegationId, PersonId } from '#simulation/kernel/ids'
import type { RoomState } from '#simulation/kernel/room-state'
import { type AssignedPhase, assignmentOf, headlineOf } from '#simulation/reading/assignment'
import { owedIn } from '#simulation/reading/completion'
import { type Delegation, delegationIn } from '#ui/delegations.ts'

export type ActivityCard = {
  activityId: string
  roomId: string | null
  roomName: string | null
  title: string
  courseTitle: string
  courseZone: string
  kind: 'seminar' | 'homework'
  seat: { title: string; delegation: Delegation | null; others: readonly string[] } | null
  /** A homework debate's phases; a seminar has none to show. */
  asked: readonly AssignedPhase[]
  stands: 'ahead' | 'running' | 'over'
  released: boolean
}

export type ActivityFacts = Pick<
  ActivityCard,
  'activityId' | 'roomId' | 'roomName' | 'title' | 'courseTitle' | 'courseZone' | 'kind' | 'released'
>

/** The room as a list of rooms knows it, without its record. */
export type RoomSummary = {
  status: RoomState['agenda']['status']
  isClosed: boolean
  seat: { title: string; delegation: DelegationId | null } | null
  others: readonly string[]
  /** As far as it names the delegations. */
  plan: Pick<RoomPlan, 'delegations'> | undefined
}

/** `debate` is the room of a debate over days as this person reads it, for what it asks of them; a seminar asks nothing here. */
export function activityCardOf(
  about: ActivityFacts,
  room: RoomSummary | null,
  debate: { state: RoomState; person: PersonId; now: number } | null,
  roll: Readonly<Record<string, string>>,
): ActivityCard {
  return {
    ...about,
    seat: room?.seat
      ? {
          title: room.seat.title,
          delegation: delegationIn(room.plan, room.seat.delegation) ?? null,
          others: room.others.flatMap((holder) => roll[holder] ?? []),
        }
      : null,
    asked: debate ? assignmentOf(debate.state, debate.person, debate.now) : [],
    stands: !room || room.status === 'lobby' ? 'ahead' : isOver(room) ? 'over' : 'running',
  }
}

const isOver = ({ isClosed, status }: RoomSummary): boolean => isClosed || status === 'finished'

/** How many debates want something of the student now. */
export const owing = (places: readonly ActivityCard[]): readonly ActivityCard[] => places.filter((place) => owes(place))

export function owes({ asked }: ActivityCard): boolean {
  const head = headlineOf(asked)
  return (head.kind === 'due' || head.kind === 'late') && owedIn(head.asked) > 0
}

/** What is owed first, soonest due before later; then what runs, what is ahead, and what is over. */
export function inOrder(places: readonly ActivityCard[]): readonly ActivityCard[] {
  const rank = (place: ActivityCard) => (owes(place) ? 0 : { running: 1, ahead: 2, over: 3 }[place.stands])
  const due = ({ asked }: ActivityCard) => {
    const head = headlineOf(asked)
    return head.kind === 'over' ? Number.MAX_SAFE_INTEGER : head.at
  }
  return places.toSorted((a, b) => rank(a) - rank(b) || due(a) - due(b))
}
