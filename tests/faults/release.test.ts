/** A release of marks is all or nothing: a death in its middle shows no student anything, and doing it again releases once. */
import { spawn } from 'node:child_process'
import { expect, test } from 'vitest'
import { database } from '#server/base/database'
import { joinByCode } from '#server/store/door/door'
import { addMark, readOwnMarks, readRelease } from '#server/store/marks/marks'
import { givenActivity } from '../server/store/given-store'
import { useFreshDatabase } from '../support/machines/database'

const fresh = useFreshDatabase()

test('marks whose release dies half-way stay hidden, and are released once by the next', async () => {
  const { code, activityId, instructor } = await givenActivity({})
  const mei = await joinByCode({ code, name: 'Mei', userAgent: '', visitor: null })
  if (!mei.ok || !mei.roomId) throw new Error('not joined')
  const { participantId, roomId } = mei
  const level = { subject: 'student' as const, criterion: 'evidence', level: 3, evidence: ['4'], noEvidence: false }
  await addMark({ ...level, roomId, participantId, comment: null, round: null }, instructor.id)
  const release = (killAt: string): Promise<{ code: number | null; signal: string | null }> => {
    const words = ['--import', 'tsx', 'tests/faults/release-in-passing.ts', fresh.url(), activityId, instructor.id]
    const child = spawn(process.execPath, words, { env: { ...process.env, KILL_AT: killAt }, stdio: 'inherit' })
    return new Promise((done) => child.once('close', (code, signal) => done({ code, signal })))
  }
  expect(await release('mid-release:1')).toEqual({ code: null, signal: 'SIGKILL' })
  expect(await readRelease(activityId)).toBeNull()
  expect(await readOwnMarks(activityId, participantId)).toEqual([])
  expect(await Promise.all([release(''), release('')])).toEqual([
    { code: 0, signal: null },
    { code: 0, signal: null },
  ])
  expect(await database().release.count()).toBe(1)
  expect(await readOwnMarks(activityId, participantId)).toMatchObject([{ level: 3 }])
})
