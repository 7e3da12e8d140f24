/** The sentence that an operator reads when the database cannot be used. */
import { expect, inject, test } from 'vitest'
import { requireDatabase } from '#server/base/first-connection'

const changed = (change: (url: URL) => void): string => {
  const url = new URL(inject('clusterUrl'))
  change(url)
  return url.href
}

test('a database that answers is let be', async () => {
  await expect(requireDatabase(inject('clusterUrl'))).resolves.toBeUndefined()
})

test.each([
  [
    'nobody listens',
    changed((url) => Object.assign(url, { port: '1' })),
    /^No database answers at 127\.0\.0\.1:1: start it/,
  ],
  [
    'the password is wrong',
    changed((url) => Object.assign(url, { password: 'guessed' })),
    /does not let track_two in: correct the user or the password/,
  ],
  [
    'it has no such name',
    changed((url) => Object.assign(url, { pathname: '/nowhere' })),
    /has none called nowhere: create it/,
  ],
])('when %s, one sentence says so and what to do, without the password', async (_, url, sentence) => {
  const told = await requireDatabase(url).catch((error: unknown) => String(error instanceof Error && error.message))
  expect(told).toMatch(sentence)
  expect(told).toMatch(/DATABASE_URL\.$/)
  expect(told).not.toContain(new URL(url).password)
})
