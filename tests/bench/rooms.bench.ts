/** Measures rooms of thirty on both servers: statements accepted a second, CPU for each, and latency. */
import { Crowd, type Heard } from './crowd'
import { givenLesson, SEATS, SECRET } from './lesson'
import { anchorMember, houseMember } from './member'
import { Measured } from './process'
import { type Figures, type How, inNewProcesses, inPairs, type Measure, quantile, row } from './ratio'

/** Statements in flight in a room at full speed: as many as it has people. */
const WINDOW = SEATS

export const measure: Measure = async ({ quick, pairs, clusterUrl }) => {
  const rooms = quick ? 10 : 30
  const rounds = await inNewProcesses(quick, () => play(rooms, { quick, pairs, clusterUrl }))
  const all = (kind: 'calm' | 'brisk' | 'flat') => rounds.flatMap((round) => round[kind])
  const per = `${rooms} rooms of ${SEATS}`
  return [
    row(`statements/s accepted, ${per}, flat out`, 'perSecond', all('flat'), { must: 1.5, aim: 3 }),
    row('server CPU per statement, flat out', 'cpuMs', all('flat'), { must: 0.8, aim: 0.4 }),
    row(`server CPU per statement at ${30 * rooms}/s`, 'cpuMs', all('brisk'), { must: 1.5, aim: 1.15 }),
    ...[
      { rate: 1.5 * rooms, taken: all('calm') },
      { rate: 30 * rooms, taken: all('brisk') },
    ].flatMap(({ rate, taken }) => [
      row(`ack p50 at ${rate}/s`, 'ack50', taken, { must: 1.3, aim: 1.1 }),
      row(`ack p99 at ${rate}/s`, 'ack99', taken, { must: 2, aim: 1.25 }),
      row(`delivery p50 at ${rate}/s`, 'delivery50', taken, { must: 1.3, aim: 1.1 }),
      row(`delivery p99 at ${rate}/s`, 'delivery99', taken, { must: 2, aim: 1.25 }),
    ]),
  ]
}

/** Starts both servers, fills their rooms, and has these speak calmly, briskly and as fast as they are answered. */
async function play(rooms: number, { quick, pairs, clusterUrl }: How) {
  const lesson = await givenLesson(clusterUrl, rooms)
  const house = await Measured.start('house.mjs', { databaseUrl: lesson.url, secret: SECRET })
  const anchor = await Measured.start('anchor.mjs', { databaseUrl: lesson.url, snapshot: 0 })
  const ours = await Crowd.gather('ours', rooms, SEATS, (room, seat, hear) =>
    houseMember({ port: house.port, ...lesson.rooms[room]![seat]! }, hear),
  )
  const theirs = await Crowd.gather('theirs', rooms, SEATS, (room, seat, hear) =>
    anchorMember({ port: anchor.port, room: `room-${room}`, user: `user-${seat}` }, hear),
  )
  const on = (crowd: Crowd, server: Measured, run: (begin: () => Promise<void>) => Promise<Heard>) => async () => {
    let before = 0
    const heard = await run(async () => {
      before = await server.cpuMs()
    })
    const cpuMs = (await server.cpuMs()) - before
    await crowd.settle()
    return figures(heard, cpuMs)
  }
  const compare = (count: number, run: (crowd: Crowd, begin: () => Promise<void>) => Promise<Heard>) =>
    inPairs(
      count,
      on(ours, house, (begin) => run(ours, begin)),
      on(theirs, anchor, (begin) => run(theirs, begin)),
    )
  const s = quick ? 0.4 : 1
  const share = Math.ceil(pairs / 2)
  // Warms the JIT of both servers up.
  await compare(1, (crowd, begin) => crowd.flatOut(WINDOW, 1500 * s, 100, begin))
  // Calm before flood: garbage of the flood would be collected during the calm. Ten seconds of calm hold 450 statements; in fewer, the 99th
  // percentile would be one or two of them.
  const calm = await compare(share, (crowd, begin) => crowd.steadily(1.5 * rooms, 500 * s, 10_000 * s, begin))
  // What disturbs the machine comes and goes within seconds: in short turns it falls on both sides alike.
  const brisk = await compare(quick ? 1 : share * 4, (crowd, begin) =>
    crowd.steadily(30 * rooms, 500 * s, 2000 * s, begin),
  )
  const flat = await compare(share, (crowd, begin) => crowd.flatOut(WINDOW, 1000 * s, 3000 * s, begin))
  ours.leave()
  theirs.leave()
  await house.stop()
  await anchor.stop()
  await lesson.drop()
  return { calm, brisk, flat }
}

const figures = ({ accepted, ackMs, deliveryMs, seconds }: Heard, cpuMs: number): Figures => ({
  perSecond: accepted / seconds,
  busy: cpuMs / seconds / 1000,
  cpuMs: cpuMs / accepted,
  ack50: quantile(ackMs, 0.5),
  ack99: quantile(ackMs, 0.99),
  delivery50: quantile(deliveryMs, 0.5),
  delivery99: quantile(deliveryMs, 0.99),
})
