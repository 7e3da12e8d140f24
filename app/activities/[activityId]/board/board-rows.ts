// The board as plain values: one row a student, one cell a phase that asks for something, and the sums beneath.
// It must not know how a row is drawn, nor in whose time zone.

import type { PhaseKind } from '#simulation/agenda/phase-kinds'
import { type DelegationId, personId } from '#simulation/kernel/ids'
import { isRunning, type RoomState, seatHeldBy } from '#simulation/kernel/room-state'
import { progressOf } from '#simulation/reading/completion'
import { dueAt, dueFor, extensionKey } from '#simulation/topics/homework/homework'
import { workOf } from '#simulation/topics/homework/work'
import type { BoardPerson, BoardRoom } from './board-data'

export type Cell = {
  phase: number
  status: 'ahead' | 'open' | 'done' | 'late' | 'missing'
  asked: number
  done: number
  /** How long after the deadline the last piece came, in milliseconds. */
  lateMs: number
  extendedTo: number | null
}
export type Row = {
  person: string
  name: string
  room: BoardRoom
  seat: { id: string; title: string; delegation: DelegationId | null } | null
  cells: readonly Cell[]
}
export type Column = { phase: number; kind: PhaseKind; dueAt: number | null; current: boolean }

export const FILTERS = ['all', 'to-do', 'missing', 'late', 'extended'] as const
export type Filter = (typeof FILTERS)[number]

const ORDER: Readonly<Record<string, number>> = { us: 0, jp: 1, cn: 2 }

/** The phases that ask for something, with the deadlines of this room. */
export function columnsOf(state: RoomState): Column[] {
  return state.plan.phases.flatMap((phase, index) =>
    phase.requires.length === 0
      ? []
      : [{ phase: index, kind: phase.kind, dueAt: dueAt(state, index), current: index === currentPhase(state) }],
  )
}

/** The phase that runs, or the next to come; the last one when all is over. */
export function currentPhase(state: RoomState): number {
  const { index, status } = state.agenda
  return status === 'running' || status === 'finished' ? index : Math.min(index + 1, state.plan.phases.length - 1)
}

/** Phases whose deadline may still be moved. A reveal is a moment, and moves with what comes before it. */
export const movable = (state: RoomState): readonly number[] =>
  state.plan.phases.flatMap((phase, index) => {
    const ahead = index > state.agenda.index || (index === state.agenda.index && isRunning(state))
    return ahead && phase.opensAt !== phase.dueAt ? [index] : []
  })

export function rowsOf(state: RoomState, room: BoardRoom, people: readonly BoardPerson[], now: number): Row[] {
  return people
    .map((person): Row => {
      const id = personId.parse(person.id)
      const seat = seatHeldBy(state, id)
      const items = workOf(state, id)
      const cells = progressOf(state, id, now).flatMap((progress): Cell[] => {
        if (progress.counted.length === 0) return []
        const last = Math.max(0, ...items.filter(({ phase }) => phase === progress.phase).map(({ at }) => at))
        const due = dueFor(state, progress.phase, id) ?? last
        const asked = progress.counted.reduce((sum, { asked }) => sum + asked, 0)
        const done = progress.counted.reduce((sum, { asked, done }) => sum + Math.min(asked, done), 0)
        const extendedTo = state.extensions[extensionKey(id, progress.phase)] ?? null
        const { phase, status } = progress
        return [{ phase, status, asked, done, lateMs: Math.max(0, last - due), extendedTo }]
      })
      const sits = seat && { id: String(seat.id), title: seat.title, delegation: seat.delegation }
      return { person: person.id, name: person.name, room, seat: sits, cells }
    })
    .toSorted((a, b) => place(a) - place(b) || a.name.localeCompare(b.name))
}

const place = (row: Row): number => ORDER[row.seat?.delegation ?? ''] ?? 3

/** Whether a row is wanted; `current` is the phase the class is in. */
export function passes(row: Row, filter: Filter, current: number): boolean {
  switch (filter) {
    case 'all':
      return true
    case 'to-do':
      return row.cells.some((cell) => cell.phase === current && cell.status !== 'done' && cell.status !== 'late')
    case 'missing':
    case 'late':
      return row.cells.some((cell) => cell.status === filter)
    case 'extended':
      return row.cells.some((cell) => cell.extendedTo !== null)
    default:
      return filter satisfies never
  }
}

/** Of whom a phase asks something at all. */
export const askedIn = (rows: readonly Row[], phase: number): number =>
  rows.filter((row) => row.cells.some((cell) => cell.phase === phase)).length

/** How many have done a phase. */
export const doneIn = (rows: readonly Row[], phase: number): number =>
  rows.filter((row) =>
    row.cells.some((cell) => cell.phase === phase && (cell.status === 'done' || cell.status === 'late')),
  ).length
