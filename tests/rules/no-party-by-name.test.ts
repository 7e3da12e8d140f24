// Parties are data: rules and server contain no party's name and no fixed number of parties; only scenarios do.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const ROOT = path.resolve(import.meta.dirname, '../..')
/** Names of the built-in scenario's delegations, capitals and text, and the old constants for three parties. */
const NAMED: readonly RegExp[] = [
  /['"`](us|jp|cn)['"`.-]/, // as an id, or the start of a seat's or a pair's id
  /[.{,(]\s?(us|jp|cn)\s?[:,})?]/, // as a property
  /\.(us|jp|cn)\b/,
  /\b(us|jp)-(jp|cn)\b/,
  /\b(Tokyo|Washington|Beijing|Japan|China|allies|allied|essay)\b/i,
  /\b(DELEGATIONS|PAIRS|TABLE_ORDER)\b/,
]
/** Files that may name one, and why. */
const EXCEPT: readonly (readonly [string, string])[] = [
  ['simulation/scenarios/', 'the scenarios themselves, each with its own parties'],
  ['simulation/engine/lift-to-parties.ts', 'reads version 1, in which the three stood by name'],
  ['server/store/scenarios/shelf.ts', 'the key of the scenario that the demo plays'],
  ['server/generated/', 'made from the schema'],
]

const files = (folder: string): string[] =>
  readdirSync(path.join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|mjs|sql|md)$/.test(entry.name))
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)))
    .filter((file) => !EXCEPT.some(([place]) => file.startsWith(place)))

const named = (text: string): string[] => text.split('\n').filter((line) => NAMED.some((word) => word.test(line)))

test('no line of the rules, the server or the database names a party', () => {
  const all = ['simulation', 'server', 'prisma/migrations'].flatMap(files)
  const found = all.flatMap((file) =>
    named(readFileSync(path.join(ROOT, file), 'utf8')).map((line) => `${file}: ${line.trim()}`),
  )
  expect(found).toEqual([])
  expect(all.length).toBeGreaterThan(250)
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
  expect(named(line)).toEqual([line])
})

test.each(['nobody but us chooses a nonce', 'a browser does not hold us up', 'Chinese and Japanese write no spaces'])(
  'a line that only sounds so is not: %s',
  (line) => {
    expect(named(line)).toEqual([])
  },
)
