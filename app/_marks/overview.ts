// A room's marks as tables: a row for each student, a row for each delegation in each round, and the levels still to give.

import type { RoundPlan } from '#simulation/agenda/plan'
import { type DelegationId, personId } from '#simulation/kernel/ids'
import { type SeatOfRecord, seatsOfRecord } from '#simulation/reading/seat-of-record'
import type { Criterion, Rubric } from '#simulation/scenario/scenario'
import type { RoomState } from '#simulation/state/room-state'
import { delegationsIn } from '#ui/delegations.ts'
import { type SavedMark, type Subject, standing } from './score'

export type Cell = { criterion: Criterion; mark: SavedMark | null }
export type StudentRow = { id: string; name: string | null; seat: SeatOfRecord | null; cells: readonly Cell[] }
export type PositionRow = { round: RoundPlan; number: number; delegation: DelegationId; cells: readonly Cell[] }
export type Overview = {
  students: readonly StudentRow[]
  positions: readonly PositionRow[]
  given: number
  of: number
  /** How many levels were saved as "no evidence". */
  withoutEvidence: number
}

type Known = {
  state: RoomState
  displayNames: Readonly<Record<string, string>>
  /** The participants assigned to this room, whether or not they took a seat. */
  placed: readonly string[]
  marks: readonly SavedMark[]
  rubric: Rubric
}

export function overviewOf({ state, displayNames, placed, marks, rubric }: Known): Overview {
  const { plan } = state
  const held = seatsOfRecord(state)
  const marked = marks.flatMap(({ subject }) => (subject.kind === 'student' ? subject.participantId : []))
  const cellsOf = (subject: Subject): Cell[] =>
    judging(rubric, subject.kind).map((criterion) => ({ criterion, mark: standing(marks, subject, criterion.key) }))
  const order = (seat: SeatOfRecord | null) =>
    seat ? plan.seats.findIndex(({ id }) => id === seat.id) : plan.seats.length
  const students = [...new Set([...held.keys(), ...placed, ...marked])]
    .map((id): StudentRow => {
      const seat = held.get(personId.parse(id)) ?? null
      return { id, name: displayNames[id] ?? null, seat, cells: cellsOf({ kind: 'student', participantId: id }) }
    })
    .sort((a, b) => order(a.seat) - order(b.seat))
  const positions = plan.rounds.flatMap((round, index) =>
    delegationsIn(plan).map(({ id: delegation }): PositionRow => {
      const cells = cellsOf({ kind: 'position', delegation, round: round.key })
      return { round, number: index + 1, delegation, cells }
    }),
  )
  const cells = [...students, ...positions].flatMap((row) => row.cells)
  return {
    students,
    positions,
    given: cells.filter(({ mark }) => mark).length,
    of: cells.length,
    withoutEvidence: cells.filter(({ mark }) => mark?.noEvidence).length,
  }
}

export const judging = ({ criteria }: Rubric, kind: Subject['kind']): readonly Criterion[] =>
  criteria.filter(({ subjects }) => subjects.includes(kind))

/** The sum of a row's levels; null while one is missing. */
export function sumOf(cells: readonly Cell[]): number | null {
  if (cells.length === 0 || cells.some(({ mark }) => mark === null)) return null
  return cells.reduce((sum, { mark }) => sum + (mark?.level ?? 0), 0)
}

export const mostOf = (cells: readonly Cell[]): number => cells.length * 4
