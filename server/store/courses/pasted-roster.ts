/** Parses a roster that was pasted from a spreadsheet or typed one name a line. */
import { foldEmail, isWholeEmail } from '../people/email'
import { cleanName, nameKey } from '../people/names'

export type RosterRow = { line: number; name: string; email: string | null; studentNumber: string | null }
type RosterFault = {
  line: number
  text: string
  fault: 'too-long' | 'no-name' | 'bad-email' | 'too-many-columns' | 'name-twice' | 'email-twice'
}
export type RosterRead = { places: RosterRow[]; faults: RosterFault[] }

export const longestRoster = 2000
const heading = /^(full )?name$|^(student|学生|氏名|姓名|名前)$/i
/** The most characters read; far more than `longestRoster` names need. */
export const mostPasted = 200_000
/** The longest e-mail address there can be (RFC 5321); names and numbers are shorter. */
const longestCell = 254
/** Parsing stops after this many faults. */
const mostFaults = 200
const mostCells = 300

/** Parses lines of `name` or `name, e-mail, number`, separated by tabs, semicolons or commas. */
export function readPastedRoster(pasted: string): RosterRead {
  const places: RosterRow[] = []
  const faults: RosterFault[] = []
  const names = new Set<string>()
  const emails = new Set<string>()
  for (const [index, text] of pasted.split(/\r\n|\r|\n/).entries()) {
    const line = index + 1
    if (places.length > longestRoster || faults.length === mostFaults) break
    const cells = splitCells(text)
    // Checked before any pattern runs: the patterns take time quadratic in the length of a cell.
    if (!cells) {
      faults.push({ line, text: `${text.slice(0, longestCell)}…`, fault: 'too-long' })
      continue
    }
    if (cells.every((cell) => cell === '')) continue
    if (line === 1 && heading.test(cells[0] ?? '')) continue
    const read = readCells(cells)
    if (typeof read === 'string') {
      faults.push({ line, text, fault: read })
    } else if (names.has(nameKey(read.name))) {
      faults.push({ line, text, fault: 'name-twice' })
    } else if (read.email && emails.has(read.email)) {
      faults.push({ line, text, fault: 'email-twice' })
    } else {
      names.add(nameKey(read.name))
      if (read.email) emails.add(read.email)
      places.push({ line, ...read })
    }
  }
  return { places, faults }
}

/** The cells of a line; null when there are too many or one is too long. */
function splitCells(text: string): string[] | null {
  const separator = text.includes('\t') ? '\t' : text.includes(';') ? ';' : ','
  const cells = text.split(separator, mostCells + 1)
  if (cells.length > mostCells || cells.some((cell) => cell.length > longestCell)) return null
  return cells.map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .trim(),
  )
}

function readCells(cells: string[]): Omit<RosterRow, 'line'> | RosterFault['fault'] {
  const [first = '', ...rest] = cells
  const name = cleanName(first)
  if (!name) return 'no-name'
  const filled = rest.filter((cell) => cell !== '')
  if (filled.length > 2) return 'too-many-columns'
  const addresses = filled.filter((cell) => cell.includes('@'))
  const others = filled.filter((cell) => !cell.includes('@'))
  if (addresses.length > 1 || others.length > 1) return 'too-many-columns'
  const [address] = addresses
  if (address !== undefined && (!isWholeEmail(address) || /[,;]/.test(address))) return 'bad-email'
  return { name, email: address ? foldEmail(address) : null, studentNumber: others[0]?.slice(0, 60) ?? null }
}
