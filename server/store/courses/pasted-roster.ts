/**
 * Reads a class list that was pasted or that stands in a file, whatever program wrote it: the columns, the people, and what is wrong with
 * single lines. Pure: the same text and choices give the same answer. A line with a fault waits alone and holds nobody back.
 */
import { cutText, type Separator } from './roster-reading/cells'
import { layOut, type RosterColumn } from './roster-reading/columns'
import type { Meaning } from './roster-reading/headings'
import { longestSection, type Mend, type NameOrder, readPeople } from './roster-reading/people'
import type { RosterFault, RosterPerson } from './roster-reading/person-faults'

export type { Separator } from './roster-reading/cells'
export type { RosterColumn } from './roster-reading/columns'
export { MEANINGS, OWN_CANVAS_ID } from './roster-reading/headings'
export type { NameOrder } from './roster-reading/people'
export type { RosterFault, RosterPerson } from './roster-reading/person-faults'

/** What is saved of a line. */
export type RosterRow = {
  line: number
  name: string
  familyName?: string | null
  givenName?: string | null
  email: string | null
  studentNumber: string | null
  section: string | null
  /** Absent where the list has no column of it. */
  canvasId?: string | null
}

/** What the reader of the page chose otherwise than the list was read. */
export type RosterChoices = {
  /** By the index of the column. */
  columns: readonly { index: number; meaning: Meaning }[]
  /** Whether "Last, First" is turned round; null leaves it to the majority. */
  turned: boolean | null
  mends: readonly (Mend & { line: number })[]
  /** The lines to leave out. */
  out: readonly number[]
}
export const NO_CHOICES: RosterChoices = {
  columns: [],
  turned: null,
  mends: [],
  out: [],
}

export type RosterRead = {
  separator: Separator
  headingLine: number | null
  columns: readonly RosterColumn[]
  order: NameOrder | null
  turned: boolean
  /** Everybody in the order of the file, without those left out. */
  people: readonly RosterPerson[]
  places: readonly RosterRow[]
  faults: readonly { line: number; fault: RosterFault['kind'] }[]
  /** The lines that the reader of the page has left out. */
  out: readonly number[]
}

export const longestRoster = 2000
/** The most characters read; far more than `longestRoster` names need. */
export const mostPasted = 200_000

export function readPastedRoster(pasted: string, choices: RosterChoices = NO_CHOICES): RosterRead {
  const cut = cutText(pasted)
  const out = new Set(choices.out)
  const all = layOut(cut)
  const layout = {
    ...all,
    lines: all.lines.filter(({ line }) => !out.has(line)).slice(0, longestRoster + 1),
  }
  const chosen = new Map(choices.columns.map(({ index, meaning }) => [index, meaning]))
  const columns = all.columns.map((column) => ({
    ...column,
    meaning: chosen.get(column.index) ?? column.meaning,
  }))
  const mends = new Map(choices.mends.map(({ line, ...mend }) => [line, mend]))
  const hasIds = columns.some(({ meaning }) => meaning === 'canvas')
  const { people, order, turned } = readPeople(layout, columns, choices.turned, mends)
  return {
    ...{
      separator: cut.separator,
      headingLine: all.headingLine,
      columns,
      order,
      turned,
      people,
    },
    places: people.flatMap(({ line, name, split, email, number, section, canvasId, fault }): RosterRow[] =>
      fault
        ? []
        : [
            {
              ...{ line, name, email: email || null, studentNumber: number || null, section: sectionOf(section) },
              ...(hasIds ? { canvasId: canvasId || null } : {}),
              ...(split ? { familyName: split.family, givenName: split.given } : {}),
            },
          ],
    ),
    faults: people.flatMap(({ line, fault }) => (fault ? [{ line, fault: fault.kind }] : [])),
    out: [...out].toSorted((a, b) => a - b),
  }
}

/** A section whose name is longer than any is cut: nobody waits for it. */
const sectionOf = (text: string): string | null => [...text].slice(0, longestSection).join('').trim() || null
