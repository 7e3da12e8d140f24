/**
 * Measures two servers with an engine between them against one server, in one run: with a balancer that keeps a room on one server, and
 * with one that spreads the people of each room over both.
 */
import { openRoomLog } from '#server/store/log/room-log'
import { roomId } from '#simulation/kernel/ids'
import { type RunningEngine, startEngine } from '../support/engine'
import { childrenOf, cpuMsOf, parentOf } from '../support/process-table'
import { rowsOf } from '../support/rows'
import { Crowd, type Heard, passed } from './crowd'
import { givenLesson, type Lesson, SEATS, SECRET } from './lesson'
import { houseMember } from './member'
import { Measured } from './process'
import { type Figures, inPairs, type Measure, median, quantile, row } from './ratio'

const ASKED_ROOMS = 1_000

/** Which of the two servers somebody is led to. */
type Lead = (room: number, seat: number) => number

/** A class on one server or two, and everybody who is connected to it. `busy` are the servers that somebody is led to. */
type Arrangement = {
  crowd: Crowd
  servers: readonly Measured[]
  busy: readonly Measured[]
  engine: RunningEngine | null
}

export const measure: Measure = async ({ quick, pairs, clusterUrl }) => {
  const rooms = quick ? 6 : 20
  /** Busy enough that what a second process costs while nothing is said is not what is compared. */
  const brisk = 30 * rooms
  /** Both servers have one core here: busier, it is the core that people would wait for. */
  const calm = 15 * rooms
  const lessons: Lesson[] = []
  const arrange = async (name: string, count: number, lead: Lead, to = rooms): Promise<Arrangement> => {
    const lesson = await givenLesson(clusterUrl, to)
    lessons.push(lesson)
    // One engine each: servers of another arrangement would be heard as well.
    const engine = count > 1 ? await startEngine() : null
    const ids = Array.from({ length: count }, (_, server) => `${name}-${server}`)
    const given = (server: number) => ({
      databaseUrl: lesson.url,
      secret: SECRET,
      ...(engine ? { among: { redisUrl: engine.url, id: ids[server], ids } } : {}),
    })
    const servers: Measured[] = []
    for (let server = 0; server < count; server += 1) servers.push(await Measured.start('house.mjs', given(server)))
    const busy = new Set<Measured>()
    const crowd = await Crowd.gather(name, to, SEATS, (room, seat, hear) => {
      const place = lesson.rooms[room]?.[seat]
      const server = servers[lead(room, seat)]
      if (!place || !server) throw new Error(`There is no seat ${seat} in room ${room}.`)
      busy.add(server)
      return houseMember({ port: server.port, ...place }, hear)
    })
    return { crowd, servers, busy: [...busy], engine }
  }
  const one = await arrange('one', 1, () => 0)
  const hashed = await arrange('hashed', 2, (room) => room % 2)
  const unhashed = await arrange('unhashed', 2, (room, seat) => (room + seat) % 2)
  // What is asked of each of two servers, of one that has another beside it and of one that has not. The rest of a comparison with one server
  // for all is not what servers cost one another: each has half as much to save and to write together.
  const beside = await arrange('beside', 2, () => 0, rooms / 2)
  const alone = await arrange('alone', 1, () => 0, rooms / 2)

  const postmaster = await postmasterOf(clusterUrl)
  const on =
    ({ crowd, busy, engine }: Arrangement, run: (begin: () => Promise<void>) => Promise<Heard>) =>
    async () => {
      const spent = async () => ({
        servers: (await Promise.all(busy.map((server) => server.cpuMs()))).reduce((sum, ms) => sum + ms, 0),
        database: cpuMsOf([postmaster, ...childrenOf(postmaster)]),
        engine: cpuMsOf(engine ? [engine.pid] : []),
      })
      let before = await spent()
      const heard = await run(async () => {
        before = await spent()
      })
      const after = await spent()
      await crowd.settle()
      return figures(heard, {
        servers: after.servers - before.servers,
        database: after.database - before.database,
        engine: after.engine - before.engine,
      })
    }
  const s = quick ? 0.4 : 1
  // What disturbs the machine comes and goes within seconds: in short turns it falls on both sides alike.
  const turns = quick ? pairs : pairs * 3
  const steadily = (arrangement: Arrangement, perSecond: number) =>
    on(arrangement, (begin) => arrangement.crowd.steadily(perSecond, 500 * s, 2_000 * s, begin))
  const flatOut = (arrangement: Arrangement) =>
    on(arrangement, (begin) => arrangement.crowd.flatOut(SEATS, 500 * s, 1_500 * s, begin))
  for (const arrangement of [one, hashed, unhashed, beside, alone]) await flatOut(arrangement)() // compiled, and the rooms are loaded
  const peers = await inPairs(turns, steadily(beside, brisk / 2), steadily(alone, brisk / 2))
  // Both of two servers have as many rooms as the one that is alone: nothing is split, so this is what a room pays for there being others.
  const asFull = await inPairs(turns, steadily(hashed, brisk), steadily(alone, brisk / 2))
  const byRoom = await inPairs(turns, steadily(hashed, brisk), steadily(one, brisk))
  const spread = await inPairs(turns, steadily(unhashed, calm), steadily(one, calm))
  const twoOf = (arrangement: Arrangement) => async () => ({
    perSecond: 2 * ((await flatOut(arrangement)()).perSecond ?? Number.NaN),
  })
  const each = await inPairs(turns, twoOf(beside), flatOut(one))
  const eachAlike = await inPairs(turns, twoOf(beside), flatOut(alone))
  for (const [name, figure] of [
    ['database', 'databaseMs'],
    ['engine', 'engineMs'],
  ] as const)
    for (const [way, taken] of [
      ['by room', byRoom],
      ['spread', spread],
    ] as const) {
      const of = (side: 'ours' | 'theirs') =>
        median(taken.map((pair) => pair[side][figure] ?? Number.NaN)).toPrecision(3)
      console.error(
        `  CPU of the ${name} per statement, ms, two servers ${way} and one: ${of('ours')} and ${of('theirs')}`,
      )
    }
  for (const { servers } of [alone, beside, one, hashed]) {
    const spent = async () => Promise.all(servers.map((server) => server.cpuMs()))
    const before = await spent()
    await passed(4_000 * s)
    const each = (await spent()).map((ms, server) => ((ms - (before[server] ?? 0)) / 4 / s).toFixed(1))
    console.error(`  CPU of ${servers.length} servers a second while nothing is said: ${each.join(' and ')} ms`)
  }
  const heldMb = ((await one.servers[0]?.memory()) ?? 0) / 1e6
  console.error(`  memory of one server with ${rooms} rooms and ${rooms * SEATS} people: ${heldMb.toFixed(0)} MB`)
  console.error(`  ${await databaseFigures(lessons[0]?.url ?? '')}`)
  for (const { crowd, servers, engine } of [one, hashed, unhashed, beside, alone]) {
    crowd.leave()
    for (const server of servers) await server.stop()
    await engine?.end()
  }
  for (const lesson of lessons) await lesson.drop()
  const per = (rate: number, count = rooms) => `${count} rooms of ${SEATS} at ${rate}/s`
  return [
    row(
      `a server beside another ÷ one that is alone: server CPU per delivery, ${per(brisk / 2, rooms / 2)}`,
      'cpuMs',
      peers,
      {
        must: 1.15,
        aim: 1.05,
      },
    ),
    row(
      `two servers by room ÷ one with the rooms of one: server CPU per delivery, ${per(brisk / 2, rooms / 2)} each`,
      'cpuMs',
      asFull,
      { must: 1.15, aim: 1.05 },
    ),
    row(`two servers by room ÷ one: server CPU per delivery, ${per(brisk)}`, 'cpuMs', byRoom, {
      must: 1.15,
      aim: 1.05,
    }),
    row(`two servers, people spread ÷ one: server CPU per delivery, ${per(calm)}`, 'cpuMs', spread, {
      must: 2,
      aim: 1.5,
    }),
    row('two servers, people spread ÷ one: ack p50', 'ack50', spread, { must: 1.5, aim: 1.2 }),
    row('two servers, people spread ÷ one: ack p99', 'ack99', spread, { must: 2, aim: 1.5 }),
    row('two servers, people spread ÷ one: delivery p50', 'delivery50', spread, { must: 2, aim: 1.5 }),
    row('two servers, people spread ÷ one: delivery p99', 'delivery99', spread, { must: 2, aim: 1.5 }),
    row('two servers by room, each on its core ÷ one for all rooms: statements/s flat out', 'perSecond', each, {
      must: 1.7,
      aim: 1.9,
    }),
    row(
      'two servers by room, each on its core ÷ one with the rooms of one: statements/s flat out',
      'perSecond',
      eachAlike,
      {
        must: 1.7,
        aim: 1.9,
      },
    ),
  ]
}

/** Every connection to PostgreSQL is served by a child of its first process. */
async function postmasterOf(url: string): Promise<number> {
  // Of a process that stays: the one of this connection ends with it, perhaps before it is looked for.
  const [row] = await rowsOf<{ pid: number }>(
    url,
    `SELECT pid FROM pg_stat_activity WHERE backend_type = 'checkpointer'`,
  )
  const found = parentOf(row?.pid ?? 0)
  if (found === 0) throw new Error('The processes of PostgreSQL were not found.')
  return found
}

/** What a row takes on disk with its indexes, and what it costs to ask what is new in a thousand rooms, as each server does every second. */
async function databaseFigures(url: string): Promise<string> {
  const [size] = await rowsOf<{ bytes: number }>(
    url,
    `SELECT (pg_total_relation_size('room_event') / count(*))::int AS bytes FROM room_event`,
  )
  const ids = (await rowsOf<{ id: string }>(url, 'SELECT id FROM room')).map(({ id }) => roomId.parse(id))
  const thousand = Array.from({ length: ASKED_ROOMS }, (_, index) => ids[index % ids.length]!)
  const log = openRoomLog(url, 1)
  const took: number[] = []
  for (let time = 0; time < 20; time += 1) {
    const begun = performance.now()
    await log.readNewest(thousand)
    took.push(performance.now() - begun)
  }
  await log.close()
  return `bytes of a row with its indexes: ${size?.bytes}; asking what is new in ${ASKED_ROOMS} rooms: ${median(took).toFixed(1)} ms`
}

function figures(heard: Heard, spentMs: { servers: number; database: number; engine: number }): Figures {
  const { accepted, ackMs, deliveryMs, seconds } = heard
  return {
    perSecond: accepted / seconds,
    cpuMs: spentMs.servers / accepted / SEATS,
    databaseMs: spentMs.database / accepted,
    engineMs: spentMs.engine / accepted,
    ack50: quantile(ackMs, 0.5),
    ack99: quantile(ackMs, 0.99),
    delivery50: quantile(deliveryMs, 0.5),
    delivery99: quantile(deliveryMs, 0.99),
  }
}
