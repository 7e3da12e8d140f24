import pg from 'pg'
import { expect, test } from 'vitest'
import { databaseUrl } from '#server/base/database'
import { eraseUser } from '#server/store/erasure/erasure'
import { closeRoomReading } from '#server/store/log/room-reading'
import { readRoomFor } from '#server/store/rooms/room-for-reader'
import { paragraphs } from '#simulation/reading/log/transcript'
import { transcriptMarkdown } from '../../../app/rooms/[roomId]/transcript/exports/transcript-markdown'
import { useFreshDatabase } from '../../support/machines/database'
import { translate } from '../../support/translate'
import { givenClass } from '../live/given/given-classroom'
import { givenCast, sealedStory } from '../record/given-record'

useFreshDatabase()

const WORDS = { t: translate('transcript'), record: translate('record') }

/** Every row of every table, as text. */
async function dump(): Promise<string> {
  const client = new pg.Client(databaseUrl())
  await client.connect()
  const tables = await client.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`,
  )
  const texts: string[] = []
  for (const { name } of tables.rows) {
    const { rows } = await client.query<{ row: string }>(`SELECT t::text AS row FROM "${name}" AS t`)
    texts.push(...rows.map(({ row }) => row))
  }
  await client.end()
  return texts.join('\n')
}

test('a record reads on after an erasure: who was erased is a student with a number, on the page and in every file', async () => {
  const of = await givenClass({ rounds: ['framing', 'regional-order'].map((tension) => ({ tension, seconds: null })) })
  const cast = await givenCast(of, [
    ...['Zebulon Quartz', 'Amara Osei', 'Yuki Hayakawa', 'Lin Jiayi', 'Ingrid Solberg', 'Tomás Ribeiro'],
  ])
  const { us } = cast
  await sealedStory(of, cast)
  const read = async () => {
    const reading = await readRoomFor(of.instructor, of.roomId)
    if (!reading) throw new Error('The instructor may not read the room.')
    const { state, displayNames } = reading
    const about = { plan: state.plan, displayNames, timeZone: 'UTC', locale: 'en-GB', words: WORDS }
    return transcriptMarkdown(paragraphs(state), { forWhom: 'For staff', title: 'Record', lines: [] }, about)
  }
  const before = await read()
  expect(before).toContain('Zebulon Quartz')
  expect(await eraseUser(us.userId)).not.toBeNull()
  const after = await read()
  expect(after).toBe(before.replaceAll('Zebulon Quartz', 'Student 1'))
  expect(await dump()).not.toMatch(/zebulon|quartz/i)
  await closeRoomReading()
})
