/** Built servers for one test file, each ended after its test, and queries on their databases. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { afterEach, expect } from 'vitest'
import { rowsOf } from '../files/rows'
import { ChildEnded } from './children'
import { databaseUrlIn, type RunningServer, type ServerSettings, startServer } from './server'

const running: RunningServer[] = []

afterEach(async () => {
  for (const server of running.splice(0)) await server.clear()
})

export async function start(settings: ServerSettings = {}): Promise<RunningServer> {
  const server = await startServer(settings)
  running.push(server)
  return server
}

/** The output of a server that refuses to start. */
export async function refusal(settings: ServerSettings): Promise<string> {
  const error: unknown = await start(settings).catch((reason: unknown) => reason)
  if (!(error instanceof ChildEnded)) throw new Error('The server started, though it should have refused.')
  expect(error.code).toBe(1)
  return error.said.trim()
}

export const databasePid = ({ dataDir }: RunningServer): number =>
  Number(readFileSync(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])

/** Rejects also while the database has no address yet. */
export const ask = async <Row extends pg.QueryResultRow>({ dataDir }: RunningServer, sql: string): Promise<Row[]> =>
  rowsOf<Row>(databaseUrlIn(dataDir), sql)
