// The facts about a room that database queries need without reading its log: its phase, whether it is closed or unsealed, who holds
// which seat. `factsOf` computes them from the folded room, so that no query interprets events. server/store/log/room-facts.ts stores them.

import { causes } from '../../engine/catalogue'
import { nextDue } from '../../engine/timers'
import { viewerOf } from '../../secrecy/hearing'
import type { Recorded } from '../../shapes/record'
import { phaseNow, type RoomState, seatHeldBy } from '../../state/room-state'
import { seatsOfRecord } from '../log/seat-of-record'
import { roundOf } from '../log/transcript'
import { playedIn } from './played'

/** To be raised with every change of what `factsOf` returns: at the next start stored facts of another version are computed again. */
export const FACTS_VERSION = 2

/**
 * Whether a row can change what `factsOf` returns; `after` is the room after it and the rows that were recorded with it. If one did not say
 * so, queries would go on with old facts; a law test compares it with `factsOf`.
 */
export const changesFacts = ({ event, seq }: Recorded, after: RoomState | null): boolean =>
  causes(event, 'facts') || (causes(event, 'first-words') && mayBeFirst(after, seq))

/** Whether the words of a row may be the first in their round or after news. False if the statement before it is in the same round and no news came between. */
function mayBeFirst(after: RoomState | null, seq: number): boolean {
  const entry = after?.record.findLast((one) => one.seq === seq)
  if (!after || !entry) return true
  const before = after.record.findLast(
    (one) =>
      one.seq < seq &&
      (one.event.type === 'InjectSent' || (causes(one.event, 'first-words') && !(Number(one.no) in after.withdrawn))),
  )
  return !before || before.event.type === 'InjectSent' || roundOf(after, before) !== roundOf(after, entry)
}

export function factsOf(state: RoomState) {
  const { agenda, clock, closedAt, unsealedAt, plan } = state
  const started = [...state.record].flatMap(({ at, event }) =>
    event.type === 'PhaseStarted' ? [{ at, inRound: plan.phases[event.index]?.round != null }] : [],
  )
  return {
    phaseIndex: agenda.index,
    /** The kind of the running phase or the one that ran last; null in the lobby. */
    phaseKind: phaseNow(state)?.kind ?? null,
    phaseStatus: agenda.status,
    phaseStartsAt: clock?.startsAt ?? null,
    phaseEndsAt: clock && Number.isFinite(clock.endsAt) ? clock.endsAt : null,
    closedAt,
    unsealedAt,
    /** The instant of every start of a phase, undone starts included; `roundStartedAt` only of phases that belong to a round. */
    startedAt: started.map(({ at }) => at),
    roundStartedAt: started.flatMap(({ at, inRound }) => (inRound ? [at] : [])),
    /**
     * Whether the server must watch the room's clock even when nobody is connected: a phase runs, or one will start by itself. A paused phase
     * counts as running: otherwise no timer would be set for a room that was paused when the server started.
     */
    isTimed: closedAt === null && (agenda.status === 'running' || nextDue(state, state.openedAt) !== null),
    seats: Object.values(state.seats).map(({ id, title, delegation, holder }) => ({
      seat: id,
      title,
      delegation,
      holder,
    })),
    people: peopleIn(state),
    played: playedIn(state),
  }
}

export type RoomFacts = Readonly<ReturnType<typeof factsOf>>

/** Everybody who has sat in the room, or was removed from it. */
function peopleIn(state: RoomState) {
  const records = seatsOfRecord(state)
  return [...new Set([...state.seated, ...state.removed])].map((person) => {
    const viewer = viewerOf(state, person)
    return {
      person,
      /** The seat they hold now. */
      seat: seatHeldBy(state, person)?.id ?? null,
      /** The seat they hold or held last: the one that marks and grades name. */
      seatOfRecord: records.get(person)?.id ?? null,
      isRemoved: state.removed.includes(person),
      /** Which seats' private rows they may read, and from which row to which. */
      hears: viewer.kind === 'person' ? viewer.hears : [],
    }
  })
}
