/** The built server from outside: what it says when it cannot start, and what it keeps when it is killed. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterEach, describe, expect, test } from 'vitest'
import { isAlive } from '#server/processes'
import { freshDatabase } from '../support/database'
import { type RunningServer, ServerEnded, type ServerSettings, startServer } from '../support/server'

const running: RunningServer[] = []

async function start(settings: ServerSettings = {}): Promise<RunningServer> {
  const server = await startServer(settings)
  running.push(server)
  return server
}

async function refusal(settings: ServerSettings): Promise<string> {
  const error: unknown = await start(settings).catch((reason: unknown) => reason)
  if (!(error instanceof ServerEnded)) throw new Error('The server started, though it should have refused.')
  expect(error.code).toBe(1)
  return error.said.trim()
}

afterEach(async () => {
  for (const server of running.splice(0)) await server.clear()
})

const databasePid = ({ dataDir }: RunningServer) =>
  Number(readFileSync(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])

function databaseUrl({ dataDir }: RunningServer): string {
  const port = readFileSync(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[3]
  const password = readFileSync(path.join(dataDir, 'postgres.password'), 'utf8').trim()
  return `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`
}

async function ask<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 30))
}

describe('starting', () => {
  test('says its address in one line, and keeps what is secret to its owner', async () => {
    const server = await start()
    const lines = server.said().split('\n')
    expect(lines.filter((line) => line.includes('http'))).toEqual([`Track Two is open at ${server.url}`])
    expect((await fetch(server.url)).status).toBeLessThan(500)
    for (const file of ['secret', 'postgres.password', 'postgres.log']) {
      expect(statSync(path.join(server.dataDir, file)).mode & 0o077, file).toBe(0)
    }
    expect(server.said()).not.toContain(readFileSync(path.join(server.dataDir, 'secret'), 'utf8').trim())
  })

  test('a second server on the same folder is refused, naming the first', async () => {
    const first = await start()
    const said = await refusal({ dataDir: first.dataDir })
    expect(said).toBe(
      `Another server (process ${first.pid}, ${first.url}) already uses the data folder ${first.dataDir}: stop it, or start this one with another DATA_DIR and PORT.`,
    )
    expect((await fetch(first.url)).status).toBeLessThan(500)
  })

  test('a port that is taken is named, and nothing is left running', async () => {
    const other: Server = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const address = other.address()
    const port = address && typeof address === 'object' ? address.port : 0
    const dataDir = mkdtempSync(path.join(tmpdir(), 'track-two-data-'))
    const said = await refusal({ dataDir, port })
    expect(said.split('\n').at(-1)).toBe(
      `Port ${port} on 127.0.0.1 is taken by another program: stop it, or choose another, for example PORT=${port + 1}.`,
    )
    expect(() => statSync(path.join(dataDir, 'postgres/postmaster.pid'))).toThrow('ENOENT')
    expect(() => statSync(path.join(dataDir, 'owner.json'))).toThrow('ENOENT')
    other.close()
    rmSync(dataDir, { recursive: true })
  })

  test('a data folder that cannot be written is named', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'track-two-data-'))
    writeFileSync(path.join(folder, 'file'), '')
    const dataDir = path.join(folder, 'file/data')
    expect(await refusal({ dataDir })).toBe(
      `The data folder ${dataDir} cannot be written (ENOTDIR): make it writable for this user, or set DATA_DIR to a folder that is.`,
    )
    rmSync(folder, { recursive: true })
  })

  test('all wrong settings are said at once, one line each', async () => {
    const said = await refusal({ env: { DEMO: 'maybe', NEXTAUTH_SECRET: 'short' } })
    expect(said.split('\n')).toEqual([expect.stringMatching(/^NEXTAUTH_SECRET /), expect.stringMatching(/^DEMO /)])
  })

  test("runs on the operator's own database and starts none", async () => {
    const database = await freshDatabase()
    const server = await start({ databaseUrl: database.url })
    expect((await fetch(server.url)).status).toBeLessThan(500)
    expect(() => statSync(path.join(server.dataDir, 'postgres'))).toThrow('ENOENT')
    await server.end()
    await database.drop()
  })
})

describe('stopping', () => {
  test.for(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s ends it in order and its database with it', async (signal) => {
    const server = await start()
    const pid = databasePid(server)
    expect(await server.end(signal)).toBe(0)
    expect(isAlive(pid)).toBe(false)
  })

  test('asking twice at once is asking once', async () => {
    const server = await start()
    process.kill(server.pid, 'SIGINT')
    expect(await server.end('SIGINT')).toBe(0)
  })
})

describe('being killed', () => {
  test('the next server takes up the database that the killed one left, with all it held', async () => {
    const first = await start()
    await ask(databaseUrl(first), 'CREATE TABLE witness AS SELECT generate_series(1, 100) AS n')
    const pid = databasePid(first)
    await first.end('SIGKILL')
    expect(isAlive(pid)).toBe(true)
    const second = await start({ dataDir: first.dataDir })
    expect(databasePid(second)).toBe(pid)
    expect(await ask(databaseUrl(second), 'SELECT count(*)::int AS n FROM witness')).toEqual([{ n: 100 }])
    expect(await second.end()).toBe(0)
    expect(isAlive(pid)).toBe(false)
  })

  test('server and database killed together come back with what was acknowledged', async () => {
    const first = await start()
    await ask(databaseUrl(first), 'CREATE TABLE witness AS SELECT generate_series(1, 100) AS n')
    const pid = databasePid(first)
    await first.end('SIGKILL')
    process.kill(pid, 'SIGKILL')
    await until(() => !isAlive(pid))
    const second = await start({ dataDir: first.dataDir })
    expect(await ask(databaseUrl(second), 'SELECT count(*)::int AS n FROM witness')).toEqual([{ n: 100 }])
  })

  test('a number that went to another program does not keep the database from starting', async () => {
    const first = await start()
    await first.end()
    const file = path.join(first.dataDir, 'postgres/postmaster.pid')
    writeFileSync(
      file,
      [process.pid, path.join(first.dataDir, 'postgres'), 1, 5432, '', '127.0.0.1', '', 'ready', ''].join('\n'),
    )
    const second = await start({ dataDir: first.dataDir })
    expect(databasePid(second)).not.toBe(process.pid)
    expect(await ask(databaseUrl(second), 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  })

  test('a database that dies beneath a running server is started again where it was', async () => {
    const server = await start()
    const url = databaseUrl(server)
    const pid = databasePid(server)
    process.kill(pid, 'SIGKILL')
    await until(async () => {
      const rows = await ask(url, 'SELECT 1 AS one').catch(() => [])
      return rows.length === 1 && !isAlive(pid)
    })
    expect(await ask(url, 'SELECT count(*)::int > 0 AS ok FROM _prisma_migrations')).toEqual([{ ok: true }])
    expect((await fetch(server.url)).status).toBeLessThan(500)
    expect(await server.end()).toBe(0)
  })
})
