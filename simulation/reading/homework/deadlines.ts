// The deadlines of one person in a homework debate, and those of all its rooms, for calendars outside of this site.
import type { PersonId } from '../../kernel/ids'
import { extensionKey } from '../../questions/homework'
import type { RoomEvent } from '../../shapes/room-event'
import type { RoomState } from '../../state/room-state'
import type { DoAddress } from '../../wire/do-address'
import { type AssignedPhase, askingPhases, assignmentOf } from './assignment'

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

/**
 * The work that a link to a deadline leads to: what is owed now, else the first that its part asks, which the room finds once it can be
 * done. So a mail or a calendar that was written before the part began leads to the same place as one that is written after.
 */
export function doAddressOf({
  phase,
  where,
  counted,
}: Pick<Deadline, 'phase' | 'where' | 'counted'>): DoAddress | null {
  const first = counted.find(({ asked, done }) => done < asked) ?? counted[0]
  return where ?? (first ? { phase, what: first.requirement.what, tension: null } : null)
}

/** A deadline of whoever runs a debate; `room` where not all rooms have this one. */
export type Due = Readonly<Pick<Deadline, 'phase' | 'kind' | 'at' | 'version'> & { room: string | null }>

/** H25: the deadlines of a debate's rooms as of now, each once where all have the same, else that of each room. */
export function deadlinesAmong(rooms: readonly Readonly<{ name: string; state: RoomState }>[]): readonly Due[] {
  const all = rooms.map(({ name, state }) => ({
    name,
    dues: askingPhases(state).flatMap(({ phase, kind, dueAt: at }) =>
      at === null ? [] : [{ phase, kind, at, version: changesOf(state, null, phase) }],
    ),
  }))
  const [first] = all
  return (first?.dues ?? []).flatMap((due, place): Due[] => {
    const each = all.flatMap(({ name, dues }) => (dues[place] ? [{ ...dues[place], room: name }] : []))
    const version = Math.max(...each.map((one) => one.version))
    return each.every(({ at }) => at === due.at) ? [{ ...due, version, room: null }] : each
  })
}

/** The parts whose dates an event changes for everybody; null for any other event. */
export function movesDates(event: RoomEvent): readonly number[] | null {
  if (event.type === 'DatesMoved') return event.dates.map(({ phase }) => phase)
  return event.type === 'DeadlineMoved' || event.type === 'PhaseReopened' ? [event.phase] : null
}

function changesOf({ record, endedEarly, extended }: RoomState, person: PersonId | null, phase: number): number {
  const moved = record.toArray().filter(({ event }) => movesDates(event)?.includes(phase)).length
  const given = person === null ? 0 : (extended[extensionKey(person, phase)]?.times ?? 0)
  return moved + (endedEarly[phase] === undefined ? 0 : 1) + given
}
