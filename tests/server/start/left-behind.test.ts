/** What a killed server or a killed database leaves behind does not keep the next one from starting, or is named. */
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { isAlive, processesIn } from '#server/base/processes'
import { startFirstProcess } from '../../support/machines/first-process'
import { isLong } from '../../support/machines/lane'
import { databaseUrlIn, freePort } from '../../support/machines/server'
import { databasePid, start } from '../../support/machines/started'
import { patience } from '../../support/patience'
import { until } from '../live/given/given-page'

const LONG_ENOUGH = patience(60_000)

test('a database that the next server took up and that then dies starts again, where nobody collects the dead', {
  timeout: patience(180_000),
}, async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'track-two-data-'))
  cpSync(process.env.DATA_TEMPLATE ?? '', dataDir, { recursive: true })
  const port = await freePort()
  const first = startFirstProcess({
    DATA_DIR: dataDir,
    PORT: String(port),
    DEMO: '0',
    DATABASE_URL: '',
    BACKUP_DIR: 'none',
  })
  onTestFinished(async () => {
    await first.end()
    rmSync(dataDir, { recursive: true, force: true })
  })
  const opened = (times: number) =>
    until(() => expect(first.said().split('is open at').length - 1, first.said()).toBe(times), LONG_ENOUGH)
  const ready = async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).status
  first.say('start')
  await opened(1)
  first.say('kill server')
  first.say('start')
  await opened(2)
  expect(await ready()).toBe(200)
  first.say('kill database')
  await until(() => expect(first.said()).toContain('the database died and was started again'), LONG_ENOUGH)
  await until(async () => expect(await ready()).toBe(200), LONG_ENOUGH)
})

// The test above is the canary; `npm run faults` plays these, which wait for half a minute each.
if (isLong) {
  test('a start beside a process of the last database waits for it and names it', {
    timeout: patience(180_000),
  }, async () => {
    const first = await start()
    const folder = path.join(first.dataDir, 'postgres')
    const client = new pg.Client({ connectionString: databaseUrlIn(first.dataDir) })
    client.on('error', () => undefined)
    await client.connect()
    const [{ pid: left } = { pid: 0 }] = (await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')).rows
    // Works without a pause in which it could notice that its database is dead.
    client
      .query(`SELECT count(*) FROM generate_series(1, 100000) AS a, generate_series(1, 100000) AS b`)
      .catch(() => undefined)
    await first.end('SIGKILL')
    const postmaster = databasePid(first)
    process.kill(postmaster, 'SIGKILL')
    await until(() => expect(isAlive(postmaster)).toBe(false), LONG_ENOUGH)
    expect(processesIn(folder)).toContain(left)
    const starting = start({ dataDir: first.dataDir })
    // At its second try it has said for whom it waits.
    const tries = () => readFileSync(`${folder}.log`, 'utf8').split('is still in use').length - 1
    await until(() => expect(tries()).toBeGreaterThan(1), LONG_ENOUGH)
    process.kill(left, 'SIGKILL')
    const second = await starting
    expect(second.said()).toContain('processes of the last database still work in its folder')
    expect(second.said()).toContain(String(left))
  })

  test('a database that cannot be started again is said at growing intervals, and then the server leaves', {
    timeout: patience(180_000),
  }, async () => {
    const server = await start()
    const version = path.join(server.dataDir, 'postgres/PG_VERSION')
    renameSync(version, `${version}.away`)
    process.kill(databasePid(server), 'SIGKILL')
    await until(() => expect(server.said()).toContain('died and does not start again'), LONG_ENOUGH)
    expect(await server.end('SIGCONT')).toBe(1)
    const lines = server
      .said()
      .split('\n')
      .filter((line) => line.includes('the database died and cannot be started again'))
    expect(lines.length).toBeGreaterThanOrEqual(4)
    expect(lines.length).toBeLessThanOrEqual(6)
    for (const line of lines) expect(JSON.parse(line)).toMatchObject({ level: 50, why: 'other' })
    renameSync(`${version}.away`, version)
    expect((await fetch((await start({ dataDir: server.dataDir })).url)).status).toBeLessThan(500)
  })
}
