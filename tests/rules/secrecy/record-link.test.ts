// Which reader goes by a link, and for whom it opens.
import { expect, test } from 'vitest'
import { readerOf } from '#simulation/secrecy/file-reader'
import { isLinkOpen, mayGoByLink, opensFor } from '#simulation/secrecy/record-link'

const reader = (code: string) => {
  const found = readerOf(code)
  if (!found) throw new Error(code)
  return found
}

test('D23 a publication opens for everybody, the class for the course, one side once it is unsealed, and what is the staff’s for nobody', () => {
  const opens = (code: string, unsealed: boolean) =>
    (['stranger', 'course', 'staff'] as const).filter((visitor) => opensFor(reader(code), visitor, unsealed))
  for (const unsealed of [false, true]) {
    for (const code of ['offices', 'numbers', 'offices.caucuses', 'numbers.caucuses'])
      expect(opens(code, unsealed)).toEqual(['stranger', 'course', 'staff'])
    expect(opens('class', unsealed)).toEqual(['course', 'staff'])
    expect(opens('reader', unsealed)).toEqual([])
  }
  expect(opens('side.us', false)).toEqual(['staff'])
  expect(opens('side.us', true)).toEqual(['course', 'staff'])
  expect(['reader', 'class', 'side.us', 'offices'].filter((code) => mayGoByLink(reader(code)))).toEqual([
    'class',
    'side.us',
    'offices',
  ])
})

test('D23 a link is open until its end or until it is revoked', () => {
  expect(isLinkOpen({ expiresAt: 10, revokedAt: null }, 9)).toBe(true)
  expect(isLinkOpen({ expiresAt: 10, revokedAt: null }, 10)).toBe(false)
  expect(isLinkOpen({ expiresAt: 10, revokedAt: 5 }, 6)).toBe(false)
})
