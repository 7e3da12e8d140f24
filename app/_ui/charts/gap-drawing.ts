// The measures of the dumbbell drawings of the gap, and the positions of their plates and labels, in units of the SVG.

import { axisShare } from '#simulation/kernel/axis'
import type { DelegationId } from '#simulation/kernel/ids'
import type { Values } from '#simulation/reading/log/gap'
import type { Delegation } from '../words/delegations'
import { PLATE, plateWidth } from './chart-marks'

export type Measures = {
  width: number
  /** The x of the axis's two ends. */
  from: number
  to: number
  /** The scale of plates and text; 1 is the phone drawing of 340 units. */
  scale: number
  /** Whether row labels are beside the rows or above them. */
  labels: 'beside' | 'above'
  stepNumbers: boolean
  /** A font size that is 12px or more at the smallest width this drawing is shown in. */
  small: number
  label: number
}

export type DrawingName = 'wide' | 'half' | 'phone' | 'stage'

export function measures(name: DrawingName, rows: boolean): Measures {
  switch (name) {
    case 'wide':
      return {
        width: 1160,
        from: rows ? 170 : 32,
        to: rows ? 1092 : 1128,
        scale: 1.15,
        labels: 'beside',
        stepNumbers: true,
        small: 13.8,
        label: 14,
      }
    case 'half':
      return {
        width: 570,
        from: rows ? 148 : 28,
        to: rows ? 522 : 542,
        scale: 1,
        labels: 'beside',
        stepNumbers: true,
        small: 13.8,
        label: 14,
      }
    case 'phone':
      return {
        width: 340,
        from: 28,
        to: rows ? 300 : 312,
        scale: rows ? 0.95 : 1,
        labels: 'above',
        stepNumbers: true,
        small: 14.2,
        label: 14.2,
      }
    case 'stage':
      return { width: 1180, from: 80, to: 1100, scale: 2.7, labels: 'beside', stepNumbers: false, small: 40, label: 40 }
    default:
      return name satisfies never
  }
}

export const axisX = ({ from, to }: Measures, value: number) => from + axisShare(value) * (to - from)

export type PlacedPlate = { delegation: Delegation; value: number; x: number; level: number }

const BETWEEN = 6

/** The plates on the line from left to right; one that would overlap another is stacked above it. */
function placePlates(m: Measures, delegations: readonly Delegation[], positions: Values): readonly PlacedPlate[] {
  const stood: PlacedPlate[] = []
  const placed = delegations
    .flatMap((delegation) => {
      const value = positions[delegation.id] ?? null
      return value === null ? [] : [{ delegation, value, x: axisX(m, value) }]
    })
    .sort((a, b) => a.x - b.x)
  const width = ({ delegation }: { delegation: Delegation }) => plateWidth(delegation.letter)
  for (const plate of placed) {
    const taken = stood
      .filter((other) => Math.abs(other.x - plate.x) < ((width(other) + width(plate)) / 2 + BETWEEN) * m.scale)
      .map((other) => other.level)
    let level = 0
    while (taken.includes(level)) level += 1
    stood.push({ ...plate, level })
  }
  return stood
}

/** In steps of the axis: on the stage, plates closer than this are stacked, which makes the drawing taller. */
const STACKED = 0.9

export function areStacked(values: Values): boolean {
  const stood = Object.values(values)
    .filter((value) => value !== undefined)
    .sort((a, b) => a - b)
  return stood.some((value, place) => value - (stood[place - 1] ?? Number.NEGATIVE_INFINITY) < STACKED)
}

/** The scales of the stage drawing, largest first: high stacks of plates need a smaller one. */
const STAGE_SCALES = [2.7, 2.2, 1.8, 1.45] as const
const STAGE_STACK = 230

/** The largest measures in which these positions fit, with the plates placed in them. */
export function fitted(
  name: DrawingName,
  rows: boolean,
  delegations: readonly Delegation[],
  positions: Values,
): { m: Measures; stood: readonly PlacedPlate[] } {
  const base = measures(name, rows)
  const stand = (m: Measures) => ({ m, stood: placePlates(m, delegations, positions) })
  const tried = (name === 'stage' ? STAGE_SCALES : [base.scale]).map((scale) => stand({ ...base, scale }))
  const highest = (stood: readonly PlacedPlate[]) => Math.max(0, ...stood.map(({ level }) => level))
  return tried.find(({ m, stood }) => highest(stood) * LEVEL * m.scale <= STAGE_STACK) ?? tried.at(-1) ?? stand(base)
}

const LEVEL = PLATE.height + 4

export const plateFoot = (m: Measures, axisY: number, level: number) => axisY - (6 + level * LEVEL) * m.scale
export const plateTop = (m: Measures, axisY: number, level: number) =>
  plateFoot(m, axisY, level) - PLATE.height * m.scale

/** The top of the highest plate over an x of the axis, or of the line itself. */
export function clearAbove(m: Measures, axisY: number, stood: readonly PlacedPlate[], x: number): number {
  const over = stood.filter((plate) => Math.abs(plate.x - x) <= (plateWidth(plate.delegation.letter) / 2) * m.scale)
  return Math.min(axisY, ...over.map((plate) => plateTop(m, axisY, plate.level)))
}

export type Belief = { of: DelegationId; by: DelegationId; value: number }
type BeliefLabel = { side: -1 | 1; x: number; by: readonly DelegationId[] }

/** A label names this many guessing delegations and counts the rest, so that eight of them fit in a row. */
const NAMED = 3
export const namedIn = <By>(by: readonly By[]): { named: readonly By[]; rest: number } =>
  by.length > NAMED ? { named: by.slice(0, NAMED - 1), rest: by.length - NAMED + 1 } : { named: by, rest: 0 }

/** "by US, CN" is nine letters. */
const lettersIn = (label: { by: readonly unknown[] }, letters: number) =>
  1 + Math.min(label.by.length, NAMED) * (2 + letters)
const labelWidth = (label: { by: readonly unknown[] }, letters: number) => 16 + lettersIn(label, letters) * 6.4
const LABEL_NEEDS = 50

/**
 * The labels of the guesses at one delegation, outside its marks. Marks that are too close for a label each share one, nearest first.
 * `letters` is the length of the longest placard.
 */
export function beliefLabels(
  m: Measures,
  beliefs: readonly Belief[],
  actual: number | null,
  letters = 2,
): readonly BeliefLabel[] {
  const labels: BeliefLabel[] = []
  for (const side of [-1, 1] as const) {
    const here = beliefs
      .filter(({ value }) => (actual === null || value >= actual ? 1 : -1) === side)
      .sort((a, b) => side * (a.value - b.value))
    for (const belief of here) {
      const x = axisX(m, belief.value)
      const last = labels.at(-1)
      if (last && last.side === side && Math.abs(last.x - x) < labelWidth(last, letters) + 2)
        labels[labels.length - 1] = { side, x, by: [...last.by, belief.by] }
      else labels.push({ side, x, by: [belief.by] })
    }
  }
  const within = labels.reduce<readonly BeliefLabel[]>(
    (kept, label) => (leavesDrawing(m, label, letters) ? turned(m, kept, label, beliefs) : kept),
    labels,
  )
  return areClear(m, within, beliefs, letters) ? within : [sharedLabel(m, beliefs, actual, letters)]
}

export const MARK_HALF = 6.5
export const LABEL_STEP = 12
/** What a mark and a label may share before they are read as one. */
const TOUCH = 2

/** From where to where a label is written. */
export function labelSpan({ side, x, by }: BeliefLabel, letters = 2): readonly [number, number] {
  const near = x + side * LABEL_STEP
  const far = near + side * lettersIn({ by }, letters) * 6.4
  return side === 1 ? [near, far] : [far, near]
}

/** Whether no label is written over a mark or over another label. */
function areClear(m: Measures, labels: readonly BeliefLabel[], beliefs: readonly Belief[], letters: number): boolean {
  const spans = labels.map((label) => labelSpan(label, letters))
  const marks = beliefs.map(({ value }) => axisX(m, value))
  return spans.every(
    ([from, to], place) =>
      marks.every((x) => x + MARK_HALF - TOUCH <= from || x - MARK_HALF + TOUCH >= to) &&
      spans.every(([start, end], other) => other === place || end - TOUCH <= from || start + TOUCH >= to),
  )
}

/** One label for all marks of a row, on the side of them that has room. */
function sharedLabel(m: Measures, beliefs: readonly Belief[], actual: number | null, letters: number): BeliefLabel {
  const by = beliefs
    .toSorted((a, b) => Math.abs(a.value - (actual ?? 0)) - Math.abs(b.value - (actual ?? 0)))
    .map((belief) => belief.by)
  const marks = beliefs.map(({ value }) => axisX(m, value))
  const right: BeliefLabel = { side: 1, x: Math.max(...marks), by }
  return leavesDrawing(m, right, letters) ? { side: -1, x: Math.min(...marks), by } : right
}

const leavesDrawing = (m: Measures, label: BeliefLabel, letters: number) => {
  const needs = labelWidth(label, letters)
  return label.side === 1 ? label.x + needs > m.width + 8 : label.x - needs < m.from - 20
}

/** Moves a label without room outside its mark to the inside, past other marks, and merges it with a label it would overlap. */
function turned(
  m: Measures,
  labels: readonly BeliefLabel[],
  label: BeliefLabel,
  beliefs: readonly Belief[],
): readonly BeliefLabel[] {
  const side = label.side === 1 ? -1 : 1
  const marks = beliefs.map(({ value }) => axisX(m, value)).sort((a, b) => side * (a - b))
  const x = marks.reduce((at, mark) => {
    const step = side * (mark - at)
    return step > 0 && step < LABEL_NEEDS ? mark : at
  }, label.x)
  const met = labels.find((other) => other !== label && other.side === side && other.x === x)
  return [
    ...labels.filter((other) => other !== label && other !== met),
    { side, x, by: [...label.by, ...(met?.by ?? [])] },
  ]
}
