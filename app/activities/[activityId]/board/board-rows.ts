// The board's rows: one for each student, with one cell for each phase that asks for something.

import { personId } from '#simulation/kernel/ids'
import { type PhaseProgress, progressOf } from '#simulation/reading/completion'
import { type RoomState, seatHeldBy } from '#simulation/state/room-state'
import { type Delegation, delegationIn } from '#ui/delegations.ts'
import type { BoardPerson, BoardRoom } from './board-data'

export type Row = {
  person: string
  name: string
  room: BoardRoom
  seat: { id: string; title: string; delegation: Delegation | null } | null
  /** Progress in the phases that ask something of this student. */
  cells: readonly PhaseProgress[]
}
export const FILTERS = ['all', 'to-do', 'missing', 'late', 'extended'] as const
export type Filter = (typeof FILTERS)[number]

export function rowsOf(state: RoomState, room: BoardRoom, people: readonly BoardPerson[], now: number): Row[] {
  return people
    .map((person): Row => {
      const id = personId.parse(person.id)
      const seat = seatHeldBy(state, id)
      const cells = progressOf(state, id, now).filter(({ counted }) => counted.length > 0)
      const sits = seat && {
        id: String(seat.id),
        title: seat.title,
        delegation: delegationIn(state.plan, seat.delegation) ?? null,
      }
      return { person: person.id, name: person.name, room, seat: sits, cells }
    })
    .toSorted((a, b) => place(state, a) - place(state, b) || a.name.localeCompare(b.name))
}

/** Rows in the plan's order of delegations; students in none come last. */
function place({ plan }: RoomState, { seat }: Row): number {
  const at = plan.seats.findIndex(({ delegation }) => delegation !== null && delegation === seat?.delegation?.id)
  return at === -1 ? plan.seats.length : at
}

/** Whether something of a phase came late: also where more of it is still missing, since late work stands on the record. */
export const isLate = ({ status, lateBy }: PhaseProgress): boolean => status !== 'done' && lateBy !== null

/** Whether the filter shows a row; `current` is the phase that the class is in. */
export function passes(row: Row, filter: Filter, current: number): boolean {
  switch (filter) {
    case 'all':
      return true
    case 'to-do':
      return row.cells.some((cell) => cell.phase === current && cell.status !== 'done' && cell.status !== 'late')
    case 'missing':
      return row.cells.some((cell) => cell.status === filter)
    case 'late':
      return row.cells.some(isLate)
    case 'extended':
      return row.cells.some((cell) => cell.extendedTo !== null)
    default:
      return filter satisfies never
  }
}
