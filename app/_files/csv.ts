// Writes every CSV file: its dialect, and escaping that keeps a spreadsheet from running typed text as a formula.
import { stringify } from 'csv-stringify/sync'

/** A number is written as it is; text is escaped; `verbatim` is text that an importing program must find unchanged. */
export type CsvCell = string | number | { readonly verbatim: string }

export type CsvShape = { bom?: boolean; ending?: '\n' | '\r\n'; between?: ',' | ';' }

const FOR_PEOPLE: CsvShape = { bom: true, ending: '\r\n' }

/** For spreadsheets: UTF-8 with a byte order mark (Excel reads it as Latin-1 otherwise) and CRLF. */
export const peopleCsv = (lines: readonly (readonly CsvCell[])[]): string => csv(lines, FOR_PEOPLE)

/** For programs: no byte order mark unless their own export had one. */
export const machineCsv = (lines: readonly (readonly CsvCell[])[], shape: CsvShape = {}): string => csv(lines, shape)

function csv(lines: readonly (readonly CsvCell[])[], { bom = false, ending = '\n', between = ',' }: CsvShape): string {
  return stringify(
    lines.map((line) => line.map(written)),
    {
      bom,
      record_delimiter: ending,
      delimiter: between,
      // csv-stringify quotes only for the configured line ending; an unquoted lone CR or LF would start a new row.
      quoted_match: /[\r\n]/,
    },
  )
}

const written = (cell: CsvCell): string | number => {
  if (typeof cell === 'number') return cell
  return typeof cell === 'string' ? unrunnable(cell) : cell.verbatim
}

/**
 * Puts an apostrophe before what a spreadsheet would run as a formula: at the start of the text, and after every separator that a
 * spreadsheet of another locale splits at, because that one does not respect the quotation marks.
 */
export const unrunnable = (text: string): string => text.replace(WOULD_RUN, "$1'").replace(/^(?=[\t\r])/, "'")
const WOULD_RUN = /(^|[\r\n\t;])(?=[^\S\r\n\t]*(?:["\u200B-\u200F\u2060][^\S\r\n\t]*)*[=+\-@＝＋－＠])/g

export function csvFile(text: string, name: string): Response {
  const file = `${name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '')}.csv`
  return new Response(text, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="file.csv"; filename*=UTF-8''${encodeURIComponent(file)}`,
      'cache-control': 'no-store',
    },
  })
}
