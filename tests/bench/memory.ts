/** The memory of somebody who listens and of a statement in an open room, beside a stock Socket.IO that keeps the same number of bytes. */
import { compared, inTurns, type Measure, type Numbers } from './figures'
import { givenLesson, type Lesson, SEATS } from './lesson'
import type { Come, Member } from './member'
import { passed } from './processes'
import { houseWith, type Served, stockWith } from './served'

const ROOMS = 20
/** Longer than the time for which presence is gathered. */
const SETTLED_MS = 1_500
/** Of a statement of the lesson, as a page is sent it. */
const BYTES = 520

export const measure: Measure = async ({ quick, clusterUrl }) => {
  const turns = quick ? 1 : 3
  const statements = quick ? 1_000 : 2_000
  const [empty, full] = [await givenLesson(clusterUrl, ROOMS), await givenLesson(clusterUrl, ROOMS, statements)]
  const perStatement = (serve: (lesson: Lesson, statements: number) => Promise<Served>) => async () => {
    const [without, filled] = [await heldBy(await serve(empty, 0)), await heldBy(await serve(full, statements))]
    return { kb: (filled - without) / ROOMS / statements / 1000 }
  }
  const listening = await inTurns(
    turns,
    async () => listener(await houseWith(empty)),
    async () => listener(await stockWith(empty)),
  )
  const theirs = (lesson: Lesson, count: number) => stockWith(lesson, { statements: count, bytes: count * BYTES })
  const said = await inTurns(turns, perStatement(houseWith), perStatement(theirs))
  for (const lesson of [empty, full]) await lesson.drop()
  return [
    compared(`memory of each of ${ROOMS * (SEATS - 1)} who listen`, 'kb', 'kB', listening),
    compared(`memory of a statement, ${statements} in each of ${ROOMS} rooms`, 'kb', 'kB', said),
  ]
}

async function joined(comers: readonly Come[]): Promise<Member[]> {
  const members: Member[] = []
  for (let from = 0; from < comers.length; from += 20) {
    const some = await Promise.all(comers.slice(from, from + 20).map((come) => come(() => undefined)))
    await Promise.all(some.map((member) => member.join()))
    members.push(...some)
  }
  await passed(SETTLED_MS)
  return members
}

/** What a server holds once somebody has come into each room, which opens it. */
async function heldBy({ server, rooms }: Served): Promise<number> {
  await joined(rooms.flatMap(([first]) => first ?? []))
  const held = await server.memory()
  await server.stop()
  return held
}

async function listener({ server, rooms }: Served): Promise<Numbers> {
  await joined(rooms.flatMap(([first]) => first ?? []))
  const others = rooms.flatMap(([, ...more]) => more)
  // The first who come fill caches and pools, and leave again.
  for (const member of await joined(others.slice(0, 200))) member.line.end()
  await passed(SETTLED_MS)
  const before = await server.memory()
  await joined(others)
  const kb = ((await server.memory()) - before) / others.length / 1000
  await server.stop()
  return { kb }
}
