/** What the roster's form sends: the list, the step that was pressed, and every choice made so far. */
import { z } from 'zod'
import { typedText } from '../base/text-schema'
import { rowId } from '../store/access/row-id'
import type { ComparisonChoices } from '../store/courses/roster-comparison'
import { longestRoster, MEANINGS, type RosterChoices } from '../store/courses/roster-read'

/** The choices as the form sends them again. */
export type Chosen = ComparisonChoices & { choices: RosterChoices }

/** The buttons of the form; a number is a line of the list. */
export type RosterStep =
  | { kind: 'read' | 'look' | 'compare' | 'save' | 'paste' }
  | { kind: 'leave' | 'plain' | 'apart'; line: number }
  | { kind: 'return' }
  | { kind: 'usual'; line: number; email: string }
  | { kind: 'named'; line: number; name: string }
  | { kind: 'keep'; place: string }

export function stepOf(pressed: string): RosterStep {
  const [kind = '', first = '', second = '', ...more] = pressed.split(' ')
  const line = Number(first)
  switch (kind) {
    case 'read':
    case 'compare':
    case 'save':
    case 'paste':
    case 'return':
      return { kind }
    case 'leave':
    case 'plain':
    case 'apart':
      return Number.isSafeInteger(line) ? { kind, line } : { kind: 'look' }
    case 'usual':
      return Number.isSafeInteger(line) ? { kind, line, email: second } : { kind: 'look' }
    case 'named':
      return Number.isSafeInteger(line) ? { kind, line, name: [second, ...more].join(' ') } : { kind: 'look' }
    case 'keep':
      return { kind, place: first }
    default:
      return { kind: 'look' }
  }
}

const line = z.coerce.number().int().min(1).max(1_000_000)
const meaning = z.enum(MEANINGS)
const FORM = z.object({
  courseId: rowId,
  text: typedText(1_000_000),
  step: typedText(400).default('look'),
  /** Whom a save button promised to add and remove, each by a line or an id. */
  seen: typedText(2 * 40 * longestRoster).default(''),
  fileName: typedText(300).default(''),
  turned: z.enum(['', 'yes', 'no']).catch(''),
  /** What the columns meant when the form was shown, by commas: of two that mean the same now, the one just changed wins. */
  meanings: typedText(5_000).default(''),
})
/** More can only come from somebody who writes the form themselves. */
const mostMends = 3 * longestRoster
const LINES = z.array(line).max(longestRoster * 2)

export type SentForm = z.infer<typeof FORM> & {
  file: File | null
  columns: readonly { index: number; meaning: Meaning }[]
  mends: readonly { line: number; field: 'name' | 'email' | 'number'; text: string }[]
  out: readonly number[]
  apart: readonly number[]
  keep: readonly string[]
}

/** Null for what this form cannot have sent. */
export function readForm(form: FormData): SentForm | null {
  const plain = [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  const given = FORM.safeParse(Object.fromEntries(plain))
  const out = LINES.safeParse(form.getAll('out'))
  const apart = LINES.safeParse(form.getAll('apart'))
  const keep = z.array(rowId).max(longestRoster).safeParse(form.getAll('keep'))
  if (!given.success || !out.success || !apart.success || !keep.success) return null
  const columns = plain.flatMap(([name, text]) => {
    const index = name.startsWith('column.') ? Number(name.slice(7)) : Number.NaN
    const chosen = meaning.safeParse(text)
    return Number.isSafeInteger(index) && chosen.success ? [{ index, meaning: chosen.data }] : []
  })
  const mends = plain.slice(0, mostMends + 50).flatMap(([name, text]) => {
    const [field, at] = name.split('.')
    const read = z.object({ line, field: z.enum(['name', 'email', 'number']), text: typedText(300) })
    const mend = read.safeParse({ line: at, field, text })
    return mend.success ? [mend.data] : []
  })
  const sent = form.get('file')
  const file = sent instanceof File && sent.size > 0 ? sent : null
  return { ...given.data, file, columns, mends, out: out.data, apart: apart.data, keep: keep.data }
}

type Meaning = (typeof MEANINGS)[number]
const RIVALS: Readonly<Record<Meaning, readonly Meaning[]>> = {
  name: ['name', 'family', 'given'],
  family: ['name', 'family'],
  given: ['name', 'given'],
  email: ['email'],
  number: ['number'],
  section: ['section'],
  canvas: ['canvas'],
  ignored: [],
}

function withoutRivals({ columns, meanings }: SentForm): SentForm['columns'] {
  const before = meanings.split(',')
  const changed = columns.find(({ index, meaning }) => before[index] !== undefined && before[index] !== meaning)
  if (!changed) return columns
  return columns.map((one) =>
    one.index !== changed.index && RIVALS[changed.meaning].includes(one.meaning) ? { ...one, meaning: 'ignored' } : one,
  )
}

/** The choices after the step; a new list begins without any. */
export function chosenNow(sent: SentForm, step: RosterStep, isNew: boolean): Chosen {
  if (isNew) return { choices: { columns: [], turned: null, mends: [], out: [] }, keep: [], apart: [] }
  const mends = new Map<number, { line: number; name?: string; email?: string; number?: string }>()
  const mend = (at: number, field: 'name' | 'email' | 'number', text: string) =>
    mends.set(at, { ...(mends.get(at) ?? { line: at }), [field]: text })
  for (const one of sent.mends) mend(one.line, one.field, one.text)
  if (step.kind === 'plain') mend(step.line, 'email', '')
  if (step.kind === 'usual') mend(step.line, 'email', step.email)
  if (step.kind === 'named') mend(step.line, 'name', step.name)
  const out = step.kind === 'return' ? [] : step.kind === 'leave' ? [...sent.out, step.line] : sent.out
  return {
    choices: {
      columns: withoutRivals(sent),
      turned: sent.turned === '' ? null : sent.turned === 'yes',
      mends: [...mends.values()],
      out,
    },
    keep: step.kind === 'keep' ? [...sent.keep, step.place] : sent.keep,
    apart: step.kind === 'apart' ? [...sent.apart, step.line] : sent.apart,
  }
}
