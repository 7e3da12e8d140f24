/** The built server with a database, for the tests of one file or of several. */
import { mkdtempSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { connect, disconnect } from '#server/base/database'
import { settleSecret } from '#server/base/environment'
import { closeRoomReading } from '#server/store/log/room-reading'
import { SECRET } from '../../server/live/given/given-classroom'
import { freshDatabase, useFreshDatabase } from './database'
import { type RunningServer, startServer } from './server'

type Built = { server: RunningServer; databaseUrl: string }

const starts = (databaseUrl: string, dataDir?: string): Promise<RunningServer> =>
  startServer({ databaseUrl, ...(dataDir ? { dataDir } : {}), env: { NEXTAUTH_SECRET: SECRET } })

/** A server of this file's own: started before its first test, ended after its last. */
export function useBuiltServer() {
  const fresh = useFreshDatabase()
  let built: Built | undefined
  beforeAll(async () => {
    settleSecret(SECRET)
    built = { server: await starts(fresh.url()), databaseUrl: fresh.url() }
  })
  afterAll(async () => built?.server.clear())
  return reached(() => built)
}

const inWorker: typeof globalThis & { __trackTwoBuilt?: Promise<Built> } = globalThis

/**
 * The server of this worker, for files that only ask it: to start one, and to draw its first pages, takes longer than most of them. What the
 * files before have put there is still there, so count only what is the file's own. It ends with the worker.
 */
export function useSharedServer() {
  let built: Built | undefined
  beforeAll(async () => {
    settleSecret(SECRET)
    inWorker.__trackTwoBuilt ??= share()
    built = await inWorker.__trackTwoBuilt
    connect(built.databaseUrl)
  })
  afterAll(async () => {
    await closeRoomReading()
    await disconnect()
  })
  return reached(() => built)
}

async function share(): Promise<Built> {
  const { url } = await freshDatabase()
  // In the suite's own folder, which goes at its end.
  const dataDir = mkdtempSync(path.join(path.dirname(process.env.DATA_TEMPLATE ?? ''), 'shared-'))
  return { server: await starts(url, dataDir), databaseUrl: url }
}

/** What `beforeAll` of the file does after this call finds the server running. `address` is what pages on real sockets ask for. */
function reached(built: () => Built | undefined) {
  const found = (): Built => {
    const there = built()
    if (!there) throw new Error('The server runs only while the tests of this file do.')
    return there
  }
  return {
    get url() {
      return found().server.url
    },
    get address() {
      return found().server.url
    },
    get port() {
      return found().server.port
    },
    get pid() {
      return found().server.pid
    },
    said: () => found().server.said(),
    databaseUrl: () => found().databaseUrl,
  }
}
