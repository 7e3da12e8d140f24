/**
 * The log of every room: read by room, and appended to (appends.ts). Plain SQL on connections of its own, so that a slow page query never
 * delays a class.
 */
import pg from 'pg'
import { lostLine } from '#server/base/faults/plain-fault'
import type { CommandId, RoomId } from '#simulation/kernel/ids'
import type { Recorded } from '#simulation/shapes/record'
import type { RoomState } from '#simulation/state/room-state'
import { Appends, type Outcome } from './appends'
import { READ, readRows, type StoredRow } from './stored-rows'

export type RoomLog = {
  /** The rows with a number above `after`, in order; at most `most` of them. All of a long log are read piece by piece. */
  read(room: RoomId, after?: number, most?: number): Promise<Recorded[]>
  /**
   * Saves rows whose numbers continue the log, all or none, and with them the stored facts of the room. `conflict` means that a row of that
   * number or a command of that id is already saved; `short` that the log does not hold the row that these follow, so that whoever had it
   * remembers what the database has lost. `before` is that row's command; without it any row of its number will do. Rejects with `OutcomeUnknown` when the connection was lost before the answer came, so that
   * the rows may or may not be saved, and with `Unstorable` when the database refuses them. `after` is the room with these rows folded in; a
   * caller that does not have it passes nothing, and the log is read and folded where the facts need it.
   */
  append(room: RoomId, rows: readonly Recorded[], after?: RoomState | null, before?: CommandId | null): Promise<Outcome>
  /** The last row of each of these rooms: its number and its command. */
  readNewest(rooms: readonly RoomId[]): Promise<ReadonlyMap<RoomId, Newest>>
  /** Rooms whose clock the server must watch even when nobody is connected: a phase runs, or the next one starts by itself. */
  readRunning(): Promise<RoomId[]>
  close(): Promise<void>
}

export type Newest = Pick<Recorded, 'seq' | 'commandId'>

const RUNNING = 'SELECT room_id AS id FROM room_summary WHERE is_timed'

// A look at the end of the index for each room; grouping its rows would read all of them.
const NEWEST = `
  SELECT asked.room, newest.seq, newest."commandId" FROM unnest($1::text[]) AS asked(room),
    LATERAL (SELECT seq, command_id AS "commandId" FROM room_event WHERE room_id = asked.room ORDER BY seq DESC LIMIT 1) AS newest`

/** The look twice a second says whether the database is there: one that has hung for so long is given up and asked anew. */
const LOOKING_MS = 5_000
/** A page that waits is better than one that fails: on a machine with ten times as much to do as it can, a connection takes more than five seconds. */
const READING_MS = 20_000

/** Rows read at once. As many of the longest take a few milliseconds to check, which nothing interrupts. */
const STRIDE = 200

/** `sessionUrl` leads to the same database without a pooler, where `url` is one: what a connection that appends is set to must last. */
export function openRoomLog(url: string, connections = 2, sessionUrl = url): RoomLog {
  const within = { connectionTimeoutMillis: READING_MS, query_timeout: READING_MS }
  const reading = new pg.Pool({ connectionString: url, max: 2, ...within })
  // Without a listener the loss of an idle connection would end the process. The next query opens another connection.
  reading.on('error', () => undefined)
  const appends = new Appends(sessionUrl, connections)
  const ask = async <Row extends pg.QueryResultRow>(asked: pg.QueryConfig): Promise<Row[]> => {
    try {
      return (await reading.query<Row>(asked)).rows
    } catch (error) {
      throw lostLine(error)
    }
  }
  const readPiece = async (room: RoomId, after: number, most: number): Promise<Recorded[]> =>
    readRows(await ask<StoredRow>({ text: READ, values: [room, after, most] }))
  return {
    async read(room, after = 0, most) {
      if (most !== undefined) return readPiece(room, after, most)
      let rows: Recorded[] = []
      for (;;) {
        const last = rows.at(-1)
        const piece = await readPiece(room, last ? last.seq - 1 : after, STRIDE)
        // Each piece begins with the last row of the one before. Another in its place: the database has come back without it.
        if (last && (piece[0]?.seq !== last.seq || piece[0].commandId !== last.commandId)) {
          rows = []
          continue
        }
        for (const row of last ? piece.slice(1) : piece) rows.push(row)
        if (piece.length < STRIDE) return rows
      }
    },
    append: (room, rows, after = null, before = null) => appends.add(room, rows, after, before),
    async readNewest(rooms) {
      const asked = { name: 'newest', text: NEWEST, values: [rooms], query_timeout: LOOKING_MS }
      const rows = await ask<Newest & { room: RoomId }>(asked)
      return new Map(rows.map(({ room, ...newest }) => [room, newest]))
    },
    async readRunning() {
      const rows = await ask<{ id: RoomId }>({ text: RUNNING })
      return rows.map(({ id }) => id)
    },
    async close() {
      await Promise.all([reading.end(), appends.close()])
    },
  }
}
