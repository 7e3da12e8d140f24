/** `readRoomFor`, from which every page and file of a record is made: each reader has the rows they may hear and the number of every other. */
import { beforeAll, expect, test } from 'vitest'
import { readSession } from '#server/store/people/sessions'
import { readRoomFor } from '#server/store/rooms/room-for-reader'
import { recordText } from '#simulation/reading/record/record-text'
import { useFreshDatabase } from '../../support/machines/database'
import { type Class, givenClass } from '../live/given/given-classroom'
import { type Cast, givenCast, sealedStory } from '../record/given-record'

useFreshDatabase()

let of: Class
let cast: Cast

beforeAll(async () => {
  of = await givenClass({ rounds: ['framing', 'regional-order'].map((tension) => ({ tension, seconds: null })) })
  cast = await givenCast(of)
  await sealedStory(of, cast)
})

async function fileOf(name: keyof Cast): Promise<string | null> {
  const person = await readSession(cast[name].sessionId)
  const reading = person && (await readRoomFor(person, of.roomId))
  return reading && recordText(reading)
}

test.each([
  ['us', ['word-us-caucus', 'word-usjp-bilateral', 'word-us-help', 'word-us-line-1', 'word-state-note']],
  ['usTwo', ['word-us-caucus', 'word-usjp-bilateral', 'word-us-line-1']],
  ['jp', ['word-jp-caucus', 'word-usjp-bilateral', 'word-jp-note', 'word-jp-line-1']],
  ['cn', ['word-cn-draft']],
  ['standing', []],
] as const)(
  'R6 the file of “%s” holds their secrets and nobody else’s, and a number for each of the others',
  async (name, own) => {
    const secrets = [
      ...['word-us-caucus', 'word-jp-caucus', 'word-usjp-bilateral', 'word-us-help', 'word-jp-note', 'word-state-note'],
      ...['word-us-line-1', 'word-jp-line-1', 'word-cn-draft', 'word-chair-bookmark'],
    ]
    const [file, whole] = [await fileOf(name), await readRoomFor(of.instructor, of.roomId)]
    expect(secrets.filter((word) => file?.includes(word)).toSorted()).toEqual([...own].toSorted())
    expect(file).toContain('word-all-statement')
    expect(file?.match(/"seq"/g)?.length).toBe(whole?.told.length)
  },
)

test('whoever was removed has no file', async () => {
  expect(await fileOf('gone')).toBeNull()
})
