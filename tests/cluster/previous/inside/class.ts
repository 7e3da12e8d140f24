/**
 * Opens a class in a database as the frozen build opens it, and prints it: a room that a newer build has opened could not be read by the
 * older one. Its only word is JSON (build.ts).
 */
import { settleSecret } from '#server/environment'
import { createSeminar } from '#server/store/activities/activities'
import { createCourse } from '#server/store/courses/courses'
import { connect, database, disconnect } from '#server/store/database'
import { joinByCode } from '#server/store/door/door'
import { createSession } from '#server/store/people/sessions'
import { makeSessionCookie } from '#server/web/identity'
import { givenAccount, plainSettings } from '../../../server/store/given-store'
import { chinaGap } from '../../../support/china-gap'

const { url, secret, students, settings } = JSON.parse(process.argv[2] ?? '')
connect(url)
settleSecret(secret)
const cookieOf = async (sessionId: string): Promise<string> => {
  const { name, value } = await makeSessionCookie(sessionId)
  return `${name}=${value}`
}
const instructor = await givenAccount('Noor Haddad')
const made = await createSeminar({
  courseId: await createCourse({ title: 'IR 347', timeZone: 'Asia/Tokyo', by: instructor.id }),
  by: instructor.id,
  title: 'The China gap',
  scenario: chinaGap(),
  agendaKey: 'seminar-90',
  settings: { ...plainSettings, ...settings },
  nameRoom: (number) => `Table ${number}`,
  doorOpen: true,
})
const chairCookie = await cookieOf(await createSession(database(), instructor.id, 'test'))
const seated = []
for (let index = 1; index <= students; index += 1) {
  const answer = await joinByCode({ code: made.code, name: `Student ${index}`, userAgent: 'test', visitor: null })
  if (!answer.ok || !answer.sessionId) throw new Error(`Student ${index} did not get in.`)
  const { sessionId, roomId } = answer
  seated.push({ cookie: await cookieOf(sessionId), sessionId, roomId })
}
await disconnect()
process.stdout.write(JSON.stringify({ roomIds: made.roomIds, chairCookie, students: seated }))
