/**
 * Rooms of thirty on this server and on a stock Socket.IO: statements accepted a second, the processor time of each, and how long it takes. A
 * raw WebSocket server says the same for information.
 */
import { Crowd } from './crowd'
import { compared, inTurns, type Measure, type Numbers, quantile } from './figures'
import { givenLesson } from './lesson'
import type { Measured } from './processes'
import { anchorWith, houseWith, type Served, stockWith } from './served'

/** One process of a build is a tenth slower than the next as long as it runs, so both servers are started anew. */
const ROUNDS = 2
/** What a person hardly feels, of a server that does what this one does beyond telling. */
const MOST = 1.3

export const measure: Measure = async ({ quick, clusterUrl }) => {
  const rooms = quick ? 10 : 30
  const rounds: Awaited<ReturnType<typeof play>>[] = []
  for (let round = 0; round < (quick ? 1 : ROUNDS); round += 1) rounds.push(await play(clusterUrl, rooms, quick))
  const flat = rounds.flatMap((round) => round.flat)
  const brisk = rounds.flatMap((round) => round.brisk)
  const calm = rounds.flatMap((round) => round.calm)
  const [often, seldom] = [30 * rooms, 1.5 * rooms]
  const raw = (name: string, of: string) => ({
    name: `a raw WebSocket server: ${name}`,
    ours: quantile(
      rounds.map(({ raw }) => raw[of]!),
      0.5,
    ),
    unit: 'ms',
  })
  return [
    compared('statements accepted, flat out', 'perSecond', '/s', flat),
    compared('processor time of a statement, flat out', 'cpuMs', 'ms', flat, { most: MOST }),
    compared(`processor time of a statement, ${often}/s`, 'cpuMs', 'ms', brisk, { most: MOST }),
    compared(`acknowledged, p50, ${seldom}/s`, 'ack50', 'ms', calm, { most: MOST }),
    compared(`acknowledged, p99, ${seldom}/s`, 'ack99', 'ms', calm, { most: MOST }),
    compared(`acknowledged, p50, ${often}/s`, 'ack50', 'ms', brisk, { most: MOST }),
    compared(`acknowledged, p99, ${often}/s`, 'ack99', 'ms', brisk, { most: MOST }),
    compared(`heard by others, p50, ${often}/s`, 'heard50', 'ms', brisk),
    compared(`heard by others, p99, ${often}/s`, 'heard99', 'ms', brisk),
    raw(`processor time of a statement, ${often}/s`, 'cpuMs'),
    raw(`acknowledged, p50, ${often}/s`, 'ack50'),
    raw(`acknowledged, p99, ${often}/s`, 'ack99'),
  ]
}

type Speak = (crowd: Crowd, begin: () => void) => Promise<Numbers>

async function play(clusterUrl: string, rooms: number, quick: boolean) {
  const lesson = await givenLesson(clusterUrl, rooms)
  const [house, stock] = [await houseWith(lesson), await stockWith(lesson)]
  const [ours, theirs] = [await Crowd.gather('ours', house.rooms), await Crowd.gather('theirs', stock.rooms)]
  const compare = (count: number, speak: Speak) =>
    inTurns(
      count,
      () => spoken(ours, house.server, speak),
      () => spoken(theirs, stock.server, speak),
    )
  const s = quick ? 0.4 : 1
  const often: Speak = (crowd, begin) => crowd.steadily(30 * rooms, 500 * s, 2000 * s, begin)
  // About 1,000 statements in each room: all are one person's, and a record has space for 2,000 of one person (rule D36).
  await compare(1, (crowd, begin) => crowd.flatOut(500 * s, 100, begin)) // compiled
  // Calm before the flood, whose garbage would be collected during the calm.
  const calm = await compare(1, (crowd, begin) => crowd.steadily(1.5 * rooms, 500 * s, 8_000 * s, begin))
  const brisk = await compare(quick ? 1 : 4, often)
  const flat = await compare(quick ? 1 : 2, (crowd, begin) => crowd.flatOut(300 * s, 1000 * s, begin))
  for (const crowd of [ours, theirs]) crowd.leave()
  for (const { server } of [house, stock]) await server.stop()
  const raw = await alone(await anchorWith(lesson), often)
  await lesson.drop()
  return { calm, brisk, flat, raw }
}

async function alone({ server, rooms }: Served, speak: Speak): Promise<Numbers> {
  const crowd = await Crowd.gather('raw', rooms)
  await spoken(crowd, server, speak) // compiled
  const numbers = await spoken(crowd, server, speak)
  crowd.leave()
  await server.stop()
  return numbers
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
