/**
 * After an erasure: counts in which tables and columns the person's names still occur, such as statements by others, for an administrator to
 * look at. It searches every text column of the schema, so that columns added later are not forgotten. It also counts namesakes.
 */

import type { Database } from '../../base/database'
import { quoted } from '../../postgres/dump-format'

export type Mention = { table: string; column: string; count: number }

export type NamedIn = { room: string; entry: string }

/** The most entries that are listed. */
const MOST_ENTRIES = 50

/** The entries of records in whose words one of these names stands, for an operator who may redact them. */
export async function findEntriesNaming(on: Database, names: readonly string[]): Promise<NamedIn[]> {
  const patterns = patternsOf(names)
  if (patterns.length === 0) return []
  return on.$queryRaw<NamedIn[]>`
    SELECT room_id AS room, no AS entry FROM room_text WHERE body ILIKE ANY(${patterns}::text[])
     ORDER BY room_id, seq LIMIT ${MOST_ENTRIES}`
}

const patternsOf = (names: readonly string[]): string[] =>
  [...new Set(names.flatMap(spellings))].map((name) => `%${name.replace(/[\\%_]/g, '\\$&')}%`)

export async function countMentions(on: Database, names: readonly string[]): Promise<Mention[]> {
  const patterns = patternsOf(names)
  if (patterns.length === 0) return []
  const columns = await on.$queryRaw<{ table: string; column: string }[]>`
    SELECT table_name AS table, column_name AS column FROM information_schema.columns JOIN information_schema.tables
     USING (table_schema, table_name)
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> '_prisma_migrations'
       AND data_type IN ('text', 'character varying', 'jsonb', 'json', 'ARRAY') ORDER BY 1, 2`
  const mentions: Mention[] = []
  for (const { table, column } of columns) {
    const [row] = await on.$queryRawUnsafe<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM ${quoted(table)} WHERE ${quoted(column)}::text ILIKE ANY($1::text[])`,
      patterns,
    )
    if (row && row.count > 0) mentions.push({ table, column, count: row.count })
  }
  return mentions
}

/** The forms in which a name may be stored: Unicode-composed and decomposed, full width, URL-encoded, JSON-escaped; in each case of letters. */
function spellings(name: string): string[] {
  const forms = [name, name.normalize('NFC'), name.normalize('NFD'), name.normalize('NFKC')]
  const cased = forms.flatMap((form) => [form, form.toLowerCase(), form.toUpperCase()])
  const shown = cased.filter((form) => [...form].length > 1)
  return shown.flatMap((form) => [
    form,
    encodeURIComponent(form),
    form.replaceAll(' ', '+'),
    JSON.stringify(form).slice(1, -1),
  ])
}
