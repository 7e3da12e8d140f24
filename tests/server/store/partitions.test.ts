/** A database whose logs are split by room (server/ops/deploy/partitions.sql) goes on as it was, and its backup is one of any database. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { backUp, summarise } from '#server/postgres/backup'
import { migrate } from '#server/postgres/migrate'
import { restore } from '#server/postgres/restore'
import { openRoomLog } from '#server/store/log/room-log'
import { commandId, type RoomId, roomId } from '#simulation/kernel/ids'
import { type FreshDatabase, freshDatabase, useFreshDatabase } from '../../support/database'
import { rowsOf } from '../../support/rows'
import { givenClass } from '../live/given-classroom'

const MIGRATIONS = path.resolve('prisma/migrations')
const PARTITIONS = readFileSync('server/ops/deploy/partitions.sql', 'utf8')

const fresh = useFreshDatabase()
const folder = mkdtempSync(path.join(tmpdir(), 'track-two-partitions-'))
let rooms: RoomId[]
let before: Awaited<ReturnType<typeof summarise>>

beforeAll(async () => {
  rooms = (await givenClass({ roomCount: 12 })).roomIds
  before = await summarise(fresh.url())
  await rowsOf(fresh.url(), PARTITIONS)
})
afterAll(() => rmSync(folder, { recursive: true }))

const partitionsInUse = (url: string) =>
  rowsOf<{ name: string }>(url, 'SELECT DISTINCT tableoid::regclass::text AS name FROM room_event')

test('every row is where it was, spread over several tables, and there is nothing to migrate', async () => {
  expect(await summarise(fresh.url())).toEqual(before)
  expect((await partitionsInUse(fresh.url())).length).toBeGreaterThan(2)
  expect(await migrate(fresh.url(), MIGRATIONS)).toEqual([])
})

test('a number and a command count once in their room, as before', async () => {
  const log = openRoomLog(fresh.url(), 2)
  try {
    for (const room of rooms) {
      const rows = await log.read(room)
      const last = rows.at(-1)
      if (!last) throw new Error('The room has no rows.')
      const next = { ...last, seq: last.seq + 1, commandId: commandId.parse(`next-${room}`) }
      expect(await log.append(room, [next])).toBe('appended')
      expect(await log.append(room, [{ ...next, commandId: commandId.parse(`other-${room}`) }])).toBe('conflict')
      expect(await log.append(room, [{ ...next, seq: next.seq + 1 }])).toBe('conflict')
      expect(await log.read(room)).toEqual([...rows, next])
    }
  } finally {
    await log.close()
  }
})

test('a room is read from its own table alone', async () => {
  const plan = await rowsOf<Record<string, string>>(
    fresh.url(),
    `EXPLAIN SELECT * FROM room_event WHERE room_id = '${rooms[0]}' AND seq > 3 ORDER BY seq`,
  )
  const tables = new Set(JSON.stringify(plan).match(/room_event_\d+/g))
  expect(tables.size).toBe(1)
})

test('whoever remembers a log learns that it was rewritten, and a log goes with its room', async () => {
  const [first, second] = rooms
  const counted = () =>
    rowsOf<{ rewritten: number }>(fresh.url(), `SELECT rewritten FROM room_summary WHERE room_id = '${first}'`)
  const [was] = await counted()
  await rowsOf(fresh.url(), `UPDATE room_event SET by = 'chair:nobody' WHERE room_id = '${first}'`)
  expect(await counted()).toEqual([{ rewritten: (was?.rewritten ?? 0) + 1 }])
  await rowsOf(fresh.url(), `DELETE FROM room WHERE id = '${second}'`)
  const log = openRoomLog(fresh.url(), 1)
  expect(await log.read(roomId.parse(second))).toEqual([])
  await log.close()
})

test('its backup is restored into a database without partitions, and into one that had them', async () => {
  const file = path.join(folder, 'one.backup.gz')
  const made = await backUp(fresh.url(), file, new Date())
  const others: FreshDatabase[] = [await freshDatabase(), await freshDatabase()]
  try {
    await rowsOf(others[1]?.url ?? '', PARTITIONS)
    for (const { url } of others) {
      expect(await restore(url, file, MIGRATIONS, true)).toEqual(made)
      expect(await summarise(url)).toEqual(made)
    }
  } finally {
    for (const other of others) await other.drop()
  }
})
