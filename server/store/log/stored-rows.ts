/**
 * Rows of a room's log as the table room_event holds them: the statement that inserts them and the columns that read them. No connection
 * is opened here: the worker thread that checks imported records uses this file too, and has no database.
 */
import { readStored } from '#server/base/compiled'
import { ROOM_VERSION } from '#simulation/engine/versions'
import type { CommandId, RoomId } from '#simulation/kernel/ids'
import type { Recorded } from '#simulation/shapes/record'

const COLUMN = 'v, room_id, seq, at, by, command_id, part, audience, type, event'
/**
 * For any number of rows, of any number of rooms: one array for each column. Rows are stored only where the row before them stands, and is
 * the one that they were judged after; others are left out. A database that has come back without its last rows would else go on behind a
 * hole, and nobody could read the room any more. Of rows that are appended together all have the same `first`. A subquery and not EXISTS:
 * for that one a plan made while the table is small reads the whole table.
 */
export const INSERT = `INSERT INTO room_event (${COLUMN})
  SELECT ${COLUMN} FROM unnest($1::int[], $2::text[], $3::int[], $4::timestamptz[], $5::text[], $6::text[],
    $7::int[], $8::jsonb[], $9::text[], $10::jsonb[], $11::int[], $12::text[])
    AS given(v, room_id, seq, at, by, command_id, part, audience, type, event, first, before)
  WHERE first = 1 OR
    (SELECT before IN ('', row.command_id) FROM room_event AS row WHERE row.room_id = given.room_id AND row.seq = first - 1)`

/** The values of one row, in the order of the statement above; at the end `first` and `before`. */
type RowValues = [number, string, number, string, string, string, number, string, string, string, number, string]
/** The values of many rows, one array for each column, as `unnest` takes them. */
export type RowColumns = readonly (readonly (string | number)[])[]

/**
 * Each row's values. `before` is the command of the row that these were judged after; without it any row of that number will do. `part` numbers the rows of one command, which are adjacent; (command, part) is unique, so a command is never saved twice.
 */
export function valuesOf(room: RoomId, rows: readonly Recorded[], before: CommandId | null = null): RowValues[] {
  const first = rows[0]?.seq ?? 1
  let command = ''
  let part = 0
  return rows.map(({ seq, at, by, commandId, audience, event }) => {
    part = commandId === command ? part + 1 : 0
    command = commandId
    const time = new Date(at).toISOString()
    const [heardBy, what] = [JSON.stringify(audience), JSON.stringify(event)]
    return [ROOM_VERSION, room, seq, time, by, commandId, part, heardBy, event.type, what, first, before ?? '']
  })
}

export const columnsOf = (values: readonly RowValues[]): RowColumns =>
  (values[0] ?? []).map((_, column) => values.map((row) => row[column] ?? ''))

/** Rows saved at once: the whole log of a record that is brought, in one statement, holds the event loop while it is written out. */
const STRIDE = 500

/** The columns of a log that nothing stands before, in pieces, each to be saved by a statement of its own. */
export const piecesOf = (log: RowColumns): readonly RowColumns[] =>
  Array.from({ length: Math.ceil((log[0]?.length ?? 0) / STRIDE) }, (_, piece) =>
    log.map((column) => column.slice(piece * STRIDE, (piece + 1) * STRIDE)),
  )

/** The columns of a `SELECT` whose rows go into `readRows`. */
export const COLUMNS =
  'v, seq, (extract(epoch FROM at) * 1000)::float8 AS at, by, command_id AS "commandId", audience, event'

/** The rows of a room after a number, in order; at most so many. */
export const READ = `SELECT ${COLUMNS} FROM room_event WHERE room_id = $1 AND seq > $2 ORDER BY seq LIMIT $3`

export type StoredRow = { v: number }

/** Stored rows of any version, lifted to today's shape and checked against it. */
export const readRows = (stored: readonly StoredRow[]): Recorded[] => stored.map(({ v, ...row }) => readStored(v, row))
