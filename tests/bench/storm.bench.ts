/** Measures three hundred joining at once, as after a restart: until the last has received its room. */
import { givenLesson, SEATS, SECRET } from './lesson'
import { anchorMember, houseMember, type Member } from './member'
import { Measured } from './process'
import { inNewProcesses, inPairs, type Measure, row } from './ratio'

const STATEMENTS = 200
/** Joining runs so much code that sixteen storms pass before all of it is compiled: until then each takes less time than the one before. */
const WARM = 20

export const measure: Measure = async ({ quick, pairs, clusterUrl }) => {
  const rooms = quick ? 3 : 10
  const lesson = await givenLesson(clusterUrl, rooms, STATEMENTS)
  const seats = lesson.rooms.flatMap((places, room) => places.map((place, seat) => ({ place, room, seat })))
  const deaf = () => undefined
  const rounds = await inNewProcesses(quick, async () => {
    const house = await Measured.start('house.mjs', { databaseUrl: lesson.url, secret: SECRET })
    const anchor = await Measured.start('anchor.mjs', { databaseUrl: lesson.url, snapshot: STATEMENTS })
    const ours = seats.map(
      ({ place }) =>
        () =>
          houseMember({ port: house.port, ...place }, deaf),
    )
    const theirs = seats.map(
      ({ room, seat }) =>
        () =>
          anchorMember({ port: anchor.port, room: `room-${room}`, user: `u${seat}` }, deaf),
    )
    const inTurns = (count: number) =>
      inPairs(
        count,
        () => storm(ours),
        () => storm(theirs),
      )
    await inTurns(WARM) // compiled, and the rooms are loaded
    const taken = await inTurns(pairs)
    await house.stop()
    await anchor.stop()
    return taken
  })
  await lesson.drop()
  const name = `${rooms * SEATS} joining at once, ${STATEMENTS} statements each`
  return [row(`${name}: the last is ready`, 'lastMs', rounds.flat(), { must: 3, aim: 1.8 })]
}

async function storm(open: readonly (() => Promise<Member>)[]) {
  const begun = performance.now()
  const members = await Promise.all(
    open.map(async (come) => {
      const member = await come()
      const bytes = await member.join()
      if (bytes < STATEMENTS * 300) throw new Error(`Void: a snapshot had ${bytes} bytes`)
      return member
    }),
  )
  const lastMs = performance.now() - begun
  for (const member of members) member.end()
  await new Promise((done) => setTimeout(done, 150))
  return { lastMs }
}
