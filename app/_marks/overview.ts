// A room's marks as tables: a row for each student, a row for each delegation in each round, and the levels still to give.

import type { RoundPlan } from '#simulation/agenda/plan'
import { type DelegationId, personId } from '#simulation/kernel/ids'
import { type Criterion, criteriaFor, type Rubric, sumOfLevels, topOf } from '#simulation/reading/log/rubric'
import { type SeatOfRecord, seatsOfRecord } from '#simulation/reading/log/seat-of-record'
import type { RoomState } from '#simulation/state/room-state'
import { delegationsIn } from '#ui/words/delegations.ts'
import { type SavedMark, type Subject, standing } from './score'

export type Cell = { criterion: Criterion; mark: SavedMark | null }
/** A row's cells are in the order of its rubric. */
export type StudentRow = {
  id: string
  name: string | null
  seat: SeatOfRecord | null
  rubric: Rubric
  cells: readonly Cell[]
}
export type PositionRow = {
  round: RoundPlan
  number: number
  delegation: DelegationId
  rubric: Rubric
  cells: readonly Cell[]
}
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
  rubricOf: (subject: Subject) => Rubric
}

export function overviewOf({ state, displayNames, placed, marks, rubricOf }: Known): Overview {
  const { plan } = state
  const held = seatsOfRecord(state)
  const marked = marks.flatMap(({ subject }) => (subject.kind === 'student' ? subject.participantId : []))
  const cellsOf = (subject: Subject): Cell[] =>
    criteriaFor(rubricOf(subject), subject.kind).map((criterion) => ({
      criterion,
      mark: standing(marks, subject, criterion.key),
    }))
  const order = (seat: SeatOfRecord | null) =>
    seat ? plan.seats.findIndex(({ id }) => id === seat.id) : plan.seats.length
  const students = [...new Set([...held.keys(), ...placed, ...marked])]
    .map((id): StudentRow => {
      const seat = held.get(personId.parse(id)) ?? null
      const subject: Subject = { kind: 'student', participantId: id }
      return { id, name: displayNames[id] ?? null, seat, rubric: rubricOf(subject), cells: cellsOf(subject) }
    })
    .sort((a, b) => order(a.seat) - order(b.seat))
  const positions = plan.rounds.flatMap((round, index) =>
    delegationsIn(plan).map(({ id: delegation }): PositionRow => {
      const subject: Subject = { kind: 'position', delegation, round: round.key }
      return { round, number: index + 1, delegation, rubric: rubricOf(subject), cells: cellsOf(subject) }
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

/** What a row comes to, and out of what; null while a level is missing. Of a position that is its levels. */
export function sumOf(row: Pick<StudentRow | PositionRow, 'rubric' | 'cells'>): { sum: number; most: number } | null {
  const { rubric, cells } = row
  const levels = cells.map(({ mark }) => mark?.level ?? null)
  if ('round' in row) {
    const given = levels.flatMap((level) => level ?? [])
    const whole = given.length > 0 && given.length === levels.length
    return whole ? { sum: given.reduce((all, one) => all + one, 0), most: given.length * topOf(rubric) } : null
  }
  const sum = sumOfLevels(rubric, levels)
  return sum === null ? null : { sum, most: rubric.points }
}
