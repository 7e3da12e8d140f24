// One activity as its student's own page shows it. It must not know who asks, where the room is kept, or words.
import type { DelegationId, PersonId } from '#simulation/kernel/ids'
import { type RoomState, seatHeldBy, seatsIn } from '#simulation/kernel/room-state'
import type { Roll } from '#simulation/wire/protocol'
import { type Asked, assignmentOf, headlineOf, owedIn } from '../rooms/[roomId]/homework/assignment'

export type Place = {
  activityId: string
  roomId: string | null
  roomName: string | null
  title: string
  courseTitle: string
  courseZone: string
  kind: 'seminar' | 'homework'
  seat: { title: string; delegation: DelegationId | null; others: readonly string[] } | null
  /** A homework debate's phases; a seminar has none to show. */
  asked: readonly Asked[]
  stands: 'ahead' | 'running' | 'over'
  released: boolean
}

export type About = Pick<
  Place,
  'activityId' | 'roomId' | 'roomName' | 'title' | 'courseTitle' | 'courseZone' | 'kind' | 'released'
>

export function placeOf(about: About, state: RoomState | null, person: PersonId, roll: Roll, now: number): Place {
  const seat = state && seatHeldBy(state, person)
  const delegation = seat?.delegation ?? null
  const team = state && delegation ? seatsIn(state, delegation) : []
  return {
    ...about,
    seat: seat && {
      title: seat.title,
      delegation,
      others: team.flatMap(({ holder }) => (holder === null || holder === person ? [] : (roll[holder] ?? []))),
    },
    asked: state?.plan.kind === 'homework' ? assignmentOf(state, person, now) : [],
    stands: !state || state.agenda.status === 'lobby' ? 'ahead' : isOver(state) ? 'over' : 'running',
  }
}

const isOver = (state: RoomState): boolean => state.closedAt !== null || state.agenda.status === 'finished'

/** How many debates want something of the student now. */
export const owing = (places: readonly Place[]): readonly Place[] => places.filter((place) => owes(place))

export function owes({ asked }: Place): boolean {
  const head = headlineOf(asked)
  return (head.kind === 'due' || head.kind === 'late') && owedIn(head.asked) > 0
}

/** What is owed first, soonest due before later; then what runs, what is ahead, and what is over. */
export function inOrder(places: readonly Place[]): readonly Place[] {
  const rank = (place: Place) => (owes(place) ? 0 : { running: 1, ahead: 2, over: 3 }[place.stands])
  const due = ({ asked }: Place) => {
    const head = headlineOf(asked)
    return head.kind === 'over' ? Number.MAX_SAFE_INTEGER : head.at
  }
  return places.toSorted((a, b) => rank(a) - rank(b) || due(a) - due(b))
}
