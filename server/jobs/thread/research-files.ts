/**
 * Writes the files of a research file (rule D18): its tables as CSV, and the zip of them with what explains them. It runs in the worker thread,
 * where neither the database nor the server's settings are available.
 */
import { createHash } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { strToU8, zipSync } from 'fflate'
import { unrunnable } from '#simulation/kernel/sheet-text'
import { columnsOf, RESEARCH_TABLE_NAMES, type ResearchTable } from '#simulation/research/research-columns'
import { RESEARCH_FIGURES } from '#simulation/research/research-figures'
import {
  codebook,
  datapackage,
  type Fingerprints,
  type ResearchAbout,
  readme,
  tablesIn,
} from '#simulation/research/research-package'
import { type ResearchRoom, researchRows } from '#simulation/research/research-rows'
import type { ResearchLines } from '../worker-tasks'

/** The lines that one room adds to each table; none for a room without a log. */
export function linesOfRoom(room: ResearchRoom): ResearchLines {
  const rows = researchRows(room)
  return perTable((name) => (rows ? csv(name, rows[name]) : ''))
}

/** What stands before the lines of a table. */
export const headerOf = (name: ResearchTable): string =>
  `${columnsOf(name)
    .map((column) => column.name)
    .join(',')}\n`

const BOM = '\uFEFF'

/** The zip. `lines` are those of each room, in their order. */
export function researchZip(about: ResearchAbout, lines: readonly ResearchLines[]): Uint8Array {
  const files = perTable((name) => strToU8(headerOf(name) + lines.map((of) => of[name]).join('')))
  const prints: Fingerprints = perTable((name) => ({ bytes: files[name].length, sha256: sha256(files[name]) }))
  const tables = tablesIn(about)
  const whole = sha256(tables.map((name) => prints[name].sha256).join('\n'))
  const texts = {
    'README.md': readme(about, prints, whole),
    'codebook.md': codebook(about),
    'datapackage.json': datapackage(about, prints),
    ...RESEARCH_FIGURES,
  }
  return zipSync({
    ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, strToU8(text)])),
    ...Object.fromEntries(tables.map((name) => [`${name}.csv`, files[name]])),
    ...Object.fromEntries(
      tables.map((name) => [
        `excel/${name}.csv`,
        strToU8(`${BOM}${headerOf(name).trimEnd()}\r\n${lines.map((of) => sheet(name, of[name])).join('')}`),
      ]),
    ),
  })
}

const sha256 = (of: Uint8Array | string): string => createHash('sha256').update(of).digest('hex')

function csv(name: ResearchTable, rows: readonly Readonly<Record<string, string | number | boolean | null>>[]): string {
  const columns = columnsOf(name)
  const cells = rows.map((row) =>
    columns.map(({ name: column, type }) => {
      const cell = row[column] ?? null
      return type === 'datetime' && typeof cell === 'number' ? new Date(cell).toISOString() : cell
    }),
  )
  return stringify(cells, { record_delimiter: '\n', ...FORM })
}

/** The same lines as a spreadsheet reads them, where no text runs. */
function sheet(name: ResearchTable, lines: string): string {
  const columns = columnsOf(name)
  const rows: string[][] = parse(lines, { record_delimiter: '\n' })
  const cells = rows.map((row) =>
    row.map((cell, place) => (columns[place]?.type === 'string' ? unrunnable(cell) : cell)),
  )
  return stringify(cells, { record_delimiter: '\r\n', ...FORM })
}

// csv-stringify quotes only for the configured line ending; an unquoted lone CR or LF would start a new row for other readers.
const FORM = { quoted_match: /[\r\n]/, cast: { boolean: String } }

function perTable<Value>(make: (name: ResearchTable) => Value): Record<ResearchTable, Value> {
  const made = RESEARCH_TABLE_NAMES.map((name) => [name, make(name)] as const)
  return Object.fromEntries(made) as Record<ResearchTable, Value>
}
