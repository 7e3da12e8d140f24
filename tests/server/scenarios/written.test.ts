/** Scenarios that staff write: who may read, play and write on one, what two authors keep, and what a debate keeps that has begun. */
import { beforeAll, expect, test } from 'vitest'
import { database } from '#server/base/database'
import { createSeminar } from '#server/store/activities/activities'
import { addParticipant } from '#server/store/activities/participants'
import { createCourse } from '#server/store/courses/courses'
import { demoEmail } from '#server/store/people/demo-person'
import type { Person } from '#server/store/people/users'
import { findIn, offeredIn } from '#server/store/scenarios/offered'
import {
  accessWritten,
  beginWriting,
  type Maker,
  readVersion,
  readVersions,
  readWrittenOf,
  saveWriting,
  shareWritten,
  shelveWritten,
  writtenKey,
} from '#server/store/scenarios/written'
import { type Writing, writingOf } from '#simulation/scenario/authoring/writing'
import { useFreshDatabase } from '../../support/machines/database'
import { LEAST } from '../../support/scenarios/least'
import { assistant, givenAccount, givenColleague, plainSettings } from '../store/given-store'

useFreshDatabase()

let author: Maker
let colleague: Maker
let stranger: Maker
const OWN = writingOf(LEAST)

beforeAll(async () => {
  const teaches = async (name: string): Promise<Maker> => {
    const me = await givenAccount(name)
    return { me, courseId: await createCourse({ title: name, timeZone: 'Asia/Tokyo', by: me.id }) }
  }
  author = await teaches('Noor Haddad')
  stranger = await teaches('Sofía Arrieta')
  const me = await givenColleague(author.courseId, await givenAccount('Tarek Aziz'), assistant)
  colleague = { me: { id: me.id, email: 'tarek@college.example' }, courseId: author.courseId }
})

async function written(own: Writing = OWN): Promise<string> {
  const id = await beginWriting(author, own.title, own.language)
  const found = await accessWritten(author, id)
  if (!found) throw new Error('It is not its author’s.')
  await saveWriting(author, id, { version: found.version, base: found.own, own })
  return id
}

const offers = async (maker: Maker, id: string) =>
  (await offeredIn(maker, 'en')).some(({ key }) => key === writtenKey(id))
const lists = async (maker: Maker, id: string) => (await readWrittenOf(maker)).some((row) => row.id === id)

test('who may play it is what its author said, in the lists and by its key; and whoever may not write on it cannot', async () => {
  const id = await written()
  const reach = async () => ({
    play: await Promise.all([author, colleague, stranger].map((maker) => offers(maker, id))),
    key: await Promise.all(
      [author, colleague, stranger].map(async (maker) => (await findIn(maker, writtenKey(id))) !== null),
    ),
    write: await Promise.all(
      [author, colleague, stranger].map(async (maker) => (await accessWritten(maker, id)) !== null),
    ),
  })
  const to = (...whom: boolean[]) => whom
  expect(await reach()).toEqual({
    play: to(true, false, false),
    key: to(true, false, false),
    write: to(true, false, false),
  })
  expect(await shareWritten(colleague, id, 'everybody')).toBe(false)
  expect(await shareWritten(author, id, 'course')).toBe(true)
  expect(await reach()).toEqual({
    play: to(true, true, false),
    key: to(true, true, false),
    write: to(true, true, false),
  })
  // The page shows the choice to whom it would be saved for.
  const mayShare = async (maker: Maker) => (await accessWritten(maker, id))?.mayShare
  expect([await mayShare(author), await mayShare(colleague)]).toEqual([true, false])
  expect(await shareWritten(colleague, id, 'everybody')).toBe(false)
  await shareWritten(author, id, 'everybody')
  expect(await reach()).toEqual({ play: to(true, true, true), key: to(true, true, true), write: to(true, true, false) })
  // Another course is none of its own, even under its author's hand.
  expect(await accessWritten({ ...author, courseId: stranger.courseId }, id)).toBeNull()
  // The demo's instructor is whoever opens the demo.
  const visitor = { me: { id: stranger.me.id, email: demoEmail }, courseId: stranger.courseId }
  expect([await offers(visitor, id), await findIn(visitor, writtenKey(id)), await lists(visitor, id)]).toEqual([
    false,
    null,
    false,
  ])
})

test('whoever sits in a debate that plays it reads nothing of it, though everybody who teaches may', async () => {
  const id = await written()
  await shareWritten(author, id, 'everybody')
  const scenario = await findIn(author, writtenKey(id))
  if (!scenario) throw new Error('It can be played.')
  const { activityId, roomIds } = await createSeminar({
    ...{ courseId: author.courseId, by: author.me.id, title: 'Riverbank', scenario, agendaKey: 'seminar-50' },
    ...{
      settings: {
        ...plainSettings,
        rounds: scenario.tensions.map(({ key }) => ({ tension: key, seconds: null })),
        roomCount: 1,
      },
      nameRoom: () => 'Table',
      doorOpen: true,
    },
  })
  const place = { activityId, roomId: roomIds[0] ?? '', userId: stranger.me.id, name: 'Sofía Arrieta' }
  await addParticipant(database(), place)
  expect([await offers(stranger, id), await findIn(stranger, writtenKey(id)), await lists(stranger, id)]).toEqual([
    false,
    null,
    false,
  ])
  // What is written later changes nothing that has begun.
  const found = await accessWritten(author, id)
  if (!found) throw new Error('It is its author’s.')
  await saveWriting(author, id, { version: found.version, base: found.own, own: { ...found.own, title: 'Another' } })
  const activity = await database().activity.findUniqueOrThrow({ where: { id: activityId } })
  expect(activity.scenario).toMatchObject({ scenario: { title: LEAST.title } })
  expect((await readWrittenOf(author)).find((row) => row.id === id)).toMatchObject({ title: 'Another', played: 1 })
})

test('it is offered once nothing is missing, and no more once it was shelved; a record of it is found all the same', async () => {
  const id = await written({ ...OWN, sources: [] })
  await shareWritten(author, id, 'everybody')
  expect([await offers(author, id), await lists(author, id), await lists(stranger, id)]).toEqual([false, true, false])
  const found = await accessWritten(author, id)
  if (!found) throw new Error('It is its author’s.')
  await saveWriting(author, id, { version: found.version, base: found.own, own: OWN })
  expect([await offers(author, id), await offers(stranger, id)]).toEqual([true, true])
  await shelveWritten(id, true)
  expect([await offers(author, id), await lists(author, id), await lists(stranger, id)]).toEqual([false, true, false])
  expect(await findIn(author, writtenKey(id))).toMatchObject({ title: LEAST.title })
})

test('of two who write at once each keeps what the other left alone, is told what both changed, and can bring it back', async () => {
  const id = await written()
  await shareWritten(author, id, 'course')
  const opened = await accessWritten(author, id)
  if (!opened) throw new Error('It is its author’s.')
  const { version, own: base } = opened
  const named = (by: Person['id'], title: string, question: string) =>
    saveWriting({ me: { id: by, email: null }, courseId: author.courseId }, id, {
      ...{ version, base },
      own: { ...base, title, question },
    })
  await named(colleague.me.id, 'Theirs', 'Whose bank is it?')
  const mine = await named(author.me.id, 'Mine', base.question)
  expect(mine).toMatchObject({
    version: version + 2,
    own: { title: 'Mine', question: 'Whose bank is it?' },
    crossings: [{ place: 'title', theirs: 'Theirs' }],
  })
  const versions = await readVersions(id)
  expect(versions.map(({ by }) => by)).toEqual(['Noor Haddad', 'Tarek Aziz', 'Noor Haddad'])
  expect(await readVersion(id, versions[1]?.version ?? 0)).toMatchObject({ title: 'Theirs' })
  // Saved again within ten minutes by the same hand, it is the same version.
  await saveWriting(author, id, { version: version + 2, base, own: { ...base, title: 'Mine alone' } })
  expect((await readVersions(id)).length).toBe(3)
  // In two windows of one person too, what does not stand any more can be brought back.
  const now = await accessWritten(author, id)
  if (!now) throw new Error('It is its author’s.')
  for (const title of ['In one window', 'In the other'])
    await saveWriting(author, id, { version: now.version, base: now.own, own: { ...now.own, title } })
  const [newest, before] = await readVersions(id)
  const titles = [newest, before].map(async (one) => (await readVersion(id, one?.version ?? 0))?.title)
  expect(await Promise.all(titles)).toEqual(['In the other', 'In one window'])
})

test('one whose author is no longer here is the staff’s of its course, and is not called anybody’s own', async () => {
  const id = await written()
  await database().writtenScenario.update({ where: { id }, data: { authorId: null } })
  expect(await accessWritten(colleague, id)).toMatchObject({ reach: 'course', author: null, mayShare: true })
  expect((await readWrittenOf(colleague)).find((row) => row.id === id)).toMatchObject({ reach: 'course' })
  expect(await accessWritten(stranger, id)).toBeNull()
  expect(await shareWritten(stranger, id, 'everybody')).toBe(false)
  expect(await shareWritten(colleague, id, 'everybody')).toBe(true)
  expect(await offers(stranger, id)).toBe(true)
})
