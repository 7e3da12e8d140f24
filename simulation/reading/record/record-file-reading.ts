// Reads a record file and checks it whole: its syntax, its shape, its order, and that the rules replay its rows (R10). A file that fails
// is answered with one fault that names the line or the row, and none of its rows are returned.
import * as z from 'zod/mini'
import { lift, ROOM_VERSION, ROWS } from '../../engine/versions'
import { LAST_INSTANT, list } from '../../kernel/ids'
import { RECORD } from '../../kernel/limits'
import { isStorable } from '../../kernel/storable'
import { isRedacted, redactedRow } from '../../secrecy/visible-row'
import type { Recorded } from '../../shapes/record'
import { recorded } from '../../shapes/record'
import type { Rejection } from '../../shapes/verdict'
import type { RoomState } from '../../state/room-state'
import type { RecordFault } from './record-fault'
import type { RecordHead } from './record-file'
import { HEADS, OLDEST_RECORD, pseudonymous, RECORD_FORMAT, RECORD_VERSION, recordHead } from './record-file'
import { replayRecord } from './replay-check'

export type ReadRecord = { head: RecordHead; rows: readonly Recorded[]; state: RoomState }

const fault = (of: RecordFault['fault'], where: Partial<Omit<RecordFault, 'fault'>> = {}): RecordFault => ({
  fault: of,
  line: null,
  row: null,
  about: null,
  ...where,
})

/** Yields how many rows have been checked, and returns the record, with pseudonyms for its people, or its first fault. */
export function* readRecord(text: string): Generator<number, ReadRecord | RecordFault> {
  const parsed = parse(text)
  if (!parsed.ok) return parsed.fault
  const file = yield* readFile(parsed.value, text)
  if ('fault' in file) return file
  const { head, rows } = file
  const judged = pseudonymous(rows, head.roll)
  const told = judged.rows.flatMap((row) => (isRedacted(row) ? [] : [row]))
  const outcome: RoomState | { row: number; rejection: Rejection | null } = yield* replayRecord(told)
  if ('row' in outcome) {
    const row = Math.min(outcome.row, rows.length)
    return fault('not-by-the-rules', { row, line: lineOfRow(text, row), about: outcome.rejection })
  }
  const { plan } = outcome
  const { kind, scenario, agenda } = head.activity
  if (plan.kind !== kind || plan.scenarioKey !== scenario || plan.agendaKey !== agenda)
    return fault('wrong-plan', { line: lineOf(text, '"activity":') })
  return { head: { ...head, roll: judged.roll }, rows: told, state: outcome }
}

type OpenFile = { head: RecordHead; rows: readonly Recorded[] }

/** The head, checked, with rows that are still unchecked. */
export const recordShell = z.extend(recordHead, { rows: list(z.unknown(), RECORD.rows) })
/** Rows whose shape is checked between two yields, so that the caller can report progress. */
const STRIDE = 500

function* readFile(value: unknown, text: string): Generator<number, OpenFile | RecordFault> {
  const kind = fileKind.safeParse(value)
  if (!kind.success) return fault('other-file')
  const written = versionsIn(kind.data, text)
  if ('fault' in written) return written
  const read = recordShell.safeParse(lift(HEADS, written.version, value))
  if (!read.success) {
    const [issue] = read.error.issues
    if (issue?.code === 'too_big' && issue.path[0] === 'rows') return fault('too-many-rows')
    const [part] = issue?.path ?? []
    const line = typeof part === 'string' ? lineOf(text, `${JSON.stringify(part)}:`) : null
    return fault('wrong-shape', { line, about: whereIn(read.error) })
  }
  const { rows: given, ...head } = read.data
  if (!isStorable(head)) return fault('unstorable')
  const rows: Recorded[] = []
  for (const [index, row] of given.entries()) {
    const one = recorded.safeParse(lift(ROWS, head.rowVersion, row))
    if (one.success) rows.push(one.data)
    else if (redactedRow.safeParse(row).success) return fault('filtered')
    else {
      const at = { row: index + 1, line: lineOfRow(text, index + 1) }
      return fault('wrong-shape', { ...at, about: whereIn(one.error) })
    }
    if (index % STRIDE === STRIDE - 1) yield 0
  }
  return head.reader === 'chair' ? (disordered(rows, text) ?? { head, rows }) : fault('filtered')
}

const fileKind = z.object({
  format: z.literal(RECORD_FORMAT),
  version: z.optional(z.unknown()),
  rowVersion: z.optional(z.unknown()),
})

/** A version above ours is a whole file of a newer server (`made-by-newer`); a version that never existed is a damaged file (`other-version`). */
function versionsIn(of: z.infer<typeof fileKind>, text: string): { version: number } | RecordFault {
  const version = z.int().check(z.gte(OLDEST_RECORD)).safeParse(of.version).data
  if (version === undefined)
    return fault('other-version', { line: lineOf(text, '"version":'), about: String(of.version).slice(0, 20) })
  if (version > RECORD_VERSION)
    return fault('made-by-newer', { line: lineOf(text, '"version":'), about: String(version) })
  if (typeof of.rowVersion === 'number' && of.rowVersion > ROOM_VERSION)
    return fault('made-by-newer', { line: lineOf(text, '"rowVersion":'), about: String(of.rowVersion) })
  return { version }
}

/** The path of the first faulty field, such as `event.seat`, at most 80 characters of it. */
function whereIn({ issues: [issue] }: z.core.$ZodError): string | null {
  if (!issue) return null
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys.join(', ')] : issue.path
  return path.join('.').slice(0, 80) || null
}

/** The first row that breaks the order of a log: numbers from 1 without a gap, times that never decrease, text that PostgreSQL can store; null if none does. */
function disordered(rows: readonly Recorded[], text: string): RecordFault | null {
  let before = 0
  for (const [index, row] of rows.entries()) {
    const at = () => ({ row: index + 1, line: lineOfRow(text, index + 1) })
    if (row.seq !== index + 1) return fault('sequence', { ...at(), about: String(row.seq) })
    if (row.at < before || row.at > LAST_INSTANT) return fault('time', at())
    if (!isStorable(row)) return fault('unstorable', at())
    before = row.at
  }
  return null
}

function parse(text: string): { ok: true; value: unknown } | { ok: false; fault: RecordFault } {
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch (error) {
    return { ok: false, fault: unreadable(text, error instanceof Error ? error.message : '') }
  }
}

/** Where a file that is not JSON is damaged: `writeRecord` puts each row on one line, so the first such line that does not parse is the damaged one. */
function unreadable(text: string, said: string): RecordFault {
  const lines = text.trimEnd().split('\n')
  if (!lines.some((line) => line.startsWith(`"format": "${RECORD_FORMAT}"`))) return fault('not-json')
  const wrong = lines.findIndex((line) => line.startsWith('{"') && !isJson(line.replace(/,\s*$/, '')))
  const isLast = wrong === lines.length - 1
  if (wrong === -1 && lines.at(-1) !== '}') return fault('cut-short', { line: lines.length })
  if (wrong !== -1) return fault(isLast ? 'cut-short' : 'not-json', { line: wrong + 1 })
  const place = /position (\d+)/.exec(said)?.[1]
  return fault('not-json', { line: place ? text.slice(0, Number(place)).split('\n').length : null })
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line)
    return true
  } catch {
    return false
  }
}

function lineOf(text: string, begins: string): number | null {
  const place = text.split('\n').findIndex((line) => line.trimStart().startsWith(begins))
  return place === -1 ? null : place + 1
}

/** The line of the row with this number, if the file still has one row on each line, as `writeRecord` writes it; null if it was reformatted. */
function lineOfRow(text: string, place: number): number | null {
  const lines = text.split('\n')
  const first = lines.findIndex((line) => line.startsWith('"rows": ['))
  return first !== -1 && lines[first + place]?.startsWith('{') ? first + place + 1 : null
}
