/** Whoever has used everything is erased: a dump of every table holds nothing of them but the words and the opaque id of the log. */
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { database } from '#server/base/database'
import { bringRecord } from '#server/jobs/bring-record'
import { createCourse } from '#server/store/courses/courses'
import { ensureLinks, enterByLink, readLinks } from '#server/store/courses/personal-links'
import { writeRoster } from '#server/store/courses/roster'
import { joinByCode } from '#server/store/door/door'
import { answerJoinRequest, createJoinRequest, enterAsAdmitted, readWaiting } from '#server/store/door/join-requests'
import { type Erased, eraseUser } from '#server/store/erasure/erasure'
import { saveDraft } from '#server/store/homework/drafts'
import { closeRoomReading } from '#server/store/log/room-reading'
import { addMark, releaseMarks } from '#server/store/marks/marks'
import { annotate } from '#server/store/records/annotations'
import { readRoomFor } from '#server/store/rooms/room-for-reader'
import { openTextIndexer } from '#server/store/search/text-indexer'
import { participantActor, personId, roomId } from '#simulation/kernel/ids'
import { recordText } from '#simulation/reading/record/record-text'
import { openedStory, sealedStory } from '../record/given-record'
import { givenAccount, givenActivity } from '../store/given-store'
import { cookieOf, givenClass, givenHouse, givenPage, givenStudent } from './given/given-classroom'
import { type Page, until } from './given/given-page'

const house = givenHouse()
afterAll(closeRoomReading)

const NAME = 'Zebulon Quartz'
const EMAIL = 'Zebulon.Q@College.example'
const NUMBER = 'z-77041'
const PHONE = 'ZebulonPhone/1.0'

/** Every row of every table that there is, as text, under its table. */
async function dump(): Promise<Map<string, string[]>> {
  const client = new pg.Client(house.url())
  await client.connect()
  const tables = await client.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
  )
  const found = new Map<string, string[]>()
  for (const { name } of tables.rows) {
    const { rows } = await client.query<{ row: string }>(`SELECT t::text AS row FROM "${name}" AS t`)
    found.set(
      name,
      rows.map(({ row }) => row),
    )
  }
  await client.end()
  return found
}

/** `table` → how many of its rows hold this. */
async function holding(trace: RegExp): Promise<Record<string, number>> {
  const counts = [...(await dump())].map(([table, rows]) => [table, rows.filter((row) => trace.test(row)).length])
  return Object.fromEntries(counts.filter(([, count]) => count !== 0))
}

let ids: { participant: string; others: string[] }
let page: Page
let erased: Erased | null
let before: Record<string, number>

beforeAll(async () => {
  const of = await givenClass({ rounds: ['framing', 'regional-order'].map((tension) => ({ tension, seconds: null })) })
  const { courseId } = await database().activity.findUniqueOrThrow({ where: { id: of.activityId } })
  const other = await givenAccount('Sofía Arrieta')
  const elsewhere = await createCourse({ title: 'Another course', timeZone: 'Europe/Paris', by: other.id })
  const line = { name: NAME, email: EMAIL, studentNumber: NUMBER }
  await writeRoster(courseId, [line, { name: 'Mei Castellano', email: 'mei@college.example', studentNumber: '2' }])
  await writeRoster(elsewhere, [{ ...line, email: EMAIL.toLowerCase() }])

  // They join by code, and again from another device, which takes over the seat.
  const joined = await joinByCode({ code: of.code, name: NAME, userAgent: PHONE, visitor: null })
  if (!joined.ok) throw new Error(joined.refusal)
  const asked = await createJoinRequest({ code: of.code, name: 'zebulon  QUARTZ' })
  if (asked.kind !== 'asked') throw new Error(asked.kind)
  const [claim] = await readWaiting(of.activityId)
  await answerJoinRequest({ requestId: claim?.id ?? '', by: of.instructor, admit: true })
  const entered = await enterAsAdmitted(asked.secret, PHONE)
  if (!entered) throw new Error('The seat was not handed over.')
  const { userId } = entered
  const person = personId.parse(joined.participantId)

  // They join another course by personal link, which makes another guest with the same e-mail address.
  const [place] = await database().rosterPlace.findMany({ where: { courseId: elsewhere } })
  await ensureLinks(database(), [place?.id ?? ''])
  const [link] = await readLinks(elsewhere)
  const byLink = await enterByLink(link?.token ?? '', PHONE)
  if (!byLink.ok) throw new Error(byLink.refusal)

  // They ask to join other activities: of the same course, and of one they have nothing to do with.
  const sameCourse = await givenActivity({ courseId, instructor: of.instructor })
  const stranger = await givenActivity({})
  await createJoinRequest({ code: sameCourse.code, name: 'ZEBULON QUARTZ' })
  await createJoinRequest({ code: stranger.code, name: 'Ｚebulon Ｑuartz' })

  const names = ['Amara Osei', 'Yuki Hayakawa', 'Lin Jiayi', 'Ingrid Solberg', 'Tomás Ribeiro']
  const [usTwo, jp, cn, standing, gone] = await Promise.all(names.map((name) => givenStudent(of, name)))
  if (!usTwo || !jp || !cn || !standing || !gone) throw new Error('The class is not complete.')
  const cookie = await cookieOf(entered.sessionId)
  const us = { cookie, sessionId: entered.sessionId, userId, person, roomId: of.roomId }
  const cast = { us, usTwo, jp, cn, standing, gone }
  const teller = await sealedStory(of, cast)
  await openedStory(of, cast, teller)
  teller.does(participantActor(person), { type: 'writeReflection', prompt: 0, text: 'word-us-reflection' })
  await teller.saves()

  await saveDraft(joined.participantId, { key: 'talk', text: `I, ${NAME}, would say`, over: null })
  const beside = { roomId: of.roomId, entry: 'us1', span: null, tags: [], exemplar: false, text: 'Zebulon cried here.' }
  for (const whom of ['instructor', 'student', 'class'] as const)
    expect(await annotate(of.instructor, { ...beside, id: whom, for: whom })).toBeNull()
  const judged = { roomId: of.roomId, criterion: 'evidence', level: 2, noEvidence: true, evidence: [], round: null }
  await addMark(
    { ...judged, subject: 'student', participantId: joined.participantId, comment: 'Zebulon did well' },
    of.instructor.id,
  )
  const given = { participantId: joined.participantId, byUserId: of.instructor.id }
  await database().gradeNote.create({ data: { id: 'note', comment: 'Zebulon, well read', ...given } })
  await database().gradeRelease.create({ data: { id: 'release', act: 'act', reason: 'Zebulon asked', ...given } })
  const regrade = { participantId: joined.participantId, criterion: 'evidence', level: 2, text: 'Zebulon asks' }
  await database().regrade.create({ data: { id: 'asked', ...regrade } })
  const review = { reviewerId: joined.participantId, authorId: jp.person, comment: 'Zebulon read it' }
  await database().peerReview.create({ data: { id: 'review', ...review } })
  const judgedTwice = { participantId: jp.person, criterion: 'evidence', level: 1 }
  await database().secondMark.create({ data: { id: 'second', ...judgedTwice, byUserId: userId } })
  await database().moderation.create({
    data: { id: 'chosen', participantId: jp.person, choice: 'mean', byUserId: userId },
  })
  await database().secondMark.create({
    data: { id: 'of-them', ...judgedTwice, ...given, comment: 'Zebulon, read a second time' },
  })
  const reading = await readRoomFor(of.instructor, of.roomId)
  const bytes = new TextEncoder().encode(reading ? recordText(reading) : '')
  expect(await bringRecord({ courseId: elsewhere, by: other.id, bytes })).toMatchObject({ ok: true })

  // They have an account, an open invitation, and had a role in a course that they have left since.
  await database().user.update({ where: { id: userId }, data: { kind: 'account', email: EMAIL.toLowerCase() } })
  await database().invitation.create({
    data: { id: 'invited', tokenHash: 'x', email: EMAIL, expiresAt: new Date(Date.now() + 1e9), acceptedById: userId },
  })
  await addMark({ ...judged, subject: 'student', participantId: jp.person, comment: null }, userId)
  await releaseMarks(of.activityId, userId)
  await database().gradeNote.create({ data: { id: 'theirs', participantId: jp.person, byUserId: userId } })
  await database().gradeRelease.create({
    data: { id: 'theirs', act: 'act-2', participantId: jp.person, byUserId: userId },
  })
  await database().regrade.create({
    data: { id: 'theirs', ...regrade, text: 'Please.', participantId: jp.person, answeredById: userId },
  })
  const helped = roomId.parse(sameCourse.roomIds[0])
  await database().roomEvent.create({
    data: {
      ...{ roomId: helped, seq: 1, at: new Date(), by: `chair:${userId}`, commandId: 'helped', part: 0 },
      ...{ audience: 'everyone', type: 'ClockResumed', event: { type: 'ClockResumed' } },
    },
  })
  const indexer = openTextIndexer(house.url(), () => undefined)
  await indexer.catchUp()
  await indexer.stop()

  ids = {
    participant: joined.participantId,
    others: [userId, joined.userId, byLink.userId, entered.sessionId, byLink.sessionId, place?.id ?? ''],
  }
  page = await givenPage(house.now(), cookie, of.roomId)
  before = await holding(/zebulon|quartz/i)
  erased = await eraseUser(userId)
})

test('every table that can hold a name held theirs, and none does any more', async () => {
  const tables = [
    'app_user',
    'roster_place',
    'participant',
    'door_request',
    'draft',
    'annotation_comment',
    'mark',
    'activity',
  ]
  tables.push('grade_note', 'grade_release', 'regrade', 'second_mark', 'peer_review')
  for (const table of [...tables, 'session', 'invitation']) expect(before, table).toHaveProperty(table)
  for (const trace of [/zebulon/i, /quartz/i, /Ｚ|Ｑ/, /zebulon\.q@/i, /z-77041/i, /ZebulonPhone/])
    expect(await holding(trace), String(trace)).toEqual({})
})

test('no id of theirs is left, but for the opaque one by which the log tells one speaker from another', async () => {
  for (const id of ids.others) expect(await holding(new RegExp(id)), id).toEqual({})
  const where = await holding(new RegExp(ids.participant))
  const ofTheLog = ['room_event', 'room_text', 'room_seat', 'room_person']
  expect(Object.keys(where).filter((table) => !ofTheLog.includes(table))).toEqual([])
  // Their words stand in the record, and in the copy of it that was brought elsewhere.
  expect((await holding(/word-us-caucus/)).room_event).toBe(2)
})

test('their sockets end', async () => {
  await until(() => expect(page.socket.connected).toBe(false))
})

test('it is told what was removed, and nothing was out of reach', () => {
  expect(erased).toMatchObject({
    removed: {
      ...{ rosterPlaces: 2, drafts: 1, marks: 1, invitations: 1, joinRequestsElsewhere: 1 },
      ...{ annotations: 3, regrades: 1, 'peer-reviews': 1 },
    },
    brought: [{ title: 'The China gap', course: 'Another course' }],
    unread: [],
    mentions: [],
  })
  expect(erased?.removed.joinRequests).toBeGreaterThanOrEqual(2)
})

test('a name in what others wrote is counted and left to a person; an address that a course gives to several is nobody’s own', async () => {
  const of = await givenActivity({})
  const several = { email: 'office@college.example', studentNumber: null }
  await writeRoster(of.courseId, [
    { ...several, name: 'Orla Quince' },
    { ...several, name: 'Bea Orchard' },
  ])
  const joined = await joinByCode({ code: of.code, name: 'Orla Quince', userAgent: '', visitor: null })
  if (!joined.ok) throw new Error(joined.refusal)
  await database().activity.update({ where: { id: of.activityId }, data: { title: 'The turn of ORLA QUINCE' } })
  await database().room.updateMany({ where: { activityId: of.activityId }, data: { name: 'Orla Quince’s table' } })
  expect(await eraseUser(joined.userId)).toMatchObject({
    removed: { people: 1, rosterPlaces: 1 },
    mentions: [
      { table: 'activity', column: 'title', count: 1 },
      { table: 'room', column: 'name', count: 1 },
    ],
  })
  expect(await database().rosterPlace.count({ where: { courseId: of.courseId } })).toBe(1)
})
