// Holds simulation/GLOSSARY.md to the code: the names it gives exist, and the words it retires are the names of no types, exported or not.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const ROOT = path.resolve(import.meta.dirname, '../..')
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

test('no retired word of the glossary is the name of a type again', () => {
  const retired = namesIn(RETIRED.split('\n\n')[1] ?? '')
  expect(retired.length).toBeGreaterThan(9)
  expect(retired.filter((name) => TYPES.has(name))).toEqual([])
})
