/**
 * Saves what is appended to the logs: rows that wait, of however many rooms, are committed in one statement, over a few connections at once.
 * Which people an append affects is decided in membership.ts.
 */
import pg from 'pg'
import { failpoint } from '#server/ops/failpoints'
import type { CommandId, RoomId } from '#simulation/kernel/ids'
import type { Recorded } from '#simulation/kernel/record'
import { fold } from '#simulation/kernel/room'
import type { RoomState } from '#simulation/kernel/room-state'
import { changesFacts, factsOf } from '#simulation/reading/room-facts'
import { auditMembership, peopleChangedBy, syncMembership } from '../activities/membership'
import type { RunQuery } from '../database'
import { writeFacts } from './room-facts'
import { columnsOf, INSERT, INSERT_ONE, READ, readRows, type StoredRow, valuesOf } from './stored-rows'
import { forgetTexts, roomsReread } from './words-changed'

export class OutcomeUnknown extends Error {}
export class Unstorable extends Error {}
/** Rows were left out, because the one before them is not in the log. */
class NothingBefore extends Error {}

/** `conflict`: other rows are there already. `short`: the row that these follow is not there, or is another one. */
export type Outcome = 'appended' | 'conflict' | 'short'

/** So many rows at most are committed at once. */
const MOST_ROWS = 500
/** Fewer appends than this are not shared out: two commits cost more than one of both. */
const WORTH_SHARING = 8
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
 * What waits to be saved, for whichever connection is free: bound to one of them, a room waited behind the batch of others while the next
 * connection had nothing to do. A room is with one connection at a time; over two, a later row could be committed before an earlier one.
 */
export class Appends {
  readonly #writers: readonly Writer[]
  readonly #saving = new Set<RoomId>()
  #waiting: PendingAppend[] = []

  constructor(url: string, connections: number) {
    this.#writers = Array.from({ length: connections }, () => new Writer(url, () => this.#take()))
  }

  /** Resolves once the rows are saved or refused (RoomLog.append). */
  add(room: RoomId, rows: readonly Recorded[], after: RoomState | null, before: CommandId | null): Promise<Outcome> {
    if (this.#writers.length === 0) return Promise.reject(new Error('A log needs at least one connection.'))
    return new Promise((settle, fail) => {
      this.#waiting.push({
        room,
        rows,
        after,
        before,
        settle: (outcome) => {
          this.#saving.delete(room)
          settle(outcome)
        },
        fail: (error) => {
          this.#saving.delete(room)
          fail(error)
        },
      })
      this.#writers.find(({ isIdle }) => isIdle)?.work()
    })
  }

  async close(): Promise<void> {
    await Promise.all(this.#writers.map((writer) => writer.close()))
  }

  /** The appends to be saved next, one of a room at most; where many wait, a share for each connection that is about to ask as well. */
  #take(): PendingAppend[] {
    const asking = this.#writers.filter(({ isGathering }) => isGathering).length
    const share = Math.max(WORTH_SHARING, Math.ceil(this.#waiting.length / asking))
    const taken: PendingAppend[] = []
    const left: PendingAppend[] = []
    let rows = 0
    for (const append of this.#waiting) {
      const isFull = taken.length >= share || (taken.length > 0 && rows + append.rows.length > MOST_ROWS)
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

/** One connection, which saves a batch at a time until nothing waits that it may take. */
class Writer {
  readonly #url: string
  readonly #take: () => PendingAppend[]
  #client: Promise<pg.Client> | null = null
  #busy: Promise<void> | null = null
  /** When the batch that is being saved was handed to the database; null while none is. */
  #asked: number | null = null
  #watch: NodeJS.Timeout | null = null

  constructor(url: string, take: () => PendingAppend[]) {
    this.#url = url
    this.#take = take
  }

  get isIdle(): boolean {
    return this.#busy === null
  }

  /** Whether it is about to take a batch, or is taking one. */
  get isGathering(): boolean {
    return this.#busy !== null && this.#asked === null
  }

  work(): void {
    this.#busy ??= this.#work()
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
    for (let batch = this.#take(); batch.length > 0; batch = this.#take()) {
      await this.#commit(batch)
      this.#asked = null
    }
    this.#busy = null // no await since nothing was found: an append between the two would wait for ever
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

  async #commit(batch: readonly PendingAppend[]): Promise<void> {
    this.#asked = performance.now()
    if (!this.#watch) this.#lookIn(MOST_MS)
    try {
      const client = await this.#connected()
      const changed = batch.filter(({ rows }) => rows.some(({ event }) => changesFacts(event)))
      const saved =
        changed.length > 0 || roomsReread(batch).length > 0
          ? insertWithFacts(client, batch, changed)
          : insert(client, batch)
      if (batch.some(({ rows }) => rows.some(({ event }) => event.type === 'PhaseEnded'))) failpoint('mid-phase-end')
      await saved
      for (const { settle } of batch) settle('appended')
    } catch (error) {
      const kind = kindOf(error)
      if (kind === 'unknown') this.#lost(batch, error)
      // The rows of one room spoiled the batch: saving each append alone tells which, and saves the others. Where those were saved already
      // they are told of a conflict, and find their rows in the log.
      else if (batch.length > 1) for (const alone of batch) await this.#commit([alone])
      else if (kind === 'conflict' || kind === 'short') batch[0]?.settle(kind)
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

async function insert(client: pg.Client, batch: readonly PendingAppend[]): Promise<void> {
  const values = batch.flatMap(({ room, rows, before }) => valuesOf(room, rows, before))
  const [only, ...others] = values
  const stored =
    only && others.length === 0
      ? await prepared(client, 'append-one', INSERT_ONE, only)
      : await prepared(client, 'append', INSERT, [...columnsOf(values)])
  if (stored < values.length) throw new NothingBefore()
}

/** Runs a named statement, and resolves with how many rows it stored. A query that is given as an object is first copied property by property, which takes a tenth of what a statement costs. */
function prepared(client: pg.Client, name: string, text: string, values: unknown[]): Promise<number> {
  return new Promise((done, fail) => {
    const query = new pg.Query(text, values, (error, result) => (error ? fail(error) : done(result.rowCount ?? 0)))
    client.query(Object.assign(query, { name }))
  })
}

/** A server that stands still in the middle (frozen, or cut off) would otherwise keep all others from the rooms of its batch. */
const BEGIN = 'BEGIN; SET LOCAL idle_in_transaction_session_timeout = 2000'

/** Saves a batch of which the `changed` appends alter stored facts, or some take words off: rows, facts, membership and index in one transaction, or nothing. */
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
    await forgetTexts(ask, roomsReread(batch))
    const people = changed.flatMap(({ rows }) => peopleChangedBy(rows))
    if (people.length > 0) await syncMembership(ask, people)
    await client.query('COMMIT')
    for (const { room, rows } of changed) auditMembership(room, rows)
  } catch (error) {
    // On a lost connection there is nothing to roll back: PostgreSQL ends the transaction with it.
    if (kindOf(error) !== 'unknown') await client.query('ROLLBACK')
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

function kindOf(error: unknown): 'conflict' | 'short' | 'unstorable' | 'unknown' {
  if (error instanceof NothingBefore) return 'short'
  if (!(error instanceof pg.DatabaseError)) return 'unknown'
  if (error.code === '23505') return 'conflict'
  return error.code?.startsWith('22') || error.code?.startsWith('23') ? 'unstorable' : 'unknown'
}
