import { expect, test } from 'vitest'
import { database } from '#server/base/database'
import { joinByCode } from '#server/store/door/door'
import { addMark, NewMark } from '#server/store/marks/marks'
import { useFreshDatabase } from '../../support/machines/database'
import { givenActivity } from './given-store'

useFreshDatabase()

async function givenStudent() {
  const activity = await givenActivity({})
  const joined = await joinByCode({ code: activity.code, name: 'Mei', userAgent: '', visitor: null })
  if (!joined.ok || !joined.roomId) throw new Error('not joined')
  return { ...activity, participantId: joined.participantId, roomId: joined.roomId }
}
const level = (value: number) => ({
  criterion: 'evidence',
  level: value,
  evidence: ['41', 'us12'],
  noEvidence: false,
  comment: null,
  round: null,
})

test('a level has evidence, or an outright none, or nobody looked for one, and never says none beside an entry', async () => {
  const { roomId, participantId, instructor } = await givenStudent()
  const mark = { subject: 'student', roomId, participantId, ...level(3) }
  expect(NewMark.safeParse(mark).success).toBe(true)
  expect(NewMark.safeParse({ ...mark, evidence: [], noEvidence: true }).success).toBe(true)
  expect(NewMark.safeParse({ ...mark, evidence: [] }).success).toBe(true)
  expect(NewMark.safeParse({ ...mark, noEvidence: true }).success).toBe(false)
  expect(NewMark.safeParse({ ...mark, releasedAt: 1 }).success).toBe(false)
  expect(NewMark.safeParse({ ...mark, level: 7 }).success).toBe(false)
  const row = {
    id: 'm',
    roomId,
    subject: 'student',
    participantId,
    criterion: 'evidence',
    level: 3,
    byUserId: instructor.id,
  } as const
  await expect(database().mark.create({ data: { ...row, evidence: [] } })).rejects.toThrow(/mark_has_evidence/)
  await expect(database().mark.create({ data: { ...row, evidence: ['1'], level: 7 } })).rejects.toThrow(
    /mark_level_on_scale/,
  )
})

test('a student of another activity cannot be marked in this room', async () => {
  const here = await givenStudent()
  const elsewhere = await givenStudent()
  const mark = { subject: 'student' as const, roomId: here.roomId, participantId: elsewhere.participantId, ...level(1) }
  expect(await addMark(mark, here.instructor.id)).toBe('not-found')
})
