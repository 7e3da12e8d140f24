/**
 * Rows of a room's log as the table holds them: the one statement that writes them and the one list of columns that reads them,
 * whoever does it and over whichever connection. It must not know a connection, for a thread of its own draws rows up too.
 */
import type { RoomId } from '#simulation/kernel/ids'
import type { Recorded } from '#simulation/kernel/record'
import { ROOM_VERSION, readRow } from '#simulation/kernel/versions'

const INTO = 'INSERT INTO room_event (v, room_id, seq, at, by, command_id, part, audience, type, event)'
/** One row by itself, which is what a calm room saves, costs a sixth less time than as a batch of one. */
export const INSERT_ONE = `${INTO} VALUES (${ROOM_VERSION}, $1, $2, $3, $4, $5, $6, $7, $8, $9)`
/** Any number of rows, given by columns. */
export const INSERT = `${INTO} SELECT ${ROOM_VERSION}, * FROM unnest($1::text[], $2::int[], $3::timestamptz[], $4::text[], $5::text[], $6::int[], $7::jsonb[], $8::text[], $9::jsonb[])`

/** The values of one row, in the order of the statements above. */
export type RowValues = [string, number, string, string, string, number, string, string, string]
/** The same by columns, as `unnest` takes them. */
export type RowColumns = readonly (readonly (string | number)[])[]

/** Each row's values; `part` counts the rows of one command, which stand together. */
export function valuesOf(room: RoomId, rows: readonly Recorded[]): RowValues[] {
  let command = ''
  let part = 0
  return rows.map(({ seq, at, by, commandId, audience, event }) => {
    part = commandId === command ? part + 1 : 0
    command = commandId
    const time = new Date(at).toISOString()
    return [room, seq, time, by, commandId, part, JSON.stringify(audience), event.type, JSON.stringify(event)]
  })
}

export const columnsOf = (values: readonly RowValues[]): RowColumns =>
  (values[0] ?? []).map((_, column) => values.map((row) => row[column] ?? ''))

/** What is read of a row, whichever rows are asked for. */
export const COLUMNS =
  'v, seq, (extract(epoch FROM at) * 1000)::float8 AS at, by, command_id AS "commandId", audience, event'

export type StoredRow = { v: number }

/** Rows as they were stored under whichever version, in today's shape. */
export const readRows = (stored: readonly StoredRow[]): Recorded[] => stored.map(({ v, ...row }) => readRow(v, row))
