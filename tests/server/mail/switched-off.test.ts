/** What a server has switched off beside the log is nowhere, and is back once it is switched on (L31). */
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { database } from '#server/base/database'
import { readParticipants } from '#server/store/activities/participants'
import { readGrading } from '#server/store/activities/settings'
import { readAllBeside, readBesideOf, readOwnBeside } from '#server/store/beside/known-beside'
import { readOwnReviews } from '#server/store/beside-acts/peer-reviews/peer-reviews'
import { chooseMail, isMailOff, readChoices } from '#server/store/mail/choices'
import { readGradebook } from '#server/store/marks/gradebook'
import { changeGrading } from '#server/store/marks/grading-place'
import { countOpenRegrades } from '#server/store/marks/regrade-rows'
import { readNewsIn } from '#server/store/rooms/own-news'
import { readOwnRooms } from '#server/store/rooms/own-rooms'
import { CHOSEN_KINDS } from '#simulation/beside/mails'
import { reviewTime } from '#simulation/beside/peer-reviews/peer-reviews'
import { askedBeside, SLICES, type SliceKey, SWITCHES } from '#simulation/beside/slices'
import { useFreshDatabase } from '../../support/machines/database'
import { inSurroundings } from '../../support/machines/surroundings'
import { at, givenMailWeek, givenOffice, HOUR, MINUTE, SETTINGS } from './given-mail'

const fresh = useFreshDatabase()
const switchOff = (...keys: readonly SliceKey[]) => inSurroundings({ ...SETTINGS, BESIDE_OFF: keys.join(',') })

test('L31 each slice that is switched off is in no news, mail, calendar, board, room or sum, and is back once it is on', async () => {
  const week = await givenMailWeek(fresh.url(), 4)
  const { activityId, courseId, instructor } = week
  const activity = { id: activityId, courseId, kind: 'homework' as const }
  const office = givenOffice()
  const [mei] = await readParticipants(activityId)
  const person = { id: mei!.userId, isAdmin: false }
  const { moveTo, posts, room } = await week.open()
  const grading = { peer: { each: 2, days: 4, weight: 10 }, regradeDays: 7 }
  expect(await changeGrading(instructor, { activityId, grading })).toBeNull()
  await moveTo(at('2037-12-02T10:00'))
  for (const { id } of await readParticipants(activityId)) await posts(id, 'Never on the table.')
  const { opens, closes } = reviewTime([room.state!], { days: 4 })!
  await moveTo(opens + MINUTE)
  await week.round(office.hand)
  office.take()
  const answered = { answer: 'It stays.', answeredLevel: 2, answeredAt: new Date(opens + MINUTE) }
  const asked = { participantId: mei!.id, level: 2, text: 'x'.repeat(40), at: new Date(opens) }
  await database().gradeRelease.create({
    data: { id: randomUUID(), participantId: mei!.id, act: randomUUID(), at: new Date(opens), byUserId: instructor.id },
  })
  await database().regrade.create({ data: { id: randomUUID(), ...asked, criterion: 'role', ...answered } })
  await database().regrade.create({ data: { id: randomUUID(), ...asked, criterion: 'text' } })

  /** Everything that is made of what stands beside the log, by the words of slices alone. */
  const shown = async (): Promise<string[]> => {
    const now = Date.now()
    const rooms = await readOwnRooms(person)
    const known = await readOwnBeside(rooms, now)
    const { people } = await readGradebook(activity)
    const board = (await readAllBeside(activityId, await readGrading(activity), now))(mei!.id)
    return [
      ...(await readNewsIn(rooms, known, now)).map(({ kind }) => kind),
      ...[...known.values()].flatMap((one) => askedBeside(one).map(({ key }) => key)),
      ...Object.keys(board),
      ...Object.keys(await readBesideOf(activity, mei!.id, week.rooms[0]!)),
      ...people.flatMap(({ shares }) => shares.map(({ of }) => of)),
      ...people.flatMap(({ regrades }) => regrades.map(() => 'regrades')),
      ...((await readOwnReviews(person, activityId, String))?.round ? ['peer-reviews'] : []),
      ...((await countOpenRegrades(activityId)) > 0 ? ['regrades'] : []),
      ...CHOSEN_KINDS.filter((kind) => !isMailOff(kind)),
    ]
  }
  const before = await shown()
  expect(SWITCHES.length).toBeGreaterThan(1)
  for (const key of SWITCHES) {
    const { news, switchedOff } = SLICES.find((slice) => slice.key === key)!
    const words = [key, ...Object.keys(news)]
    const named = (all: readonly string[]) => all.filter((word) => words.includes(word))
    expect(named(before).length, `${key} is seen`).toBeGreaterThan(3)
    switchOff(key)
    const after = await shown()
    expect(named(after)).toEqual([])
    expect(await readGrading(activity)).toMatchObject(switchedOff!)
    // The others stand as they did.
    expect(after).toEqual(before.filter((word) => !words.includes(word)))
    switchOff()
    expect(await shown()).toEqual(before)
    expect(await readGrading(activity)).toMatchObject(grading)
  }

  const ofReviews = () => {
    const told = office.handed.filter(({ subject, text }) => /review/i.test(subject + text))
    office.take()
    return told.map(({ subject }) => subject)
  }

  // In the morning nobody hears of the reviews; who chooses their mails is not asked about them, and has chosen nothing about them.
  switchOff('peer-reviews')
  await moveTo(opens + 12 * HOUR)
  await week.round(office.hand)
  expect(ofReviews()).toEqual([])
  await chooseMail(person.id, ['digest'])
  switchOff()
  expect(await readChoices(person.id)).toEqual(['reviewsDue', 'digest'])
  // A reminder that was planned before is not sent while they are off.
  await week.round(office.hand)
  office.take()
  switchOff('peer-reviews')
  await moveTo(closes - 12 * HOUR)
  await week.round(office.hand)
  expect(ofReviews()).toEqual([])
  switchOff()
  await moveTo(closes + 12 * HOUR)
  await week.round(office.hand)
  expect(
    await readAllBeside(activityId, await readGrading(activity), Date.now()).then((of) => of(mei!.id)),
  ).toMatchObject({
    'peer-reviews': { isClosed: true },
  })
})
