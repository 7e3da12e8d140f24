/**
 * Decides what each column of a list means: by its headings, and where there are none by what most of its cells look like. The reader may
 * choose otherwise; what a single cell says against its column is settled in people.ts.
 */
import { type Meaning, OWN_CANVAS_ID, type RosterColumn } from '../../../store/courses/roster-read'
import type { CellLine, CutText } from './cells'
import { CANVAS_ID, headingOf, isJapaneseHeading, isOfCanvas } from './headings'

export type Layout = {
  columns: readonly RosterColumn[]
  /** The line of the headings; null where there are none. */
  headingLine: number | null
  /** The lines of people; without headings, rows of a gradebook that are no people, and empty lines. */
  lines: readonly CellLine[]
  isJapanese: boolean
}

/** Headings may stand below a title of a few lines. */
const deepestHeading = 10

export type CellKind = 'email' | 'number' | 'words'
export function kindOf(cell: string): CellKind {
  const text = cell.normalize('NFKC').trim()
  if (text.includes('@') && !/[\s<]/.test(text)) return 'email'
  const digits = [...text].filter((sign) => /\p{Nd}/u.test(sign)).length
  const isWhole = digits === [...text].length
  return (digits > 1 || isWhole) && digits > 0 && !/\s/.test(text) ? 'number' : 'words'
}

const isMost = (count: number, of: number): boolean => count * 2 > of

export function layOut({ separator, lines: all }: CutText): Layout {
  const filled = all.filter(({ cells }) => cells.some((cell) => cell !== ''))
  const head = findHeading(filled)
  const below = head === null ? filled : filled.slice(head + 1)
  const heading = head === null ? null : (filled[head] ?? null)
  const lines = below.filter((line) => line.text !== heading?.text && !isNoPerson(line, heading !== null))
  const isJapanese =
    (heading?.cells.some(isJapaneseHeading) ?? false) ||
    lines.some(({ text }) => /[\p{sc=Hira}\p{sc=Kana}]/u.test(text))
  const columns = heading ? byHeadings(heading, lines) : byMajority(lines, separator === 'comma')
  return { columns, headingLine: heading?.line ?? null, lines, isJapanese }
}

function findHeading(lines: readonly CellLine[]): number | null {
  const found = lines.slice(0, deepestHeading).findIndex(({ cells }, index) => {
    if (cells.some((cell) => cell.includes('@'))) return false
    const known = cells.filter((cell) => headingOf(cell) !== null).length
    const filled = cells.filter((cell) => cell !== '').length
    return (
      known > 1 || (known === 1 && (filled === 1 || !cells.some((cell) => kindOf(cell) === 'number')) && index === 0)
    )
  })
  return found === -1 ? null : found
}

/** Canvas writes the points of each assignment and a test student between the headings and the class. */
function isNoPerson({ cells }: CellLine, hasHeadings: boolean): boolean {
  const first = (cells[0] ?? '').toLowerCase()
  return hasHeadings && (first === 'points possible' || first === 'student, test')
}

const cellsOf = (lines: readonly CellLine[], index: number): string[] =>
  lines.flatMap(({ cells, isApart }) => (isApart ? [] : [cells[index] ?? '']))

function byHeadings({ cells }: CellLine, lines: readonly CellLine[]): RosterColumn[] {
  const known = cells.map((cell) => headingOf(cell))
  const canvas = cells.indexOf(isOfCanvas(cells) ? CANVAS_ID : OWN_CANVAS_ID)
  const meanings: Meaning[] = known.map((one, index) =>
    index === canvas ? 'canvas' : one === null || one.meaning === 'login' ? 'ignored' : one.meaning,
  )
  const holds = (index: number, kind: CellKind) => {
    const filled = cellsOf(lines, index).filter((cell) => cell !== '')
    return filled.length > 0 && isMost(filled.filter((cell) => kindOf(cell) === kind).length, filled.length)
  }
  const isFilled = (index: number) => cellsOf(lines, index).some((cell) => cell !== '') || lines.length === 0
  const first = (meaning: Meaning) => {
    const asked = known.flatMap((one, index) => (one && meanings[index] === meaning ? [{ index, rank: one.rank }] : []))
    const best = asked.filter(({ index }) => isFilled(index)).toSorted((a, b) => a.rank - b.rank)[0] ?? asked[0]
    for (const { index } of asked) if (index !== best?.index) meanings[index] = 'ignored'
    return best?.index ?? null
  }
  for (const [index, one] of known.entries())
    if (one?.meaning === 'login' && !meanings.includes('email') && holds(index, 'email')) meanings[index] = 'email'
  for (const [index, one] of known.entries())
    if (one?.meaning === 'login' && !meanings.includes('number') && holds(index, 'number')) meanings[index] = 'number'
  const name = first('name')
  const [family, given] = [first('family'), first('given')]
  const parts = [family, given].flatMap((index) => index ?? [])
  if (name !== null) for (const index of parts) meanings[index] = 'ignored'
  else if (parts.length === 1) meanings[parts[0] ?? 0] = 'name'
  first('email')
  first('number')
  first('section')
  for (const kind of ['email', 'words'] as const) {
    const wanted = kind === 'email' ? 'email' : 'name'
    if (meanings.includes(wanted) || (wanted === 'name' && meanings.includes('family'))) continue
    const index = known.findIndex((one, at) => one === null && holds(at, kind))
    if (index !== -1) meanings[index] = wanted
  }
  return meanings.map((meaning, index) => ({
    index,
    heading: cells[index] ?? '',
    meaning,
  }))
}

function byMajority(lines: readonly CellLine[], isComma: boolean): RosterColumn[] {
  const width = usualWidth(lines)
  const columns = Array.from(
    { length: width },
    (_, index): RosterColumn => ({ index, heading: null, meaning: 'ignored' }),
  )
  const set = (index: number | undefined, meaning: Meaning) => {
    const column = index === undefined ? undefined : columns[index]
    if (column) columns[column.index] = { ...column, meaning }
  }
  const facts = columns.map(({ index }) => {
    const filled = cellsOf(lines, index).filter((cell) => cell !== '')
    const kinds = (['email', 'number', 'words'] as const).map((kind) => ({
      kind,
      count: filled.filter((cell) => kindOf(cell) === kind).length,
    }))
    const [most] = kinds.toSorted((a, b) => b.count - a.count)
    const varied = filled.length < 4 || new Set(filled).size * 2 > filled.length
    return {
      index,
      kind: most?.kind ?? 'words',
      varied,
      counts: filled.every((cell, at) => cell === String(at + 1)),
      filled,
    }
  })
  const words = facts.filter(({ kind, varied }) => kind === 'words' && varied)
  const name = words[0] ?? facts.find(({ kind }) => kind === 'words') ?? facts[0]
  const email = facts.find(({ kind, index }) => kind === 'email' && index !== name?.index)
  // A column 1, 2, 3 in front of the names numbers the lines.
  const number = facts.find(
    ({ kind, varied, counts, index }) => kind === 'number' && varied && !(counts && index < (name?.index ?? 0)),
  )
  set(name?.index, 'name')
  set(email?.index, 'email')
  set(number?.index, 'number')
  const next = words.find(({ index }) => index === (name?.index ?? 0) + 1)
  const areParts =
    next && (isComma || isMost(next.filled.filter((cell) => !/\s/.test(cell)).length, next.filled.length))
  if (areParts && name) {
    set(name.index, 'family')
    set(next.index, 'given')
  }
  return columns
}

/** The number of cells that most lines have. */
function usualWidth(lines: readonly CellLine[]): number {
  const counts = new Map<number, number>()
  for (const { cells, isApart } of lines) if (!isApart) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
  const [most] = [...counts].toSorted(([wide, a], [wider, b]) => b - a || wider - wide)
  return most?.[0] ?? 1
}
