/**
 * The law of several servers: however they interleave, and whatever the engine loses, repeats or delays, every room tells the log row by
 * row, each once and in order; what was acknowledged is in it once; and what the room does by itself happens once.
 */
import { expect, onTestFinished, test } from 'vitest'
import { RoomNews } from '#server/cluster/room-news'
import type { LiveRoom } from '#server/live/live-room'
import { Rooms } from '#server/live/rooms'
import { realTime } from '#server/live/saving/time'
import { readActivityIdOf } from '#server/store/activities/rooms'
import { openRoomLog } from '#server/store/log/room-log'
import { fold } from '#simulation/engine/room'
import { type ActorId, chairActor, participantActor, personId } from '#simulation/kernel/ids'
import type { Recorded } from '#simulation/shapes/record'
import type { RoomCommand } from '#simulation/shapes/room-command'
import type { Ack } from '#simulation/wire/protocol'
import { givenClass, seat } from '../server/live/given/given-classroom'
import { newId } from '../server/live/given/given-page'
import { TroubledLog } from '../server/live/given/given-room'
import { useFreshDatabase } from '../support/machines/database'
import { isLong } from '../support/machines/lane'
import { patience } from '../support/patience'
import { LOSSY, LossyEngines, peersNamed, seeded } from './given-lossy-engine'

const fresh = useFreshDatabase()

const SERVERS = ['a', 'b', 'c']
const RUNS = isLong ? 60 : 8
const STEPS = 120

type Server = { rooms: Rooms; live: LiveRoom; told: Recorded[]; from: number; log: TroubledLog }

/** A seminar that is open at three servers. */
async function seminar(random: () => number) {
  const of = await givenClass({ understudies: false })
  const engines = new LossyEngines(random, LOSSY)
  const servers: Server[] = []
  for (const id of SERVERS) {
    const log = new TroubledLog(openRoomLog(fresh.url()))
    onTestFinished(() => log.close())
    const told: Recorded[] = []
    const rooms = new Rooms({
      log,
      time: realTime,
      readActivityId: readActivityIdOf,
      readScenario: () => Promise.reject(new Error('no understudy plays here')),
      tell: (_, rows) => told.push(...rows),
      news: new RoomNews(engines.engine(), peersNamed(id, SERVERS), realTime),
    })
    const live = await rooms.open(of.roomId)
    if (!live) throw new Error('The room has no log.')
    servers.push({ rooms, live, told, from: live.room.seq, log })
  }
  return { of, engines, servers, chair: chairActor(of.instructor.id) }
}

const people = ['mei', 'amara', 'jiayi'].map((name) => participantActor(personId.parse(name)))
const SEATS = ['us.state', 'us.treasury', 'jp.pm', 'cn.foreign'].map(seat)

/** Whatever somebody may think of next; much of it is refused. */
function thought(random: () => number, chair: ActorId): [by: ActorId, command: RoomCommand] {
  const pick = <One>(of: readonly One[]): One => of[Math.floor(random() * of.length)]!
  const person = pick(people)
  const by = random()
  if (by < 0.3) return [person, { type: 'takeSeat', seat: pick(SEATS) }]
  if (by < 0.4) return [person, { type: 'leaveSeat' }]
  if (by < 0.8) return [person, { type: 'speakInCaucus', text: `word ${Math.floor(random() * 1e6)}` }]
  if (by < 0.9) return [chair, { type: 'nudge', to: 'room', text: 'Five minutes.' }]
  return [chair, { type: 'startPhase', index: 0 }]
}

test(`L1 L2 L3 L19 in ${RUNS} stories over three servers each tells the log once and in order, whatever the engine does`, {
  timeout: patience(RUNS * 10_000),
}, async () => {
  const seen = { rows: 0, refused: 0, conflicts: 0, lost: 0, repeated: 0, late: 0, twice: 0 }
  for (let run = 0; run < RUNS; run += 1) {
    const random = seeded(20_261_126 + run)
    const { of, engines, servers, chair } = await seminar(random)
    const asked: { id: string; answer: Promise<Ack> }[] = []
    for (let step = 0; step < STEPS; step += 1) {
      const { live, log, rooms } = servers[Math.floor(random() * servers.length)]!
      const [by, command] = thought(random, chair)
      const id = newId()
      if (random() < 0.05) log.trouble.push(random() < 0.5 ? 'lost-before' : 'lost-after')
      asked.push({ id, answer: live.room.ask(by, id, command) })
      // As when a page is cut off and sends again to another server.
      if (random() < 0.1) {
        const other = servers[Math.floor(random() * servers.length)]!
        asked.push({ id, answer: other.live.room.ask(by, id, command) })
        seen.twice += 1
      }
      if (random() < 0.5) engines.deliver()
      if (random() < 0.1) await rooms.catchUp()
      if (random() < 0.3) await new Promise((done) => setImmediate(done))
      if (random() < 0.1) await Promise.all(servers.map((server) => server.live.room.settled()))
    }
    const answers = await Promise.all(asked.map(async ({ id, answer }) => ({ id, answer: await answer })))
    engines.deliver(true)
    for (const { rooms, live } of servers) {
      await live.room.settled()
      await rooms.catchUp()
      await live.room.settled()
    }

    const rows = await servers[0]!.log.read(of.roomId)
    for (const { told, from, live } of servers) {
      expect(told).toEqual(rows.slice(from))
      expect(live.room.rows).toEqual(rows)
      expect(live.room.state).toEqual(fold(rows))
    }
    const stored = new Map(rows.map((row) => [row.commandId as string, row.seq]))
    for (const { id, answer } of answers) {
      if (answer.ok) expect(answer.seq).toBe(stored.get(id))
      else if (answer.rejection !== 'try-again') seen.refused += 1
    }
    for (const key of ['lost', 'repeated', 'late'] as const) seen[key] += engines.count[key]
    seen.rows += rows.length
    seen.conflicts += servers.reduce((sum, { log }) => sum + log.conflicts, 0)
    for (const { rooms } of servers) await rooms.close()
  }
  expect(seen.rows).toBeGreaterThan(RUNS * 30)
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(RUNS)
})
