/**
 * The Prisma client of this process and NOTIFY. The custom server and Next's bundles each hold their own copy of this module, so the
 * client and the address live on `globalThis`.
 */
import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '#server/generated/prisma/client'

type Shared = { databaseUrl?: string; sessionUrl?: string; database?: PrismaClient }
const root = globalThis as typeof globalThis & { __trackTwo?: Shared }
root.__trackTwo ??= {}
const shared: Shared = root.__trackTwo

/** What a query runs on: the client itself, or the transaction that is open. */
export type Database = Omit<PrismaClient, '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends'>

/** With those that append, read, listen and hold locks these make the 16 of a server that `doctor` and the guide count. */
const PAGE_CONNECTIONS = 6

/**
 * Opens the connection pool; called once when the process starts, and again by tests that change the database. `sessionUrl` leads to the
 * same database without a pooler, where `url` is one.
 */
export function connect(url: string, sessionUrl = url): PrismaClient {
  if (shared.database && shared.databaseUrl === url) return shared.database
  shared.databaseUrl = url
  shared.sessionUrl = sessionUrl
  shared.database = new PrismaClient({
    adapter: new PrismaPg({ connectionString: url, max: PAGE_CONNECTIONS }),
    transactionOptions: { maxWait: 15_000, timeout: 15_000 },
  })
  return shared.database
}

export async function disconnect(): Promise<void> {
  const client = shared.database
  delete shared.database
  delete shared.databaseUrl
  delete shared.sessionUrl
  await client?.$disconnect()
}

export function database(): PrismaClient {
  if (!shared.database)
    throw new Error('The database has not been connected: call connect(url) when the process starts.')
  return shared.database
}

/** The address of the database, for connections outside Prisma. */
export const databaseUrl = (): string => known(shared.databaseUrl)

/** The address for connections that need a session of their own: those that append to the logs, LISTEN, or hold a lock. */
export const sessionUrl = (): string => known(shared.sessionUrl)

function known(url: string | undefined): string {
  if (!url) throw new Error('The database has not been connected: call connect(url) when the process starts.')
  return url
}

/**
 * Runs one SQL query in the transaction that is open. Code shared by the log writer (pg) and Prisma takes this instead of either
 * client.
 */
export type RunQuery = <Row extends object>(text: string, values: readonly unknown[]) => Promise<Row[]>

export const runQueryIn =
  (on: Database): RunQuery =>
  (text, values) =>
    on.$queryRawUnsafe(text, ...values)

export type Channel =
  | 'session_revoked'
  | 'session_restored'
  | 'door'
  | 'participant_removed'
  | 'part_changed'
  | 'rooms_planned'
  | 'room_written'
  | 'room_redacted'

/** Sends a NOTIFY; inside a transaction it is delivered only after the commit. */
export async function notify(on: Database, channel: Channel, payload: string): Promise<void> {
  await on.$executeRaw`SELECT pg_notify(${channel}, ${payload})`
}
