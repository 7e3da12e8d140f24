/**
 * Writes the files of a research file (rule D18): its tables as CSV, and the zip of them with what explains them. It runs in a worker thread,
 * where neither the database nor the server's settings are available.
 */
import { createHash } from 'node:crypto'
import { stringify } from 'csv-stringify/sync'
import { strToU8, zipSync } from 'fflate'
import { columnsOf, RESEARCH_TABLE_NAMES, type ResearchTable } from '#simulation/reading/research-columns'
import { RESEARCH_FIGURES } from '#simulation/reading/research-figures'
import {
  codebook,
  datapackage,
  type Fingerprints,
  type ResearchAbout,
  readme,
} from '#simulation/reading/research-package'
import { type ResearchRoom, researchRows } from '#simulation/reading/research-rows'

/** By table, lines of CSV without the header. */
export type ResearchLines = Readonly<Record<ResearchTable, string>>

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

/** The zip. `lines` are those of each room, in their order. */
export function researchZip(about: ResearchAbout, lines: readonly ResearchLines[]): Uint8Array {
  const files = perTable((name) => strToU8(headerOf(name) + lines.map((of) => of[name]).join('')))
  const prints: Fingerprints = perTable((name) => ({ bytes: files[name].length, sha256: sha256(files[name]) }))
  const whole = sha256(RESEARCH_TABLE_NAMES.map((name) => prints[name].sha256).join('\n'))
  const texts = {
    'README.md': readme(about, prints, whole),
    'codebook.md': codebook(),
    'datapackage.json': datapackage(about, prints),
    ...RESEARCH_FIGURES,
  }
  return zipSync({
    ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, strToU8(text)])),
    ...Object.fromEntries(RESEARCH_TABLE_NAMES.map((name) => [`${name}.csv`, files[name]])),
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
  return stringify(cells, {
    record_delimiter: '\n',
    // csv-stringify quotes only for the configured line ending; an unquoted lone CR would start a new row for other readers.
    quoted_match: /[\r\n]/,
    cast: { boolean: String },
  })
}

function perTable<Value>(make: (name: ResearchTable) => Value): Record<ResearchTable, Value> {
  const made = RESEARCH_TABLE_NAMES.map((name) => [name, make(name)] as const)
  return Object.fromEntries(made) as Record<ResearchTable, Value>
}
