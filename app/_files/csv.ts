// Every table that leaves the house as a file: how its rows are set apart, and that no text in it runs as a formula.
// It must not know what a cell means.
import { stringify } from 'csv-stringify/sync'

/** A number stands as it is. A text is made harmless; `verbatim` is what a program must find exactly so. */
export type CsvCell = string | number | { readonly verbatim: string }

export type CsvShape = { bom?: boolean; ending?: '\n' | '\r\n'; between?: ',' | ';' }

const FOR_PEOPLE: CsvShape = { bom: true, ending: '\r\n' }

/** For a spreadsheet: UTF-8 with its mark, and lines ended as Windows ends them. */
export const peopleCsv = (lines: readonly (readonly CsvCell[])[]): string => csv(lines, FOR_PEOPLE)

/** For a program: without the mark, unless it wrote one itself. */
export const machineCsv = (lines: readonly (readonly CsvCell[])[], shape: CsvShape = {}): string => csv(lines, shape)

function csv(lines: readonly (readonly CsvCell[])[], { bom = false, ending = '\n', between = ',' }: CsvShape): string {
  return stringify(
    lines.map((line) => line.map(written)),
    {
      bom,
      record_delimiter: ending,
      delimiter: between,
      // The writer itself quotes only the line end it was given: a bare line feed would begin a row, and end this one.
      quoted_match: /[\r\n]/,
    },
  )
}

const written = (cell: CsvCell): string | number => {
  if (typeof cell === 'number') return cell
  return typeof cell === 'string' ? unrunnable(cell) : cell.verbatim
}

/**
 * An apostrophe before whatever a spreadsheet would take for a formula: at the start, and after each sign at which a spreadsheet of
 * another country cuts a row, since it does not see our quotation marks.
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
