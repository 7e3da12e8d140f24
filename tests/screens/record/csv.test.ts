// Every CSV file, read back by other parsers: the cells are those that were written, and no cell runs as a formula.
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { type CsvCell, machineCsv, peopleCsv } from '../../../app/_files/csv'
import { meant, opened, runs, type Separator } from '../../support/files/spreadsheet'
import { patience } from '../../support/patience'

// Many cases, which take long on a busy machine.
vi.setConfig({ testTimeout: patience(60_000) })

const BAD = ['\n', '\r', '\r\n', '\t', ',', ';', '"', "'", '=', '+', '-', '@', '＝', '＋', '－', '＠', ' ', '\u200B']
const words = fc
  .array(fc.oneof(fc.constantFrom(...BAD), fc.constantFrom('a', '=1+41', '-cmd', '三', '😀', '2'), fc.string()), {
    maxLength: 8,
  })
  .map((parts) => parts.join(''))
  // Texts with an apostrophe are left out: theirs cannot be told from the one that escaping adds.
  .filter((text) => !/'/.test(text) && !text.includes('\uFEFF'))
const table = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.array(fc.array(words, { minLength: 5, maxLength: 5 }), { minLength: 1 }))
  .map(([width, rows]) => rows.map((row) => row.slice(0, width)))
  // A row of one empty cell is an empty line, which parsers skip; no file of ours has one column.
  .map((rows) => rows.map((row) => (row.length === 1 ? [...row, 'x'] : row)))

const WRITERS = {
  'for people': (lines: readonly (readonly CsvCell[])[]) => peopleCsv(lines),
  'for a program': (lines: readonly (readonly CsvCell[])[]) => machineCsv(lines),
  'for a program, as Windows ends lines': (lines: readonly (readonly CsvCell[])[]) =>
    machineCsv(lines, { ending: '\r\n' }),
}

describe.each(Object.entries(WRITERS))('a table %s', (_, write) => {
  test('L16 read by the standard, it has the rows and the words that were meant', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const read: string[][] = parse(write(rows), { bom: true })
        expect(read.map((row) => row.map(meant))).toEqual(rows)
      }),
    )
  })

  test('L16 cut as a spreadsheet cuts it, it has the same rows, and no cell runs', () => {
    let guarded = 0
    fc.assert(
      fc.property(table, (rows) => {
        const read = opened(write(rows))
        expect(read.map((row) => row.map(meant))).toEqual(rows)
        expect(read.flat().filter(runs)).toEqual([])
        guarded += rows.flat().filter(runs).length
      }),
    )
    expect(guarded).toBeGreaterThan(50)
  })

  test('no cell runs in a country that cuts rows at semicolons or at tabs', () => {
    fc.assert(
      fc.property(table, fc.constantFrom<Separator>(';', '\t'), (rows, separator) => {
        const read = opened(write(rows), separator)
        expect(read.flat().filter(runs)).toEqual([])
      }),
      { numRuns: 400 },
    )
  })
})

test('a line feed inside a cell ends no row, and what follows it does not run', () => {
  const file = peopleCsv([['1', 'Good morning\n=1+41', 'x']])
  expect(opened(file)).toEqual([['1', "Good morning\n'=1+41", 'x']])
})

test('numbers and the numbers of entries stay as they are', () => {
  expect(opened(peopleCsv([[-3, 1.5, '41', 'c12', 'E2.1']]))).toEqual([['-3', '1.5', '41', 'c12', 'E2.1']])
})

test('what another program wrote goes back as it came', () => {
  expect(machineCsv([[{ verbatim: '="0012"' }, '=1']], { between: ';' })).toBe(`"=""0012""";'=1\n`)
})
