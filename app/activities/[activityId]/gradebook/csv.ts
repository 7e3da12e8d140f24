// Tables as files: one for people and their spreadsheets, one as answer to a request. It must not know what a cell means.
import { stringify } from 'csv-stringify/sync'

export type CsvCell = string | number

/** For a spreadsheet: UTF-8 with its mark, lines ended as Windows ends them, and no text that would run as a formula. */
export const peopleCsv = (lines: readonly (readonly CsvCell[])[]): string =>
  stringify(
    lines.map((line) => [...line]),
    { bom: true, record_delimiter: '\r\n', escape_formulas: true },
  )

/**
 * What a student chose as a name, in a file for a program that does not go by names: somebody may still look at it in a spreadsheet
 * first, and there it must not run.
 */
export const unrunnable = (text: string): string => (/^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text)

/** For a program: its own words stay as they are. */
export const machineCsv = (
  lines: readonly (readonly CsvCell[])[],
  { ending = '\n', between = ',' }: { ending?: '\n' | '\r\n'; between?: ',' | ';' } = {},
): string =>
  stringify(
    lines.map((line) => [...line]),
    { record_delimiter: ending, delimiter: between },
  )

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
