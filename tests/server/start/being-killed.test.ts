/** The built server and its database are killed, in one order here and in every order by `npm run faults`: the next start has everything that was saved. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { isAlive } from '#server/base/processes'
import { isLong } from '../../support/machines/lane'
import { ask, databasePid, start } from '../../support/machines/started'

async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 30))
}

test('the next server takes up the database that the killed one left, with all it held', async () => {
  const first = await start()
  await ask(first, 'CREATE TABLE witness AS SELECT generate_series(1, 100) AS n')
  const pid = databasePid(first)
  await first.end('SIGKILL')
  expect(isAlive(pid)).toBe(true)
  const second = await start({ dataDir: first.dataDir })
  expect(databasePid(second)).toBe(pid)
  expect(await ask(second, 'SELECT count(*)::int AS n FROM witness')).toEqual([{ n: 100 }])
  expect(await second.end()).toBe(0)
  expect(isAlive(pid)).toBe(false)
})

// The test above is the canary; `npm run faults` plays the other orders.
if (isLong) {
  test('server and database killed together come back with what was acknowledged', async () => {
    const first = await start()
    await ask(first, 'CREATE TABLE witness AS SELECT generate_series(1, 100) AS n')
    const pid = databasePid(first)
    await first.end('SIGKILL')
    process.kill(pid, 'SIGKILL')
    await until(() => !isAlive(pid))
    const second = await start({ dataDir: first.dataDir })
    expect(await ask(second, 'SELECT count(*)::int AS n FROM witness')).toEqual([{ n: 100 }])
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
    expect(await ask(second, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  })

  test('a database that dies beneath a running server is started again where it was', async () => {
    const server = await start()
    const pid = databasePid(server)
    process.kill(pid, 'SIGKILL')
    await until(async () => {
      const rows = await ask(server, 'SELECT 1 AS one').catch(() => [])
      return rows.length === 1 && !isAlive(pid)
    })
    expect(await ask(server, 'SELECT count(*)::int > 0 AS ok FROM _prisma_migrations')).toEqual([{ ok: true }])
    expect((await fetch(server.url)).status).toBeLessThan(500)
    expect(await server.end()).toBe(0)
  })
}
