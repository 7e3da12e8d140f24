/** A restored backup is the same database by its checksum; a damaged one leaves the database as it was. */
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { connect, disconnect } from '#server/base/database'
import { registry } from '#server/base/metrics'
import { backUpWhenDue, backupName } from '#server/jobs/daily-backup'
import { backUp, summarise, summaryOf } from '#server/postgres/backup'
import { migrate } from '#server/postgres/migrate'
import { NotEmpty, restore } from '#server/postgres/restore'
import { openRoomLog } from '#server/store/log/room-log'
import { roomId } from '#simulation/kernel/ids'
import { HOUR_MS } from '#simulation/kernel/time'
import { seedDemo } from '../../../prisma/seed'
import { rowsOf } from '../../support/files/rows'
import { holdsHere } from '../../support/machines/alert-rules'
import { type FreshDatabase, freshDatabase } from '../../support/machines/database'

const MIGRATIONS = path.resolve('prisma/migrations')
const folder = mkdtempSync(path.join(tmpdir(), 'track-two-backups-'))
const file = path.join(folder, 'one.backup.gz')

/** The demo: two courses' worth of people, seminars with their whole records, marks and releases. */
let full: FreshDatabase
beforeAll(async () => {
  full = await freshDatabase()
  connect(full.url)
  await seedDemo(Date.now())
  // Texts that could break a file of lines: separators that look like line ends, quotes, every plane of Unicode.
  await rowsOf(full.url, `UPDATE course SET title = E'A\\u2028B\\u2029C\\r\\nD"E\\\\F 𠮷野家 🎓'`)
})
afterAll(async () => {
  await disconnect()
  await full.drop()
  rmSync(folder, { recursive: true })
})

async function other(template?: string): Promise<FreshDatabase> {
  const database = await freshDatabase(template)
  onTestFinished(() => database.drop())
  return database
}

test('a database that is backed up, wiped and restored is equal by checksum, and the next start has nothing to migrate', async () => {
  const made = await backUp(full.url, file, new Date())
  expect(made.rows).toBeGreaterThan(500)
  expect(made).toEqual(await summarise(full.url))
  expect(statSync(file).mode & 0o077).toBe(0)
  for (const target of [await other('template0'), await other()]) {
    expect(await restore(target.url, file, MIGRATIONS, false)).toEqual(made)
    expect(await summarise(target.url)).toEqual(made)
    expect(await migrate(target.url, MIGRATIONS)).toEqual([])
    // And as the program reads it: the longest record of all.
    const longest = `SELECT room_id AS id FROM room_event GROUP BY room_id ORDER BY count(*) DESC, room_id LIMIT 1`
    const [room] = await rowsOf<{ id: string }>(full.url, longest)
    const logs = [openRoomLog(full.url, 1), openRoomLog(target.url, 1)]
    const [here, there] = await Promise.all(logs.map((log) => log.read(roomId.parse(room?.id))))
    expect(there).toEqual(here)
    await Promise.all(logs.map((log) => log.close()))
  }
})

test('a database that holds people is replaced only when that is asked for, and then wholly', async () => {
  const made = await backUp(full.url, file, new Date())
  const target = await other()
  await rowsOf(target.url, `INSERT INTO app_user (id, kind, name) VALUES ('u1', 'guest', 'Zebulon')`)
  const before = await summarise(target.url)
  await expect(restore(target.url, file, MIGRATIONS, false)).rejects.toThrow(NotEmpty)
  expect(await summarise(target.url)).toEqual(before)
  expect(await restore(target.url, file, MIGRATIONS, true)).toEqual(made)
  expect(await rowsOf(target.url, `SELECT id FROM app_user WHERE name = 'Zebulon'`)).toEqual([])
})

test('a backup that was cut, altered or is something else is refused before anything is touched', async () => {
  const target = await other()
  const before = await summarise(target.url)
  await backUp(full.url, file, new Date())
  const whole = readFileSync(file)
  const text = gunzipSync(whole).toString('utf8')
  const harmed = {
    cut: whole.subarray(0, whole.length - 40),
    altered: gzipSync(text.replace('Demo instructor', 'Demo instructo2')),
    unfinished: gzipSync(text.slice(0, text.lastIndexOf('["end"'))),
    'something else': gzipSync('{"hello":"there"}\n'),
  }
  for (const [how, bytes] of Object.entries(harmed)) {
    const bad = path.join(folder, `${how}.backup.gz`)
    writeFileSync(bad, bytes)
    await expect(restore(target.url, bad, MIGRATIONS, true), how).rejects.toThrow()
    await expect(summaryOf(bad), how).rejects.toThrow()
  }
  expect(await summarise(target.url)).toEqual(before)
})

/** As servers with very many rows were once told to: the log in two tables by room, under its old name. */
const SPLIT_LOG = `
  CREATE TABLE split_log (LIKE room_event INCLUDING ALL) PARTITION BY HASH (room_id);
  CREATE TABLE split_log_0 PARTITION OF split_log FOR VALUES WITH (MODULUS 2, REMAINDER 0);
  CREATE TABLE split_log_1 PARTITION OF split_log FOR VALUES WITH (MODULUS 2, REMAINDER 1);
  INSERT INTO split_log SELECT * FROM room_event;
  DROP TABLE room_event;
  ALTER TABLE split_log RENAME TO room_event`

test('a database whose log was split by room is backed up as any other, and replaced whole', async () => {
  const made = await backUp(full.url, file, new Date())
  const target = await other()
  await restore(target.url, file, MIGRATIONS, true)
  await rowsOf(target.url, SPLIT_LOG)
  const again = path.join(folder, 'split.backup.gz')
  expect(await backUp(target.url, again, new Date())).toEqual(made)
  expect(await restore(target.url, again, MIGRATIONS, true)).toEqual(made)
  expect(await rowsOf(target.url, `SELECT relname FROM pg_class WHERE relname LIKE 'split_log%'`)).toEqual([])
})

test('a restore that fails in the middle leaves the database as it was', async () => {
  const target = await other()
  const before = await summarise(target.url)
  const elsewhere = mkdtempSync(path.join(folder, 'migrations-'))
  await expect(restore(target.url, file, elsewhere, true)).rejects.toThrow('restore it with that version')
  expect(await summarise(target.url)).toEqual(before)
})

test('a backup is made once a day, and what is older than two weeks is cleared away', async () => {
  const kept = path.join(folder, 'daily')
  const day = (number: number, hour = 3) => new Date(Date.UTC(2026, 0, number, hour))
  expect(await backUpWhenDue(full.url, kept, day(1))).toBe(path.join(kept, 'track-two-20260101T030000Z.backup.gz'))
  expect(await backUpWhenDue(full.url, kept, day(1, 20))).toBeNull()
  expect(await backUpWhenDue(full.url, kept, day(2))).not.toBeNull()
  expect(await backUpWhenDue(full.url, kept, day(16))).not.toBeNull()
  expect((await readdir(kept)).sort()).toEqual([
    'track-two-20260102T030000Z.backup.gz',
    'track-two-20260116T030000Z.backup.gz',
  ])
  expect(await summaryOf(path.join(kept, 'track-two-20260116T030000Z.backup.gz'))).toEqual(await summarise(full.url))
})

/** What a descriptor of this process is open on; nothing where it has just been closed. */
const openedAs = (descriptor: string): string => {
  try {
    return readlinkSync(`/proc/self/fd/${descriptor}`)
  } catch {
    return ''
  }
}

test('a newest backup of the day before yesterday rings the alarm, also while none can be made, which leaves no file open; the next one ends it', async () => {
  const kept = mkdtempSync(path.join(folder, 'late-'))
  const now = new Date()
  const rings = async () => holdsHere('TrackTwoNoBackup', await registry.metrics())
  writeFileSync(path.join(kept, backupName(new Date(now.getTime() - 40 * HOUR_MS))), '')
  await expect(backUpWhenDue('postgresql://nobody@127.0.0.1:1/none', kept, now)).rejects.toThrow()
  expect(await rings()).toBe(true)
  expect(
    readdirSync('/proc/self/fd')
      .map(openedAs)
      .filter((name) => name.startsWith(kept)),
  ).toEqual([])
  expect(await backUpWhenDue(full.url, kept, now)).not.toBeNull()
  expect(await rings()).toBe(false)
})
