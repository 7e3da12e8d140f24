/** Three hundred who join at once, as after a restart: until the last has its room, and what each join costs the server. */
import { compared, inTurns, type Measure, type Numbers, type Pair } from './figures'
import { givenLesson, SEATS } from './lesson'
import { passed } from './processes'
import { anchorWith, houseWith, type Served } from './served'

const STATEMENTS = 200
/** Joining runs so much code that sixteen storms pass until all of it is compiled. */
const WARM = 20

export const measure: Measure = async ({ quick, clusterUrl }) => {
  const rooms = quick ? 3 : 10
  const lesson = await givenLesson(clusterUrl, rooms, STATEMENTS)
  const taken: Pair[] = []
  for (let round = 0; round < (quick ? 1 : 3); round += 1) {
    const [house, anchor] = [await houseWith(lesson), await anchorWith(lesson, STATEMENTS)]
    const [ours, theirs] = [house, anchor].map((served) => () => storm(served))
    const storms = (count: number) => inTurns(count, ours!, theirs!)
    await storms(quick ? 2 : WARM)
    taken.push(...(await storms(quick ? 1 : 5)))
    for (const { server } of [house, anchor]) await server.stop()
  }
  await lesson.drop()
  const name = `${rooms * SEATS} who join at once, until the last has its room of ${STATEMENTS} statements`
  return [
    compared(name, 'lastMs', 'ms', taken, { most: 4 }),
    compared('processor time of each who comes and goes', 'cpuMs', 'ms', taken),
  ]
}

async function storm({ server, rooms }: Served): Promise<Numbers> {
  const comers = rooms.flat()
  const [begun, cpuBefore] = [performance.now(), server.cpuMs()]
  const members = await Promise.all(
    comers.map(async (come) => {
      const member = await come(() => undefined)
      const bytes = await member.join()
      if (bytes < STATEMENTS * 300) throw new Error(`Void: a room had ${bytes} bytes`)
      return member
    }),
  )
  const lastMs = performance.now() - begun
  for (const member of members) member.line.end()
  await passed(150)
  return { lastMs, cpuMs: (server.cpuMs() - cpuBefore) / comers.length }
}
