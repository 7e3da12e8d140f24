import { expect, test } from 'vitest'
import { database } from '#server/base/database'
import { createSeminar, readActivities, readScenario } from '#server/store/activities/activities'
import { roomSize } from '#server/store/activities/activity-settings'
import { readSettings } from '#server/store/activities/settings'
import { createCourse } from '#server/store/courses/courses'
import { fold } from '#simulation/engine/room'
import { recorded } from '#simulation/shapes/record'
import { useFreshDatabase } from '../../support/machines/database'
import { fiveShores } from '../../support/scenarios/five-shores/five-shores'
import { chinaGap } from '../../support/stories/china-gap'
import { givenAccount, plainSettings } from './given-store'

useFreshDatabase()

async function givenSeminar(more: { roomCount?: number; rounds?: string[] } = {}) {
  const noor = await givenAccount('Noor')
  const courseId = await createCourse({ title: 'IR 347', timeZone: 'UTC', by: noor.id })
  const rounds = (more.rounds ?? ['framing', 'deterrence']).map((tension) => ({ tension, seconds: null }))
  const settings = { ...plainSettings, rounds, roomCount: more.roomCount ?? 2, seatsPerDelegation: 6 }
  const made = await createSeminar({
    courseId,
    by: noor.id,
    title: 'The alliance gap',
    scenario: chinaGap(),
    agendaKey: 'seminar-90',
    settings,
    nameRoom: (number) => `Table ${number}`,
  })
  return { ...made, noor, courseId, settings }
}

async function readRows(roomId: string) {
  const rows = await database().roomEvent.findMany({ where: { roomId }, orderBy: { seq: 'asc' } })
  return rows.map(({ seq, at, by, commandId, audience, event }) =>
    recorded.parse({ seq, at: at.getTime(), by, commandId, audience, event }),
  )
}

test('a seminar is made with its tables, and each table has a log that the rules can fold', async () => {
  const { roomIds, settings, activityId } = await givenSeminar()
  expect(roomIds).toHaveLength(2)
  for (const roomId of roomIds) {
    const rows = await readRows(roomId)
    expect(rows.map((row) => row.seq)).toEqual(rows.map((_, index) => index + 1))
    const state = fold(rows)
    expect(state?.agenda.status).toBe('lobby')
    expect(Object.keys(state?.seats ?? {})).toHaveLength(18)
    expect(state?.plan.rounds.map((round) => round.key)).toEqual(['framing', 'deterrence'])
    expect(state?.briefs.length).toBeGreaterThan(3)
  }
  expect(await readSettings(activityId)).toEqual({ ...settings, delegations: 3 })
  expect((await readScenario(activityId)).key).toBe(chinaGap().key)
})

test('two tables draw two seeds, so that their lots differ', async () => {
  const { roomIds } = await givenSeminar({ roomCount: 4 })
  const seeds = await Promise.all(roomIds.map(async (roomId) => fold(await readRows(roomId))?.chairPlan?.seed))
  expect(new Set(seeds).size).toBe(4)
})

test('a course lists what was planned in it, with the door shut until it is opened', async () => {
  const { courseId, activityId, roomIds } = await givenSeminar()
  expect(await readActivities(courseId)).toMatchObject([
    { id: activityId, kind: 'seminar', people: 0, door: { open: false }, rooms: roomIds.map((id) => ({ id })) },
  ])
})

test('a seminar that cannot be planned leaves nothing behind', async () => {
  const before = await database().activity.count()
  await expect(givenSeminar({ rounds: ['no-such-tension'] })).rejects.toThrow('no-such-tension')
  expect(await database().activity.count()).toBe(before)
})

test('a log goes with its room, and no other room loses a row', async () => {
  const [gone, stays] = [await givenSeminar(), await givenSeminar()]
  const rows = (ids: readonly string[]) => database().roomEvent.count({ where: { roomId: { in: [...ids] } } })
  expect(await rows(gone.roomIds)).toBeGreaterThan(1)
  const before = await rows(stays.roomIds)
  await database().activity.delete({ where: { id: gone.activityId } })
  expect(await rows(gone.roomIds)).toBe(0)
  expect(await rows(stays.roomIds)).toBe(before)
})

test('a seminar of five parties has chairs for all five, and as many places as they come to', async () => {
  const noor = await givenAccount('Noor of the shores')
  const courseId = await createCourse({ title: 'Lakes', timeZone: 'UTC', by: noor.id })
  const { activityId, roomIds } = await createSeminar({
    courseId,
    by: noor.id,
    title: 'Five shores',
    scenario: fiveShores(),
    agendaKey: 'seminar-short',
    settings: {
      ...plainSettings,
      rounds: [{ tension: 'water-share', seconds: null }],
      roomCount: 1,
      seatsPerDelegation: 2,
    },
    nameRoom: (number) => `Table ${number}`,
  })
  const state = fold(await readRows(roomIds[0] ?? ''))
  const sides = Object.values(state?.seats ?? {}).map(({ delegation }) => delegation)
  expect(new Set(sides).size).toBe(5)
  expect(sides.filter((side) => side !== null)).toHaveLength(10)
  const settings = await readSettings(activityId)
  expect(roomSize(settings)).toBe(10 + settings.observers.length)
  expect(await readScenario(activityId)).toEqual(fiveShores())
})
