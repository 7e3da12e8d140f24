// A page sends the browser the namespaces that it names. What its components say there must be among them, or a reader sees the name of a
// message in place of its words: so the imports of every page are followed to each component that runs in the browser.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import manifest from '../../../package.json'

const ROOT = path.resolve(import.meta.dirname, '../../..')
const APP = path.join(ROOT, 'app')
/** What `Messages` always sends. */
const ALWAYS = ['common', 'ui']
/** Folders by the names that imports give them, such as `#ui/`. */
const FOLDERS = new Map(
  Object.entries(manifest.imports)
    .filter(([name]) => name.endsWith('/*'))
    .map(([name, file]) => [name.slice(0, -1), path.join(ROOT, path.dirname(file))]),
)

/** What a page imports and needs no words for, and why. */
const KNOWN: readonly string[] = [
  // Its own list is for the calendar alone; what stands around it has that of the layout.
  'app/courses/page.tsx courses',
  // Whoever opens a link reads no annotation.
  'app/r/[token]/page.tsx annotations',
]

type Source = {
  imports: readonly string[]
  inBrowser: boolean
  says: readonly string[]
  sends: readonly string[] | null
}
const read = new Map<string, Source>()

/** The file of ours that an import names; null for a package, a style or what runs on the server alone. */
function fileOf(name: string, from: string): string | null {
  const alias = [...FOLDERS.keys()].find((one) => name.startsWith(one))
  const base = alias
    ? path.join(FOLDERS.get(alias) ?? '', name.slice(alias.length))
    : path.resolve(path.dirname(from), name)
  if (!alias && !name.startsWith('.')) return null
  const file = [base, `${base}.tsx`, `${base}.ts`].find((one) => /\.tsx?$/.test(one) && existsSync(one))
  return file?.startsWith(APP) ? file : null
}

function sourceOf(file: string): Source {
  const known = read.get(file)
  if (known) return known
  const text = readFileSync(file, 'utf8')
  const named = [
    ...text.matchAll(/^(?:import|export)\s(?!type\b)[^'"]*?from '([^']+)'|\bimport\('([^']+)'\)|^import '([^']+)'/gm),
  ]
  const lists = [...text.matchAll(/<Messages namespaces=\{\[([^\]]*)\]\}/g)].map(([, list = '']) => list)
  const source = {
    imports: named.flatMap(([, one, two, three]) => fileOf(one ?? two ?? three ?? '', file) ?? []),
    inBrowser: /^'use client'/m.test(text),
    says: [...text.matchAll(/useTranslations\('([\w-]+)/g)].map(([, name = '']) => name),
    sends:
      lists.length === 0
        ? null
        : lists.flatMap((list) => [...list.matchAll(/'([\w-]+)'/g)].map(([, name = '']) => name)),
  }
  read.set(file, source)
  return source
}

/** What is said in the browser on a page, each namespace with a file that says it. */
function saidOn(page: string): Map<string, string> {
  const said = new Map<string, string>()
  const seen = new Set<string>()
  const follow = (file: string, within: boolean): void => {
    const { imports, inBrowser, says } = sourceOf(file)
    const here = within || inBrowser
    if (seen.has(`${file} ${here}`)) return
    seen.add(`${file} ${here}`)
    if (here) for (const name of says) said.set(name, path.relative(ROOT, file))
    for (const next of imports) follow(next, here)
  }
  follow(page, false)
  return said
}

/** What a page is sent: by itself, or by the nearest layout above it that sends anything. */
function sentTo(page: string): readonly string[] {
  const own = sourceOf(page).sends
  if (own) return own
  for (let folder = path.dirname(page); folder.startsWith(APP); folder = path.dirname(folder)) {
    const layout = path.join(folder, 'layout.tsx')
    const sends = layout !== page && existsSync(layout) ? sourceOf(layout).sends : null
    if (sends) return sends
  }
  return []
}

test('each page sends the browser every namespace that its components say there', () => {
  const pages = readdirSync(APP, { recursive: true, encoding: 'utf8' })
    .filter((name) => ['page.tsx', 'layout.tsx', 'not-found.tsx'].includes(path.basename(name)))
    .map((name) => path.join(APP, name))
  expect(pages.length).toBeGreaterThan(50)
  const missing = pages.flatMap((page) => {
    const sent = [...ALWAYS, ...sentTo(page)]
    return [...saidOn(page)]
      .filter(([name]) => !sent.includes(name))
      .map(([name, file]) => ({ what: `${path.relative(ROOT, page)} ${name}`, file }))
  })
  const isKnown = ({ what }: { what: string }) => KNOWN.includes(what)
  expect(missing.filter((one) => !isKnown(one))).toEqual([])
  expect(
    missing
      .filter(isKnown)
      .map(({ what }) => what)
      .toSorted(),
  ).toEqual(KNOWN)
})
