/**
 * The log of every room: read by room, and appended to in batches that commit the waiting rows of many rooms in one statement. Plain SQL on
 * connections of its own, so that a slow page query never delays a class. Which people an append affects is decided in membership.ts.
 */
import pg from 'pg'
import { failpoint } from '#server/ops/failpoints'
import type { RoomId } from '#simulation/kernel/ids'
import type { Recorded } from '#simulation/kernel/record'
import { fold } from '#simulation/kernel/room'
import type { RoomState } from '#simulation/kernel/room-state'
import { changesFacts, factsOf } from '#simulation/reading/room-facts'
import { peopleChangedBy, syncMembership } from '../activities/membership'
import type { RunQuery } from '../database'
import { writeFacts } from './room-facts'
import { COLUMNS, columnsOf, INSERT, INSERT_ONE, readRows, type StoredRow, valuesOf } from './stored-rows'

export type RoomLog = {
  /** The rows with a number above `after`, in order; at most `most` of them. */
  read(room: RoomId, after?: number, most?: number): Promise<Recorded[]>
  /**
   * Saves rows whose numbers continue the log, all or none, and with them the stored facts of the room. `conflict` means that a row of that
   * number or a command of that id is already saved. Rejects with `OutcomeUnknown` when the connection was lost before the answer came, so that
   * the rows may or may not be saved, and with `Unstorable` when the database refuses them. `after` is the room with these rows folded in; a
   * caller that does not have it passes nothing, and the log is read and folded where the facts need it.
   */
  append(room: RoomId, rows: readonly Recorded[], after?: RoomState | null): Promise<'appended' | 'conflict'>
  /** The number of the last row of each of these rooms. */
  readNewest(rooms: readonly RoomId[]): Promise<ReadonlyMap<RoomId, number>>
  /** Rooms whose clock the server must watch even when nobody is connected: a phase runs, or the next one starts by itself. */
  readRunning(): Promise<RoomId[]>
  close(): Promise<void>
}

export class OutcomeUnknown extends Error {}
export class Unstorable extends Error {}

const READ = `SELECT ${COLUMNS} FROM room_event WHERE room_id = $1 AND seq > $2 ORDER BY seq LIMIT $3`

const RUNNING = 'SELECT room_id AS id FROM room_summary WHERE is_timed'

// A look at the end of the index for each room; grouping its rows would read all of them.
const NEWEST = `
  SELECT asked.room, newest.seq FROM unnest($1::text[]) AS asked(room),
    LATERAL (SELECT seq FROM room_event WHERE room_id = asked.room ORDER BY seq DESC LIMIT 1) AS newest`

const MOST_ROWS = 500

/** A connection that has not answered for so long is given up. */
const MOST_MS = 15_000

/** `sessionUrl` leads to the same database without a pooler, where `url` is one: what a connection that appends is set to must last. */
export function openRoomLog(url: string, connections = 2, sessionUrl = url): RoomLog {
  const reading = new pg.Pool({ connectionString: url, max: 2, connectionTimeoutMillis: 5_000, query_timeout: 20_000 })
  // Without a listener the loss of an idle connection would end the process. The next query opens another connection.
  reading.on('error', () => undefined)
  const writers = Array.from({ length: connections }, () => new Writer(sessionUrl))
  return {
    async read(room, after = 0, most) {
      return readRows((await reading.query<StoredRow>(READ, [room, after, most ?? null])).rows)
    },
    append(room, rows, after) {
      const writer = writers[shareOf(room, writers.length)]
      return writer
        ? writer.append(room, rows, after ?? null)
        : Promise.reject(new Error('A log needs at least one connection.'))
    },
    async readNewest(rooms) {
      const asked = { name: 'newest', text: NEWEST, values: [rooms] }
      const { rows } = await reading.query<{ room: RoomId; seq: number }>(asked)
      return new Map(rows.map(({ room, seq }) => [room, seq]))
    },
    async readRunning() {
      const { rows } = await reading.query<{ id: RoomId }>(RUNNING)
      return rows.map(({ id }) => id)
    },
    async close() {
      await Promise.all([reading.end(), ...writers.map((writer) => writer.close())])
    },
  }
}

/** A room always gets the same connection: over two, a later row could be committed before an earlier one. */
function shareOf(room: RoomId, among: number): number {
  let hash = 0
  for (let index = 0; index < room.length; index += 1) hash = (hash * 31 + room.charCodeAt(index)) >>> 0
  return hash % among
}

type PendingAppend = {
  room: RoomId
  rows: readonly Recorded[]
  after: RoomState | null
  settle: (outcome: 'appended' | 'conflict') => void
  fail: (error: Error) => void
}

/** One connection. Appends that arrive while a batch is being committed form the next batch. */
class Writer {
  readonly #url: string
  #client: Promise<pg.Client> | null = null
  #waiting: PendingAppend[] = []
  #busy: Promise<void> | null = null
  /** When the batch that is being saved was handed to the database; null while none is. */
  #asked: number | null = null
  #watch: NodeJS.Timeout | null = null

  constructor(url: string) {
    this.#url = url
  }

  append(room: RoomId, rows: readonly Recorded[], after: RoomState | null): Promise<'appended' | 'conflict'> {
    return new Promise((settle, fail) => {
      this.#waiting.push({ room, rows, after, settle, fail })
      this.#busy ??= this.#work()
    })
  }

  async close(): Promise<void> {
    await this.#busy
    if (this.#watch) clearTimeout(this.#watch)
    const client = await this.#client?.catch(() => null)
    this.#client = null
    await client?.end().catch(() => undefined)
  }

  async #work(): Promise<void> {
    // Whatever arrived in one turn of the event loop joins this batch, from however many pages: a microtask would come after the first page.
    await new Promise((gathered) => setImmediate(gathered))
    while (this.#waiting.length > 0) await this.#commit(this.#take())
    this.#asked = null
    this.#busy = null // no await since the check above: an append between the two would wait for ever
  }

  /** Ends a connection that does not answer, so that what waits for it fails. At most one timer runs: one for each batch would cost more. */
  #lookIn(ms: number): void {
    this.#watch = setTimeout(() => {
      this.#watch = null
      if (this.#asked === null) return
      const left = this.#asked + MOST_MS - performance.now()
      if (left > 0) this.#lookIn(left)
      else void this.#client?.then((client) => client.end()).catch(() => undefined)
    }, ms)
  }

  #take(): PendingAppend[] {
    let count = 0
    let rows = 0
    for (const waiting of this.#waiting) {
      if (count > 0 && rows + waiting.rows.length > MOST_ROWS) break
      count += 1
      rows += waiting.rows.length
    }
    return inOrderOfRooms(this.#waiting.splice(0, count))
  }

  async #commit(batch: readonly PendingAppend[]): Promise<void> {
    this.#asked = performance.now()
    if (!this.#watch) this.#lookIn(MOST_MS)
    try {
      const client = await this.#connected()
      const changed = batch.filter(({ rows }) => rows.some(({ event }) => changesFacts(event)))
      const saved = changed.length > 0 ? insertWithFacts(client, batch, changed) : insert(client, batch)
      if (batch.some(({ rows }) => rows.some(({ event }) => event.type === 'PhaseEnded'))) failpoint('mid-phase-end')
      await saved
      for (const { settle } of batch) settle('appended')
    } catch (error) {
      const kind = kindOf(error)
      if (kind === 'unknown') this.#lost(batch, error)
      // The rows of one room spoiled the batch: saving each append alone tells which, and saves the others.
      else if (batch.length > 1) for (const alone of batch) await this.#commit([alone])
      else if (kind === 'conflict') batch[0]?.settle('conflict')
      else batch[0]?.fail(new Unstorable('The database does not take these rows', { cause: error }))
    }
  }

  #lost(batch: readonly PendingAppend[], cause: unknown): void {
    const broken = this.#client
    this.#client = null
    void broken?.then((client) => client.end()).catch(() => undefined)
    for (const { fail } of batch)
      fail(new OutcomeUnknown('The connection was lost while rows were being saved', { cause }))
  }

  #connected(): Promise<pg.Client> {
    this.#client ??= connectedTo(this.#url)
    return this.#client
  }
}

/** Two servers that came to the same rooms in different orders would wait for one another's transactions in a circle. */
const inOrderOfRooms = (batch: PendingAppend[]): PendingAppend[] =>
  batch.length < 2 ? batch : batch.sort(({ room: a }, { room: b }) => (a < b ? -1 : a > b ? 1 : 0))

async function connectedTo(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    // The statements are planned once and not for every batch: planning costs a tenth of the time that saving one row takes.
    options: '-c plan_cache_mode=force_generic_plan',
  })
  client.on('error', () => undefined) // without a listener a lost connection would end the process; the query that waits fails anyway
  await client.connect()
  return client
}

function insert(client: pg.Client, batch: readonly PendingAppend[]): Promise<unknown> {
  const values = batch.flatMap(({ room, rows }) => valuesOf(room, rows))
  const [only, ...others] = values
  return only && others.length === 0
    ? prepared(client, 'append-one', INSERT_ONE, only)
    : prepared(client, 'append', INSERT, [...columnsOf(values)])
}

/** Runs a named statement. A query that is given as an object is first copied property by property, which takes a tenth of what a statement costs. */
function prepared(client: pg.Client, name: string, text: string, values: unknown[]): Promise<void> {
  return new Promise((done, fail) => {
    const query = new pg.Query(text, values, (error) => (error ? fail(error) : done()))
    client.query(Object.assign(query, { name }))
  })
}

/** A server that stands still in the middle (frozen, or cut off) would otherwise keep all others from the rooms of its batch. */
const BEGIN = 'BEGIN; SET LOCAL idle_in_transaction_session_timeout = 2000'

/** Saves a batch of which the `changed` appends alter stored facts: rows, facts and membership in one transaction, or nothing. */
async function insertWithFacts(
  client: pg.Client,
  batch: readonly PendingAppend[],
  changed: readonly PendingAppend[],
): Promise<void> {
  const ask: RunQuery = async (text, values) => (await client.query(text, [...values])).rows
  await client.query(BEGIN)
  try {
    await insert(client, batch)
    await writeFacts(ask, await factsAfter(ask, changed))
    const people = changed.flatMap(({ rows }) => peopleChangedBy(rows))
    if (people.length > 0) await syncMembership(ask, people)
    await client.query('COMMIT')
  } catch (error) {
    // On a lost connection there is nothing to roll back: PostgreSQL ends the transaction with it.
    if (error instanceof pg.DatabaseError) await client.query('ROLLBACK')
    throw error
  }
}

/** The facts of each changed room after the last of its appends in the batch. */
async function factsAfter(ask: RunQuery, changed: readonly PendingAppend[]) {
  const states = new Map<RoomId, RoomState | null>()
  for (const { room, after } of changed) states.set(room, after)
  const facts = []
  for (const [room, given] of states) {
    const state = given ?? fold(readRows(await ask<StoredRow>(READ, [room, 0, null])))
    if (state) facts.push({ room, facts: factsOf(state) })
  }
  return facts
}

function kindOf(error: unknown): 'conflict' | 'unstorable' | 'unknown' {
  if (!(error instanceof pg.DatabaseError)) return 'unknown'
  if (error.code === '23505') return 'conflict'
  return error.code?.startsWith('22') || error.code?.startsWith('23') ? 'unstorable' : 'unknown'
}
