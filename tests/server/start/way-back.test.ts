/** The way back: this build on a database that a newer one has made, as after a release that has to be taken back. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { migrate } from '#server/postgres/migrate'
import { freshDatabase } from '../../support/machines/database'
import { refusal, start } from '../../support/machines/started'

/** A database to which a newer build has applied one more migration, which this one has not. */
async function madeByNewer(sql: string): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'track-two-newer-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  cpSync('prisma/migrations', folder, { recursive: true })
  mkdirSync(path.join(folder, '29990101000000_newer'))
  writeFileSync(path.join(folder, '29990101000000_newer/migration.sql'), sql)
  const database = await freshDatabase()
  onTestFinished(database.drop)
  expect(await migrate(database.url, folder)).toEqual(['29990101000000_newer'])
  return database.url
}

test('a build serves a database to which a newer one has only added, and says so in one line', async () => {
  const databaseUrl = await madeByNewer(
    "-- adds\nCREATE TABLE newer (id text); ALTER TABLE room ADD COLUMN newer text DEFAULT 'x';",
  )
  const server = await start({ databaseUrl })
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
  expect((await fetch(`${server.url}/sign-in`)).status).toBe(200)
  expect(
    server
      .said()
      .split('\n')
      .filter((line) => line.includes('29990101000000_newer')),
  ).toHaveLength(1)
  await server.end()
})

test('a build refuses a database that a newer one has changed, in one sentence that says what helps', async () => {
  expect(await refusal({ databaseUrl: await madeByNewer('-- changes\nALTER TABLE draft RENAME TO other;') })).toBe(
    'The database holds migration 29990101000000_newer, which this version does not know and which changes what it works with: start the newer version that made it, or restore a backup from before it.',
  )
})
