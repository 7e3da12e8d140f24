/** A role in a course begins when somebody accepts an invitation link, which works once; until then nothing about the invited is shown. */
import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '#server/base/database'
import { accessCourse, accessRoom } from '#server/store/access/access'
import { leaveCourse, readColleagues, removeColleague } from '#server/store/courses/colleagues'
import { createCourse } from '#server/store/courses/courses'
import {
  acceptInvitation,
  declineInvitation,
  findInvitation,
  invite,
  type NewInvitation,
  readPending,
  withdrawInvitation,
} from '#server/store/courses/invitations'
import type { Person } from '#server/store/people/users'
import { useFreshDatabase } from '../../../support/machines/database'
import { givenAccount, givenActivity, givenGuest } from '../given-store'

useFreshDatabase()

let noor: Person
let courseId: string
beforeEach(async () => {
  noor = await givenAccount('Noor Haddad')
  courseId = await createCourse({ title: 'IR 347', timeZone: 'Asia/Tokyo', by: noor.id })
})

async function linkTo(more: Partial<NewInvitation> = {}): Promise<string> {
  const made = await invite({ by: noor, email: null, to: { courseId, part: 'assistant', rooms: [] }, ...more })
  if (!made.ok) throw new Error(made.fault)
  return made.token
}
const partsIn = async (course: string) => (await readColleagues(course)).map(({ name, part }) => `${name}: ${part}`)

test('nobody is enrolled by being invited, and everybody by accepting', async () => {
  const tarek = await givenAccount('Tarek Aziz')
  const token = await linkTo({ email: tarek.email })
  expect(await partsIn(courseId)).toEqual(['Noor Haddad: owner'])
  expect(await accessCourse(tarek, courseId, 'see-course')).toBeNull()
  expect(await findInvitation(token)).toMatchObject({ by: 'Noor Haddad', to: { title: 'IR 347', part: 'assistant' } })
  expect(await acceptInvitation(token, tarek)).toEqual({ kind: 'accepted', courseId })
  expect(await partsIn(courseId)).toEqual(['Noor Haddad: owner', 'Tarek Aziz: assistant'])
})

test('an invitation is the same whether or not anybody here has that address', async () => {
  const tarek = await givenAccount('Tarek Aziz')
  await linkTo({ email: tarek.email })
  await linkTo({ email: 'nobody.at.all@college.example' })
  const [unknown, known] = await readPending(courseId)
  const without = ({ id: _, email: __, expiresAt: ___, ...rest }: NonNullable<typeof known>) => rest
  if (!unknown || !known) throw new Error('Two were invited.')
  expect(without(known)).toEqual(without(unknown))
  expect(JSON.stringify([known, unknown])).not.toContain('Tarek')
})

test('a link is kept as a hash alone', async () => {
  const token = await linkTo({ email: 'somebody@college.example' })
  const rows = await database().$queryRaw<
    { row: string }[]
  >`SELECT row_to_json(invitation)::text AS row FROM invitation`
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.some(({ row }) => row.includes(token))).toBe(false)
})

describe('a link is used once', () => {
  test('by eight at the same time', async () => {
    const token = await linkTo()
    const people = await Promise.all(Array.from({ length: 8 }, (_, index) => givenAccount(`Person ${index}`)))
    const answers = await Promise.all(people.map((person) => acceptInvitation(token, person)))
    expect(answers.filter(({ kind }) => kind === 'accepted')).toHaveLength(1)
    expect(await partsIn(courseId)).toHaveLength(2)
  })
})

test('a link that was declined, taken back or is too old opens nothing', async () => {
  const person = await givenAccount('Late')
  const [declined, withdrawn, old] = [
    await linkTo(),
    await linkTo({ email: 'w@college.example' }),
    await linkTo({ days: -1 }),
  ]
  expect(await declineInvitation(declined)).toBe(true)
  const [row] = (await readPending(courseId)).filter(({ email }) => email === 'w@college.example')
  const other = await createCourse({ title: 'Another', timeZone: 'UTC', by: noor.id })
  expect(await withdrawInvitation(other, row?.id ?? '')).toBe(false)
  expect(await withdrawInvitation(courseId, row?.id ?? '')).toBe(true)
  for (const token of [declined, withdrawn, old, 'x'.repeat(43), '', 'a\0b']) {
    expect(await findInvitation(token)).toBeNull()
    expect(await acceptInvitation(token, person)).toEqual({ kind: 'not-found' })
  }
  expect(await readPending(courseId)).toEqual([])
  // An e-mail address is stored only while its invitation is open.
  expect(await database().invitation.count({ where: { courseId, email: { not: null } } })).toBe(0)
})

test('what nobody answered in time is forgotten with the next invitation', async () => {
  await linkTo({ email: 'too.late@college.example', days: -1 })
  await linkTo()
  expect(await database().invitation.count({ where: { email: 'too.late@college.example' } })).toBe(0)
})

test('accepting never changes a part that somebody has, and leaves the link for whom it was meant', async () => {
  const token = await linkTo()
  expect(await acceptInvitation(token, noor)).toEqual({ kind: 'has-part' })
  expect(await partsIn(courseId)).toEqual(['Noor Haddad: owner'])
  expect(await acceptInvitation(token, await givenAccount('Tarek Aziz'))).toMatchObject({ kind: 'accepted' })
})

test('a guest accepts nothing: a seat on a device is no account', async () => {
  const token = await linkTo()
  expect(await acceptInvitation(token, (await givenGuest('Jonas Weber')).person)).toEqual({ kind: 'not-found' })
})

test('a grader is given the rooms that were named, of this course and no other', async () => {
  const ours = await givenActivity({ instructor: noor, courseId, settings: { roomCount: 2 } })
  const theirs = await givenActivity({ instructor: await givenAccount('Sofía') })
  const [first = '', second = ''] = ours.roomIds
  const imani = await givenAccount('Imani Okafor')
  const to = { courseId, part: 'grader', rooms: [first, ...theirs.roomIds] } as const
  expect(await acceptInvitation(await linkTo({ to }), imani)).toMatchObject({ kind: 'accepted' })
  expect((await accessRoom(imani, first))?.as).toEqual({ kind: 'staff', part: 'grader' })
  expect(await accessRoom(imani, second)).toBeNull()
  expect(await accessRoom(imani, theirs.roomIds[0] ?? '')).toBeNull()
  const nothing = { courseId, part: 'grader', rooms: theirs.roomIds } as const
  expect(await invite({ by: noor, email: null, to: nothing })).toEqual({ ok: false, fault: 'no-room' })
})

test('whoever is off a course lets nobody in any more', async () => {
  const [tarek, elif] = [await givenAccount('Tarek Aziz'), await givenAccount('Elif Demir')]
  for (const person of [tarek, elif])
    await acceptInvitation(await linkTo({ to: { courseId, part: 'instructor', rooms: [] } }), person)
  const links = [await linkTo({ by: tarek }), await linkTo({ by: elif })]
  expect(await removeColleague(noor, courseId, tarek.id)).toBe('done')
  expect(await leaveCourse(elif.id, courseId)).toBe('done')
  for (const token of links)
    expect(await acceptInvitation(token, await givenAccount('A friend'))).toEqual({ kind: 'not-found' })
})

test('an invitation to an address is spent by an account of that address alone, however it is written', async () => {
  const [meant, other] = [await givenAccount('Meant'), await givenAccount('Other')]
  const token = await linkTo({ email: (meant.email ?? '').toUpperCase() })
  expect(await acceptInvitation(token, other)).toEqual({ kind: 'other-address' })
  expect(await partsIn(courseId)).toEqual(['Noor Haddad: owner'])
  expect(await acceptInvitation(token, meant)).toEqual({ kind: 'accepted', courseId })
})
