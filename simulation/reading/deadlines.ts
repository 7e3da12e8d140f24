// The deadlines of one person in a homework debate, for a calendar outside of this site.
import type { PersonId } from '../kernel/ids'
import { extensionKey } from '../questions/homework'
import type { RoomEvent } from '../shapes/room-event'
import type { RoomState } from '../state/room-state'
import { type AssignedPhase, assignmentOf } from './assignment'

export type Deadline = Readonly<
  Pick<AssignedPhase, 'phase' | 'kind' | 'counted' | 'where' | 'status' | 'lateUntil'> & {
    /** When it is due for this person, ms since 1970. */
    at: number
    /** How often the date has changed: a calendar takes over what has a higher number. */
    version: number
  }
>

/** The parts that ask something of this person, in the order of the agenda. */
export const deadlinesOf = (state: RoomState, person: PersonId, now: number): readonly Deadline[] =>
  assignmentOf(state, person, now).flatMap(({ phase, kind, dueAt, counted, where, status, lateUntil }) =>
    dueAt === null || counted.length === 0 || status === 'before'
      ? []
      : [{ phase, kind, at: dueAt, counted, where, status, lateUntil, version: changesOf(state, person, phase) }],
  )

/** The parts whose dates an event changes for everybody; null for any other event. */
export function movesDates(event: RoomEvent): readonly number[] | null {
  if (event.type === 'DatesMoved') return event.dates.map(({ phase }) => phase)
  return event.type === 'DeadlineMoved' || event.type === 'PhaseReopened' ? [event.phase] : null
}

function changesOf({ record, endedEarly, extensions }: RoomState, person: PersonId, phase: number): number {
  const moved = record.toArray().filter(({ event }) => movesDates(event)?.includes(phase)).length
  return (
    moved + (endedEarly[phase] === undefined ? 0 : 1) + (extensions[extensionKey(person, phase)] === undefined ? 0 : 1)
  )
}
