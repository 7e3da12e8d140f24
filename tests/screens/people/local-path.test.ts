/** Where sign-in redirects: never to another site, whatever `next` holds. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { localPath } from '../../../app/(people)/local-path'

const SITE = 'https://seminar.example.edu'
/** The origin that a browser on our page navigates to for this path. */
const leadsTo = (path: string) => new URL(path, SITE).origin

const tricks = [
  ...['/.//evil.example/login', '/x/..//evil.example', '/%2e//evil.example', '/%2E%2e//evil.example'],
  ...['/x/%2e%2e//evil.example', '/./\\evil.example', '/.\\\\evil.example', '//evil.example', '/\\evil.example'],
  ...['\\\\evil.example', '/\t/evil.example', '/\n/evil.example', '/\r\n//evil.example', ' //evil.example'],
  ...['/ /evil.example', 'https://evil.example', 'https:evil.example', 'javascript:alert(1)', '/..//@evil.example'],
  ...['/.//user:pass@evil.example', '/／evil.example', '/.//ｅｖｉｌ.example', '//[::1]/x', '/.///evil.example'],
  ...['///evil.example', '/;//evil.example', '/#//evil.example', '/?//evil.example', '//', '/.//', ''],
]

test.each(tricks)('the link %j leads to a page of this site', (wanted) => {
  const path = localPath(wanted)
  expect(path).toMatch(/^\/(?![/\\])/)
  expect(leadsTo(path)).toBe(SITE)
})

test('no link whatever leads off this site, and going round again changes nothing', () => {
  const piece = fc.constantFrom(
    ...[
      ...['/', '//', '\\', '.', '..', '%2e', '%2E%2e', '%2f', '%5c', '@', ':', '?', '#', ';', '\t', '\n', '\r', ' '],
      ...['\0'],
    ],
    ...['evil.example', 'x', '／', '＼', '。', '．', 'https:', 'javascript:', 'user', '[::1]', '\u2028', '\ud800'],
  )
  const link = fc.oneof(
    fc.array(piece, { maxLength: 9 }).map((parts) => `/${parts.join('')}`),
    fc.array(piece, { maxLength: 9 }).map((parts) => parts.join('')),
    fc.webUrl(),
    fc.string(),
  )
  let kept = 0
  fc.assert(
    fc.property(link, (wanted) => {
      const path = localPath(wanted)
      expect(path).toMatch(/^\/(?![/\\])/)
      expect(leadsTo(path)).toBe(SITE)
      expect(localPath(path)).toBe(path)
      if (path !== '/courses') kept += 1
    }),
    { numRuns: 1_500 },
  )
  expect(kept).toBeGreaterThan(150)
})

test('a page that was asked for is where it leads', () => {
  expect(localPath('/rooms/ab-1/transcript?round=framing&q=a%20b')).toBe('/rooms/ab-1/transcript?round=framing&q=a%20b')
  expect(localPath('/rooms/ab-1#do=3.opening.framing')).toBe('/rooms/ab-1#do=3.opening.framing')
  expect(localPath(undefined)).toBe('/courses')
})
