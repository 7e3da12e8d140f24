/** The sign-in sessions of open connections: whoever comes back is known as they were at the last recheck, not as they were when they came. */
import { expect, test } from 'vitest'
import { SessionsInUse } from '#server/live/pages/sessions-in-use'

test('whoever is no administrator any more does not come back as one', async () => {
  const person = (isAdmin: boolean) => ({
    id: 'u',
    name: 'U',
    email: 'u@example.org',
    isAdmin,
    kind: 'account' as const,
  })
  const sessions = new SessionsInUse(
    () => 0,
    async (ids) => new Map(ids.map((id) => [id, person(false)])),
  )
  const hold = sessions.hold({ sessionId: 's', user: person(true) }, () => {})
  await sessions.recheck()
  hold.release()
  expect(sessions.personOf('s')).toEqual(person(false))
})
