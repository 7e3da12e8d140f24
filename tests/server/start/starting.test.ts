/** The built server from outside: what it says when it opens, and when it cannot. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { freshDatabase } from '../../support/machines/database'
import { isLong } from '../../support/machines/lane'
import { refusal, start } from '../../support/machines/started'

test('says its address in one line, and keeps what is secret to its owner; a second server on the same folder is refused, naming the first', async () => {
  // Its very first start: nothing is in the folder yet.
  const dataDir = mkdtempSync(path.join(tmpdir(), 'track-two-data-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  const server = await start({ dataDir })
  const lines = server.said().split('\n')
  expect(lines.filter((line) => line.includes('http'))).toEqual([`Track Two is open at ${server.url}`])
  expect((await fetch(server.url)).status).toBeLessThan(500)
  for (const file of ['secret', 'postgres.password', 'postgres.role-password', 'postgres.log']) {
    expect(statSync(path.join(server.dataDir, file)).mode & 0o077, file).toBe(0)
  }
  expect(server.said()).not.toContain(readFileSync(path.join(server.dataDir, 'secret'), 'utf8').trim())
  expect(await refusal({ dataDir })).toBe(
    `Another server (process ${server.pid}, ${server.url}) already uses the data folder ${dataDir}: stop it, or start this one with another DATA_DIR and PORT.`,
  )
  expect((await fetch(server.url)).status).toBeLessThan(500)
})

if (isLong)
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

// The short form leaves this out, because every file of tests/security starts a server in this way.
if (isLong)
  test("runs on the operator's own database and starts none", async () => {
    const database = await freshDatabase()
    const server = await start({ databaseUrl: database.url })
    expect((await fetch(server.url)).status).toBeLessThan(500)
    expect(() => statSync(path.join(server.dataDir, 'postgres'))).toThrow('ENOENT')
    await server.end()
    await database.drop()
  })
