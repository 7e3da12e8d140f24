import pg from 'pg'
import { expect, test } from 'vitest'
import { databaseUrl } from '#server/store/database'
import { closeDoor, joinByCode } from '#server/store/door'
import { answerDoor, askAtDoor, enterAsAdmitted, readWaiting } from '#server/store/door-requests'
import { eraseUser } from '#server/store/erasure'
import { addMark } from '#server/store/marks'
import { readRoll } from '#server/store/rooms'
import { writeRoster } from '#server/store/roster'
import { readSession } from '#server/store/sessions'
import { useFreshDatabase } from '../../support/database'
import { givenActivity } from './given-store'

useFreshDatabase()

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
  const asked = await askAtDoor({ code, name: 'Zebulon Quartz' })
  if (asked === 'bad-name' || !mei.ok || !mei.roomId) throw new Error('not joined')
  await answerDoor({ requestId: (await readWaiting(activityId))[0]?.id ?? '', by: instructor, admit: true })
  const entered = await enterAsAdmitted(asked.secret, 'phone')
  await askAtDoor({ code, name: 'zebulon quartz' })
  const [participantId = ''] =
    Object.entries(await readRoll(mei.roomId)).find(([, name]) => name === 'Zebulon Quartz') ?? []
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
  expect(await eraseUser(userId)).toBe(true)
  const left = await dump()
  for (const trace of [/zebulon/i, /quartz/i, /z-77041/, new RegExp(userId), new RegExp(participantId)])
    expect(left).not.toMatch(trace)
  expect(await readSession(entered?.sessionId ?? '')).toBeNull()
  expect(await readRoll(mei.roomId)).toEqual({ [mei.participantId]: 'Mei Castellano' })
  expect(await eraseUser(userId)).toBe(false)
})
