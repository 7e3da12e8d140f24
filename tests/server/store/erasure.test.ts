import pg from 'pg'
import { expect, test } from 'vitest'
import { databaseUrl } from '#server/base/database'
import { readDisplayNames } from '#server/store/activities/rooms'
import { writeRoster } from '#server/store/courses/roster'
import { closeDoor, joinByCode } from '#server/store/door/door'
import { answerJoinRequest, createJoinRequest, enterAsAdmitted, readWaiting } from '#server/store/door/join-requests'
import { eraseUser } from '#server/store/erasure/erasure'
import { closeRoomReading } from '#server/store/log/room-reading'
import { addMark } from '#server/store/marks/marks'
import { readSession } from '#server/store/people/sessions'
import { readRoomFor } from '#server/store/rooms/room-for-reader'
import { paragraphs } from '#simulation/reading/transcript'
import { transcriptMarkdown } from '../../../app/rooms/[roomId]/transcript/transcript-markdown'
import { useFreshDatabase } from '../../support/database'
import { translate } from '../../support/translate'
import { sealedStory } from '../given-record'
import { givenClass, givenStudent } from '../live/given-classroom'
import { givenActivity } from './given-store'

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

test('after an erasure the whole database holds no trace of the person, and their neighbours are whole', async () => {
  const { code, courseId, activityId, instructor } = await givenActivity({})
  await writeRoster(courseId, [
    { name: 'Zebulon Quartz', email: 'zebulon@college.example', studentNumber: 'z-77041' },
    { name: 'Mei Castellano', email: null, studentNumber: null },
  ])
  const mei = await joinByCode({ code, name: 'Mei Castellano', userAgent: '', visitor: null })
  await closeDoor(activityId)
  const asked = await createJoinRequest({ code, name: 'Zebulon Quartz' })
  if (asked.kind !== 'asked' || !mei.ok || !mei.roomId) throw new Error('not joined')
  await answerJoinRequest({ requestId: (await readWaiting(activityId))[0]?.id ?? '', by: instructor, admit: true })
  const entered = await enterAsAdmitted(asked.secret, 'phone')
  await createJoinRequest({ code, name: 'zebulon quartz' })
  const [participantId = ''] =
    Object.entries(await readDisplayNames(mei.roomId)).find(([, name]) => name === 'Zebulon Quartz') ?? []
  await addMark(
    {
      subject: 'student',
      roomId: mei.roomId,
      participantId,
      criterion: 'evidence',
      level: 2,
      evidence: ['4'],
      noEvidence: false,
      comment: 'Zebulon did well',
      round: null,
    },
    instructor.id,
  )
  expect(await dump()).toMatch(/Zebulon/)
  const userId = entered?.userId ?? ''
  expect(await eraseUser(userId)).not.toBeNull()
  const left = await dump()
  for (const trace of [/zebulon/i, /quartz/i, /z-77041/, new RegExp(userId), new RegExp(participantId)])
    expect(left).not.toMatch(trace)
  expect(await readSession(entered?.sessionId ?? '')).toBeNull()
  expect(await readDisplayNames(mei.roomId)).toEqual({ [mei.participantId]: 'Mei Castellano' })
  expect(await eraseUser(userId)).toBeNull()
})

test('a record reads on after an erasure: who was erased is a student with a number, on the page and in every file', async () => {
  const of = await givenClass({ rounds: ['framing', 'regional-order'].map((tension) => ({ tension, seconds: null })) })
  const names = ['Zebulon Quartz', 'Amara Osei', 'Yuki Hayakawa', 'Lin Jiayi', 'Ingrid Solberg', 'Tomás Ribeiro']
  const [us, usTwo, jp, cn, standing, gone] = await Promise.all(names.map((name) => givenStudent(of, name)))
  if (!us || !usTwo || !jp || !cn || !standing || !gone) throw new Error('The class is not complete.')
  await sealedStory(of, { us, usTwo, jp, cn, standing, gone })
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
