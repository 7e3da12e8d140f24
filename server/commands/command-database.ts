/**
 * The database that an admin command uses: the one of DATABASE_URL, the embedded one that a running server has started, or else the
 * embedded one started for this command alone and stopped after it. Two on one data folder would destroy it; its lock prevents that.
 */
import path from 'node:path'
import type { Environment } from '#server/base/environment'
import { logError } from '#server/base/faults/logger'
import { StartFault } from '#server/base/faults/start-fault'
import { connect, disconnect } from '../base/database'
import { requireDatabase } from '../base/first-connection'
import { type Lock, takeFolder } from '../base/lock'
import { type Lease, takeLease } from '../cluster/leader-lease'
import { type Embedded, startEmbedded, urlOfRunning } from '../postgres/embedded-postgres'
import { migrate } from '../postgres/migrate'
import { backfillFacts } from '../store/log/facts-backfill'

export type CommandDatabase = {
  url: string
  /** The same database without a pooler, where `url` is one. */
  sessionUrl: string
  /** The sentence about the server that has the database now; null when this command has it to itself. */
  inUse: string | null
  close(): Promise<void>
}

export const MIGRATIONS = path.resolve('prisma/migrations')

/** Connects for a command. Where no server runs and `upToDate` holds, applies the missing migrations first. */
export async function openCommandDatabase(
  { dataDir, databaseUrl, databaseSessionUrl, publicUrl }: Environment,
  { upToDate = true }: { upToDate?: boolean } = {},
): Promise<CommandDatabase> {
  const { url, embedded, folder } = databaseUrl
    ? { url: databaseUrl, embedded: null, folder: null }
    : await openFolder(dataDir, publicUrl)
  const sessionUrl = databaseSessionUrl ?? url
  let inUse: string | null = null
  let lease: Lease | null = null
  async function close(): Promise<void> {
    await disconnect()
    await lease?.release()
    await embedded?.stop()
    folder?.release()
  }
  try {
    if (databaseUrl) await requireDatabase(databaseUrl, databaseSessionUrl)
    lease = await takeLease(sessionUrl, 'command-line', () => undefined, 0).catch((error: unknown) => {
      if (!(error instanceof StartFault)) throw error
      inUse = error.message
      return null
    })
    if (lease && upToDate) {
      await migrate(sessionUrl, MIGRATIONS)
      await backfillFacts(url, logError)
    }
    connect(url, sessionUrl)
    return { url, sessionUrl, inUse, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function openFolder(
  dataDir: string,
  address: string,
): Promise<{ url: string; embedded: Embedded | null; folder: Lock | null }> {
  const place = path.join(dataDir, 'postgres')
  let folder: Lock
  try {
    folder = takeFolder(dataDir, address)
  } catch (error) {
    const url = urlOfRunning(place)
    if (!url) throw error
    return { url, embedded: null, folder: null }
  }
  try {
    const embedded = await startEmbedded(place)
    return { url: embedded.url, embedded, folder }
  } catch (error) {
    folder.release()
    throw error
  }
}
