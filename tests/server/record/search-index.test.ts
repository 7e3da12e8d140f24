/** The search index misses no entry and has none twice after its connection is cut, its process killed or its table emptied. */
import pg from 'pg'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { database } from '#server/base/database'
import { openRoomLog } from '#server/store/log/room-log'
import { closeRoomReading } from '#server/store/log/room-reading'
import { search } from '#server/store/search/search'
import { openTextIndexer } from '#server/store/search/text-indexer'
import { CLOCK, commandId, type RoomId } from '#simulation/kernel/ids'
import type { Recorded } from '#simulation/shapes/record'
import { useFreshDatabase } from '../../support/machines/database'
import { patience } from '../../support/patience'
import { givenClass } from '../live/given/given-classroom'
import { chairIn, index } from './given-index'

const fresh = useFreshDatabase()
const AT = Date.UTC(2026, 0, 12, 9)

afterAll(closeRoomReading)

describe('when it is cut off', () => {
  const ROWS = 1_500
  /** A long log that is not indexed yet. */
  async function longRoom(): Promise<RoomId> {
    const { roomId: room } = await givenClass()
    const log = openRoomLog(fresh.url(), 1)
    const begun = (await log.read(room)).length
    const rows: Recorded[] = Array.from({ length: ROWS }, (_, place) => ({
      seq: begun + place + 1,
      at: AT + place,
      by: CLOCK,
      commandId: commandId.parse(`long-${place}-${room.slice(0, 8)}`),
      audience: 'everyone',
      event: { type: 'NudgeSent', no: null, to: 'room', text: `reminder ${place} 第${place}回` },
    }))
    for (let from = 0; from < ROWS; from += 500) await log.append(room, rows.slice(from, from + 500))
    await log.close()
    return room
  }
  const reachOf = async (room: RoomId) =>
    (await database().roomTextReach.findUnique({ where: { roomId: room } }))?.seq ?? 0
  const rowsOf = (room: RoomId) => database().roomText.count({ where: { roomId: room } })

  /** Resolves once some of the room is indexed. */
  async function begins(room: RoomId): Promise<void> {
    while ((await rowsOf(room)) === 0) await new Promise((resolve) => setImmediate(resolve))
  }

  test('stopped half-way, it says what is missing and goes on from there', async () => {
    const room = await longRoom()
    const indexer = openTextIndexer(fresh.url(), () => undefined)
    await begins(room)
    await indexer.stop()
    const reach = await reachOf(room)
    const half = await search('reminder', [chairIn(room)])
    expect(half.total).toBeLessThan(ROWS)
    expect(half.behind).toBeGreaterThan(0)
    expect(await database().roomText.count({ where: { roomId: room, seq: { gt: reach } } })).toBe(0)
    await index(fresh.url())
    expect(await search('reminder', [chairIn(room)])).toMatchObject({ total: ROWS, behind: 0 })
    expect((await search('"reminder 1499"', [chairIn(room)])).found.map(({ no }) => no)).toEqual([String(ROWS)])
  })

  test('a connection killed in the middle costs nothing, and two at once add nothing twice', async () => {
    const room = await longRoom()
    const indexer = openTextIndexer(fresh.url(), () => undefined)
    await begins(room)
    const client = new pg.Client({ connectionString: fresh.url() })
    await client.connect()
    await client.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    )
    await client.end()
    await indexer.stop()
    const again = [openTextIndexer(fresh.url(), () => undefined), openTextIndexer(fresh.url(), () => undefined)]
    // The first query may get a pooled connection that is cut but not yet known to be; a second try gets a new one.
    await vi.waitFor(() => Promise.all(again.map((each) => each.catchUp())), { timeout: patience(10_000) })
    await Promise.all(again.map((each) => each.stop()))
    expect(await search('第1499回', [chairIn(room)])).toMatchObject({ total: 1, behind: 0 })
    expect(await rowsOf(room)).toBe(ROWS)
  })

  test('emptied, it fills itself again from the log', async () => {
    const room = await longRoom()
    const indexer = openTextIndexer(fresh.url(), () => undefined)
    await indexer.catchUp()
    await database().$executeRaw`TRUNCATE room_text, room_text_reach`
    expect((await search('reminder', [chairIn(room)])).total).toBe(0)
    await indexer.catchUp()
    await indexer.stop()
    expect(await search('reminder', [chairIn(room)])).toMatchObject({ total: ROWS, behind: 0 })
  })

  test('a log that cannot be read is complained of once and keeps nobody else from being found', async () => {
    const [broken, whole] = [await longRoom(), await longRoom()]
    await database()
      .$executeRaw`UPDATE room_event SET event = '{"type":"Unheard"}' WHERE room_id = ${broken} AND seq = 9`
    const complaints: (Record<string, string> | undefined)[] = []
    const indexer = openTextIndexer(fresh.url(), (_, __, where) => complaints.push(where))
    await indexer.catchUp()
    await indexer.catchUp()
    await indexer.stop()
    expect(complaints).toEqual([{ room: broken }])
    expect((await search('reminder', [chairIn(whole)])).total).toBe(ROWS)
  })
})
