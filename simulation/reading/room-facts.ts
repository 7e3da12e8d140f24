// What a database has to know of a room without reading its log: its phase, whether it is closed or opened, who sits where.
// One function makes it of the folded room, so that no query has to know what an event means. It must not know how it is stored.

import type { PhaseKind } from '../agenda/phase-kinds'
import { nextDue } from '../agenda/timers'
import type { DelegationId, PersonId, SeatId } from '../kernel/ids'
import type { RoomEvent } from '../kernel/room-event'
import type { Agenda, RoomState } from '../kernel/room-state'
import { phaseNow, seatHeldBy } from '../kernel/room-state'
import { viewerOf } from '../secrecy/hearing'
import type { Earshot } from '../secrecy/viewer'
import { seatsOfRecord } from './seat-of-record'

/** Raised whenever `factsOf` answers otherwise than before, so that what an older program stored is made anew at the next start. */
export const FACTS_VERSION = 1

export type SeatFacts = Readonly<{
  seat: SeatId
  title: string
  delegation: DelegationId | null
  holder: PersonId | null
}>

/** Somebody who has sat in the room, or was removed from it. */
export type PersonFacts = Readonly<{
  person: PersonId
  /** Where they sit now. */
  seat: SeatId | null
  /** Where they sit, or sat last: the seat that a mark or a grade names. */
  seatOfRecord: SeatId | null
  isRemoved: boolean
  /** What they hear of what is said to seats, as `viewerOf` says it. */
  hears: readonly Earshot[]
}>

export type RoomFacts = Readonly<{
  phaseIndex: number
  /** Of the phase that runs or ran last; null in the lobby. */
  phaseKind: PhaseKind | null
  phaseStatus: Agenda['status']
  phaseStartsAt: number | null
  phaseEndsAt: number | null
  closedAt: number | null
  unsealedAt: number | null
  /** Each time a phase was started, whether or not that was undone; and of those the phases that belong to a round. */
  startedAt: readonly number[]
  roundStartedAt: readonly number[]
  /** Whether the room's clock has to be watched though nobody is there: something of it runs or comes due by itself. */
  isTimed: boolean
  seats: readonly SeatFacts[]
  people: readonly PersonFacts[]
}>

/** Every other event leaves the facts as they are; a law test holds this list against `factsOf`. */
const CHANGES_FACTS: ReadonlySet<RoomEvent['type']> = new Set<RoomEvent['type']>([
  'RoomOpened',
  'RoomClosed',
  'RecordUnsealed',
  'SeatTaken',
  'SeatLeft',
  'PersonRemoved',
  'PersonReadmitted',
  'PhaseStarted',
  'PhaseEnded',
  'ClockPaused',
  'ClockResumed',
  'ClockExtended',
  'AutopilotSet',
  'StepUndone',
  'DeadlineMoved',
])

export const changesFacts = ({ type }: RoomEvent): boolean => CHANGES_FACTS.has(type)

export function factsOf(state: RoomState): RoomFacts {
  const { agenda, clock, closedAt, unsealedAt, plan } = state
  const started = [...state.record].flatMap(({ at, event }) =>
    event.type === 'PhaseStarted' ? [{ at, inRound: plan.phases[event.index]?.round != null }] : [],
  )
  return {
    phaseIndex: agenda.index,
    phaseKind: phaseNow(state)?.kind ?? null,
    phaseStatus: agenda.status,
    phaseStartsAt: clock?.startsAt ?? null,
    phaseEndsAt: clock && Number.isFinite(clock.endsAt) ? clock.endsAt : null,
    closedAt,
    unsealedAt,
    startedAt: started.map(({ at }) => at),
    roundStartedAt: started.flatMap(({ at, inRound }) => (inRound ? [at] : [])),
    // A phase that stands paused is watched too: its clock goes on as soon as somebody resumes it.
    isTimed: closedAt === null && (agenda.status === 'running' || nextDue(state, state.openedAt) !== null),
    seats: Object.values(state.seats).map(({ id, title, delegation, holder }) => ({
      seat: id,
      title,
      delegation,
      holder,
    })),
    people: peopleIn(state),
  }
}

function peopleIn(state: RoomState): readonly PersonFacts[] {
  const records = seatsOfRecord(state)
  return [...new Set([...state.seated, ...state.removed])].map((person): PersonFacts => {
    const viewer = viewerOf(state, person)
    return {
      person,
      seat: seatHeldBy(state, person)?.id ?? null,
      seatOfRecord: records.get(person)?.id ?? null,
      isRemoved: state.removed.includes(person),
      hears: viewer.kind === 'person' ? viewer.hears : [],
    }
  })
}
