/**
 * L20: a database that comes back without its last rows costs those rows and nothing more. However servers, an engine that loses what it
 * carries and such losses interleave, no log gets a hole, and every room and page ends as the log has it.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { database } from '#server/base/database'
import { environment } from '#server/base/environment'
import { registry } from '#server/base/metrics'
import { RoomNews } from '#server/cluster/room-news'
import { lookOver } from '#server/commands/doctor'
import { mendRoom } from '#server/commands/mend-room'
import type { LiveRoom } from '#server/live/live-room'
import { Rooms } from '#server/live/rooms'
import { realTime } from '#server/live/saving/time'
import { readActivityIdOf } from '#server/store/activities/rooms'
import { refreshFromLog } from '#server/store/log/refreshing'
import { openRoomLog, type RoomLog } from '#server/store/log/room-log'
import { readRoomRows } from '#server/store/log/room-reading'
import { openTextIndexer } from '#server/store/search/text-indexer'
import { fold } from '#simulation/engine/room'
import { chairActor, type RoomId } from '#simulation/kernel/ids'
import type { Recorded } from '#simulation/shapes/record'
import type { Ack } from '#simulation/wire/protocol'
import { Cable } from '../server/live/given/given-cable'
import { givenClass, givenHouse, givenSeated, givenStudent } from '../server/live/given/given-classroom'
import { live, openLink } from '../server/live/given/given-link'
import { accepted, newId, until } from '../server/live/given/given-page'
import { written } from '../support/files/written'
import { holdsHere } from '../support/machines/alert-rules'
import { isLong } from '../support/machines/lane'
import { patience } from '../support/patience'
import { LOSSY, LossyEngines, peersNamed, seeded } from './given-lossy-engine'

const house = givenHouse()
const SERVERS = ['a', 'b', 'c']
const RUNS = isLong ? 40 : 3
/** How much is kept in a story depends on how the machine was shared: stories are told until enough of them is, and at most so many. */
const MOST_RUNS = 10 * RUNS
const STEPS = 70

/** Takes the last rows away, all at one moment, as a copy of the database would lack them. Says which row is the last one now. */
async function loseLast(room: RoomId, rows: number): Promise<number> {
  const client = new pg.Client({ connectionString: house.url() })
  await client.connect()
  try {
    await client.query('BEGIN')
    await client.query('LOCK TABLE room_event IN EXCLUSIVE MODE')
    const { rows: left } = await client.query<{ seq: number }>(
      `WITH kept AS (SELECT greatest(1, max(seq) - $2) AS seq FROM room_event WHERE room_id = $1),
            gone AS (DELETE FROM room_event USING kept WHERE room_id = $1 AND room_event.seq > kept.seq)
       SELECT seq FROM kept`,
      [room, rows],
    )
    await client.query('COMMIT')
    return left[0]?.seq ?? 0
  } finally {
    await client.end()
  }
}

const numbered = (rows: readonly Recorded[]) => rows.map(({ seq }) => seq)
const whole = (rows: readonly unknown[]) => rows.map((_, index) => index + 1)

test(`L20 in ${RUNS} stories and more over three servers no log gets a hole, and only what the database lost is lost`, {
  timeout: patience(MOST_RUNS * 10_000),
}, async () => {
  const seen = { losses: 0, kept: 0, anew: 0 }
  const isEnough = () => seen.losses > RUNS && seen.kept > RUNS * 10 && seen.anew > 0
  for (let run = 0; run < RUNS || (run < MOST_RUNS && !isEnough()); run += 1) {
    const random = seeded(20_261_129 + run)
    const of = await givenClass({ understudies: false })
    const chair = chairActor(of.instructor.id)
    const engines = new LossyEngines(random, LOSSY)
    const servers: { rooms: Rooms; live: LiveRoom; log: RoomLog }[] = []
    for (const id of SERVERS) {
      const log = openRoomLog(house.url())
      onTestFinished(() => log.close())
      const news = new RoomNews(engines.engine(), peersNamed(id, SERVERS), realTime)
      const readScenario = () => Promise.reject(new Error('no understudy plays here'))
      const startedOver = () => {
        seen.anew += 1
      }
      const rooms = new Rooms({
        log,
        time: realTime,
        readActivityId: readActivityIdOf,
        readScenario,
        tell: () => undefined,
        news,
        startedOver,
      })
      const opened = await rooms.open(of.roomId)
      if (!opened) throw new Error('The room has no log.')
      servers.push({ rooms, live: opened, log })
    }
    const asked: { id: string; answer: Promise<Ack>; after: number }[] = []
    let losses = 0
    let lowest = Number.POSITIVE_INFINITY
    for (let step = 0; step < STEPS; step += 1) {
      const { live: at, rooms } = servers[Math.floor(random() * SERVERS.length)]!
      const id = newId()
      const answer = at.room.ask(chair, id, { type: 'nudge', to: 'room', text: `word ${step}` })
      asked.push({ id, answer, after: losses })
      if (random() < 0.06) {
        lowest = Math.min(lowest, await loseLast(of.roomId, 1 + Math.floor(random() * 12)))
        losses += 1
      }
      if (random() < 0.5) engines.deliver()
      if (random() < 0.2) await rooms.catchUp()
      if (random() < 0.3) await at.room.settled()
    }
    const answers = await Promise.all(asked.map(async (one) => ({ ...one, answer: await one.answer })))
    engines.deliver(true)
    for (let turn = 0; turn < 2; turn += 1)
      for (const { rooms, live: at } of servers) {
        await at.room.settled()
        await rooms.catchUp()
        await at.room.settled()
      }
    const rows = await servers[0]!.log.read(of.roomId)
    expect(numbered(rows)).toEqual(whole(rows))
    for (const { live: at } of servers) {
      expect(at.room.rows).toEqual(rows)
      expect(at.room.state).toEqual(fold(rows))
    }
    const stored = new Map(rows.map((row) => [row.commandId as string, row.seq]))
    for (const { id, answer, after } of answers) {
      if (!answer.ok) continue
      if (answer.seq <= lowest || after === losses) {
        expect(answer.seq).toBe(stored.get(id))
        seen.kept += 1
      }
    }
    seen.losses += losses
    for (const { rooms } of servers) await rooms.close()
  }
  expect(seen, 'there was enough to judge').toSatisfy(isEnough)
})

test('L20 the last row lost under words that flow costs that row alone: pages, files, facts and the index end as the log has it', async () => {
  const { address } = house.now()
  const of = await givenClass({ understudies: false })
  const { roomId, chairCookie } = of
  await givenSeated(house.now(), of, 'Mei', 'us.state')
  const link = (cookie: string) => openLink({ address, origin: address, roomId, cookie })
  const [desk, mei] = [link(chairCookie), link((await givenStudent(of, 'Amara')).cookie)]
  onTestFinished(() => {
    desk.stop()
    mei.stop()
  })
  await Promise.all([desk, mei].map(live))
  const indexer = openTextIndexer(house.url(), (what) => expect.unreachable(what))
  onTestFinished(() => indexer.stop())
  const shortened = async () => Number(/^track_two_logs_shortened_total (\d+)$/m.exec(await registry.metrics())?.[1])
  const [before, numbers] = [await shortened(), await registry.metrics()]
  const say = (text: string) => desk.view.submit({ type: 'nudge', to: 'room', text })
  for (let word = 0; word < 5; word += 1) accepted(await say(`before-${word}`))
  // The phase that starts is what is lost: queries must not go on believing that it runs.
  accepted(await desk.view.submit({ type: 'startPhase', index: 0 }))
  const { length: long } = await readRoomRows(roomId)
  await indexer.catchUp()
  const last = await loseLast(roomId, long - desk.view.seq + 1)
  for (let word = 0; word < 5; word += 1) accepted(await say(`after-${word}`))
  const log = openRoomLog(house.url(), 0)
  onTestFinished(() => log.close())
  const rows = await log.read(roomId)
  expect(numbered(rows)).toEqual(whole(rows))
  expect(rows.length).toBeGreaterThanOrEqual(last + 5)
  const said = (from: readonly Recorded[]) => JSON.stringify(from).match(/(before|after)-\d/g)
  expect(said(rows.slice(last))).toEqual(['after-0', 'after-1', 'after-2', 'after-3', 'after-4'])
  await until(() => {
    for (const { view } of [desk, mei])
      expect([view.seq, view.state?.agenda]).toEqual([rows.length, fold(rows)?.agenda])
  }, 5_000)
  expect(await readRoomRows(roomId)).toEqual(rows)
  expect(await shortened()).toBe(before + 1)
  const now = await registry.metrics()
  expect(holdsHere('TrackTwoLogsShortened', now, numbers)).toBe(true)
  expect(holdsHere('TrackTwoLogsShortened', now)).toBe(false)
  const facts = () => database().roomSummary.findUnique({ where: { roomId }, select: { phaseStatus: true } })
  await until(async () => expect(await facts()).toEqual({ phaseStatus: fold(rows)?.agenda.status }))
  await indexer.catchUp()
  const indexed = await database().roomText.findMany({ where: { roomId }, select: { seq: true, body: true } })
  for (const { seq, body } of indexed) expect(JSON.stringify(rows[seq - 1])).toContain(body)
})

test('a record that is torn is named by the doctor and ended at its gap by one command; a server that has it open goes on from there', async () => {
  const { address } = house.now()
  const of = await givenClass({ understudies: false })
  const desk = openLink({ address, origin: address, roomId: of.roomId, cookie: of.chairCookie })
  onTestFinished(() => desk.stop())
  await live(desk)
  const say = (text: string) => desk.view.submit({ type: 'nudge', to: 'room', text })
  const first = accepted(await say('before the gap'))
  for (const text of ['lost', 'behind', 'behind too']) accepted(await say(text))
  await database().$executeRaw`DELETE FROM room_event WHERE room_id = ${of.roomId} AND seq = ${first + 1}`
  const folder = mkdtempSync(path.join(tmpdir(), 'track-two-mended-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const found = await lookOver(house.url(), { ...environment(), dataDir: folder }, 'prisma/migrations')
  expect(found.filter(({ good }) => !good).map(({ words }) => words)).toContainEqual(
    expect.stringContaining(
      `Room ${of.roomId} has no row ${first + 1}, so nobody can open it: npm run admin -- mend-room ${of.roomId} ends its record at row ${first}`,
    ),
  )
  expect(await mendRoom(of.roomId, folder)).toMatchObject({ last: first, taken: 2 })
  const [note] = readdirSync(path.join(folder, 'mended'))
  const kept = readFileSync(path.join(folder, 'mended', note ?? ''), 'utf8')
  expect(kept).toContain('behind too')
  expect(kept).not.toContain('lost')
  await until(() => expect(desk.view.seq).toBe(first), 10_000)
  expect(accepted(await say('and on'))).toBe(first + 1)
  expect(numbered(await readRoomRows(of.roomId))).toEqual(whole(Array.from({ length: first + 1 })))
  expect(await mendRoom(of.roomId, folder)).toBe('no-gap')
})

test('L20 a page that was away while rows were lost, and as many others came, is sent the whole log and not its end', async () => {
  const { address } = house.now()
  const of = await givenClass({ understudies: false })
  const cable = await new Cable(address).lay()
  onTestFinished(() => cable.remove())
  const page = (at: string) => openLink({ address: at, origin: address, roomId: of.roomId, cookie: of.chairCookie })
  const [desk, away] = [page(address), page(cable.address)]
  onTestFinished(() => {
    desk.stop()
    away.stop()
  })
  await Promise.all([desk, away].map(live))
  const say = async (text: string) => accepted(await desk.view.submit({ type: 'nudge', to: 'room', text }))
  const seq = await say('lost while it is away')
  await until(() => expect(away.view.seq).toBe(seq))
  cable.cut()
  await until(() => expect(away.view.connection.kind).not.toBe('live'))
  await loseLast(of.roomId, 1)
  for (const text of ['in its place', 'and behind']) await say(text)
  cable.mend()
  await live(away)
  await until(() => expect(away.view.seq).toBe(desk.view.seq))
  expect(written(away.view.state)).toEqual(written(fold(await readRoomRows(of.roomId))))
})

test('whatever fails while a room saves, it saves again', async () => {
  const of = await givenClass({ understudies: false })
  const log = openRoomLog(house.url())
  onTestFinished(() => log.close())
  let broken = 0
  const rooms = new Rooms({
    log: { ...log, read: async (...asked) => (await log.read(...asked)).slice(broken === 2 ? 1 : 0) },
    time: realTime,
    readActivityId: readActivityIdOf,
    readScenario: () => Promise.reject(new Error('no understudy plays here')),
    tell() {
      if (broken > 0) {
        broken = 2
        throw new TypeError('as from a bug')
      }
    },
  })
  const opened = await rooms.open(of.roomId)
  if (!opened) throw new Error('The room has no log.')
  const { room } = opened
  const chair = chairActor(of.instructor.id)
  const ask = (text: string) => room.ask(chair, newId(), { type: 'nudge', to: 'room', text })
  broken = 1
  accepted(await ask('told to nobody'))
  const waits = ask('while the log cannot be read')
  await until(() => expect(broken).toBe(2))
  broken = 0
  accepted(await waits)
  accepted(await ask('and on'))
  expect(room.rows).toEqual(await log.read(of.roomId))
  await refreshFromLog(of.roomId)
  await rooms.close()
})
