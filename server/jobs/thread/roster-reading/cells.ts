/**
 * Cuts a pasted list or the text of a file into lines of cells. It must not know what a cell means. One line that is quoted wrongly never
 * takes the lines below it along.
 */
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import type { Separator } from '../../../store/courses/roster-read'

/** `line` is the number of the line in the file, from 1. */
export type CellLine = {
  line: number
  text: string
  cells: readonly string[]
  /** Cut at another sign than the list: its cells stand in no column. */
  isApart: boolean
}
export type CutText = { separator: Separator; lines: readonly CellLine[] }

/** The most cells of a line and characters of a cell; a longer line is cut off there and its fault is named. */
export const mostCells = 300
export const longestCell = 254

/** In the order in which they are believed: a tab is never part of a name, a comma may be. */
const SIGNS: readonly { sign: string; separator: Separator }[] = [
  { sign: '\t', separator: 'tab' },
  { sign: ';', separator: 'semicolon' },
  { sign: '；', separator: 'semicolon' },
  { sign: '|', separator: 'bar' },
  { sign: '，', separator: 'comma' },
  { sign: ',', separator: 'comma' },
]

export function cutText(pasted: string): CutText {
  const texts = recipients(pasted.replace(/^\uFEFF/, '')).split(/\r\n|\r|\n/)
  const filled = texts.filter((text) => text.trim() !== '')
  const uses = SIGNS.map((one) => ({
    ...one,
    lines: filled.filter((text) => text.includes(one.sign)).length,
  }))
  const chosen =
    uses.find(({ lines }) => lines * 2 >= filled.length && lines > 0) ??
    uses.filter(({ lines }) => lines > 0).toSorted((a, b) => b.lines - a.lines)[0]
  if (!chosen)
    return {
      separator: 'none',
      lines: texts.map((text, index) => one(text, index + 1, [trimmed(text)])),
    }
  return {
    separator: chosen.separator,
    lines: cutWhole(texts, chosen.sign) ?? cutEach(texts, chosen.sign),
  }
}

const one = (text: string, line: number, cells: readonly string[], isApart = false): CellLine => ({
  line,
  text,
  cells,
  isApart,
})

const Records = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.int() }) }))

/**
 * A file in which a cell holds line breaks, such as the comments of a form: read whole. Null when there is none, or when the line breaks are
 * in the first two cells of a record or turn up in a file without a regular shape: then a stray quote has swallowed them.
 */
function cutWhole(texts: readonly string[], sign: string): CellLine[] | null {
  if (texts.every((text) => text.split('"').length % 2 === 1)) return null
  let records: z.infer<typeof Records>
  try {
    records = Records.parse(
      parse(texts.join('\n'), {
        delimiter: sign,
        info: true,
        relax_column_count: true,
      }),
    )
  } catch {
    return null
  }
  const width = records[0]?.record.length ?? 0
  const isRegular = records.every(
    ({ record }) =>
      !record.some((cell) => cell.includes('\n')) ||
      (record.length === width && !record.some((cell, at) => cell.includes('\n') && (at < 2 || cell.includes('@')))),
  )
  if (!isRegular) return null
  return records.map(({ record, info }) => {
    const breaks = record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0)
    const line = info.lines - breaks
    return one(texts[line - 1] ?? '', line, record.map(trimmed))
  })
}

function cutEach(texts: readonly string[], sign: string): CellLine[] {
  return texts.map((text, index) => {
    if (sign !== '\t' && text.includes('\t')) return one(text, index + 1, cutLine(text, '\t'), true)
    if (text.includes(sign)) return one(text, index + 1, cutLine(text, sign))
    const other = SIGNS.find((candidate) => text.includes(candidate.sign))
    const cells = other ? cutLine(text, other.sign) : []
    // Cut at another sign only where that finds an address or a number: "Osei, Amara" in a list with tabs is one name.
    if (cells.slice(1).some((cell) => /[@\p{Nd}]/u.test(cell))) return one(text, index + 1, cells, true)
    return one(text, index + 1, [trimmed(unquoted(text))])
  })
}

function cutLine(text: string, sign: string): string[] {
  if (!text.includes('"')) return plain(text, sign)
  try {
    const [record] = z
      .array(z.array(z.string()))
      .parse(parse(text, { delimiter: sign, relax_column_count: true, trim: true }))
    return (record ?? []).map(trimmed)
  } catch {
    return plain(text, sign).map(unquoted).map(trimmed)
  }
}

const plain = (text: string, sign: string): string[] => text.split(sign, mostCells + 1).map(trimmed)

/** Also takes off what spreadsheets write so that a number keeps its zeros: ="0012". */
function trimmed(cell: string): string {
  const text = cell.trim()
  return text.startsWith('="') && text.endsWith('"') ? text.slice(2, -1) : text
}

function unquoted(cell: string): string {
  const text = cell.trim()
  return text.length > 1 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text
}

/** The addressees of a mail, copied as one line, stand one a line. */
function recipients(text: string): string {
  const isOne = text.trim().split(/\r\n|\r|\n/).length === 1 && text.split('>').length > 2 && text.includes('@')
  return isOne ? text.replaceAll('"', '').replace(/> ?[,;]/g, '>\n') : text
}
