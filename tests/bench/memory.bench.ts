/** Measures the memory of a joined, listening student, against a bare websocket, and of a statement in an open room, against its text. */
import { givenLesson, SEATS, SECRET } from './lesson'
import { anchorMember, houseMember, type Member } from './member'
import { Measured } from './process'
import { inPairs, type Measure, row } from './ratio'

export const measure: Measure = async ({ quick, pairs, clusterUrl }) => {
  const rooms = quick ? 10 : 30
  const lesson = await givenLesson(clusterUrl, rooms)
  const places = lesson.rooms.flat()
  const deaf = () => undefined
  const ours = () =>
    perMember(
      'house.mjs',
      { databaseUrl: lesson.url, secret: SECRET },
      lesson.rooms.map((room) => room[0]!),
      places,
      (port, place) => houseMember({ port, ...place }, deaf),
    )
  const theirs = () =>
    perMember(
      'anchor.mjs',
      { databaseUrl: lesson.url, snapshot: 0 },
      lesson.rooms.map((room) => room[0]!),
      places,
      (port) => anchorMember({ port, room: 'one', user: 'u' }, deaf),
    )
  const taken = await inPairs(Math.min(pairs, 3), ours, theirs)
  await lesson.drop()
  const said = quick ? 200 : 2_000
  const kept = await inPairs(
    Math.min(pairs, 3),
    () => perStatement(said, (statements) => houseWith(clusterUrl, statements)),
    () => perStatement(said, (statements) => anchorWith(clusterUrl, statements)),
  )
  return [
    row(`memory per joined idle student, of ${rooms * SEATS}`, 'bytes', taken, { must: 3, aim: 1.8 }),
    row(`memory of a statement, of ${said} in each of ${ROOMS} open rooms`, 'bytes', kept, { must: 5, aim: 3 }),
  ]
}

const ROOMS = 20

/** Somebody has come into each room, which opens it. */
async function houseWith(clusterUrl: string, statements: number): Promise<number> {
  const lesson = await givenLesson(clusterUrl, ROOMS, statements)
  const server = await Measured.start('house.mjs', { databaseUrl: lesson.url, secret: SECRET })
  const places = lesson.rooms.map((room) => room[0]!)
  const held = await memoryWith(server, places, (place) =>
    houseMember({ port: server.port, ...place }, () => undefined),
  )
  await lesson.drop()
  return held
}

/** The minimal server keeps a room as the text that it sends to whoever comes in. */
async function anchorWith(databaseUrl: string, statements: number): Promise<number> {
  const server = await Measured.start('anchor.mjs', { databaseUrl, snapshot: statements })
  const rooms = Array.from({ length: ROOMS }, (_, index) => `room-${index}`)
  const member = (room: string) => anchorMember({ port: server.port, room, user: 'u' }, () => undefined)
  return await memoryWith(server, rooms, member)
}

async function perStatement(statements: number, held: (statements: number) => Promise<number>) {
  const none = await held(0)
  return { bytes: ((await held(statements)) - none) / ROOMS / statements }
}

async function memoryWith<Place>(
  server: Measured,
  places: readonly Place[],
  open: (place: Place) => Promise<Member>,
): Promise<number> {
  const members = await Promise.all(places.map(open))
  for (const member of members) await member.join()
  await settled()
  const held = await server.memory()
  for (const member of members) member.end()
  await server.stop()
  return held
}

/** One member of each room joins first, so that a room's own memory is not counted as a student's. */
async function perMember<Place>(
  file: string,
  given: unknown,
  first: readonly Place[],
  places: readonly Place[],
  open: (port: number, place: Place) => Promise<Member>,
) {
  const server = await Measured.start(file, given)
  const come = async (place: Place) => {
    const member = await open(server.port, place)
    await member.join()
    return member
  }
  const before = []
  for (const place of first) before.push(await come(place))
  const others = places.filter((place) => !first.includes(place))
  // The first wave fills caches and pools and leaves; only the second is measured.
  for (const member of await inLanes(others.slice(0, 200), come)) member.end()
  await settled()
  const empty = await server.memory()
  const members = await inLanes(others, come)
  await settled()
  const full = await server.memory()
  for (const member of [...members, ...before]) member.end()
  await server.stop()
  return { bytes: (full - empty) / members.length }
}

async function inLanes<Place>(places: readonly Place[], come: (place: Place) => Promise<Member>): Promise<Member[]> {
  const members: Member[] = []
  for (let from = 0; from < places.length; from += 20)
    members.push(...(await Promise.all(places.slice(from, from + 20).map(come))))
  return members
}

/** Longer than the interval in which presence is batched. */
const settled = (): Promise<void> => new Promise((done) => setTimeout(done, 1_500))
