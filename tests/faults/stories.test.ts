/**
 * Random stories on the real server, held against the same stories told to the rules alone: a view is true, a secret is absent, replay
 * equals memory, every command counts once. A few in the default run; FAULTS_STORIES tells more, FAULTS_SEED tells others.
 */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { settleSecret } from '#server/environment'
import { database } from '#server/store/database'
import { addParticipant } from '#server/store/participants'
import { cookieOf, givenClass, SECRET } from '../server/live/given-classroom'
import { givenGuest } from '../server/store/given-store'
import { CHAIR } from '../support/cast'
import { useFreshDatabase } from '../support/database'
import { type FaultyLine, openFaultyLine } from '../support/faulty-line'
import { PEOPLE, type Script, script, week } from '../support/story-script'
import { diceOf } from './talk'
import { nothingSeen, type Place, tellLive } from './told-live'

const fresh = useFreshDatabase()
const seed = Number(process.env.FAULTS_SEED ?? 20_260_131)
const count = Number(process.env.FAULTS_STORIES ?? 12)
const first = Number(process.env.FAULTS_FIRST ?? 0)
const isLong = process.env.FAULTS_STORIES !== undefined
/** Each attempt at something, long or short. */
const BEATS = isLong ? 300 : 120

let place: Place
let line: FaultyLine

beforeAll(async () => {
  settleSecret(SECRET)
  line = await openFaultyLine(fresh.url())
  const of = await givenClass({ understudies: true })
  // The story's chair and its people keep their names, so that its rows are the room's to the letter.
  await database().user.update({ where: { id: of.instructor.id }, data: { id: CHAIR.slice('chair:'.length) } })
  const cookies = new Map<string, string>()
  for (const name of PEOPLE) {
    const guest = await givenGuest(name)
    await addParticipant(database(), {
      ...{ id: name, activityId: of.activityId, roomId: of.roomId },
      ...{ userId: guest.person.id, name },
    })
    cookies.set(name, await cookieOf(guest.sessionId))
  }
  place = {
    roomId: of.roomId,
    line,
    directUrl: fresh.url(),
    cookieOf: (page) => cookies.get(page) ?? of.chairCookie,
  }
})
afterAll(() => line.close())

/** Each by its own number, so that one can be told again alone; a quarter of them are debates over days. */
function scriptOf(index: number): Script {
  const [told] = fc.sample(index % 4 === 3 ? week(BEATS) : script(BEATS), { seed: seed + index, numRuns: 1 })
  if (!told) throw new Error('There is no such story.')
  return told
}

test(
  `${count} random stories on the real server, seed ${seed}: each is told to the letter, heard by whom it is for, and once`,
  async () => {
    const seen = nothingSeen()
    for (let index = first; index < first + count; index += 1) {
      await database().$executeRaw`DELETE FROM room_event WHERE room_id = ${place.roomId}`
      const trouble = { saves: index % 3 === 1, opensAnew: index % 4 === 2 }
      try {
        await tellLive(place, scriptOf(index), diceOf(seed + index), trouble, seen)
      } catch (error) {
        throw new Error(`Story ${index} of seed ${seed} went another way.`, { cause: error })
      }
      if (isLong && seen.stories % 20 === 0) process.stdout.write(`${JSON.stringify(seen)}\n`)
    }
    process.stdout.write(`stories: ${JSON.stringify(seen)}\n`)
    expect(seen.stories).toBe(count)
    const atLeast = { rows: 80, commands: 40, refused: 5, ofTheClock: 5, views: 12, found: 20, hidden: 100, copies: 3 }
    for (const [what, each] of Object.entries(atLeast))
      expect(seen[what as keyof typeof atLeast], what).toBeGreaterThan(each * count)
    for (const what of ['lateCopies', 'savesLost', 'answersLost', 'openedAnew', 'removals'] as const)
      expect(seen[what], what).toBeGreaterThan(0)
  },
  isLong ? 7_200_000 : 120_000,
)
