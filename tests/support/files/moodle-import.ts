/** A model of Moodle's CSV grade import, written from Moodle's documented behaviour and independent of our code. */

/** The mapping of columns: identity first, then the grade as a new or existing item, then comments or nothing. */
export type Mapping = { grade: 'new' | 'existing'; feedback: boolean }

export type MoodleImport =
  | { ok: false; stopped: 'unknown-user' | 'not-a-number' | 'too-high' | 'odd-line' }
  /** By user: the grade then in the gradebook, null for none, and the comment. */
  | { ok: true; item: string; grades: ReadonlyMap<string, { grade: number | null; feedback: string | null }> }

/** `users` are the identifiers of the site's users. */
export function moodleImport(text: string, users: ReadonlySet<string>, mapping: Mapping): MoodleImport {
  const [head = [], ...lines] = cells(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'))
  const grades = new Map<string, { grade: number | null; feedback: string | null }>()
  // A line without an identifier keeps the student of the line before, as Moodle does.
  let student = ''
  for (const line of lines) {
    if (line.length <= 1) continue
    if (line.length !== head.length) return { ok: false, stopped: 'odd-line' }
    const [key = '', value = '', comment = ''] = line.map((cell) => cell.trim())
    if (key !== '' && key !== '0') {
      if (!users.has(key)) return { ok: false, stopped: 'unknown-user' }
      student = key
    }
    if (student === '') return { ok: false, stopped: 'unknown-user' }
    const none = value === '-' || (mapping.grade === 'existing' && value === '')
    if (!none && Number.isNaN(Number(value))) return { ok: false, stopped: 'not-a-number' }
    // Moodle reads an empty number as 0.
    const grade = none ? null : Number(value)
    if (grade !== null && grade > 100) return { ok: false, stopped: 'too-high' }
    const feedback = mapping.feedback && mapping.grade === 'existing' ? comment : null
    grades.set(student, { grade, feedback })
  }
  return { ok: true, item: (head[1] ?? '').trim(), grades }
}

/** Its parser treats a backslash before a quotation mark as an escape. */
function cells(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let inside = false
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? ''
    if (inside && sign === '\\' && text[at + 1] === '"') {
      cell += '\\"'
      at += 1
    } else if (inside && sign === '"' && text[at + 1] === '"') {
      cell += '"'
      at += 1
    } else if (inside && sign === '"') inside = false
    else if (inside) cell += sign
    else if (sign === '"' && cell === '') inside = true
    else if (sign === ',') {
      row.push(cell)
      cell = ''
    } else if (sign === '\n') {
      rows.push([...row, cell])
      row = []
      cell = ''
    } else cell += sign
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell])
  return rows
}
