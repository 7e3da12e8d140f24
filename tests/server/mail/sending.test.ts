/** Mail about a week of homework: each piece of news once, to whom it concerns, by day, and only while it is true (rule H18). */
import { expect, test } from 'vitest'
import { database } from '#server/base/database'
import { type MailRound, sendMails } from '#server/jobs/mail-sending'
import { readPastedRoster } from '#server/jobs/thread/roster-reading/pasted-roster'
import { readParticipants } from '#server/store/activities/participants'
import { readLinks, renewLink } from '#server/store/courses/personal-links'
import { readZones, writeRoster } from '#server/store/courses/roster'
import { eraseUser } from '#server/store/erasure/erasure'
import { keepZone, offToken, readOffToken, turnOff } from '#server/store/mail/choices'
import { readMails, readRefused, resendMail } from '#server/store/mail/outbox'
import { releaseMarks } from '#server/store/marks/marks'
import { demoEmail } from '#server/store/people/demo-person'
import { countOwnNews, markNewsRead, readNewsIn } from '#server/store/rooms/own-news'
import { readOwnRooms } from '#server/store/rooms/own-rooms'
import { CHOSEN_KINDS } from '#simulation/beside/mails'
import { personId } from '#simulation/kernel/ids'
import { useFreshDatabase } from '../../support/machines/database'
import {
  address,
  at,
  DUE,
  givenMailWeek,
  givenOffice,
  HOUR,
  listed,
  MINUTE,
  MORNING,
  moveClock,
  OPENINGS,
} from './given-mail'

const fresh = useFreshDatabase()
const placesOf = (courseId: string) =>
  database().rosterPlace.findMany({ where: { courseId }, orderBy: { position: 'asc' } })
const sendOnly = (hand: MailRound['hand']) =>
  sendMails({ now: Date.now, pause: async () => undefined, isEnding: () => false, hand })

test('a debate that is published is told with each link, once, by day, and no faster than is set', async () => {
  const week = await givenMailWeek(fresh.url())
  const office = givenOffice()
  moveClock(at('2037-11-29T22:30'))
  await week.round(office.hand)
  expect(office.take()).toEqual([])
  moveClock(MORNING)
  await Promise.all([week.round(office.hand), week.round(office.hand)])
  const told = office.handed.filter(({ to }) => to === address(1))
  expect(told.map(({ subject }) => subject).toSorted()).toEqual(['A new debate in IR 347', 'Your link to IR 347'])
  // Two servers at once, and yet everybody has their own.
  for (const { email, token } of await readLinks(week.courseId))
    expect(office.handed.filter(({ text }) => text.includes(`/p/${token}`)).map(({ to }) => to)).toEqual([email])
  expect(office.take()).toHaveLength(12)
  await week.round(office.hand)
  expect(office.take()).toEqual([])
  expect(week.pauses.filter((ms) => ms === 10)).toHaveLength(12)
})

test('H18 through a week each is mailed what they want and still need, and no mail holds a private word or an erased person', async () => {
  const week = await givenMailWeek(fresh.url())
  const office = givenOffice()
  const people = await readParticipants(week.activityId)
  const personOf = (student: number) => people.find(({ name }) => name === `Student ${student}`)!
  const { moveTo, posts, chair } = await week.open()
  const pass = async (instant: number) => {
    await moveTo(instant)
    await week.round(office.hand)
    for (const { subject, text, html } of office.handed)
      expect(`${subject}${text}${html}`).not.toMatch(/Zanzibar|Student/)
    return office.take().toSorted()
  }
  const told = (subject: string, ...students: number[]) => students.map((student) => `${address(student)}: ${subject}`)

  await pass(MORNING)
  const [, second] = await placesOf(week.courseId)
  for (const kind of CHOSEN_KINDS) await turnOff(readOffToken(offToken(second!.id, kind))!)
  await moveTo(DUE - 26 * HOUR)
  await eraseUser(personOf(4).userId)
  const move = (dueAt: number) => chair({ type: 'moveDeadline', phase: OPENINGS, dueAt })
  await move(DUE + HOUR)
  await move(DUE + 2 * HOUR)
  const fifth = personId.parse(personOf(5).id)
  await chair({ type: 'grantExtension', person: fifth, phase: OPENINGS, dueAt: DUE + 4 * HOUR })
  expect(await pass(DUE - 25 * HOUR)).toEqual([
    ...told('A date was moved in IR 347', 1, 3),
    ...told('Openings: you have more time', 5),
    ...told('A date was moved in IR 347', 6),
  ])

  // By night nothing; and what is paid by then is not asked for again.
  expect(await pass(DUE - 22 * HOUR + MINUTE)).toEqual([])
  expect(await pass(at('2037-12-02T07:00'))).toEqual([
    ...told('Openings: due Wednesday 2 December, 22:00 in Tokyo', 1, 3),
    ...told('Openings: due Thursday 3 December, 00:00 in Tokyo', 5),
    ...told('Openings: due Wednesday 2 December, 22:00 in Tokyo', 6),
  ])
  await moveTo(at('2037-12-02T10:00'))
  await posts(personOf(1).id, 'Zanzibar was never on the table.')
  const others = listed(6).filter((_, index) => index !== 2 && index !== 3)
  await writeRoster(week.courseId, readPastedRoster(others.join('\n')).places, undefined, undefined, week.instructor.id)
  expect(await pass(DUE - HOUR)).toEqual(told('Openings: soon due, Wednesday 2 December, 22:00 in Tokyo', 6))

  await chair({ type: 'closeRoom' })
  expect(await pass(DUE + 2 * HOUR)).toEqual([])
  await releaseMarks(week.activityId, week.instructor.id)
  expect(await pass(at('2037-12-03T09:00'))).toEqual(told('Your marks in IR 347 are released', 1, 5, 6))
  expect(await database().mail.count({ where: { key: { contains: personOf(4).id } } })).toBe(0)
  expect(await database().mail.count({ where: { key: { contains: personOf(5).id } } })).toBeGreaterThan(2)
})

test('H22 what is new is on the own page at once, and mailed in the morning to whoever has not seen it, without a word of it', async () => {
  const week = await givenMailWeek(fresh.url(), 3)
  const office = givenOffice()
  const people = await readParticipants(week.activityId)
  const personOf = (student: number) => people.find(({ name }) => name === `Student ${student}`)!
  const newsOf = async (student: number) => {
    const user = { id: personOf(student).userId, isAdmin: false }
    return { news: await readNewsIn(await readOwnRooms(user), new Map(), Date.now()), count: await countOwnNews(user) }
  }
  const { moveTo, chair } = await week.open()
  await moveTo(at('2037-12-01T10:00'))
  await week.round(office.hand)
  office.take()
  const { count } = await newsOf(1)
  for (const student of [1, 2, 3]) await markNewsRead(personOf(student).userId, Date.now())
  await moveTo(at('2037-12-01T11:00'))
  await chair({ type: 'nudge', to: 'room', text: 'Zanzibar pays first.' })
  const first = await newsOf(1)
  expect(count).toBeGreaterThan(0)
  expect([first.count, first.news[0]?.kind]).toEqual([1, 'note'])
  expect(JSON.stringify(first.news.map(({ place: _place, ...item }) => item))).not.toContain('Zanzibar')
  await moveTo(at('2037-12-01T12:00'))
  await week.round(office.hand)
  expect(office.take()).toEqual([])
  await markNewsRead(personOf(2).userId, Date.now())
  await moveTo(at('2037-12-02T07:01'))
  await week.round(office.hand)
  const digests = office.handed.filter(({ subject }) => subject === 'What is new in IR 347')
  expect(digests.map(({ to }) => to).toSorted()).toEqual([address(1), address(3)])
  for (const { text, html } of digests) {
    expect(text).toContain('One note from your instructor')
    expect(text + html).not.toContain('Zanzibar')
  }
  expect((await newsOf(2)).count).toBe((await newsOf(3)).count - 1)

  // An annotation adds no row to the room, and is told all the same, to whoever began the thread and reads the answer.
  office.take()
  const wrote = (student: number) => ({ participantId: personOf(student).id, at: new Date() })
  const said = (id: string, student: number) => ({ id, seq: 1, text: 'Zanzibar beside it.', ...wrote(student) })
  for (const [id, whom] of [['heard', 'class'] as const, ['own', 'me'] as const])
    await database().annotation.create({
      data: {
        ...{ id, roomId: week.rooms[0]!, entry: '1', for: whom, ...wrote(1) },
        comments: { create: [said(`${id}-1`, 1), ...(whom === 'class' ? [said(`${id}-2`, 3)] : [])] },
      },
    })
  const answered = (await newsOf(1)).news.filter(({ kind }) => kind === 'annotationAnswered')
  expect(answered.map(({ entry }) => entry)).toEqual(['1'])
  await week.round(office.hand)
  expect(office.take()).toEqual([])
  await moveTo(at('2037-12-04T07:01'))
  await week.round(office.hand)
  const told = office.handed.filter(({ text }) => text.includes('One answer to your annotations'))
  expect(told.map(({ to }) => to)).toEqual([address(1)])
  expect(JSON.stringify(office.handed)).not.toContain('Zanzibar')
})

test('H18 the night and the morning of a reader are those of the device on which they read their own page', async () => {
  const week = await givenMailWeek(fresh.url(), 2)
  const office = givenOffice()
  const people = await readParticipants(week.activityId)
  const away = people.find(({ name }) => name === 'Student 2')!
  await keepZone(away.userId, 'Europe/Lisbon')
  expect(await readZones(week.courseId)).toEqual([{ zone: 'Europe/Lisbon', students: 1 }])
  const { moveTo, chair } = await week.open()
  const readers = async (instant: number) => {
    await moveTo(instant)
    await week.round(office.hand)
    return [...new Set(office.handed.splice(0).map(({ to }) => to))]
  }
  // Seven in the morning in Tokyo is ten at night in Lisbon.
  expect(await readers(MORNING)).toEqual([address(1)])
  expect(await readers(at('2037-11-30T15:59'))).toEqual([])
  expect(await readers(at('2037-11-30T16:00'))).toEqual([address(2)])
  await moveTo(at('2037-12-01T17:00'))
  for (const { userId } of people) await markNewsRead(userId, Date.now())
  await moveTo(at('2037-12-01T17:01'))
  await chair({ type: 'nudge', to: 'room', text: 'Zanzibar pays first.' })
  expect(await readers(at('2037-12-01T17:02'))).toEqual([])
  const digests = async (instant: number) => {
    await moveTo(instant)
    await week.round(office.hand)
    return office.take().filter((mail) => mail.endsWith('What is new in IR 347'))
  }
  expect(await digests(at('2037-12-02T07:00'))).toEqual([`${address(1)}: What is new in IR 347`])
  expect(await digests(at('2037-12-02T15:59'))).toEqual([])
  expect(await digests(at('2037-12-02T16:00'))).toEqual([`${address(2)}: What is new in IR 347`])
})

test('what is not taken over is tried five times more, later and later, and then failed until it is sent again', async () => {
  const week = await givenMailWeek(fresh.url(), 1)
  const later = givenOffice(() => 'later')
  const tried: number[] = []
  await database().mail.deleteMany({ where: { kind: 'published' } })
  for (const minute of [0, 0.9, 1, 5.9, 6, 35, 36, 155, 156, 515, 516, 2000]) {
    moveClock(MORNING + minute * MINUTE)
    await sendOnly(later.hand)
    if (later.take().length > 0) tried.push(minute)
  }
  expect(tried).toEqual([0, 1, 6, 36, 156, 516])
  const [failed] = await readMails(week.courseId, Date.now())
  expect(failed).toMatchObject({ kind: 'link', state: 'failed' })
  expect(await resendMail('another course', failed!.id, Date.now())).toBe('not-found')
  expect(await resendMail(week.courseId, failed!.id, Date.now())).toBe('sent')
  const office = givenOffice()
  await sendOnly(office.hand)
  expect(office.take()).toHaveLength(1)
  expect(await readMails(week.courseId, Date.now())).toMatchObject([{ state: 'sent' }])
  expect(await resendMail(week.courseId, failed!.id, Date.now())).toBe('sent')
  await sendOnly(office.hand)
  expect(office.take()).toEqual([])
})

test('an address at which nobody is known is flagged and not written to, until the roster has another', async () => {
  const week = await givenMailWeek(fresh.url(), 2)
  const refused = ({ to }: { to: string }) => (to === address(1) ? { refused: 'address' as const } : ('sent' as const))
  const office = givenOffice(refused)
  moveClock(MORNING)
  await sendOnly(office.hand)
  expect(office.take().filter((line) => line.startsWith(address(1)))).toHaveLength(1)
  const [first] = await placesOf(week.courseId)
  expect(first).toMatchObject({ mailRefused: address(1) })
  expect(await readRefused(week.courseId)).toEqual(['Student 1'])
  await database().rosterPlace.update({ where: { id: first!.id }, data: { email: 'mei@college.example' } })
  expect(await readRefused(week.courseId)).toEqual([])
  await renewLink(week.courseId, first!.id)
  await sendOnly(office.hand)
  expect(office.take()).toEqual(['mei@college.example: Your link to IR 347'])
})

test('a link that was renewed before its mail was sent is mailed as it is now, and no token is forged', async () => {
  const week = await givenMailWeek(fresh.url(), 1)
  const [place] = await placesOf(week.courseId)
  await renewLink(week.courseId, place!.id)
  const office = givenOffice()
  moveClock(MORNING)
  await sendOnly(office.hand)
  const [{ token } = { token: null }] = await readLinks(week.courseId)
  const links = office.handed.filter(({ text }) => text.includes('/p/'))
  expect(links.map(({ text }) => text.includes(`/p/${token}`))).toEqual([true])
  const real = offToken(place!.id, 'released')
  expect(readOffToken(real)).toEqual({ placeId: place!.id, kind: 'released' })
  for (const forged of ['', '..', real.slice(0, -1), real.replace('released', 'moved'), `x${real}`, `${real}.x`])
    expect(forged === `${real}.x` ? null : readOffToken(forged)).toBeNull()
})

test('nothing is mailed to a roster of the demo, on which any visitor may have put any address', async () => {
  const week = await givenMailWeek(fresh.url(), 1)
  await database().user.update({ where: { id: week.instructor.id }, data: { email: demoEmail } })
  const office = givenOffice()
  moveClock(MORNING)
  await week.round(office.hand)
  expect(office.take()).toEqual([])
})
