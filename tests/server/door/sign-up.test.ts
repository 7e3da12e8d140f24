/** Who may make an account: everybody, holders of a link, or nobody; and a link makes only one. */
import { beforeAll, describe, expect, test } from 'vitest'
import { database } from '#server/base/database'
import { type Environment, settleSecret } from '#server/base/environment'
import { createCourse } from '#server/store/courses/courses'
import { acceptInvitation, findInvitation, invite } from '#server/store/courses/invitations'
import { findAccount } from '#server/store/people/users'
import { readSignUp, signUp } from '#server/web/sign-in'
import { useFreshDatabase } from '../../support/machines/database'
import { inSurroundings } from '../../support/machines/surroundings'
import { givenAccount, givenDevice } from '../store/given-store'

useFreshDatabase()

const rule = (signUp: Environment['signUp']) => inSurroundings({ SIGN_UP: signUp })
beforeAll(() => void settleSecret('a secret for these tests only, long enough'))

let count = 0
function asked(invitation: string | null) {
  count += 1
  const email = `new${count}@college.example`
  return { name: 'New Person', email, password: 'a long enough sentence', invitation }
}
const from = givenDevice('10.9.0.1')

async function link(): Promise<string> {
  const made = await invite({ by: null, email: null, to: null })
  if (!made.ok) throw new Error(made.fault)
  return made.token
}

describe('where accounts are made by invitation', () => {
  test('the form is refused without a link, with a made-up one and with one that was used', async () => {
    rule('invited')
    const used = await link()
    expect(await signUp(asked(used), from)).toMatchObject({ ok: true })
    for (const token of [null, '', 'x'.repeat(43), used]) {
      const person = asked(token)
      expect(await readSignUp(token)).toEqual({ kind: 'uninvited' })
      expect(await signUp(person, from)).toEqual({ ok: false, faults: ['uninvited'] })
      expect(await findAccount(person.email)).toBeNull()
    }
  })

  test('without a link nobody learns whose address has an account', async () => {
    rule('invited')
    const known = await givenAccount('Known')
    const refused = { ok: false, faults: ['uninvited'] }
    expect(await signUp({ ...asked(null), email: known.email ?? '' }, from)).toEqual(refused)
    expect(await signUp(asked(null), from)).toEqual(refused)
  })

  test('a link makes one account, also of eight who press at the same time', async () => {
    rule('invited')
    const token = await link()
    const answers = await Promise.all(Array.from({ length: 8 }, () => signUp(asked(token), from)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    const row = await database().invitation.findFirstOrThrow({
      where: { acceptedById: { not: null } },
      orderBy: { invitedAt: 'desc' },
    })
    expect(row.acceptedAt).not.toBeNull()
  })

  test('an address that is taken does not use the link up', async () => {
    rule('invited')
    const token = await link()
    const known = await givenAccount('Known')
    const taken = { ...asked(token), email: known.email ?? '' }
    expect(await signUp(taken, from)).toEqual({ ok: false, faults: ['email-taken'] })
    expect(await signUp(asked(token), from)).toMatchObject({ ok: true })
  })

  test('a colleague’s invitation makes an account too, and is still to be accepted', async () => {
    rule('invited')
    const noor = await givenAccount('Noor')
    const courseId = await createCourse({ title: 'IR 347', timeZone: 'UTC', by: noor.id })
    const made = await invite({ by: noor, email: null, to: { courseId, part: 'assistant', rooms: [] } })
    if (!made.ok) throw new Error(made.fault)
    const entered = await signUp(asked(made.token), from)
    expect(entered.ok).toBe(true)
    expect(await signUp(asked(made.token), from)).toEqual({ ok: false, faults: ['uninvited'] })
    expect(await findInvitation(made.token)).toMatchObject({ makesAccount: false, to: { title: 'IR 347' } })
    if (entered.ok) expect(await acceptInvitation(made.token, entered.person)).toMatchObject({ kind: 'accepted' })
  })
})

test('where nobody makes accounts, no link does', async () => {
  rule('closed')
  const token = await link()
  expect(await readSignUp(token)).toEqual({ kind: 'closed' })
  expect(await signUp(asked(token), from)).toEqual({ ok: false, faults: ['closed'] })
  rule('invited')
  expect(await signUp(asked(token), from)).toMatchObject({ ok: true })
})

test('where everybody does, nothing is asked, and a link in hand is used', async () => {
  rule('open')
  const token = await link()
  expect(await signUp(asked(null), from)).toMatchObject({ ok: true })
  expect(await signUp(asked(token), from)).toMatchObject({ ok: true })
  expect(await findInvitation(token)).toBeNull()
})
