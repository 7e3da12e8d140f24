// Holds the documents to the repository: their links lead somewhere, and the files, commands and headings that they name are there.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const ROOT = path.resolve(import.meta.dirname, '../../..')
const DOCUMENTS = [
  'README.md',
  ...readdirSync(path.join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name.replaceAll(path.sep, '/')}`),
]
const read = (name: string): string => readFileSync(path.join(ROOT, name), 'utf8')
const scripts = Object.keys(JSON.parse(read('package.json')).scripts)

/** As GitHub makes an anchor of a heading. */
const anchorsIn = (text: string): readonly string[] =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  )

/** What each document says that `pattern` finds, without code blocks unless they are asked for. */
const found = (pattern: RegExp, { blocks = false } = {}): readonly (readonly [document: string, words: string])[] =>
  DOCUMENTS.flatMap((name) => {
    const text = blocks ? read(name) : read(name).replace(/^```[\s\S]*?^```$/gm, '')
    return [...text.matchAll(pattern)].map(([, words = '']) => [name, words] as const)
  })

test('every link of a document leads to a file, and to a heading that stands in it', () => {
  const links = found(/\]\((?!https?:)([^)\s]+)\)/g)
  expect(links.length).toBeGreaterThan(60)
  const dead = links.filter(([document, link]) => {
    const [file = '', anchor] = link.split('#')
    const to = file === '' ? document : path.posix.join(path.posix.dirname(document), file)
    if (!existsSync(path.join(ROOT, to))) return true
    return anchor !== undefined && !anchorsIn(read(to)).includes(anchor)
  })
  expect(dead).toEqual([])
})

test('every command that a document names is one of package.json', () => {
  const named = found(/\bnpm run (?:-s )?([\w:-]+)/g, { blocks: true })
  expect(named.length).toBeGreaterThan(40)
  expect(named.filter(([, script]) => !scripts.includes(script))).toEqual([])
})

test('every file that a document names is there, except results', () => {
  const named = found(/`((?:app|docs|prisma|server|simulation|tests|\.ci)\/[^`\s…<*]*)`/g)
  expect(named.length).toBeGreaterThan(60)
  const isResult = (file: string) => file.startsWith('tests/results/')
  expect(named.filter(([, file]) => !isResult(file) && !existsSync(path.join(ROOT, file)))).toEqual([])
})

test('the README is one page: how it starts, how it is tested, five pictures, and where to read on', () => {
  const readme = read('README.md')
  expect(readme.split('\n').length).toBeLessThanOrEqual(121)
  for (const command of ['npm start', 'npm test', 'npm run test:all']) expect(readme).toContain(command)
  expect(new Set(readme.match(/tests\/pictures\/\w+\.png/g))).toHaveLength(5)
})

test('every name in italics of the README and of the guide for teachers stands in a message, so that it is on a page', () => {
  const folder = path.join(ROOT, 'app/_messages/en')
  const messages = readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'utf8'))
  const named = found(/(?<![\w`*])_([^_`]+)_(?!\w)/g).filter(
    ([document]) => /README|teaching/.test(document) && !/decisions/.test(document),
  )
  expect(named.length).toBeGreaterThan(140)
  const onPages = (name: string) => messages.some((all) => all.includes(name.replace(/\s+/g, ' ').replace(/ ?…$/, '')))
  expect(named.filter(([, name]) => !onPages(name))).toEqual([])
})

test('every decision stands in the list of decisions, under a number of its own', () => {
  const files = readdirSync(path.join(ROOT, 'docs/decisions')).filter((name) => name !== 'README.md')
  const list = read('docs/decisions/README.md')
  expect(files.length).toBeGreaterThan(20)
  expect(files.filter((name) => !/^\d{3}-[a-z0-9-]+\.md$/.test(name) || !list.includes(`(${name})`))).toEqual([])
  expect(new Set(files.map((name) => name.slice(0, 3))).size).toBe(files.length)
})

test('every file of the product opens with what it is', () => {
  const files = ['app', 'server', 'simulation'].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { withFileTypes: true, recursive: true }).flatMap((entry) =>
      entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.parentPath.includes('generated')
        ? path.relative(ROOT, path.join(entry.parentPath, entry.name))
        : [],
    ),
  )
  expect(files.length).toBeGreaterThan(900)
  // The line that says where a file runs goes before it.
  expect(files.filter((name) => !/^(?:'use \w+'\n)?\/[/*]/.test(read(name)))).toEqual([])
})
