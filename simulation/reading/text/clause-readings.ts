// One text, several readings (rule D10): for each agreed clause where each side that agreed to it takes the words to stand.
import { delegationIds } from '../../agenda/parties'
import { opens } from '../../agenda/phase-kinds'
import { type AxisPlan, type RoomPlan, seatIdsOf } from '../../agenda/plan'
import type { AxisValue, DelegationId, TensionKey } from '../../kernel/ids'
import { axisOf } from '../../questions/readings'
import { cleanVersion, isInitialled } from '../../questions/text'
import type { VersionId } from '../../shapes/text'
import { clauseIn, type RoomState } from '../../state/room-state'
import { revealedValues } from '../log/gap'
import { type ClauseOutcome, clauseOutcome } from './issued-text'

/** A clause of the finished text. */
export type FinalClause = Readonly<{
  key: string
  /** Its place in the text, from 1. */
  number: number
  heading: string
  tension: TensionKey | null
  /** The clean words; empty where a bracket stood open. */
  text: string
  version: VersionId | null
  agreed: boolean
  /** Who agreed to it: in the vote, or with initials where there was none. */
  by: readonly DelegationId[]
  /** How the vote came out; null where there was none. */
  outcome: ClauseOutcome | null
}>

/** The text as it was issued, or in a room that does not vote as it stands after the talks; null before. */
export function finalClauses(state: RoomState): readonly FinalClause[] | null {
  const { issued, plan } = state
  if (issued)
    return issued.clauses.map((clause, index) => {
      const outcome = clauseOutcome(plan, clause)
      const agreed = clause.outcome === 'passed'
      const { clause: key, heading, text, version = null } = clause
      const tension = clauseIn(state, key)?.tension ?? null
      return {
        key,
        number: index + 1,
        heading,
        tension,
        text,
        version,
        agreed,
        by: agreed ? outcome.agreed : [],
        outcome,
      }
    })
  if (plan.phases.some((phase) => opens(phase, 'votes')) || state.unsealedAt === null) return null
  return state.clauses.map((clause, index) => {
    const { key, heading, tension } = clause
    const clean = cleanVersion(clause)
    const agreed = clean !== null && isInitialled(clause)
    const words = { text: clean?.words ?? '', version: clean?.id ?? null }
    return {
      key,
      number: index + 1,
      heading,
      tension,
      ...words,
      agreed,
      by: agreed ? delegationIds(plan) : [],
      outcome: null,
    }
  })
}

export type SideReading = Readonly<{ delegation: DelegationId; value: AxisValue }>

/** The last reading of each side that agreed, of the words as they were agreed, in the plan's order. */
export function readingsOf(state: RoomState, { key, version, by }: FinalClause): readonly SideReading[] {
  return by.flatMap((delegation) => {
    const seats = seatIdsOf(state.plan, delegation)
    const last = state.readings.findLast(
      (each) => each.clause === key && each.version === version && seats.includes(each.seat),
    )
    return last ? [{ delegation, value: last.value }] : []
  })
}

/** Two sides that read the same words, and how far apart. */
type Apart = Readonly<{ first: DelegationId; second: DelegationId; steps: number }>

export type ClauseReadings = Readonly<{
  clause: FinalClause
  axis: AxisPlan
  readings: readonly SideReading[]
  /** Who agreed and marked nothing, and who did not agree. */
  unmarked: readonly DelegationId[]
  outside: readonly DelegationId[]
  /** Where each side that read it closed, or opened where it did not close. */
  stood: readonly SideReading[]
  /** Whether each read it within a step of where it stood; null where that of one is not known. */
  asItStood: boolean | null
  finding:
    | { kind: 'apart'; apart: Apart }
    | { kind: 'alike'; value: AxisValue }
    | { kind: 'one'; by: DelegationId }
    | { kind: 'none' }
}>

/** The agreed clauses that have an axis, the furthest apart first. */
export function clauseReadings(state: RoomState): readonly ClauseReadings[] {
  const read = (finalClauses(state) ?? []).flatMap((clause): ClauseReadings[] => {
    const axis = axisOf(state.plan, clause.tension)
    if (!clause.agreed || axis === null) return []
    const readings = readingsOf(state, clause)
    const values = clause.tension === null ? {} : lastPositions(state, clause.tension)
    const stood = readings.flatMap(({ delegation }) => {
      const value = values[delegation]
      return value === undefined ? [] : [{ delegation, value }]
    })
    const near = readings.every(({ delegation, value }) => Math.abs(value - (values[delegation] ?? value)) <= 1)
    return [
      {
        clause,
        axis,
        readings,
        unmarked: clause.by.filter((id) => !readings.some(({ delegation }) => delegation === id)),
        outside: delegationIds(state.plan).filter((id) => !clause.by.includes(id)),
        stood,
        asItStood: stood.length < readings.length || readings.length === 0 ? null : near,
        finding: findingOf(readings),
      },
    ]
  })
  const steps = ({ finding }: ClauseReadings) => (finding.kind === 'apart' ? finding.apart.steps : 0)
  return read.toSorted((a, b) => steps(b) - steps(a) || b.readings.length - a.readings.length)
}

function findingOf(readings: readonly SideReading[]): ClauseReadings['finding'] {
  const [low, ...others] = readings.toSorted((a, b) => a.value - b.value)
  const high = others.at(-1)
  if (!low) return { kind: 'none' }
  if (!high) return { kind: 'one', by: low.delegation }
  if (high.value === low.value) return { kind: 'alike', value: low.value }
  const [first, second] = readings.filter((each) => each === low || each === high)
  if (!first || !second) return { kind: 'none' }
  return { kind: 'apart', apart: { first: first.delegation, second: second.delegation, steps: high.value - low.value } }
}

/** What is said over all agreed clauses: the one furthest apart, or that those read by two sides were read alike, or that too few were. */
export type ReadingsFinding =
  | { kind: 'apart'; clause: FinalClause; apart: Apart }
  | { kind: 'alike'; clause: FinalClause; value: AxisValue; by: readonly DelegationId[]; only: boolean }
  | { kind: 'one'; clause: FinalClause; by: DelegationId }
  /** Nobody marked, nothing was agreed, or only what is about no question and has no axis. */
  | { kind: 'none' | 'nothing-agreed' | 'nothing-asked' }

export function readingsFinding(state: RoomState): ReadingsFinding {
  const all = clauseReadings(state)
  const [first] = all
  if (!first) return { kind: finalClauses(state)?.some(({ agreed }) => agreed) ? 'nothing-asked' : 'nothing-agreed' }
  const { clause, finding } = first
  switch (finding.kind) {
    case 'apart':
      return { kind: 'apart', clause, apart: finding.apart }
    case 'alike':
      return {
        kind: 'alike',
        clause,
        value: finding.value,
        by: first.readings.map(({ delegation }) => delegation),
        only: all.filter((one) => one.finding.kind === 'alike').length === 1,
      }
    case 'one':
      return { kind: 'one', clause, by: finding.by }
    case 'none':
      return { kind: 'none' }
    default:
      return finding satisfies never
  }
}

/** How many readings there are, of how many that were asked for. */
export function readingsCounted(state: RoomState): { marked: number; of: number } {
  const all = clauseReadings(state)
  return {
    marked: all.reduce((sum, { readings }) => sum + readings.length, 0),
    of: all.reduce((sum, { clause }) => sum + clause.by.length, 0),
  }
}

/** Where each side last stood on a tension for everybody to see: its closing position, else its opening one. */
export function lastPositions(state: RoomState, tension: TensionKey): Partial<Record<DelegationId, AxisValue>> {
  return { ...revealedValues(state, tension, 'opening'), ...revealedValues(state, tension, 'closing') }
}

/** Whether a plan asks for readings at all. */
export const hasReadings = ({ communique }: RoomPlan): boolean => communique.readings === true
