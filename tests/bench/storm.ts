/**
 * Three hundred who join at once, as after a restart: until the last has its room, and what each join costs the server. The stock Socket.IO
 * beside it sends as many bytes to each.
 */
import { compared, inTurns, type Measure, type Numbers, type Pair } from './figures'
import { givenLesson, SEATS } from './lesson'
import type { Come } from './member'
import { passed } from './processes'
import { houseWith, type Served, stockWith } from './served'

const STATEMENTS = 200
/** Joining runs so much code that sixteen storms pass until all of it is compiled. */
const WARM = 16

export const measure: Measure = async ({ quick, clusterUrl }) => {
  const rooms = quick ? 3 : 10
  const lesson = await givenLesson(clusterUrl, rooms, STATEMENTS)
  const taken: Pair[] = []
  for (let round = 0; round < (quick ? 1 : 2); round += 1) {
    const house = await houseWith(lesson)
    const bytes = await bytesOfRoom(house)
    const stock = await stockWith(lesson, { statements: STATEMENTS, bytes })
    const storms = (count: number) =>
      inTurns(
        count,
        () => storm(house, bytes),
        () => storm(stock, bytes),
      )
    await storms(quick ? 2 : WARM)
    taken.push(...(await storms(quick ? 1 : 5)))
    for (const { server } of [house, stock]) await server.stop()
  }
  await lesson.drop()
  const name = `${rooms * SEATS} who join at once, until the last has its room of ${STATEMENTS} statements`
  return [
    compared(name, 'lastMs', 'ms', taken, { most: 2 }),
    compared('processor time of each who comes and goes', 'cpuMs', 'ms', taken),
  ]
}

/** What each of a table is sent, on an average: whoever leads a side is sent more than others. */
async function bytesOfRoom({ rooms }: Served): Promise<number> {
  const sent = await Promise.all((rooms[0] ?? []).map((come) => comeAndGo(come)))
  return sent.reduce((sum, bytes) => sum + bytes, 0) / sent.length
}

async function comeAndGo(come: Come): Promise<number> {
  const member = await come(() => undefined)
  const bytes = await member.join()
  member.line.end()
  return bytes
}

/** A storm in which people are sent other rooms than ones of so many bytes on an average is void. */
async function storm({ server, rooms }: Served, expected: number): Promise<Numbers> {
  const comers = rooms.flat()
  const [begun, cpuBefore] = [performance.now(), server.cpuMs()]
  let sent = 0
  const members = await Promise.all(
    comers.map(async (come) => {
      const member = await come(() => undefined)
      const bytes = await member.join()
      sent += bytes / comers.length
      return member
    }),
  )
  const lastMs = performance.now() - begun
  if (sent < STATEMENTS * 300 || Math.abs(sent - expected) > expected / 50)
    throw new Error(`Void: a room had ${Math.round(sent)} bytes and not ${Math.round(expected)}`)
  for (const member of members) member.line.end()
  await passed(150)
  return { lastMs, cpuMs: (server.cpuMs() - cpuBefore) / comers.length }
}
