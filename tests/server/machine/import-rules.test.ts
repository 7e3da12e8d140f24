/** Each import rule fires on a planted violation, and none fires on its lawful twin. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { planted } from './planted-imports'

const patterns = z.union([z.string().transform((one) => [one]), z.array(z.string())]).default([])
const Paths = z.object({ path: patterns, pathNot: patterns })
const Rule = z.object({ name: z.string(), comment: z.string(), from: Paths, to: Paths })
const Rules = z.object({
  forbidden: z.array(Rule),
  options: z.object({ doNotFollow: Paths.pick({ path: true }), exclude: Paths.pick({ path: true }) }),
})
const { forbidden: rules, options } = Rules.parse(createRequire(import.meta.url)('../../dependency-cruiser.cjs'))

/** A small project that keeps every rule, in a folder of its own, with these files more. */
function plantProject(folder: string, more: ReadonlyMap<string, string>): void {
  const plant = (name: string, words: string) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), words)
  }
  mkdirSync(folder)
  cpSync('package.json', path.join(folder, 'package.json'))
  for (const name of ['zod', 'vitest', 'socket.io', 'socket.io-parser', 'csv-parse', 'fflate']) {
    plant(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }))
    plant(`node_modules/${name}/index.js`, 'exports.z = exports.test = exports.Decoder = 1')
  }
  plant('node_modules/csv-parse/sync.js', 'exports.parse = 1')
  plant(
    'simulation/engine/room.ts',
    "import { floor } from '../topics/floor/floor'\nexport type Room = 1\nexport const room = floor",
  )
  plant('simulation/topics/floor/floor.ts', 'export const floor = 1')
  plant('app/rooms/[roomId]/lobby/place.tsx', 'export const Place = () => <p>Here</p>')
  plant('app/activities/[activityId]/board/row.ts', 'export type Row = 1')
  plant('simulation/scenarios/lake/en/essay.json', '{ "title": "The lake" }')
  plant('simulation/reading/record/record-file-reading.ts', 'export const record = 1')
  plant('server/jobs/thread/cells.ts', 'export type Cell = 1\nexport const cells = 1')
  plant('simulation/reading/log/queue.ts', 'export const queue = 1')
  plant('server/main.ts', "import { live } from './live/room'\nexport const main = live")
  plant(
    'server/live/room.ts',
    "import { room } from '#simulation/engine/room'\nimport { rows } from '../store/log/rows'\nexport const live = room + rows",
  )
  plant('server/live/transport/inside.ts', 'export const cut = 1')
  plant('server/live/transport/page-socket.ts', 'export const page = 1')
  plant('server/web/page-cache/cached-page.ts', 'export const page = 1')
  plant('server/web/page-cache/cache-pages.ts', 'export const pages = 1')
  plant('server/store/log/rows.ts', 'export type Row = 1\nexport const rows = 1')
  plant('app/_ui/button.ts', 'export const button = 1')
  plant('app/_device/menu.ts', "import { button } from '../_ui/button'\nexport const menu = button")
  plant('app/_device/a.ts', 'export const a = 1')
  plant('app/_device/device-storage.ts', 'export const count = 1')
  plant('tests/support/given.ts', 'export const given = 1')
  for (const [file, text] of more) plant(file, text)
}

/** The twins of one kind in as few projects as their names allow. */
function projectsOf(kind: 'good' | 'bad'): Map<string, string>[] {
  const projects: Map<string, string>[] = []
  const twins = Object.values(planted).flatMap(({ bad, alsoBad = [], good }) =>
    kind === 'good' ? [good] : [bad, ...alsoBad],
  )
  for (const [file, text] of twins) {
    const project = projects.find((each) => !each.has(file))
    if (project) project.set(file, text)
    else projects.push(new Map([[file, text]]))
  }
  return projects
}

/** What fires in the projects of each kind, as `rule: way`; the checker goes through all of them in one run. */
const fired = { good: [] as string[], bad: [] as string[] }

beforeAll(() => {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'track-two-imports-')))
  const folders = (['good', 'bad'] as const).flatMap((kind) =>
    projectsOf(kind).map((files, place) => {
      const folder = path.join(root, `${kind}-${place}`)
      plantProject(folder, files)
      return folder
    }),
  )
  const run = spawnSync(process.execPath, ['tests/import-rules.mjs', ...folders], { encoding: 'utf8' })
  rmSync(root, { recursive: true, force: true })
  expect(run.status, run.stderr).toBe(1)
  let told: string[] = []
  let projects = 0
  for (const line of run.stderr.split('\n')) {
    if (/^[a-z-]+: /.test(line)) told.push(line)
    const [, folder] = / rules in (.+)$/.exec(line) ?? []
    if (!folder) continue
    fired[path.basename(folder).startsWith('good') ? 'good' : 'bad'].push(...told)
    told = []
    projects += 1
  }
  expect(projects).toBe(folders.length)
})

test('every rule has a planted violation and says why it is there in a sentence', () => {
  expect(Object.keys(planted).sort()).toEqual([...new Set(rules.map(({ name }) => name))].sort())
  for (const { comment } of rules) expect(comment).toMatch(/^[A-Z].{30,}\.$/)
})

/** A pattern once for each of the names it lists, so that one that no longer exists is not covered by its neighbours. */
function eachNamed(pattern: string): string[] {
  const group = /\(([^()]*\|[^()]*)\)/.exec(pattern)
  if (!group) return [pattern]
  return (group[1] ?? '')
    .split('|')
    .flatMap((name) => eachNamed(pattern.slice(0, group.index) + name + pattern.slice(group.index + group[0].length)))
}

/** What a build makes and an install brings: not in the repository, and there when the rules are held against a built project. */
const MADE = ['dist/server.mjs', 'dist/admin.mjs', '.next/BUILD_ID', 'server/generated/prisma/client.ts']
const INSTALLED = [
  'node_modules/zod/index.js',
  'node_modules/munkres/dist/munkres.cjs',
  'node_modules/diff/libcjs/index.js',
  'node_modules/@types/node/index.d.ts',
  'node_modules/socket.io/dist/index.js',
  'node_modules/socket.io-parser/build/cjs/index.js',
  'node_modules/engine.io/build/engine.io.js',
  'node_modules/ws/index.js',
  'node_modules/csv-parse/lib/sync.js',
  'node_modules/fflate/lib/node.cjs',
]

test('each name in a rule’s patterns is that of a file or folder which is there', () => {
  const folders = ['app', 'prisma', 'server', 'simulation', 'tests']
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => path.posix.join(folder, name)),
  )
  const there = [...files, ...MADE, ...INSTALLED]
  const named = [
    ...rules.flatMap(({ from, to }) => [from.path, from.pathNot, to.path, to.pathNot]),
    options.doNotFollow.path,
    options.exclude.path,
  ].flat()
  expect(named.length).toBeGreaterThan(30)
  // `$1` stands for what the first group of the rule's other side found, whatever that is.
  const meets = (pattern: string) => {
    const whole = new RegExp(pattern.replaceAll('$1', '[^/]+'))
    return there.some((file) => whole.test(file))
  }
  expect(named.flatMap(eachNamed).filter((pattern) => !meets(pattern))).toEqual([])
  expect(eachNamed('^simulation/(bots/|kernel/(happening|ledger)\\.ts$)').filter((pattern) => !meets(pattern))).toEqual(
    ['^simulation/kernel/happening\\.ts$'],
  )
})

test('each folder of the rules, of the server and of what pages share has one floor', () => {
  const floors = rules.flatMap(({ name, from }) => (name === 'only-floors-below' ? from.path : []))
  const shared = readdirSync('app').flatMap((name) => (name.startsWith('_') ? [path.posix.join('app', name)] : []))
  const files = ['simulation', 'server', ...shared].flatMap((top) =>
    readdirSync(top, { recursive: true, encoding: 'utf8' })
      .map((name) => path.posix.join(top, name))
      .filter((file) => /\.(tsx?|mjs)$/.test(file) && !file.startsWith('server/generated/')),
  )
  expect(files.length).toBeGreaterThan(100)
  const patterns = floors.map((floor) => new RegExp(floor))
  expect(files.filter((file) => patterns.filter((floor) => floor.test(file)).length !== 1)).toEqual([])
})

test.for(Object.entries(planted))('%s fires on its violation', ([name, { bad, alsoBad = [] }]) => {
  for (const [file] of [bad, ...alsoBad]) {
    // A circle of folders names folders.
    const place = name === 'no-folder-circles' ? path.posix.dirname(file) : file
    expect(fired.bad.filter((line) => line.startsWith(`${name}: `) && line.includes(place))).not.toEqual([])
  }
})

test('no rule fires beside its violation', () => {
  expect(fired.good).toEqual([])
})
