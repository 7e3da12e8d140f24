/** Mail about grades: of a release to whoever it reaches, and of the answer to a regrade once it can be read (rules H18, J6). */
import { expect, test } from 'vitest'
import { database } from '#server/base/database'
import { readParticipants } from '#server/store/activities/participants'
import { turnOff } from '#server/store/mail/choices'
import { giveMark } from '#server/store/marks/grading'
import { changeGrading, giveGradeNote, releaseGrades, withdrawGrades } from '#server/store/marks/grading-place'
import { answerRegrade, askRegrade } from '#server/store/marks/regrades'
import { useFreshDatabase } from '../../support/machines/database'
import { address, givenMailWeek, givenOffice, HOUR, MORNING } from './given-mail'

const fresh = useFreshDatabase()

test('a grade that is released alone is mailed to its student alone, and not once the release is taken back', async () => {
  const week = await givenMailWeek(fresh.url(), 3)
  const office = givenOffice()
  const { moveTo } = await week.open()
  await moveTo(MORNING)
  await week.round(office.hand)
  office.take()
  const user = { id: week.instructor.id, isAdmin: false }
  const released = async (student: number) => {
    const { id } = (await readParticipants(week.activityId)).find(({ name }) => name === `Student ${student}`)!
    const about = { activityId: week.activityId, participantId: id, comment: null, tookNoPart: true }
    expect(await giveGradeNote(user, about)).not.toBeNull()
    return releaseGrades(user, { activityId: week.activityId, scope: { kind: 'person', id }, reason: null })
  }
  expect(await released(2)).toMatchObject({ ok: true })
  const third = await released(3)
  if (!third.ok) throw new Error('It is complete.')
  expect(await withdrawGrades(user, { activityId: week.activityId, act: third.act })).toBe(true)
  await week.round(office.hand)
  expect(office.take()).toEqual([`${address(2)}: Your marks in IR 347 are released`])
})

test('J6 the answer to a regrade is mailed once it can be read: that a level stays at once, a new level with its release', async () => {
  const week = await givenMailWeek(fresh.url(), 3)
  const office = givenOffice()
  const { moveTo } = await week.open()
  await moveTo(MORNING)
  const user = { id: week.instructor.id, isAdmin: false }
  const { activityId } = week
  await changeGrading(user, { activityId, grading: { evidence: 'off', noPart: 'none', regradeDays: 7 } })
  const people = await readParticipants(activityId)
  const scope = { kind: 'all' }
  const level = (person: (typeof people)[number], given: number) =>
    giveMark(user, {
      ...{ subject: 'student', participantId: person.id, roomId: person.roomId, round: null, criterion: 'role' },
      ...{ level: given, evidence: [], noEvidence: false, comment: null },
    })
  for (const person of people) expect(await level(person, 2)).toMatchObject({ ok: true })
  expect(await releaseGrades(user, { activityId, scope, reason: null })).toMatchObject({ ok: true })
  const text = 'In entry 12 I said what a trade minister would say.'
  for (const { userId } of people)
    expect(await askRegrade({ id: userId, isAdmin: false }, { activityId, criterion: 'role', text })).toBeNull()
  await week.round(office.hand)
  office.take()
  const mails = async () => {
    await week.round(office.hand)
    return office.take().toSorted()
  }
  const [first, second, third] = people.toSorted((a, b) => a.name.localeCompare(b.name))
  const answer = (participantId: string, given: number) =>
    answerRegrade(user, { activityId, participantId, criterion: 'role', level: given, text: 'I read it again.' })
  const answered = (student: number) => `${address(student)}: Your regrade in IR 347 is answered`
  expect(await answer(first!.id, 2)).toBeNull()
  expect(await mails()).toEqual([answered(1)])
  await moveTo(MORNING + HOUR)
  for (const person of [second!, third!]) await level(person, 3)
  // The story's clock, in place of the database's.
  await database().mark.updateMany({ where: { level: 3 }, data: { at: new Date() } })
  for (const { id } of [second!, third!]) expect(await answer(id, 3)).toBeNull()
  expect(await mails()).toEqual([])
  await turnOff({ placeId: third!.rosterPlaceId!, kind: 'regradeAnswered' })
  await moveTo(MORNING + 2 * HOUR)
  expect(await releaseGrades(user, { activityId, scope, reason: 'I read it again.' })).toMatchObject({ ok: true })
  expect(await mails()).toEqual([answered(2), `${address(3)}: Your marks in IR 347 are released`])
})
