/** Joining by an activity's link, which says truly whether it is full or closed; by a roster that asks for a number or personal link; and the list of join requests. */
import pg from 'pg'
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { database } from '#server/base/database'
import { settleSecret } from '#server/base/environment'
import { readParticipants } from '#server/store/activities/participants'
import { enterByLink, makeMissingLinks, readLinks } from '#server/store/courses/personal-links'
import { writeRoster } from '#server/store/courses/roster'
import { closeDoor, drawNewCode, joinByCode, readDoorPath, readLinkedDoor, readOpenDoor } from '#server/store/door/door'
import {
  answerJoinRequest,
  clearOldRequests,
  createJoinRequest,
  readJoinRequest,
  readWaiting,
} from '#server/store/door/join-requests'
import { readSession } from '#server/store/people/sessions'
import { useFreshDatabase } from '../../../support/machines/database'
import { givenActivity } from '../given-store'

useFreshDatabase()
beforeAll(() => {
  settleSecret('a secret for these tests only, long enough')
})

const wordOf = async (activityId: string) =>
  new URL(await readDoorPath(activityId), 'http://here.invalid').searchParams.get('w') ?? ''

const visitOf = (code: string, name: string) => ({ code, name, userAgent: 'phone', visitor: null })

describe('the link', () => {
  test('carries a word that nobody could guess, another for each activity', async () => {
    const made = [await givenActivity({}), await givenActivity({})]
    const words = await Promise.all(made.map(({ activityId }) => wordOf(activityId)))
    for (const word of words) expect(word).toMatch(/^[0-9a-f]{32}$/)
    expect(new Set(words).size).toBe(2)
  })

  test('opens what its code opens, and lets in by the name alone', async () => {
    const { code, activityId } = await givenActivity({})
    const word = await wordOf(activityId)
    expect(await readLinkedDoor(code, word)).toMatchObject({ kind: 'open', door: { activityId, word } })
    expect(await joinByCode({ ...visitOf(code, 'Mei'), word })).toMatchObject({ ok: true })
  })

  test('says that a seminar is full or closed; a code alone says only that it is full', async () => {
    const closed = await givenActivity({ doorOpen: false })
    const full = await givenActivity({ settings: { seatsPerDelegation: 1 } })
    for (const name of ['A1', 'A2', 'A3']) await joinByCode(visitOf(full.code, name))
    for (const [kind, { code, activityId }] of [
      ['closed', closed],
      ['full', full],
    ] as const) {
      const word = await wordOf(activityId)
      expect(await readLinkedDoor(code, word)).toEqual({ kind })
      expect(await joinByCode({ ...visitOf(code, 'Late'), word })).toEqual({ ok: false, refusal: kind })
      expect(await readOpenDoor(code)).toBe(kind === 'full' ? 'full' : null)
      for (const wrong of [null, '', `${word.slice(0, -1)}x`, `${word}0`])
        expect(await joinByCode({ ...visitOf(code, 'Late'), word: wrong })).toEqual({
          ok: false,
          refusal: kind === 'full' ? 'full' : 'code-not-open',
        })
    }
  })

  test('with another word, or with the code of another activity, counts as typed', async () => {
    const [one, other] = [await givenActivity({}), await givenActivity({})]
    expect(await readLinkedDoor(one.code, await wordOf(other.activityId))).toBeNull()
    expect(await readLinkedDoor(one.code, null)).toBeNull()
    expect(await readLinkedDoor(one.code, '')).toBeNull()
    for (const odd of ['\u0000', '\ud800', "'"])
      expect(await readLinkedDoor(one.code, `${'a'.repeat(31)}${odd}`)).toBeNull()
  })

  test('with a wrong word asks as much of the database for a code that there is as for one that there is not', async () => {
    const { code } = await givenActivity({})
    const asked = vi.spyOn(pg.Client.prototype, 'query')
    onTestFinished(() => asked.mockRestore())
    const questions = async (typed: string) => {
      asked.mockClear()
      expect(await readLinkedDoor(typed, 'a'.repeat(32))).toBeNull()
      return asked.mock.calls.length
    }
    const missing = await questions('QQQ-QQQ')
    expect(missing).toBe(1)
    expect(await questions(code)).toBe(missing)
  })

  test('is another one with a new code, and the old one opens nothing', async () => {
    const { code, activityId } = await givenActivity({})
    const word = await wordOf(activityId)
    const fresh = await drawNewCode(activityId)
    expect(await wordOf(activityId)).not.toBe(word)
    expect(await readLinkedDoor(code, word)).toBeNull()
    expect(await readLinkedDoor(fresh, word)).toBeNull()
  })
})

test('nobody comes in after the door was closed, though they were on their way', async () => {
  const { code, activityId } = await givenActivity({ settings: { roomCount: 3, seatsPerDelegation: 6 } })
  const coming = Promise.all(Array.from({ length: 30 }, (_, at) => joinByCode(visitOf(code, `Student ${at}`))))
  await closeDoor(activityId)
  const inside = (await readParticipants(activityId)).length
  const answers = await coming
  expect((await readParticipants(activityId)).length).toBe(inside)
  expect(answers.filter(({ ok }) => ok)).toHaveLength(inside)
})

describe('a door for the roster', () => {
  const given = async (line: { studentNumber: string | null }) => {
    const made = await givenActivity({ settings: { door: 'roster' } })
    await writeRoster(made.courseId, [{ name: 'Alice Pupil', email: 'alice@college.example', ...line }])
    const come = (name: string, number?: string) =>
      joinByCode(number === undefined ? visitOf(made.code, name) : { ...visitOf(made.code, name), number })
    return { ...made, come }
  }

  test('asks for the student number where the list has one: a name that everybody knows is not enough', async () => {
    const { come, activityId } = await given({ studentNumber: 'S-1041' })
    expect(await come('Mallory')).toEqual({ ok: false, refusal: 'not-on-roster' })
    expect(await come('alice pupil')).toEqual({ ok: false, refusal: 'number-needed' })
    expect(await come('alice pupil', ' ')).toEqual({ ok: false, refusal: 'number-needed' })
    expect(await come('alice pupil', 'S-1042')).toEqual({ ok: false, refusal: 'number-wrong' })
    expect(await readParticipants(activityId)).toEqual([])
    expect(await come('alice pupil', ' s-1041 ')).toMatchObject({ ok: true })
    expect((await readParticipants(activityId))[0]?.rosterPlaceId).not.toBeNull()
  })

  test('asks for the personal link where there is one, and lets in whoever has opened it', async () => {
    const { come, courseId, code } = await given({ studentNumber: null })
    // To look at the links makes none, or a look would shut the door to everybody without a number.
    expect(await readLinks(courseId)).toEqual([])
    await makeMissingLinks(courseId)
    const [link] = await readLinks(courseId)
    expect(await come('Alice Pupil')).toEqual({ ok: false, refusal: 'link-needed' })
    const entered = await enterByLink(link?.token ?? '', 'phone')
    if (!entered.ok) throw new Error(entered.refusal)
    const visitor = await readSession(entered.sessionId)
    expect(await joinByCode({ ...visitOf(code, 'Alice Pupil'), visitor })).toMatchObject({
      ok: true,
      userId: entered.userId,
    })
  })

  test('spares whoever has opened their personal link the number', async () => {
    const { courseId, code } = await given({ studentNumber: 'S-1041' })
    await makeMissingLinks(courseId)
    const [link] = await readLinks(courseId)
    const entered = await enterByLink(link?.token ?? '', 'phone')
    const visitor = entered.ok ? await readSession(entered.sessionId) : null
    expect(await joinByCode({ ...visitOf(code, 'Alice Pupil'), visitor })).toMatchObject({ ok: true })
  })

  test('can check a name only where the list has neither, ties it to its line, and lets nobody else in', async () => {
    const { come, activityId } = await given({ studentNumber: null })
    expect(await come('Somebody Else')).toEqual({ ok: false, refusal: 'not-on-roster' })
    expect(await come('alice pupil')).toMatchObject({ ok: true })
    expect((await readParticipants(activityId))[0]?.rosterPlaceId).not.toBeNull()
  })
})

describe('the list of those who ask', () => {
  test('holds one request of a device: the last one, at whichever door', async () => {
    const [one, other] = [await givenActivity({ doorOpen: false }), await givenActivity({ doorOpen: false })]
    const first = await createJoinRequest({ code: one.code, name: 'Made up 1', device: 'device' })
    for (let at = 2; at <= 20; at += 1)
      await createJoinRequest({ code: one.code, name: `Made up ${at}`, device: 'device' })
    await createJoinRequest({ code: one.code, name: 'Somebody', device: 'another' })
    expect((await readWaiting(one.activityId)).map(({ name }) => name)).toEqual(['Made up 20', 'Somebody'])
    await createJoinRequest({ code: other.code, name: 'Elsewhere', device: 'device' })
    expect((await readWaiting(one.activityId)).map(({ name }) => name)).toEqual(['Somebody'])
    expect(await readWaiting(other.activityId)).toHaveLength(1)
    if (first.kind !== 'asked') throw new Error(first.kind)
    expect(await readJoinRequest(first.secret)).toBe('waiting')
  })

  test('says that it is full to whoever asks then, and is not full any more once one is answered', async () => {
    const { code, activityId, instructor } = await givenActivity({ doorOpen: false })
    await database().doorRequest.createMany({
      data: Array.from({ length: 200 }, (_, at) => ({
        id: `k${at}`,
        secretHash: `s${at}`,
        activityId,
        name: `K${at}`,
      })),
    })
    expect(await createJoinRequest({ code, name: 'Diego', device: 'device' })).toEqual({ kind: 'full' })
    await answerJoinRequest({ requestId: 'k0', by: instructor, admit: false })
    expect(await createJoinRequest({ code, name: 'Diego', device: 'device' })).toMatchObject({ kind: 'asked' })
    expect((await readWaiting(activityId)).map(({ name }) => name)).toContain('Diego')
  })

  test('forgets after thirty days who has asked, answered or not', async () => {
    const { activityId } = await givenActivity({ doorOpen: false })
    const now = Date.parse('2026-12-31T12:00:00Z')
    const daysAgo = (days: number) => new Date(now - days * 86_400_000)
    await database().doorRequest.createMany({
      data: [29, 31, 400].flatMap((days) =>
        (['refused', null] as const).map((answer) => ({
          id: `${days} ${answer}`,
          secretHash: `${days} ${answer}`,
          activityId,
          name: 'Zebulon',
          askedAt: daysAgo(days),
          answer,
          answeredAt: answer && daysAgo(days),
        })),
      ),
    })
    await clearOldRequests(new Date(now))
    const left = await database().doorRequest.findMany({ where: { activityId }, select: { id: true } })
    expect(left.map(({ id }) => id).sort()).toEqual(['29 null', '29 refused'])
  })
})
