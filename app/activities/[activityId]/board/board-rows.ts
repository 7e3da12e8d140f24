// The board's rows: one for each student, with one cell for each phase that asks for something.

import { personId } from '#simulation/kernel/ids'
import { actsFor } from '#simulation/questions/seats'
import { owedIn, type PhaseProgress, progressOf } from '#simulation/reading/marks/completion'
import { bySection } from '#simulation/reading/room/class-sections'
import { type RoomState, seatHeldBy } from '#simulation/state/room-state'
import { type Delegation, delegationIn } from '#ui/words/delegations.ts'
import type { BoardPerson, BoardRoom } from './board-data'

export type Row = {
  person: string
  name: string
  room: BoardRoom
  /** `actsFor` is the title of the head for whom they act (S22, S23); null where for nobody. */
  seat: { id: string; title: string; delegation: Delegation | null; actsFor: string | null } | null
  /** Progress in the phases that ask something of this student. */
  cells: readonly PhaseProgress[]
  listed: number | null
  section: string | null
  /** What they stand under by family name: all of their name, where the class list does not say which part it is. */
  family: string
  beside: BoardPerson['beside']
}
/** Within each, students stand as the class list has them. */
export const ORDERS = ['list', 'family', 'section', 'room', 'delegation', 'debts'] as const
export type Order = (typeof ORDERS)[number]
export const FILTERS = ['all', 'to-do', 'missing', 'late', 'extended'] as const
export type Filter = (typeof FILTERS)[number]

export function rowsOf(state: RoomState, room: BoardRoom, people: readonly BoardPerson[], now: number): Row[] {
  return people.map((person): Row => {
    const id = personId.parse(person.id)
    const seat = seatHeldBy(state, id)
    const cells = progressOf(state, id, now).filter(({ counted }) => counted.length > 0)
    const sits = seat && {
      id: String(seat.id),
      title: seat.title,
      delegation: delegationIn(state.plan, seat.delegation) ?? null,
      actsFor: actsFor(state, seat)?.title ?? null,
    }
    const { name, listed, section, beside } = person
    const family = person.family || name
    return { person: person.id, name, room, seat: sits, cells, listed, section, family, beside }
  })
}

/** H23: the rows in this order; `roomIds` and `sides`, the ids of delegations, are the debate's in its own. */
export function inOrder(
  rows: readonly Row[],
  order: Order,
  roomIds: readonly string[],
  sides: readonly string[],
): Row[] {
  const last = Number.MAX_SAFE_INTEGER
  const placeIn = (ids: readonly string[], id: string | undefined) =>
    id !== undefined && ids.includes(id) ? ids.indexOf(id) : ids.length
  const listed = rows.toSorted((a, b) => (a.listed ?? last) - (b.listed ?? last) || a.name.localeCompare(b.name))
  const by = (rank: (row: Row) => number) => listed.toSorted((a, b) => rank(a) - rank(b))
  switch (order) {
    case 'list':
      return listed
    case 'family':
      return listed.toSorted((a, b) => a.family.localeCompare(b.family))
    case 'section':
      return listed.toSorted((a, b) => bySection(a.section, b.section))
    case 'room':
      return by(({ room }) => placeIn(roomIds, room.id))
    case 'delegation':
      return by(({ seat }) => placeIn(sides, seat?.delegation?.id))
    case 'debts':
      return by(({ cells }) => -debtsOf(cells))
    default:
      return order satisfies never
  }
}

/** How much is missing of what has begun. */
const debtsOf = (cells: readonly PhaseProgress[]): number =>
  cells.reduce((sum, cell) => sum + (cell.status === 'open' || cell.status === 'missing' ? owedIn(cell) : 0), 0)

/** Whether something of a phase came late: also where more of it is still missing, since late work stands on the record. */
export const isLate = ({ lateBy }: PhaseProgress): boolean => lateBy !== null

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
