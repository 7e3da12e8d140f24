/** Rooms of thirty on both servers: how many statements are accepted, what one costs, and how long it takes. */
import { Crowd, type Heard } from './crowd'
import { givenLesson, SEATS, SECRET } from './lesson'
import { anchorMember, houseMember } from './member'
import { Measured } from './process'
import { type Figures, inPairs, type Measure, quantile, row } from './ratio'

/** Statements under way in a room when nothing holds them back: as many as it has people, as if each had said one. */
const WINDOW = SEATS

export const measure: Measure = async ({ quick, pairs, clusterUrl }) => {
  const rooms = quick ? 10 : 30
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
  // Before anything counts, both have run long enough to have been compiled.
  await compare(1, (crowd, begin) => crowd.flatOut(WINDOW, 1500 * s, 100, begin))
  // From calm to flood, since what a flood leaves to be cleared away is cleared away in the calm after it. In ten seconds of calm
  // there are 450 statements, or the slowest hundredth of them would be one or two.
  const calm = await compare(pairs, (crowd, begin) => crowd.steadily(1.5 * rooms, 500 * s, 10_000 * s, begin))
  // What else the machine does in four seconds can be more than what is measured: the median is of more of them.
  const brisk = await compare(quick ? pairs : pairs * 2, (crowd, begin) =>
    crowd.steadily(30 * rooms, 800 * s, 4000 * s, begin),
  )
  const flat = await compare(pairs, (crowd, begin) => crowd.flatOut(WINDOW, 1000 * s, 3000 * s, begin))
  ours.leave()
  theirs.leave()
  await house.stop()
  await anchor.stop()
  await lesson.drop()
  const per = `${rooms} rooms of ${SEATS}`
  return [
    row(`statements/s accepted, ${per}, flat out`, 'perSecond', flat, { must: 1.5, aim: 3 }),
    row('server CPU per statement, flat out', 'cpuMs', flat, { must: 0.8, aim: 0.4 }),
    row(`server CPU per statement at ${30 * rooms}/s`, 'cpuMs', brisk, { must: 1.5, aim: 1.15 }),
    ...[
      { rate: 1.5 * rooms, taken: calm },
      { rate: 30 * rooms, taken: brisk },
    ].flatMap(({ rate, taken }) => [
      row(`ack p50 at ${rate}/s`, 'ack50', taken, { must: 1.3, aim: 1.1 }),
      row(`ack p99 at ${rate}/s`, 'ack99', taken, { must: 2, aim: 1.25 }),
      row(`delivery p50 at ${rate}/s`, 'delivery50', taken, { must: 1.3, aim: 1.1 }),
      row(`delivery p99 at ${rate}/s`, 'delivery99', taken, { must: 2, aim: 1.25 }),
    ]),
  ]
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
