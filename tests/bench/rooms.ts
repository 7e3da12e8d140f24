/** Rooms of thirty on both servers: statements accepted a second, the processor time of each, and how long it takes. */
import { Crowd } from './crowd'
import { compared, inTurns, type Measure, type Numbers, type Pair } from './figures'
import { givenLesson } from './lesson'
import type { Measured } from './processes'
import { anchorWith, houseWith } from './served'

/** One process of a build is a tenth slower than the next as long as it runs, so both servers are started anew a few times. */
const ROUNDS = 3

export const measure: Measure = async ({ quick, clusterUrl }) => {
  const rooms = quick ? 10 : 30
  const rounds: Record<'calm' | 'brisk' | 'flat', Pair[]>[] = []
  for (let round = 0; round < (quick ? 1 : ROUNDS); round += 1) rounds.push(await play(clusterUrl, rooms, quick))
  const flat = rounds.flatMap((round) => round.flat)
  const brisk = rounds.flatMap((round) => round.brisk)
  const calm = rounds.flatMap((round) => round.calm)
  const [often, seldom] = [30 * rooms, 1.5 * rooms]
  return [
    compared('statements accepted, flat out', 'perSecond', '/s', flat, { least: 2.5 }),
    compared('processor time of a statement, flat out', 'cpuMs', 'ms', flat, { most: 0.4 }),
    compared(`processor time of a statement, ${often}/s`, 'cpuMs', 'ms', brisk, { most: 1.3 }),
    compared(`acknowledged, p50, ${seldom}/s`, 'ack50', 'ms', calm, { most: 1.3 }),
    compared(`acknowledged, p99, ${seldom}/s`, 'ack99', 'ms', calm),
    compared(`acknowledged, p50, ${often}/s`, 'ack50', 'ms', brisk, { most: 1.3 }),
    compared(`acknowledged, p99, ${often}/s`, 'ack99', 'ms', brisk),
    compared(`heard by others, p50, ${often}/s`, 'heard50', 'ms', brisk),
    compared(`heard by others, p99, ${often}/s`, 'heard99', 'ms', brisk),
  ]
}

type Speak = (crowd: Crowd, begin: () => void) => Promise<Numbers>

async function play(clusterUrl: string, rooms: number, quick: boolean) {
  const lesson = await givenLesson(clusterUrl, rooms)
  const [house, anchor] = [await houseWith(lesson), await anchorWith(lesson)]
  const [ours, theirs] = [await Crowd.gather('ours', house.rooms), await Crowd.gather('theirs', anchor.rooms)]
  const compare = (count: number, speak: Speak) =>
    inTurns(
      count,
      () => spoken(ours, house.server, speak),
      () => spoken(theirs, anchor.server, speak),
    )
  const s = quick ? 0.4 : 1
  // About 1,600 statements in each room: all are one person's, and a record has space for 2,000 of one person (rule D36).
  await compare(1, (crowd, begin) => crowd.flatOut(500 * s, 100, begin)) // compiled
  // Calm before the flood, whose garbage would be collected during the calm.
  const calm = await compare(quick ? 1 : 3, (crowd, begin) => crowd.steadily(1.5 * rooms, 500 * s, 10_000 * s, begin))
  const brisk = await compare(quick ? 1 : 6, (crowd, begin) => crowd.steadily(30 * rooms, 500 * s, 2000 * s, begin))
  const flat = await compare(quick ? 1 : 2, (crowd, begin) => crowd.flatOut(300 * s, 1000 * s, begin))
  for (const crowd of [ours, theirs]) crowd.leave()
  for (const { server } of [house, anchor]) await server.stop()
  await lesson.drop()
  return { calm, brisk, flat }
}

/** Has a crowd speak, and adds the server's processor time of each statement. */
async function spoken(crowd: Crowd, server: Measured, speak: Speak): Promise<Numbers> {
  let before = 0
  const numbers = await speak(crowd, () => {
    before = server.cpuMs()
  })
  const cpuMs = (server.cpuMs() - before) / (numbers.accepted ?? 0)
  await crowd.settle()
  return { ...numbers, cpuMs }
}
