/**
 * Makes a person of each line of a list: the name, the address and the number, and what was done to them. What a cell plainly is counts for
 * more than the column it stands in.
 */
import type {
  Mend,
  NameNote,
  NameOrder,
  RosterColumn,
  RosterPerson,
  SplitName,
} from '../../../store/courses/roster-read'
import { type CellLine, longestCell, mostCells } from './cells'
import { kindOf, type Layout } from './columns'
import { withFaults } from './person-faults'
import {
  commasIn,
  isShouted,
  joinNames,
  lowered,
  otherOrder,
  splitAddress,
  splitAtComma,
  splitNumber,
  turnRound,
  withoutNumbering,
} from './person-name'

export const longestSection = 60

type Read = {
  line: CellLine
  name: string
  given: string | null
  email: string
  number: string
  section: string
  canvasId: string
  taken: string | null
}

/** Whether a line may be looked at: longer cells than any address are a fault before any pattern sees them. */
const isTooLong = ({ cells }: CellLine): boolean =>
  cells.length > mostCells || cells.some((cell) => cell.length > longestCell)

export function readPeople(
  layout: Layout,
  columns: readonly RosterColumn[],
  isTurned: boolean | null,
  mends: ReadonlyMap<number, Mend>,
): { people: RosterPerson[]; order: NameOrder | null; turned: boolean } {
  const reads = layout.lines.map((line) => ({
    line,
    read: isTooLong(line) ? null : readLine(line, columns),
  }))
  const order = orderOf(
    reads.flatMap(({ read }) => read ?? []),
    layout,
  )
  const turned = isTurned ?? order !== null
  const people = reads.map(({ line, read }) =>
    read === null ? longLine(line) : mended(personOf(read, turned, layout, order !== null), mends.get(line.line)),
  )
  return { people: withFaults(people), order, turned }
}

const longLine = ({ line, text }: CellLine): RosterPerson => ({
  ...{
    line,
    raw: `${text.slice(0, longestCell)}…`,
    name: '',
    split: null,
    otherOrder: null,
    email: '',
    number: '',
    section: '',
    canvasId: '',
    notes: [],
    taken: null,
  },
  fault: { kind: 'too-long', field: null },
})

function readLine(line: CellLine, columns: readonly RosterColumn[]): Read {
  const read: Read = {
    line,
    name: '',
    given: null,
    email: '',
    number: '',
    section: '',
    canvasId: '',
    taken: null,
  }
  for (const [index, cell] of joined(line, columns).entries()) {
    if (cell === '') continue
    const meaning = (line.isApart ? null : columns[index]?.meaning) ?? meaningOf(cell, read)
    const kind = kindOf(cell)
    const isName = meaning === 'name' || meaning === 'family' || meaning === 'given'
    if (meaning === 'section') read.section ||= cell
    else if (meaning === 'canvas') read.canvasId ||= /^\d{1,18}$/.test(cell) ? cell : ''
    else if (isName && kind === 'email') read.email ||= cell
    else if (meaning === 'given' && kind === 'number') read.number ||= cell
    else if (meaning === 'email' && kind === 'number') read.number ||= cell
    else if (meaning === 'number' && kind === 'email') read.email ||= cell
    else if (isName) readName(read, cell, meaning)
    else if (meaning === 'email') read.email ||= cell
    else if (meaning === 'number') read.number ||= cell
  }
  return read
}

function readName(read: Read, cell: string, meaning: 'name' | 'family' | 'given'): void {
  const address = splitAddress(cell)
  if (address.email !== null) read.email ||= address.email
  const numbered = splitNumber(address.text)
  if (numbered.number !== null) read.number ||= numbered.number
  if (meaning === 'given') {
    read.given = numbered.text
    return
  }
  const { text, taken } = withoutNumbering(numbered.text)
  read.name ||= text
  read.taken ??= taken
}

/** A cell that stands in no column, or in a line that is cut otherwise than the list, says itself what it is. */
function meaningOf(cell: string, read: Read): 'name' | 'email' | 'number' | 'ignored' {
  const kind = kindOf(cell)
  if (kind !== 'words') return kind
  return read.name === '' ? 'name' : 'ignored'
}

/** One cell more than the list has columns: an unquoted "Osei, Amara" has cut the name in two. */
function joined({ cells, isApart }: CellLine, columns: readonly RosterColumn[]): readonly string[] {
  const [first, second, ...rest] = cells
  if (isApart || first === undefined || second === undefined) return cells
  const isCut = cells.length === columns.length + 1 && columns[0]?.meaning === 'name'
  return isCut && kindOf(first) === 'words' && kindOf(second) === 'words' ? [`${first}, ${second}`, ...rest] : cells
}

/** Whether most names are written "Last, First", in one cell or cut in two by the comma of a list without headings. */
function orderOf(reads: readonly Read[], { isJapanese, headingLine }: Layout): NameOrder | null {
  const named = reads.filter(({ name }) => name !== '')
  const turning = named.filter(({ name, given }) => (given === null ? commasIn(name) > 0 : headingLine === null))
  const [first] = turning
  if (!first || turning.length * 2 <= named.length) return null
  const from = [first.name, ...(first.given === null ? [] : [first.given])].join(', ')
  return {
    count: turning.length,
    of: named.length,
    example: { from, to: turnRound(from, isJapanese) },
  }
}

function personOf(read: Read, turned: boolean, { isJapanese }: Layout, hasOrder: boolean): RosterPerson {
  const { line, name, given, email, number, section, canvasId, taken } = read
  const hasComma = given === null && commasIn(name) > 0
  const isTurned = turned && (hasComma || (given !== null && hasOrder))
  const parts = hasOrder && !turned ? [name, given].join(' ') : joinNames(name, given ?? '', isJapanese)
  const known = splitOf(read, isTurned, hasOrder && !turned)
  const whole = given !== null ? parts : isTurned ? turnRound(name, isJapanese) : name
  const inCapitals = isShouted(whole)
  const mild = (text: string) => (inCapitals ? lowered(text) : text).trim()
  const notes: NameNote[] = [
    ...(isTurned ? (['turned'] as const) : []),
    ...(inCapitals ? (['capitals'] as const) : []),
    ...(taken === null ? [] : (['numbering'] as const)),
  ]
  const split = known && { family: mild(known.family), given: mild(known.given) }
  const written = [name, given ?? ''].filter((part) => part !== '').join(', ')
  const raw = taken === null ? written : `${taken} ${written}`
  return {
    line: line.line,
    raw: raw || line.text.trim().slice(0, longestCell),
    name: mild(whole),
    split,
    otherOrder: otherOrder(mild(whole), split),
    email: email.replace(/^<|>$/g, ''),
    number: number.normalize('NFKC').trim(),
    section: section.normalize('NFKC').trim(),
    canvasId,
    ...{ notes, taken, fault: null },
  }
}

/** What the list's own columns or commas say of a name's parts; null where they say nothing, or the reader says that they are none. */
function splitOf({ name, given }: Read, isTurned: boolean, isDenied: boolean): SplitName | null {
  const split = given === null ? (isTurned ? splitAtComma(name) : null) : isDenied ? null : { family: name, given }
  return split && split.family !== '' && split.given !== '' ? split : null
}

function mended(person: RosterPerson, mend: Mend | undefined): RosterPerson {
  if (!mend) return person
  const { name = person.name, email = person.email, number = person.number } = mend
  const split = name === person.name || name === person.otherOrder ? person.split : null
  return {
    ...person,
    name: name.trim(),
    split,
    otherOrder: otherOrder(name, split),
    email: email.trim(),
    number: number.normalize('NFKC').trim(),
  }
}
