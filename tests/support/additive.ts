/** Whether a migration can be applied while servers of the version before go on: they must still read and write every table as they did. */

/** What takes something away from a server that knows nothing of the migration; `made` are the tables that the migration itself creates. */
export function breaksTheOlder(sql: string): string[] {
  const statements = sql
    .replace(/--[^\n]*/g, '')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    // The bodies of functions run only when they are called, or by a trigger that is made in a statement of its own.
    .replace(/\$(\w*)\$[\s\S]*?\$\1\$/g, "''")
    .split(';')
    .map((statement) => statement.replace(/\s+/g, ' ').trim())
    .filter((statement) => statement !== '')
  const made = new Set(
    statements.flatMap((statement) => /^CREATE TABLE (?:IF NOT EXISTS )?(\S+)/i.exec(statement)?.[1] ?? []),
  )
  return statements.filter((statement) => !made.has(ALTERED.exec(statement)?.[1] ?? '') && breaks(statement))
}

/** The table that a statement changes, or lays a unique index over. */
const ALTERED = /^(?:ALTER TABLE (?:ONLY )?|CREATE UNIQUE INDEX .*?\bON (?:ONLY )?)([^\s(]+)/i

const BREAKING = [
  /^DROP (?!INDEX)/i,
  /^TRUNCATE|^DELETE /i,
  /\bRENAME\b/i,
  /^ALTER TABLE .*\bDROP (?!NOT NULL)/i,
  /\bALTER (?:COLUMN )?\S+ (?:SET DATA )?TYPE\b/i,
  /\bSET NOT NULL\b/i,
  /^ALTER TABLE .*\bADD (?:CONSTRAINT|CHECK|UNIQUE|PRIMARY|FOREIGN|EXCLUDE)/i,
  /^CREATE UNIQUE INDEX/i,
  /^ALTER TYPE .*\bRENAME\b/i,
  /^REVOKE /i,
]

function breaks(statement: string): boolean {
  if (BREAKING.some((pattern) => pattern.test(statement))) return true
  // A column that the older server does not name when it writes a row must do without it.
  const columns = statement.match(/^ALTER TABLE/i) ? statement.split(/,(?![^(]*\))/) : []
  return columns.some(
    (column) =>
      /\bADD (?:COLUMN )?/i.test(column) && /\bNOT NULL\b/i.test(column) && !/\bDEFAULT\b|\bGENERATED\b/i.test(column),
  )
}
