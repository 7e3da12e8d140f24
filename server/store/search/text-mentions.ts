/**
 * Where names still stand in what others have typed, by table and column, so that a person may look. Every column of every table that
 * holds text is searched, those that are added later too; it changes nothing, and cannot tell a namesake.
 */

import { quoted } from '../../ops/dump-format'
import type { Database } from '../database'

export type Mention = { table: string; column: string; count: number }

export async function countMentions(on: Database, names: readonly string[]): Promise<Mention[]> {
  const patterns = [...new Set(names.flatMap(spellings))].map((name) => `%${name.replace(/[\\%_]/g, '\\$&')}%`)
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

/** As typed, composed and decomposed, in full width and plain, in an address and inside JSON; capitals do not count. */
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
