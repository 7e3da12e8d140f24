/** The list of names a course has, as pasted from a spreadsheet or typed one a line. It knows nothing of seats. */
import { randomUUID } from 'node:crypto'
import { database } from './database'
import { cleanName, nameKey } from './names'
import { foldEmail } from './users'

export type RosterLine = { line: number; name: string; email: string | null; studentNumber: string | null }
export type RosterFault = {
  line: number
  text: string
  fault: 'no-name' | 'bad-email' | 'too-many-columns' | 'name-twice' | 'email-twice'
}
export type RosterRead = { places: RosterLine[]; faults: RosterFault[] }

export type RosterPlaceRow = {
  id: string
  name: string
  email: string | null
  studentNumber: string | null
  userId: string | null
}

export const longestRoster = 2000
const heading = /^(full )?name$|^(student|学生|氏名|姓名|名前)$/i
const email = /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/

/** Reads a pasted roster: a name a line, or `name, e-mail, number` separated by tabs, semicolons or commas. */
export function readPastedRoster(pasted: string): RosterRead {
  const places: RosterLine[] = []
  const faults: RosterFault[] = []
  const names = new Set<string>()
  const emails = new Set<string>()
  for (const [index, text] of pasted.split(/\r\n|\r|\n/).entries()) {
    const line = index + 1
    const cells = splitCells(text)
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

function splitCells(text: string): string[] {
  const separator = text.includes('\t') ? '\t' : text.includes(';') ? ';' : ','
  return text.split(separator).map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .trim(),
  )
}

function readCells(cells: string[]): Omit<RosterLine, 'line'> | RosterFault['fault'] {
  const [first = '', ...rest] = cells
  const name = cleanName(first)
  if (!name) return 'no-name'
  const filled = rest.filter((cell) => cell !== '')
  if (filled.length > 2) return 'too-many-columns'
  const addresses = filled.filter((cell) => cell.includes('@'))
  const others = filled.filter((cell) => !cell.includes('@'))
  if (addresses.length > 1 || others.length > 1) return 'too-many-columns'
  const [address] = addresses
  if (address !== undefined && !email.test(address)) return 'bad-email'
  return { name, email: address ? foldEmail(address) : null, studentNumber: others[0]?.slice(0, 60) ?? null }
}

/** Makes the roster exactly these places. A name that was there keeps its place, and so its account and its marks. */
export async function writeRoster(courseId: string, places: readonly Omit<RosterLine, 'line'>[]): Promise<void> {
  await database().$transaction(async (on) => {
    await on.$queryRaw`SELECT id FROM course WHERE id = ${courseId} FOR UPDATE`
    const before = await on.rosterPlace.findMany({ where: { courseId } })
    const byName = new Map(before.map((row) => [nameKey(row.name), row]))
    const kept: string[] = []
    for (const [position, place] of places.entries()) {
      const data = { position, name: place.name, email: place.email, studentNumber: place.studentNumber }
      const row = byName.get(nameKey(place.name))
      if (row) {
        kept.push(row.id)
        await on.rosterPlace.update({ where: { id: row.id }, data })
      } else {
        const { id } = await on.rosterPlace.create({
          data: { id: randomUUID(), courseId, ...data },
          select: { id: true },
        })
        kept.push(id)
      }
    }
    await on.rosterPlace.deleteMany({ where: { courseId, id: { notIn: kept } } })
  })
}

export async function readRoster(courseId: string): Promise<RosterPlaceRow[]> {
  return database().rosterPlace.findMany({
    where: { courseId },
    orderBy: { position: 'asc' },
    select: { id: true, name: true, email: true, studentNumber: true, userId: true },
  })
}
