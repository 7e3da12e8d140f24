// A switch over a closed list of cases ends in `never`, so that a new case does not compile where nobody has thought of it.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const ROOT = path.resolve(import.meta.dirname, '../../..')

/** Switches over words that come from outside, of which there is no list, and what they are. */
const OPEN: Readonly<Record<string, string>> = {
  'app/_record/words/off-words.ts': 'the first part of an address in a record',
  'app/_record/words/procedure-sentence.ts':
    'the sentences that are left have messages by their keys alone, which the compiler looks for',
  'app/_room/hooks/use-one-stop.ts': 'keys',
  'app/activities/[activityId]/gradebook/[file]/route.ts': 'the name of a file in an address',
  'app/activities/[activityId]/seating/spots.ts': 'keys',
  'app/rooms/[roomId]/replay/use-replay-keys.ts': 'keys',
  'app/rooms/[roomId]/stage/stage-screen.tsx': 'keys',
  'server/base/first-connection.ts': 'codes of PostgreSQL',
  'server/base/faults/storage-fault.ts': 'codes of the operating system',
  'server/commands/command-fault.ts': 'codes of PostgreSQL, Prisma and the operating system',
  'server/web/health.ts': 'an address',
  'server/web/http/http-server.ts': 'codes of Node',
  'server/web/http/request-bounds.ts': 'codes of Node',
  'server/web/roster-form.ts': 'a button as its form sends it',
  'simulation/wire/draft-key.ts': 'the first part of a key on a device',
}

/** The switches of a source that do not end in `never`. Sources are formatted, so a switch ends at a brace as far in as it begins. */
function openSwitches(text: string): string[] {
  return [...text.matchAll(/^( *)(?=[^\n]*\bswitch \(([^\n]*)\) \{$)[^\n]*\n([\s\S]*?)^\1\}/gm)].flatMap(
    ([, , subject = '', cases = '']) => (/^ *default:(?:(?!^ *case )[\s\S])*\bnever\b/m.test(cases) ? [] : [subject]),
  )
}

test('the reader of sources tells a switch that ends in never from one that does not', () => {
  const closed =
    "  switch (one.kind) {\n    case 'a':\n      return 1\n    default:\n      return one satisfies never\n  }\n"
  expect(openSwitches(closed)).toEqual([])
  expect(openSwitches(closed.replace('one satisfies never', 'null'))).toEqual(['one.kind'])
  expect(openSwitches(closed.replace(/ {4}default:\n.*\n/, ''))).toEqual(['one.kind'])
})

test('every switch over a closed list of cases ends in never', () => {
  const files = ['app', 'server', 'simulation', 'prisma'].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => `${folder}/${file}`.replaceAll(path.sep, '/'))
      .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('server/generated/')),
  )
  expect(files.length).toBeGreaterThan(1_000)
  const found = files.filter((file) => openSwitches(readFileSync(path.join(ROOT, file), 'utf8')).length > 0)
  expect(found.toSorted()).toEqual(Object.keys(OPEN).toSorted())
})
