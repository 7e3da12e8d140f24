/**
 * Reads a class list that was pasted or that stands in a file, whatever program wrote it: the columns, the people, and what is wrong with
 * single lines. Pure: the same text and choices give the same answer. A line with a fault waits alone and holds nobody back.
 */
import {
  longestRoster,
  NO_CHOICES,
  type RosterChoices,
  type RosterRead,
  type RosterRow,
} from '../../../store/courses/roster-read'
import { cutText } from './cells'
import { layOut } from './columns'
import { longestSection, readPeople } from './people'

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
