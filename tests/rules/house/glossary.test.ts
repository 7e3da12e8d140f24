// Holds simulation/GLOSSARY.md to the code: the names it gives exist, and the words it retires are the names of no types, exported or not.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const ROOT = path.resolve(import.meta.dirname, '../../..')
const [TABLES = '', RETIRED = ''] = readFileSync(path.join(ROOT, 'simulation/GLOSSARY.md'), 'utf8').split('## Retired')

const codeIn = (folder: string): string =>
  readdirSync(path.join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.parentPath.includes('generated'))
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'))
    .join('\n')
const CODE = ['simulation', 'server', 'app'].map(codeIn).join('\n')
const TYPES: ReadonlySet<string> = new Set(
  [...`${CODE}\n${codeIn('tests')}`.matchAll(/^(?:export )?(?:type|interface|class|enum) (\w+)/gm)].flatMap(
    ([, name]) => name ?? [],
  ),
)

const namesIn = (text: string): readonly string[] => [...text.matchAll(/`(\w+)`/g)].flatMap(([, name]) => name ?? [])

/** The names in the last column of each row. */
const codeNames = TABLES.split('\n')
  .filter((row) => row.startsWith('| '))
  .flatMap((row) => namesIn(row.split('|')[3] ?? ''))

test('each code name of the glossary is one that the code declares', () => {
  const declared = (name: string) =>
    new RegExp(
      `\\b(?:const|let|type|class|function|interface) ${name}\\b|\\bvariant\\('${name}'|^ {2}${name}\\??: `,
      'm',
    ).test(CODE)
  expect(codeNames.length).toBeGreaterThan(60)
  expect(codeNames.filter((name) => !declared(name))).toEqual([])
})

test('no word stands in two rows', () => {
  const words = TABLES.split('\n')
    .filter((row) => row.startsWith('| ') && !/^\| (?:word|-+) /.test(row))
    .flatMap((row) => (row.split('|')[1] ?? '').split(',').map((word) => word.trim()))
  expect(words.length).toBeGreaterThan(90)
  expect(words.filter((word, place) => words.indexOf(word) !== place)).toEqual([])
})

/** Words that had come to mean several things: the files in whose names they mean what the glossary says, and those to be renamed. */
const MEANT: Readonly<Record<string, { here: RegExp; still: Readonly<Record<string, RegExp>> }>> = {
  thread: {
    here: /^app\/rooms\/\[roomId\]\/transcript\/annotations\/|\/stored-threads\.ts$/,
    still: {
      'a worker of Node': /\/(mail|drawing|program|worker)-thread\.ts$/,
      'a statement and its answers': /^simulation\/reading\/talk\/threads\.ts$/,
    },
  },
  drawing: {
    here: /^app\/(_ui|_pack|rooms\/\[roomId\]\/debrief)\//,
    still: {
      'writing the files of a record': /\/drawing(-queue|-thread)?\.ts$/,
      'rendering a page': /^server\/web\/drawing-(lanes|turn)\.ts$/,
    },
  },
  part: {
    here: /^server\/store\/access\/|\/part-fields\.tsx$/,
    still: {
      'a section of a page, a sheet or an entry':
        /\/((background|clause|desk|entry|stage|strategy|student)-parts|((facts|run-sheet|example|review)-)?part)\.tsx?$/,
      'what is loaded later': /\/(lazy-part|(use-floating|floating|dialog|menu|popover|room)-parts)\.tsx?$/,
      'a phase of an agenda': /\/new-seminar\/parts\.ts$|^simulation\/planning\/homework-parts\.ts$/,
    },
  },
  reading: {
    here: /\/(clause-|use-)?readings(-passed|-drawing|-section)?\.tsx?$|\/reading-line\.tsx$/,
    still: {
      'the texts that are read beforehand': /\/reading-(check|check-section|counts|time)\.tsx?$/,
      'what is read from the database or a file': /\/(room|debrief|record-file)-reading\.ts$/,
    },
  },
}

const FILES = ['simulation', 'server', 'app'].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file}`.replaceAll(path.sep, '/'))
    .filter((file) => /\.tsx?$/.test(file)),
)

test.each(Object.entries(MEANT))('no further file is named after a %s of another kind', (word, { here, still }) => {
  const named = FILES.filter((file) => new RegExp(`(^|[-/])${word}s?[-.][^/]*$`).test(file))
  const others = Object.values(still)
  expect(named.filter((file) => !here.test(file) && !others.some((meaning) => meaning.test(file)))).toEqual([])
  expect(named.some((file) => here.test(file))).toBe(true)
  for (const meaning of others) expect(named.some((file) => meaning.test(file))).toBe(true)
})

test('no retired word of the glossary is the name of a type again', () => {
  const retired = namesIn(RETIRED.split('\n\n')[1] ?? '')
  expect(retired.length).toBeGreaterThan(9)
  expect(retired.filter((name) => TYPES.has(name))).toEqual([])
})
