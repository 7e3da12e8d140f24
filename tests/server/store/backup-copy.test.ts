/** A backup is copied elsewhere in each of the three ways, is whole there, and a copy that fails is a sentence that is said once. */
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Environment, EnvironmentFault, readEnvironment } from '#server/base/environment'
import { lookOver } from '#server/commands/doctor'
import { copyDaily, readLastCopy } from '#server/jobs/backup-copy'
import { backUpWhenDue } from '#server/jobs/daily-backup'
import { summarise } from '#server/postgres/backup'
import { restore } from '#server/postgres/restore'
import { rowsOf } from '../../support/files/rows'
import { freshDatabase, useFreshDatabase } from '../../support/machines/database'
import { requireProgram } from '../../support/machines/debian-program'

const MIGRATIONS = path.resolve('prisma/migrations')
const fresh = useFreshDatabase()
const folder = mkdtempSync(path.join(tmpdir(), 'track-two-copies-'))
const kept = path.join(folder, 'kept')
const quiet = new AbortController().signal
let newest: string

/** Where rsync would call ssh: the other machine is a shell on this one, which is called with `-l user host` and the words for it. */
const OTHER_MACHINE = '#!/bin/sh\nshift 3\nexec sh -c "$*"\n'

beforeAll(async () => {
  await Promise.all([requireProgram('rsync'), requireProgram('rclone')])
  await rowsOf(fresh.url(), `INSERT INTO app_user (id, kind, name) VALUES ('u1', 'guest', '龍 “Zebulon”')`)
  const shell = path.join(folder, 'ssh')
  writeFileSync(shell, OTHER_MACHINE)
  chmodSync(shell, 0o755)
  vi.stubEnv('RSYNC_RSH', shell)
  newest = path.basename((await backUpWhenDue(fresh.url(), kept, new Date())) ?? '')
})
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

const settings = (given: string): Environment => readEnvironment({ BACKUP_DIR: kept, BACKUP_COPY: given })

async function copy(given: string): Promise<void> {
  const { backupCopy } = settings(given)
  if (backupCopy) await copyDaily(kept, newest, backupCopy, quiet)
}

const placeOf = (name: string) => path.join(folder, name)

test.each([
  ['a folder', (place: string) => place],
  ['rsync', (place: string) => `backup@elsewhere:${place}`],
  ['rclone', (place: string) => `:local:${place}`],
])('%s gets the backup, and what arrived there makes an empty machine equal by checksum', async (way, given) => {
  const place = placeOf(way)
  mkdirSync(place)
  await copy(given(place))
  expect(readdirSync(place)).toEqual([newest])
  expect(await readLastCopy(kept)).toEqual({ to: given(place), file: newest, at: expect.any(String), fault: null })
  const empty = await freshDatabase('template0')
  try {
    await restore(empty.url, path.join(place, newest), MIGRATIONS, false)
    expect(await summarise(empty.url)).toEqual(await summarise(fresh.url()))
    expect(await rowsOf(empty.url, 'SELECT name FROM app_user')).toEqual([{ name: '龍 “Zebulon”' }])
  } finally {
    await empty.drop()
  }
})

test('rsync makes the folder that it is sent to, and puts no file in its place', async () => {
  await copy(`backup@elsewhere:${placeOf('made')}`)
  expect(readdirSync(placeOf('made'))).toEqual([newest])
})

test('what is elsewhere is never deleted, and what is there already is not copied again', async () => {
  const place = placeOf('old')
  mkdirSync(place)
  writeFileSync(path.join(place, 'track-two-20200101T000000Z.backup.gz'), 'old')
  await copy(place)
  const first = await readLastCopy(kept)
  await copy(place)
  expect(await readLastCopy(kept)).toEqual(first)
  expect(readdirSync(place).toSorted()).toEqual(['track-two-20200101T000000Z.backup.gz', newest].toSorted())
})

test.each([
  ['/dev/null/track-two', /^There is no folder \/dev\/null\/track-two: mount/],
  ['backup@elsewhere:/dev/null/track-two', /^rsync ended with \d+: .+/],
  ['no-such-remote:bucket', /^rclone ended with \d+: .+/],
])('%s fails with a sentence that doctor repeats', async (given, sentence) => {
  await copy(given)
  const last = await readLastCopy(kept)
  expect(last).toEqual({ to: given, file: null, at: null, fault: expect.stringMatching(sentence) })
  const found = await lookOver(fresh.url(), settings(given), MIGRATIONS)
  expect(found).toContainEqual({ good: false, words: expect.stringContaining(last?.fault ?? 'none') })
})

test('doctor says when the copy lies on the same disk, and what was copied where', async () => {
  const place = placeOf('same')
  mkdirSync(place)
  const words = async (given: string) =>
    (await lookOver(fresh.url(), settings(given), MIGRATIONS)).map((one) => one.words)
  expect(await words(place)).toContainEqual(expect.stringMatching(/^Nothing was copied to .*same yet/))
  await copy(place)
  expect(await words(place)).toContain(`${newest} was copied to ${place} 0 hours ago.`)
  expect(await words(place)).toContainEqual(expect.stringContaining('lies on the same disk'))
})

test('a failure is one line of level 50 however often it is tried, and its end one of level 30', () => {
  const place = placeOf('mounted')
  const program = `
    const { copyDaily } = await import('#server/jobs/backup-copy')
    const { mkdirSync } = await import('node:fs')
    const place = { by: 'folder', to: ${JSON.stringify(place)}, given: ${JSON.stringify(place)} }
    const copy = () => copyDaily(${JSON.stringify(kept)}, ${JSON.stringify(newest)}, place, new AbortController().signal)
    for (let turn = 0; turn < 3; turn += 1) await copy()
    mkdirSync(place.to)
    for (let turn = 0; turn < 3; turn += 1) await copy()
  `
  const ran = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program], {
    encoding: 'utf8',
  })
  expect(ran.stderr).toBe('')
  const lines = ran.stdout
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line))
  expect(lines).toEqual([
    expect.objectContaining({
      level: 50,
      msg: 'the daily backup could not be copied elsewhere',
      why: expect.any(String),
    }),
    expect.objectContaining({ level: 30, msg: 'a backup was copied elsewhere' }),
  ])
})

test('the command that makes a backup copies it too, and says where, or why not', async () => {
  const settings = { DATABASE_URL: fresh.url(), DATA_DIR: folder, BACKUP_DIR: kept }
  const backUp = (place: string) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'server/ops/start/admin.ts', 'backup'], {
      env: { ...process.env, ...settings, BACKUP_COPY: place },
      encoding: 'utf8',
    })
  mkdirSync(placeOf('by hand'))
  const done = backUp(placeOf('by hand'))
  expect([done.status, done.stdout]).toEqual([0, expect.stringContaining(`Copied it to ${placeOf('by hand')}.`)])
  expect(readdirSync(placeOf('by hand'))).toHaveLength(1)
  const failed = backUp(placeOf('away'))
  expect([failed.status, failed.stderr]).toEqual([
    1,
    expect.stringMatching(/^That backup stands, but it was not copied: There is no folder .*away: mount/m),
  ])
})

test.each(['backups', 'user@host', 'ftp://host/x', '--delete:x', '-e@host:x', 'bucket:'])(
  'BACKUP_COPY=%s is refused with what it may be',
  (given) => {
    expect(() => settings(given)).toThrow(/^BACKUP_COPY must be a folder.*user@host:.*remote:/)
    expect(() => readEnvironment({ BACKUP_DIR: 'none', BACKUP_COPY: '/mnt/x' })).toThrow(EnvironmentFault)
  },
)
