/** The room log on a real PostgreSQL: rows of a command are saved all or none, in order, each number and each command once. */
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { database } from '#server/base/database'
import { OutcomeUnknown, Unstorable } from '#server/store/log/appends'
import { openRoomLog, type RoomLog } from '#server/store/log/room-log'
import { CLOCK, commandId, type RoomId, roomId } from '#simulation/kernel/ids'
import type { Recorded } from '#simulation/shapes/record'
import type { RoomEvent } from '#simulation/shapes/room-event'
import { useFreshDatabase } from '../../support/machines/database'
import { until } from '../live/given/given-page'
import { givenActivity } from '../store/given-store'
import { chairDoes } from '../store/roster/given-removal'

const fresh = useFreshDatabase()
let log: RoomLog
let rooms: RoomId[]
beforeAll(async () => {
  const made = await givenActivity({ settings: { roomCount: 40 } })
  rooms = made.roomIds.map((id) => roomId.parse(id))
})
beforeAll(() => {
  log = openRoomLog(fresh.url())
})
afterAll(() => log.close())

/**
 * The process id of a connection that waits for a lock, once so many do. Asked outside of a transaction, in which the answer would stay
 * the same.
 */
async function waitForLock(connections = 1): Promise<number> {
  for (;;) {
    const waiting = await database().$queryRaw<{ pid: number }[]>`
      SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
    if (waiting[0] && waiting.length === connections) return waiting[0].pid
  }
}

let next = 0
const freeRoom = (): RoomId => {
  next += 1
  return rooms[next - 1]!
}

const row = (seq: number, command: string, event: RoomEvent = { type: 'SeatingLocked', locked: true }): Recorded => ({
  seq,
  at: Date.UTC(2026, 0, 12, 9, 0, 0, seq),
  by: CLOCK,
  commandId: commandId.parse(`command-${command}`),
  audience: { seats: [], opens: 'never' },
  event,
})

describe('a room’s log', () => {
  test('gives back what was saved, to the millisecond, and only what came after', async () => {
    const room = freeRoom()
    const rows = [
      row(1, 'a'),
      row(2, 'a'),
      row(3, 'b', { type: 'HelpAnswered', no: 'h1', text: '“𝕏” \\ "quoted", {a,b}\n' }),
    ]
    expect(await log.append(room, rows)).toBe('appended')
    expect(await log.read(room)).toEqual(rows)
    expect(await log.read(room, 2)).toEqual(rows.slice(2))
    expect(await log.read(freeRoom())).toEqual([])
  })

  test('a log of several pieces is read whole and in order, from whichever row', async () => {
    const room = freeRoom()
    const rows = Array.from({ length: 400 }, (_, index) => row(index + 1, `long-${index}`))
    expect(await log.append(room, rows)).toBe('appended')
    for (const after of [0, 1, 199, 200, 201, 399, 400]) expect(await log.read(room, after)).toEqual(rows.slice(after))
  })

  test('saves in one transaction what arrives in one turn of the event loop, from however many pages', async () => {
    const together = [freeRoom(), freeRoom(), freeRoom()]
    const one = openRoomLog(fresh.url(), 1)
    const saving: Promise<string>[] = []
    for (const [index, room] of together.entries()) {
      saving.push(one.append(room, [row(1, `of-a-turn-${index}`)]))
      // As between the messages of two pages, which come in one turn with all that follows from the first before the second.
      for (let after = 0; after < 20; after += 1) await null
    }
    expect(await Promise.all(saving)).toEqual(['appended', 'appended', 'appended'])
    await one.close()
    const transactions = await database().$queryRaw`
      SELECT DISTINCT xmin::text FROM room_event WHERE room_id = ANY(${together})`
    expect(transactions).toHaveLength(1)
  })

  test('refuses a number that is taken, and saves nothing of what came with it', async () => {
    const room = freeRoom()
    await log.append(room, [row(1, 'a')])
    expect(await log.append(room, [row(1, 'b'), row(2, 'b')])).toBe('conflict')
    expect(await log.append(room, [row(2, 'c'), row(1, 'c')])).toBe('conflict')
    expect(await log.read(room)).toEqual([row(1, 'a')])
  })

  test('refuses a command that is there already under another number', async () => {
    const room = freeRoom()
    await log.append(room, [row(1, 'a'), row(2, 'a')])
    expect(await log.append(room, [row(3, 'a')])).toBe('conflict')
    expect(await log.read(room)).toHaveLength(2)
  })

  test('takes rows only after the very row that they were judged after, and misses nothing of another room beside them', async () => {
    const [torn, whole] = [freeRoom(), freeRoom()]
    await log.append(torn, [row(1, 'a'), row(2, 'b')])
    await log.append(whole, [row(1, 'a')])
    await database().$executeRaw`DELETE FROM room_event WHERE room_id = ${torn} AND seq = 2`
    const one = openRoomLog(fresh.url(), 1)
    const both = [one.append(torn, [row(3, 'c'), row(4, 'c')]), one.append(whole, [row(2, 'b')])]
    expect(await Promise.all(both)).toEqual(['short', expect.stringMatching(/appended|conflict/)])
    // What changes the facts is saved in a transaction with them, and nothing of it stays.
    expect(await log.append(torn, [row(3, 'd', { type: 'RecordUnsealed' })])).toBe('short')
    expect(await log.read(whole)).toHaveLength(2)
    expect(await log.append(torn, [row(2, 'e')], null, commandId.parse('command-of-another'))).toBe('short')
    expect(await log.append(torn, [row(2, 'e')], null, commandId.parse('command-a'))).toBe('appended')
    expect(await log.read(torn)).toEqual([row(1, 'a'), row(2, 'e')])
    await one.close()
  })

  test('keeps the order of what a room was given, however much waits', async () => {
    const room = freeRoom()
    const given = Array.from({ length: 700 }, (_, index) => row(index + 1, String(index)))
    const outcomes = await Promise.all(given.map((one) => log.append(room, [one])))
    expect(new Set(outcomes)).toEqual(new Set(['appended']))
    expect((await log.read(room)).map(({ seq }) => seq)).toEqual(given.map(({ seq }) => seq))
  })

  test('one room’s conflict leaves the rows of the others in the same commit standing', async () => {
    const twice = freeRoom()
    await log.append(twice, [row(1, 'a')])
    const others = rooms.slice(next, next + 12)
    next += 12
    const outcomes = await Promise.all([
      ...others.map((room) => log.append(room, [row(1, 'x')])),
      log.append(twice, [row(1, 'b')]),
      ...others.map((room) => log.append(room, [row(2, 'y')])),
    ])
    expect(outcomes.filter((outcome) => outcome === 'conflict')).toHaveLength(1)
    for (const room of others) expect(await log.read(room)).toHaveLength(2)
    expect(await log.read(twice)).toEqual([row(1, 'a')])
  })

  test('what the database can never take is told apart, and harms nobody beside it', async () => {
    const [room, beside] = [freeRoom(), freeRoom()]
    const poison = row(1, 'p', { type: 'InjectRetracted', key: 'half a character: \ud83d' })
    const both = await Promise.allSettled([log.append(room, [poison]), log.append(beside, [row(1, 'q')])])
    expect(both[0]).toMatchObject({ status: 'rejected', reason: expect.any(Unstorable) })
    expect(both[1]).toMatchObject({ status: 'fulfilled', value: 'appended' })
  })

  test('a connection cut while rows are being saved leaves the outcome open, and the next rows find a new one', async () => {
    const room = freeRoom()
    const killer = new pg.Client(fresh.url())
    await killer.connect()
    // The row waits for this lock, so the connection is cut in the middle of saving it.
    await killer.query('BEGIN')
    await killer.query('LOCK TABLE room_event IN SHARE MODE')
    const saving = log.append(room, [row(1, 'a')])
    const outcome = expect(saving).rejects.toBeInstanceOf(OutcomeUnknown)
    await database().$queryRaw`SELECT pg_terminate_backend(${await waitForLock()}::int)`
    await outcome
    await killer.query('ROLLBACK')
    await killer.end()
    expect(await log.read(room)).toEqual([])
    expect(await log.append(room, [row(1, 'a')])).toBe('appended')
  })

  test('a batch that takes long holds up no other room, and of its own rooms nothing overtakes it', async () => {
    const [slow, quick] = [freeRoom(), freeRoom()]
    const holder = new pg.Client(fresh.url())
    await holder.connect()
    await holder.query('BEGIN')
    await holder.query('LOCK TABLE room_event IN SHARE MODE')
    const saving = [log.append(slow, [row(1, 'a')])]
    await waitForLock()
    saving.push(log.append(slow, [row(2, 'b')]), log.append(quick, [row(1, 'a')]))
    await waitForLock(2)
    await holder.query('ROLLBACK')
    await holder.end()
    expect(await Promise.all(saving)).toEqual(['appended', 'appended', 'appended'])
    const transactions = await database().$queryRaw`
      SELECT DISTINCT xmin::text FROM room_event WHERE room_id = ANY(${[slow, quick]})`
    expect(transactions, 'the second row of the slow room waits for the first').toHaveLength(3)
  })

  test('a database that gives no answer is given up after a while, and the next rows find it again', async () => {
    const room = freeRoom()
    const other = new pg.Client(fresh.url())
    await other.connect()
    await log.append(room, [row(1, 'a')])
    await other.query('BEGIN')
    await other.query('LOCK TABLE room_event IN SHARE MODE')
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    const impatient = openRoomLog(fresh.url(), 1)
    try {
      let outcome: unknown = null
      impatient.append(room, [row(2, 'b')]).catch((why: unknown) => {
        outcome = why
      })
      await waitForLock()
      vi.advanceTimersByTime(15_000)
      vi.useRealTimers()
      await until(() => expect(outcome).toBeInstanceOf(OutcomeUnknown))
    } finally {
      vi.useRealTimers()
      await other.end()
    }
    expect(await impatient.append(freeRoom(), [row(1, 'c')])).toBe('appended')
    await impatient.close()
  })

  test('rooms in which a phase runs are found, and those in which none does are not', async () => {
    const [running, between, closed, lobby] = [freeRoom(), freeRoom(), freeRoom(), freeRoom()]
    const start = { type: 'startPhase', index: 0 } as const
    const byHand = { type: 'setAutopilot', agenda: false, floor: 'least-heard' } as const
    await chairDoes(running, 'chair', start, { type: 'writeInject', headline: 'News', text: 'Of nobody.' })
    await chairDoes(between, 'chair', byHand, start, { type: 'endPhase', index: 0 })
    await chairDoes(closed, 'chair', start, { type: 'closeRoom' })
    await chairDoes(lobby, 'chair')
    expect(await log.readRunning()).toEqual([running])
  })

  test('a row that no schema knows is not passed on', async () => {
    const room = freeRoom()
    await log.append(room, [row(1, 'a')])
    await database()
      .$executeRaw`UPDATE room_event SET event = '{"type":"SeatingLocked","locked":"perhaps"}' WHERE room_id = ${room}`
    await expect(log.read(room)).rejects.toThrow()
  })
})
