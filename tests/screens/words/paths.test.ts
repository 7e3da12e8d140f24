/** Addresses are made in app/_paths/paths.ts only, and each is the address it was. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { SLICES } from '#simulation/beside/slices'
import * as paths from '../../../app/_paths/paths'

const app = path.resolve(import.meta.dirname, '../../../app')
const sources = readdirSync(app, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file))

/** The first segment of every address, from the route folders. */
const firstParts = [
  ...new Set(
    sources
      .filter((file) => /(^|\/)(page|route)\.tsx?$/.test(file))
      .flatMap(
        (file) => file.split('/').find((part) => !part.startsWith('(') && !/^(page|route)\.tsx?$/.test(part)) ?? [],
      ),
  ),
]

/** Strings and templates that start like an address of this site; imports start with a dot or a #. */
function addressesIn(text: string): string[] {
  const address = new RegExp(`(['"\`])/(?:(?:${firstParts.join('|')})(?=[/?#'"\`$])|\\$\\{)[^'"\`]*`, 'g')
  return [...text.matchAll(address)].map(([found]) => found)
}

test('no other file in app writes an address by hand', () => {
  expect(firstParts).toContain('rooms')
  expect(firstParts).toContain('sign-in')
  const written = sources
    .filter((file) => file !== '_paths/paths.ts')
    .flatMap((file) => addressesIn(readFileSync(path.join(app, file), 'utf8')).map((found) => `${file}: ${found}`))
  expect(written).toEqual([])
})

test('an address written by hand is found, whatever it is written with', () => {
  expect(addressesIn("href: '/courses'")).toHaveLength(1)
  expect(addressesIn('<a href="/my/marks">')).toHaveLength(1)
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the searched text is source code
  expect(addressesIn('redirect(`/rooms/${id}/desk`)')).toHaveLength(1)
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the source that is looked through
  expect(addressesIn('fetch(`/${where}/rows`)')).toHaveLength(1)
  expect(addressesIn("import { a } from './rooms/a'; import b from '#ui/rooms'")).toEqual([])
})

test('every address leads to a page, or to a file that is sent', () => {
  const routes = sources
    .filter((file) => /(^|\/)(page|route)\.tsx?$/.test(file))
    .map((file) =>
      path
        .dirname(file)
        .split('/')
        .filter((part) => part !== '.' && !part.startsWith('('))
        .map((part) => (part.startsWith('[') ? '[^/]+' : part.replace('.', '\\.')))
        .join('/'),
    )
    .map((route) => new RegExp(`^/${route}$`))
  const { myBesidePath, ...others } = paths
  const made = [
    ...Object.entries(others).map(([name, make]) => [name, call(make)] as const),
    // The page is that of a slice.
    ...SLICES.flatMap(({ key, page }) => (page === null ? [] : [[key, myBesidePath(page, 'a')] as const])),
  ]
  const nowhere = made.filter(([, at]) => !routes.some((route) => route.test(at.replace(/[?#].*$/, ''))))
  expect(nowhere).toEqual([])
})

/** Calls a path function with strings, which all of them accept. */
const call = (make: unknown): string => (make as (...words: string[]) => string)('a', 'b', 'c')

test('where to go next is carried whole through signing in', () => {
  const next = paths.transcriptPath('r1', 'q=a b&anchor=E3.1')
  const { pathname, searchParams } = new URL(paths.signInPath(next), 'http://here.invalid')
  expect(pathname).toBe('/sign-in')
  expect(searchParams.get('next')).toBe(next)
  expect(paths.signInPath()).toBe('/sign-in')
})

test('what is not asked for is not in the address', () => {
  expect(paths.searchPath('c1')).toBe('/courses/c1/search')
  expect(paths.searchPath('c1', { q: 'two words', activity: null, from: 0 })).toBe('/courses/c1/search?q=two+words')
  expect(paths.searchPath('c1', { activity: 'a1', from: 20 })).toBe('/courses/c1/search?activity=a1&from=20')
  expect(paths.replayRowsPath('r1', null)).toBe('/rooms/r1/replay/rows')
  expect(paths.transcriptPath('r1')).toBe('/rooms/r1/transcript')
  expect(paths.joinCodePath('ABC-DEF', null)).toBe('/join/ABC-DEF')
  expect(paths.joinCodePath('a/b', 'w1')).toBe('/join/a%2Fb?w=w1')
  expect(paths.roomPath('r1', 'reflection')).toBe('/rooms/r1#reflection')
})
