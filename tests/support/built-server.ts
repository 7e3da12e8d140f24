/** The built server on a database of its own, for the tests of one file: started before the first, ended after the last. */
import { afterAll, beforeAll } from 'vitest'
import { settleSecret } from '#server/base/environment'
import { SECRET } from '../server/live/given-classroom'
import { useFreshDatabase } from '../support/database'
import { type RunningServer, startServer } from '../support/server'

/** What `beforeAll` of the file does after this call finds the server running. `address` is what pages on real sockets ask for. */
export function useBuiltServer() {
  const fresh = useFreshDatabase()
  let running: RunningServer | undefined
  beforeAll(async () => {
    settleSecret(SECRET)
    running = await startServer({ databaseUrl: fresh.url(), env: { NEXTAUTH_SECRET: SECRET } })
  })
  afterAll(async () => running?.clear())
  const started = (): RunningServer => {
    if (!running) throw new Error('The server runs only while the tests of this file do.')
    return running
  }
  return {
    get url() {
      return started().url
    },
    get address() {
      return started().url
    },
    get port() {
      return started().port
    },
    get pid() {
      return started().pid
    },
    said: () => started().said(),
    databaseUrl: () => fresh.url(),
  }
}
