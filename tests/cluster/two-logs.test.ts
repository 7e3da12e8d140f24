/** Two servers' logs on one PostgreSQL: neither waits for the other longer than for a commit, whatever happens to that one meanwhile. */
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openRoomLog, type RoomLog } from '#server/store/log/room-log'
import { CLOCK, commandId, type RoomId } from '#simulation/kernel/ids'
import type { Recorded } from '#simulation/shapes/record'
import type { RoomEvent } from '#simulation/shapes/room-event'
import { givenClass } from '../server/live/given/given-classroom'
import { rowsOf } from '../support/files/rows'
import { useFreshDatabase } from '../support/machines/database'
import { type FaultyLine, openFaultyLine } from '../support/machines/faulty-line'
import { patience } from '../support/patience'

const fresh = useFreshDatabase()
let rooms: RoomId[]
let line: FaultyLine
let here: RoomLog
let there: RoomLog

beforeAll(async () => {
  // In the order in which a server that sorts its rooms comes to them.
  rooms = (await givenClass({ roomCount: 6 })).roomIds.toSorted()
  line = await openFaultyLine(fresh.url())
  here = openRoomLog(line.url, 1)
  there = openRoomLog(fresh.url(), 1)
})
afterAll(async () => {
  await Promise.all([line.close(), there.close()])
  await here.close()
})

/** The row that comes next in the room's log. */
async function nextRow(room: RoomId, command: string, event: RoomEvent): Promise<Recorded> {
  const last = (await there.read(room)).at(-1)
  if (!last) throw new Error('The room has no rows.')
  const id = commandId.parse(`command-${command}`)
  return { seq: last.seq + 1, at: last.at, by: CLOCK, commandId: id, audience: 'everyone', event }
}
const locked: RoomEvent = { type: 'SeatingLocked', locked: true }
/** Changes what queries know of the room, so that it is saved in a transaction of several steps. */
const ended: RoomEvent = { type: 'RecordUnsealed' }

test('two servers that save rows of the same rooms at once do not wait for one another in a circle', async () => {
  const [first, , second, , , last] = rooms
  if (!first || !second || !last) throw new Error('There are too few rooms.')
  // Somebody else has given the last room's next number and has not committed: who comes to it waits, with what they hold.
  const slow = new pg.Client({ connectionString: fresh.url() })
  await slow.connect()
  const taken = await nextRow(last, 'of-the-slow', locked)
  await slow.query('BEGIN')
  await slow.query(
    `INSERT INTO room_event (v, room_id, seq, at, by, command_id, part, audience, type, event)
     SELECT v, room_id, $2, at, by, 'command-of-the-slow', 0, audience, type, event FROM room_event WHERE room_id = $1 AND seq = 1`,
    [last, taken.seq],
  )
  // The rows of one turn are saved in one statement; the two servers come to their rooms in opposite orders.
  const order = { here: [first, last, second], there: [second, first] }
  const next = async (name: 'here' | 'there') =>
    Promise.all(order[name].map(async (room) => ({ room, rows: [await nextRow(room, `${name}-${room}`, locked)] })))
  const [ours, theirs] = await Promise.all([next('here'), next('there')])
  const isWaited = (count: number) =>
    expect.poll(async () => (await waitingIn(fresh.url())).length, { timeout: patience(20_000) }).toBe(count)
  const saving = ours.map(({ room, rows }) => here.append(room, rows))
  // Only once this server holds its first room and waits does the other begin; it might be through before otherwise.
  await isWaited(1)
  saving.push(...theirs.map(({ room, rows }) => there.append(room, rows)))
  await isWaited(2)
  await slow.query('ROLLBACK')
  await slow.end()
  const outcomes = await Promise.all(saving)
  expect(outcomes.filter((outcome) => outcome === 'appended').length).toBe(3)
})

test('a server that stands still in the middle of saving does not keep the others from the room', async () => {
  const [room] = rooms
  if (!room) throw new Error('There is no room.')
  const held = line.holdNextAnswer()
  const saving = here.append(room, [await nextRow(room, 'of-the-still', ended)]).catch((error: unknown) => error)
  await held
  // Its own patience with a database would end with an error, and it would try again.
  expect(await there.append(room, [await nextRow(room, 'of-the-other', ended)])).toBe('appended')
  line.cut()
  expect(await saving).toBeInstanceOf(Error)
})

/** The statements that wait for another's transaction. */
const waitingIn = (url: string) =>
  rowsOf(url, `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`)
