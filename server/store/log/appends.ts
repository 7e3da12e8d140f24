/**
 * Saves what is appended to the logs: rows that wait, of however many rooms, are committed in one statement, over a few connections at once.
 * Which people an append affects is decided in membership.ts.
 */
import pg from 'pg'
import { failpoint } from '#server/base/failpoints'
import { lostLine } from '#server/base/faults/plain-fault'
import { fold } from '#simulation/engine/room'
import type { CommandId, RoomId } from '#simulation/kernel/ids'
import { changesFacts, factsOf } from '#simulation/reading/record/room-facts'
import type { Recorded } from '#simulation/shapes/record'
import type { RoomState } from '#simulation/state/room-state'
import type { RunQuery } from '../../base/database'
import { auditMembership, peopleChangedBy, syncMembership } from './membership'
import { writeFacts } from './room-facts'
import { columnsOf, INSERT, READ, readRows, type StoredRow, valuesOf } from './stored-rows'
import { forgetTexts, roomsReread } from './words-changed'

export class OutcomeUnknown extends Error {
  override readonly name = 'OutcomeUnknown'
}
export class Unstorable extends Error {
  override readonly name = 'Unstorable'
}
/** Rows were left out, because the one before them is not in the log. */
class NothingBefore extends Error {}

/** `conflict`: other rows are there already. `short`: the row that these follow is not there, or is another one. */
export type Outcome = 'appended' | 'conflict' | 'short'

/** So many rows at most are committed at once. */
const MOST_ROWS = 500
/** A connection that has not answered for so long is given up. */
const MOST_MS = 15_000

type PendingAppend = {
  room: RoomId
  rows: readonly Recorded[]
  after: RoomState | null
  before: CommandId | null
  settle: (outcome: Outcome) => void
  fail: (error: Error) => void
}

/**
 * What waits to be saved goes as one batch to a free connection, so that a batch that takes long holds up no other room. A room is with
 * one connection at a time; over two, a later row could be committed before an earlier one.
 */
export class Appends {
  readonly #pool: pg.Pool
  readonly #connections: number
  readonly #saving = new Set<RoomId>()
  readonly #batches = new Set<Promise<void>>()
  #waiting: PendingAppend[] = []
  #isGathering = false

  constructor(url: string, connections: number) {
    this.#connections = connections
    this.#pool = new pg.Pool({
      connectionString: url,
      max: connections,
      connectionTimeoutMillis: 5_000,
      query_timeout: MOST_MS,
      idleTimeoutMillis: 0, // never closed: the first statement after a silence would wait for a new one
      keepAlive: true,
    })
    // Without listeners the loss of a connection would end the process, an idle one's and one's between two statements of a transaction.
    this.#pool.on('error', () => undefined)
    this.#pool.on('connect', (client) => client.on('error', () => undefined))
  }

  /** Resolves once the rows are saved or refused (RoomLog.append). */
  add(room: RoomId, rows: readonly Recorded[], after: RoomState | null, before: CommandId | null): Promise<Outcome> {
    if (this.#connections === 0) return Promise.reject(new Error('A log needs at least one connection.'))
    return new Promise((settle, fail) => {
      this.#waiting.push({ room, rows, after, before, settle, fail })
      this.#gather()
    })
  }

  async close(): Promise<void> {
    while (this.#isGathering || this.#batches.size > 0) {
      await Promise.all(this.#batches)
      await new Promise((turn) => setImmediate(turn))
    }
    await this.#pool.end()
  }

  /** Whatever arrives in this turn of the event loop joins the next batch, from however many pages: a microtask would come after the first page. */
  #gather(): void {
    if (this.#isGathering || this.#waiting.length === 0 || this.#batches.size >= this.#connections) return
    this.#isGathering = true
    setImmediate(() => {
      this.#isGathering = false
      const taken = this.#take()
      if (taken.length === 0) return // all their rooms are being saved, and the end of that gathers anew
      const batch = commit(this.#pool, taken).finally(() => {
        for (const { room } of taken) this.#saving.delete(room)
        this.#batches.delete(batch)
        this.#gather()
      })
      this.#batches.add(batch)
    })
  }

  /** The appends to be saved next, one of a room at most. */
  #take(): PendingAppend[] {
    const taken: PendingAppend[] = []
    const left: PendingAppend[] = []
    let rows = 0
    for (const append of this.#waiting) {
      const isFull = taken.length > 0 && rows + append.rows.length > MOST_ROWS
      if (isFull || this.#saving.has(append.room)) left.push(append)
      else {
        this.#saving.add(append.room)
        taken.push(append)
        rows += append.rows.length
      }
    }
    this.#waiting = left
    return inOrderOfRooms(taken)
  }
}

/** Two servers that came to the same rooms in different orders would wait for one another's transactions in a circle. */
const inOrderOfRooms = (batch: PendingAppend[]): PendingAppend[] =>
  batch.sort(({ room: a }, { room: b }) => (a < b ? -1 : a > b ? 1 : 0))

/** Saves a batch and settles each of its appends. */
async function commit(pool: pg.Pool, batch: readonly PendingAppend[]): Promise<void> {
  try {
    const changed = batch.filter(({ rows, after }) => rows.some((row) => changesFacts(row, after)))
    const saved =
      changed.length > 0 || roomsReread(batch).length > 0 ? insertWithFacts(pool, batch, changed) : insert(pool, batch)
    if (batch.some(({ rows }) => rows.some(({ event }) => event.type === 'PhaseEnded'))) failpoint('mid-phase-end')
    await saved
    for (const { settle } of batch) settle('appended')
  } catch (error) {
    const kind = kindOf(error)
    if (kind === 'unknown')
      for (const { fail } of batch)
        fail(new OutcomeUnknown('The connection was lost while rows were being saved', { cause: lostLine(error) }))
    // The rows of one room spoiled the batch: saving each append alone tells which, and saves the others. Where those were saved already
    // they are told of a conflict, and find their rows in the log.
    else if (batch.length > 1) for (const alone of batch) await commit(pool, [alone])
    else if (kind === 'conflict' || kind === 'short') batch[0]?.settle(kind)
    else batch[0]?.fail(new Unstorable('The database does not take these rows', { cause: error }))
  }
}

async function insert(on: pg.Pool | pg.PoolClient, batch: readonly PendingAppend[]): Promise<void> {
  const values = batch.flatMap(({ room, rows, before }) => valuesOf(room, rows, before))
  const { rowCount } = await on.query({ name: 'append', text: INSERT, values: [...columnsOf(values)] })
  if (rowCount !== values.length) throw new NothingBefore()
}

/** A server that stands still in the middle (frozen, or cut off) would otherwise keep all others from the rooms of its batch. */
const BEGIN = 'BEGIN; SET LOCAL idle_in_transaction_session_timeout = 2000'

/** Saves a batch of which the `changed` appends alter stored facts, or some take words off: rows, facts, membership and index in one transaction, or nothing. */
async function insertWithFacts(
  pool: pg.Pool,
  batch: readonly PendingAppend[],
  changed: readonly PendingAppend[],
): Promise<void> {
  const client = await pool.connect()
  const ask: RunQuery = async (text, values) => (await client.query(text, [...values])).rows
  try {
    await client.query(BEGIN)
    await insert(client, batch)
    await writeFacts(ask, await factsAfter(ask, changed))
    await forgetTexts(ask, roomsReread(batch))
    const people = changed.flatMap(({ rows }) => peopleChangedBy(rows))
    if (people.length > 0) await syncMembership(ask, people)
    await client.query('COMMIT')
  } catch (error) {
    client.release(true) // PostgreSQL ends the transaction with its connection
    throw error
  }
  client.release()
  for (const { room, rows } of changed) auditMembership(room, rows)
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

function kindOf(error: unknown): 'conflict' | 'short' | 'unstorable' | 'unknown' {
  if (error instanceof NothingBefore) return 'short'
  if (!(error instanceof pg.DatabaseError)) return 'unknown'
  if (error.code === '23505') return 'conflict'
  return error.code?.startsWith('22') || error.code?.startsWith('23') ? 'unstorable' : 'unknown'
}
