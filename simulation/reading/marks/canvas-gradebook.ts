/**
 * What the grade files and the worker thread both know of Canvas's gradebook: the names that its columns may have, and what is told of an
 * export in which one column was filled.
 */
import { z } from 'zod'
import { unrunnable } from '../../kernel/sheet-text'

/** The longest export that is read, in bytes: one of 2,000 students with many assignments has a fifth of it. */
export const LARGEST_CANVAS_FILE = 5_000_000

export const FIXED_COLUMNS: readonly string[] = [
  'Student',
  'LastName',
  'FirstName',
  'ID',
  'SIS User ID',
  'SIS Login ID',
  'Integration ID',
  'Root Account',
  'Section',
]
/** In the cell of a student from whom Canvas expects no grade. */
export const EXCUSED = 'EX'
/** Canvas treats a column whose name contains one of these as a total and ignores it on import. */
export const TOTALS = /(?:Current|Final|Override) (?:Score|Points|Grade|Status)/

/** A title that Canvas takes for a new assignment: not a formula, not a total, not the number of another assignment. */
export const columnName = (title: string): string =>
  unrunnable(title.trim())
    .replace(new RegExp(TOTALS, 'g'), (words) => words.toLowerCase())
    .replace(/\((\d+)\)$/, '[$1]')

/** A name that no other column has: of two equal names Canvas reads the first. */
export function newColumn(head: readonly string[], title: string): string {
  const name = columnName(title)
  const taken = new Set([...FIXED_COLUMNS, ...head].map((each) => each.trim()))
  const names = [name, `${name} (Track Two)`, ...head.map((_, index) => `${name} (Track Two, ${index + 2})`)]
  return names.find((each) => !taken.has(each)) ?? name
}

const match = z.object({
  /** The name as Canvas writes it. */
  student: z.string(),
  by: z.enum(['id', 'login', 'name']).nullable(),
  /** The matching student's name in our gradebook; null where nobody matched. */
  name: z.string().nullable(),
  /** What is written into the row's cell; null where the cell stays as it was, for the reason in `stays`. */
  written: z.string().nullable(),
  stays: z.enum(['nobody', 'no-sum', 'excused', 'not-assigned']).nullable(),
})
export type CanvasMatch = z.infer<typeof match>

/** What is told of an export: the filled file and whom it holds, or why it was not filled. */
export const canvasFilled = z.union([
  z.object({
    ok: z.literal(true),
    file: z.string(),
    column: z.string(),
    added: z.boolean(),
    /** The assignment's points, where they differ from ours: sums were scaled to them, but for 0 points. */
    turnedInto: z.number().nullable(),
    matches: z.array(match),
    unmatched: z.array(z.string()),
  }),
  z.object({
    ok: z.literal(false),
    fault: z.enum([
      'utf-16',
      'unreadable',
      'not-canvas',
      'too-large',
      'no-students',
      'other-course',
      'read-only',
      'over',
    ]),
  }),
  z.object({ ok: z.literal(false), fault: z.literal('two-columns'), one: z.string(), other: z.string() }),
])
export type CanvasFilled = z.infer<typeof canvasFilled>
