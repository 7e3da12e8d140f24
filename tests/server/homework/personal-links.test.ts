/** Personal links: one for each place of a roster, valid on any device, and invalid once renewed. */
import { expect, test } from 'vitest'
import { auditWritten } from '#server/base/audit'
import { database } from '#server/base/database'
import { settleSecret } from '#server/base/environment'
import { accessRoom } from '#server/store/access/access'
import { readParticipants } from '#server/store/activities/participants'
import { enterByLink, findLink, readLinks, renewLink } from '#server/store/courses/personal-links'
import { readAliveSessions, readSession } from '#server/store/people/sessions'
import { useFreshDatabase } from '../../support/machines/database'
import { givenAccount } from '../store/given-store'
import { givenHomework, names } from './given-homework'

useFreshDatabase()

async function givenLinks(count = 3) {
  const made = await givenHomework(names(count))
  const links = await readLinks(made.courseId)
  return { ...made, links, tokens: links.map(({ token }) => token ?? '') }
}

test('every place has a link of its own, long and unlike the others, and the table does not hold it', async () => {
  const { tokens } = await givenLinks(6)
  expect(new Set(tokens).size).toBe(6)
  for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/)
  const stored = JSON.stringify(await database().personalLink.findMany())
  for (const token of tokens) expect(stored).not.toContain(token)
})

test('a link signs its student in to their own seat, and on another device to the same one', async () => {
  const { activityId, tokens, links } = await givenLinks()
  const own = (await readParticipants(activityId)).find(({ rosterPlaceId }) => rosterPlaceId === links[0]?.placeId)
  const first = await enterByLink(tokens[0]!, 'a laptop')
  const second = await enterByLink(tokens[0]!, 'a phone')
  if (!first.ok || !second.ok || !own?.roomId) throw new Error('The link did not open.')
  expect([first.userId, second.userId]).toEqual([own.userId, own.userId])
  expect(first.sessionId).not.toBe(second.sessionId)
  for (const { sessionId } of [first, second]) {
    const person = await readSession(sessionId)
    expect(person).toMatchObject({ id: own.userId, kind: 'guest', name: 'Student 1' })
    expect(await accessRoom(person!, own.roomId)).toMatchObject({ as: { participantId: own.id } })
  }
})

test('the page behind a link says whose it is before anybody is signed in', async () => {
  const { tokens } = await givenLinks()
  const sessions = await database().session.count()
  expect(await findLink(tokens[1]!)).toMatchObject({ name: 'Student 2', courseTitle: 'IR 347', account: false })
  expect(await database().session.count()).toBe(sessions)
})

test.each(['', 'abc', 'A'.repeat(43), '../../etc/passwd', 'é'.repeat(43)])('“%s” opens nothing', async (token) => {
  expect(await findLink(token)).toBeNull()
  expect(await enterByLink(token, 'test')).toEqual({ ok: false, refusal: 'no-such-link' })
})

test('a renewed link leaves the old one dead and signs out whoever came in by it', async () => {
  const { courseId, tokens, links } = await givenLinks()
  const entered = await enterByLink(tokens[0]!, 'a lost phone')
  const other = await enterByLink(tokens[1]!, 'somebody else')
  if (!entered.ok || !other.ok) throw new Error('The link did not open.')
  expect(await renewLink(courseId, links[0]!.placeId)).toBe('renewed')
  expect(await enterByLink(tokens[0]!, 'test')).toEqual({ ok: false, refusal: 'no-such-link' })
  expect([...(await readAliveSessions([entered.sessionId, other.sessionId])).keys()]).toEqual([other.sessionId])
  const fresh = (await readLinks(courseId))[0]?.token
  expect(fresh).not.toBe(tokens[0])
  expect(await enterByLink(fresh!, 'a new phone')).toMatchObject({ ok: true, userId: entered.userId })
})

test('a link of another course is not renewed from here', async () => {
  const [mine, theirs] = [await givenLinks(), await givenLinks()]
  expect(await renewLink(mine.courseId, theirs.links[0]!.placeId)).toBe('not-found')
  expect(await enterByLink(theirs.tokens[0]!, 'test')).toMatchObject({ ok: true })
})

test('where an account stands behind the place there is no link, and an old one does not enter it', async () => {
  const { courseId, tokens, links } = await givenLinks()
  const account = await givenAccount('Mei Castellano')
  await database().rosterPlace.update({ where: { id: links[0]!.placeId }, data: { userId: account.id } })
  expect(await enterByLink(tokens[0]!, 'test')).toEqual({ ok: false, refusal: 'has-account' })
  expect((await readLinks(courseId))[0]).toMatchObject({ account: true, token: null })
})

test('a link made under another secret is not shown as if it worked', async () => {
  const { courseId, tokens } = await givenLinks()
  settleSecret('another secret altogether, as long as the first')
  expect((await readLinks(courseId)).map(({ token }) => token)).toEqual([null, null, null])
  expect(await enterByLink(tokens[0]!, 'test')).toMatchObject({ ok: true })
})

test('staff who open a student’s place by its link are written down, and nobody else is', async () => {
  const { tokens, courseId, instructor } = await givenLinks()
  const stranger = await givenAccount('Stranger')
  await auditWritten()
  const before = await database().auditEntry.count()
  for (const by of [null, stranger, instructor]) {
    await enterByLink(tokens[0]!, 'a laptop', by)
    await auditWritten()
  }
  const written = await database().auditEntry.findMany({ orderBy: { id: 'asc' }, skip: before })
  expect(written.map(({ what }) => what)).toEqual(['signed-in', 'signed-in', 'acted-for-student'])
  expect(written.at(-1)).toMatchObject({ by: instructor.id, place: courseId })
})
