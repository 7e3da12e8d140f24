/** A model of Canvas's gradebook export and import, written from Canvas's documented behaviour and independent of our code. */
import { opened } from './spreadsheet'

export type CanvasStudent = { id: number; family: string; given: string; sis: string; login: string }
export type CanvasAssignment = {
  id: number
  title: string
  points: number | null
  /** Scores by student index; absent for no score. */
  scores: ReadonlyMap<number, number | 'EX' | 'N/A'>
}
export type CanvasCourse = {
  students: readonly CanvasStudent[]
  assignments: readonly CanvasAssignment[]
  customColumns: readonly { title: string; readOnly: boolean; content: string }[]
}
export type ExportShape = {
  splitNames: boolean
  sisIds: boolean
  integrationId: boolean
  rootAccount: boolean
  totals: boolean
  manualPosting: boolean
  testStudent: boolean
  semicolons: boolean
  bom: boolean
}

const READ_ONLY = '(read only)'
const TOTALS = [
  ...['Current Points', 'Final Points', 'Current Score', 'Unposted Current Score', 'Final Score', 'Final Grade'],
]

export function canvasExport(course: CanvasCourse, shape: ExportShape): string {
  const number = (value: number) => value.toFixed(2).replace('.', shape.semicolons ? ',' : '.')
  const who = (cells: { names: string[]; id: string; sis: string; login: string; section: string }) => [
    ...cells.names,
    cells.id,
    ...(shape.sisIds ? [cells.sis] : []),
    cells.login,
    ...(shape.sisIds && shape.integrationId ? [''] : []),
    ...(shape.sisIds && shape.rootAccount ? [cells.id === '' ? '' : 'canvas.example'] : []),
    cells.section,
  ]
  const nobody = { id: '', sis: '', login: '', section: '' }
  const names = (first: string) => (shape.splitNames ? [first, ''] : [first])
  const totals = (cell: string) => (shape.totals ? TOTALS.map(() => cell) : [])
  const line = (student: CanvasStudent, section: string) => [
    ...who({
      names: shape.splitNames ? [student.family, student.given] : [`${student.family}, ${student.given}`],
      id: String(student.id),
      sis: student.sis,
      login: student.login,
      section,
    }),
    ...course.customColumns.map(({ content }) => content),
    ...course.assignments.map(({ scores }) => {
      const score = scores.get(student.id)
      return typeof score === 'number' ? number(score) : (score ?? '')
    }),
    ...totals('90'),
  ]
  const head = who({
    names: shape.splitNames ? ['LastName', 'FirstName'] : ['Student'],
    ...{ id: 'ID', sis: 'SIS User ID', login: 'SIS Login ID', section: 'Section' },
  })
  if (shape.sisIds && shape.integrationId) head[head.indexOf('SIS Login ID') + 1] = 'Integration ID'
  if (shape.sisIds && shape.rootAccount) head[head.length - 2] = 'Root Account'
  const rows = [
    [
      ...head,
      ...course.customColumns.map(({ title }) => title),
      ...course.assignments.map(({ title, id }) => `${title} (${id})`),
      ...(shape.totals ? TOTALS : []),
    ],
    ...(shape.manualPosting && course.assignments.length > 0
      ? [
          [
            ...who({ names: names(''), ...nobody }),
            ...course.customColumns.map(() => ''),
            ...course.assignments.map(() => 'Manual Posting'),
            ...totals(''),
          ],
        ]
      : []),
    [
      ...who({ names: names('    Points Possible'), ...nobody }),
      ...course.customColumns.map(({ readOnly }) => (readOnly ? READ_ONLY : '')),
      ...course.assignments.map(({ points }) => (points === null ? '' : number(points))),
      ...totals(READ_ONLY),
    ],
    ...course.students.map((student, index) => line(student, index % 2 === 0 ? 'A' : 'A and B')),
    ...(shape.testStudent
      ? [line({ id: 999_999, family: 'Student', given: 'Test', sis: '', login: 'test' }, 'A')]
      : []),
  ]
  const between = shape.semicolons ? ';' : ','
  const quoted = (cell: string) => (/[",;\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  const text = rows.map((row) => `${row.map(quoted).join(between)}\n`).join('')
  return shape.bom ? `\uFEFF${text}` : text
}

/** What Canvas holds after an import: by assignment (its id, or a new one's title) the points, and each student's grade. */
export type Imported = ReadonlyMap<string, { points: number | null; grades: ReadonlyMap<number, string> }>

/** Null where Canvas rejects the file. */
export function canvasImport(course: CanvasCourse, text: string): Imported | null {
  const bare = text.startsWith('\uFEFF') ? text.slice(1) : text
  const rows = opened(bare, countsAlike(bare, ';') > countsAlike(bare, ',') ? ';' : ',').filter(
    (row) => !row.every((cell) => /^ *$/.test(cell)),
  )
  // Its parser leaves the byte order mark on the first column's name.
  const head = (rows[0] ?? []).map((name, at) => (at === 0 && text.startsWith('\uFEFF') ? `\uFEFF${name}` : name))
  const split = head[0] === 'LastName' && head[1] === 'FirstName'
  if (!split && !(head[0]?.includes('Student') && head[1]?.includes('ID'))) return null
  const custom = course.customColumns.filter(({ title }) => head.includes(title))
  const { wide, sis, login } = whoColumns(head, split)
  if (!head[wide - 1]?.includes('Section')) return null
  const columns = assignmentsIn(course, head.slice(wide + custom.length), new Set(custom.map(({ title }) => title)))
  let points: readonly string[] = []
  const grades = columns.map(() => new Map<number, string>())
  for (const row of rows.slice(1)) {
    if (row[0]?.includes('Points Possible')) {
      points = row
      continue
    }
    if (row.every((cell) => /^\s*(Muted|Manual Posting.*)?\s*$/i.test(cell))) continue
    const student = studentOf(course, row, { split, sis, login })
    if (!student) continue
    for (const [index, { own, header }] of columns.entries()) {
      const assigned = own?.scores.get(student.id) !== 'N/A'
      grades[index]?.set(student.id, assigned ? decimal((row[head.indexOf(header)] ?? '').trim()) : '')
    }
  }
  return new Map(
    columns.map(({ key, header, own }, index) => {
      const cell = decimal(points[head.indexOf(header)] ?? '')
      const counts = /read\s+only/.test(cell) || cell === '' ? (own?.points ?? null) : Number(cell)
      return [key, { points: counts, grades: grades[index] ?? new Map() }]
    }),
  )
}

/** Whether the first three lines have equally many cells, and how many. */
function countsAlike(text: string, separator: ',' | ';'): number {
  const counts = text
    .split('\n')
    .slice(0, 3)
    .filter((line) => line !== '')
    .map((line) => opened(line, separator)[0]?.length ?? 0)
  return new Set(counts).size === 1 ? (counts[0] ?? 0) : 0
}

function whoColumns(head: readonly string[], split: boolean): { wide: number; sis: number; login: number } {
  const next = split ? 3 : 2
  if (/SIS\s+Login\s+ID/.test(head[next] ?? '')) return { wide: next + 2, sis: -1, login: next }
  if (!/SIS\s+User\s+ID/.test(head[next] ?? '')) return { wide: next + 1, sis: -1, login: -1 }
  const integration = /Integration\s+ID/.test(head[next + 2] ?? '') ? 1 : 0
  const root = /Root\s+Account/.test(head[next + 2 + integration] ?? '') ? 1 : 0
  return { wide: next + 3 + integration + root, sis: next, login: next + 1 }
}

type Column = { key: string; header: string; own: CanvasAssignment | null }

function assignmentsIn(course: CanvasCourse, names: readonly string[], custom: ReadonlySet<string>): Column[] {
  return names
    .filter(
      (name) => !/(Current|Final) (Score|Points|Grade)|Override (Score|Grade|Status)/.test(name) && !custom.has(name),
    )
    .map((header) => {
      const [, title, id] = /^(.*)\s\((\d+)\)$/.exec(header) ?? []
      const own =
        course.assignments.find((each) => String(each.id) === id) ??
        course.assignments.find((each) => each.title === header) ??
        null
      return { key: own ? String(own.id) : (title ?? header), header, own }
    })
}

function studentOf(
  { students }: CanvasCourse,
  row: readonly string[],
  { split, sis, login }: { split: boolean; sis: number; login: number },
): CanvasStudent | undefined {
  const id = row[split ? 2 : 1] ?? ''
  const name = split ? `${row[1]} ${row[0]}`.trim() : row[0]
  return (
    (id === '' ? undefined : students.find((each) => each.id === Number(id))) ??
    (row[sis] ? students.find((each) => each.sis === row[sis]) : undefined) ??
    (row[login] ? students.find((each) => each.login === row[login]) : undefined) ??
    students.find((each) => `${each.given} ${each.family}` === name || `${each.family}, ${each.given}` === name)
  )
}

/** Parses a number in any locale: the last separator is the decimal one. */
function decimal(cell: string): string {
  if (!/^-?[0-9.,]+%?$/.test(cell)) return cell
  const parts = cell.split(/[,.]/)
  const last = parts.pop() ?? ''
  return parts.length === 0 ? last : `${parts.join('')}.${last}`
}
