// Writes every CSV file that a page hands out: its dialect, and typed text so that no spreadsheet runs it.
import { stringify } from 'csv-stringify/sync'
import { unrunnable } from '#simulation/kernel/sheet-text'

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
