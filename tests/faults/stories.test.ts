/**
 * Random stories on the real server, held against the same stories told to the rules alone: a view is true, a secret is absent, replay
 * equals memory, every command counts once. A few in the default run; FAULTS_STORIES tells more, FAULTS_SEED tells others.
 */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { settleSecret } from '#server/base/environment'
import { SECRET } from '../server/live/given/given-classroom'
import { useFreshDatabase } from '../support/machines/database'
import { patience } from '../support/patience'
import { type Script, script, week } from '../support/stories/story-script'
import { clearPlace, givenPlace, type StoryRoom } from './story/story-place'
import { nothingSeen, tellLive } from './story/told-live'
import { diceOf } from './talk'

const fresh = useFreshDatabase()
const seed = Number(process.env.FAULTS_SEED ?? 20_260_131)
const count = Number(process.env.FAULTS_STORIES ?? 8)
const first = Number(process.env.FAULTS_FIRST ?? 0)
const isLong = process.env.FAULTS_STORIES !== undefined
/** Each attempt at something, long or short. */
const BEATS = isLong ? 300 : 120

let place: StoryRoom
beforeAll(async () => {
  settleSecret(SECRET)
  place = await givenPlace(fresh.url())
})
afterAll(() => place.line.close())

/** Each by its own number, so that one can be told again alone; a quarter of them are debates over days. */
function scriptOf(index: number): Script {
  const [told] = fc.sample(index % 4 === 3 ? week(BEATS, 'china-gap') : script(BEATS, true, 'china-gap'), {
    seed: seed + index,
    numRuns: 1,
  })
  if (!told) throw new Error('There is no such story.')
  // The server draws its own lots, so that a story cannot know where they fall.
  return told.seating === 'lot' ? { ...told, seating: 'choose' } : told
}

test(
  `${count} random stories on the real server, seed ${seed}: each is told to the letter, heard by whom it is for, and once`,
  async () => {
    const seen = nothingSeen()
    for (let index = first; index < first + count; index += 1) {
      await clearPlace(place)
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
    if (count < 8) return // one that is told again alone has little to count
    const each = { rows: 40, commands: 25, refused: 5, ofTheClock: 1, views: 12, found: 20, hidden: 50, copies: 2 }
    for (const what of ['rows', 'commands', 'refused', 'ofTheClock', 'views', 'found', 'hidden', 'copies'] as const)
      expect(seen[what], what).toBeGreaterThan(each[what] * count)
    for (const what of ['lateCopies', 'savesLost', 'answersLost', 'openedAnew', 'removals'] as const)
      expect(seen[what], what).toBeGreaterThan(0)
  },
  patience(isLong ? 7_200_000 : 120_000),
)
