// Parties are data: rules, server, database and screens contain no party's name and no fixed number of parties; only scenarios do.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const ROOT = path.resolve(import.meta.dirname, '../../..')
/** Names of the built-in scenario's delegations, capitals and text, and the old constants for three parties. */
const NAMED: readonly RegExp[] = [
  /['"`](us|jp|cn)['"`.-]/, // as an id, or the start of a seat's or a pair's id
  /[.{,(]\s?(us|jp|cn)\s?[:,})?]/, // as a property
  /\.(us|jp|cn)\b/,
  /\b(us|jp)-(jp|cn)\b/,
  /\b(Tokyo|Washington|Beijing|Japan|China|allies|allied|essay)\b/i,
  /\b(DELEGATIONS|PAIRS|TABLE_ORDER)\b/,
]
/** In styles, markup and messages as well, where "us" is a word and "essay" may begin a key. */
const NAMED_ON_SCREEN: readonly RegExp[] = [
  /\b(Tokyo|Washington|Beijing|Japan|China|United States|[Aa]llies|[Tt]he essay)\b/,
  /\bUS–|–US\b|\bus-jp\b|\bus-cn\b|\bjp-cn\b/,
  /(['"`])(?:us|jp|cn)\1|\.(?:us|jp|cn)\b|--(?:us|jp|cn)\b/,
  /china-gap|chinaGap/,
]
/** Files that may name one, and why. */
const EXCEPT: readonly (readonly [string, string])[] = [
  ['simulation/scenarios/', 'the scenarios themselves, each with its own parties'],
  ['simulation/engine/lift-to-parties.ts', 'reads version 1, in which the three stood by name'],
  ['server/store/scenarios/shelf.ts', 'the key of the scenario that the demo plays'],
  ['server/generated/', 'made from the schema'],
]

const lines = (text: string, words: readonly RegExp[]): string[] =>
  text.split('\n').filter((line) => words.some((word) => word.test(line)))

test.each([
  { folders: ['simulation', 'server', 'prisma/migrations'], kinds: /\.(ts|mjs|sql|md)$/, words: NAMED, least: 250 },
  { folders: ['app'], kinds: /\.(tsx?|css|json|svg)$/, words: NAMED_ON_SCREEN, least: 600 },
])('no line of $folders names a party', ({ folders, kinds, words, least }) => {
  const files = folders
    .flatMap((folder) => readdirSync(path.join(ROOT, folder), { withFileTypes: true, recursive: true }))
    .filter((entry) => entry.isFile() && kinds.test(entry.name))
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)))
    .filter((file) => !EXCEPT.some(([place]) => file.startsWith(place)))
  const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8')
  expect(files.flatMap((file) => lines(read(file), words).map((line) => `${file}: ${line.trim()}`))).toEqual([])
  expect(files.length).toBeGreaterThan(least)
})

test.each([
  "const first = 'us'",
  "seat === 'cn.foreign'",
  'return values.jp',
  "distances['us-jp']",
  '{ us: 0, jp: 0 }',
  'where Tokyo stood',
  'a paragraph of the essay',
  'for (const delegation of DELEGATIONS)',
])('a line that names one is found: %s', (line) => {
  expect(lines(line, NAMED)).toEqual([line])
})

test.each(['nobody but us chooses a nonce', 'a browser does not hold us up', 'Chinese and Japanese write no spaces'])(
  'a line that only sounds so is not: %s',
  (line) => {
    expect(lines(line, NAMED)).toEqual([])
  },
)
