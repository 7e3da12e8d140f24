/**
 * Which files `npm test` plays: everything that a change reaches, and a fixed spread of every area, so that a checkout without changes is
 * tried as well. Nothing is listed by hand. `npm run test:all` plays every file but those for a release.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../..')

/** Files that matter before a release alone are named so: docs/contributing.md says what they play, and what stands in for them in every run. */
export const FOR_RELEASE = '**/*.release.{test,spec}.ts'
/** The six stories of the browser that `npm test` plays. */
export const JOURNEYS = '**/*.journey.spec.ts'

const AREAS = {
  simulation: ['tests/rules', 'tests/screens', 'tests/planted-bugs'],
  server: ['tests/server', 'tests/security', 'tests/faults', 'tests/cluster'],
} as const
export type Project = keyof typeof AREAS

/** Who may do what: it asks a built server, so that no import says what it guards. */
const EVERY_TIME = 'tests/security/matrix/authorisation.test.ts'
/** One file in so many of each area belongs to the spread. */
const ONE_IN: Readonly<Record<Project, number>> = { simulation: 5, server: 7 }
/** A file that leads to one of these starts a server or a program of its own: it is played where a change reaches it, and in the whole run. */
const STARTS: readonly string[] = [
  'tests/support/machines/server.ts',
  'tests/support/machines/children.ts',
  'tests/support/machines/engine.ts',
]

/** The files of a project that `npm test` plays, from the root of the checkout. */
export function chosenTests(project: Project): readonly string[] {
  const spread = inSpread(project)
  const reached = reachedByChange(project)
  return [...new Set([...(project === 'server' ? [EVERY_TIME] : []), ...spread, ...reached])]
}

/** The part of a project that is played whatever was changed. */
export const inSpread = (project: Project): readonly string[] =>
  AREAS[project].flatMap(testsIn).filter((file) => hasLot(file, project) && !startsProgram(file))

function testsIn(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll(path.sep, '/')}`)
    .filter((file) => /\.test\.tsx?$/.test(file) && !file.endsWith('.release.test.ts'))
    .toSorted()
}

const hasLot = (file: string, project: Project): boolean =>
  createHash('sha256').update(file).digest().readUInt32BE(0) % ONE_IN[project] === 0

/** Whether a test, by its path from the root of the checkout, leads to what starts programs, through the files of `tests` that it imports. */
export function startsProgram(file: string): boolean {
  const seen = new Set<string>()
  const waiting = [file]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (STARTS.includes(at)) return true
    if (seen.has(at)) continue
    seen.add(at)
    waiting.push(...importsOf(at))
  }
  return false
}

function importsOf(file: string): string[] {
  const source = readFileSync(path.join(root, file), 'utf8')
  return [...source.matchAll(/from '(\.[^']+)'/g)].flatMap(([, asked = '']) => {
    const place = path.posix.join(path.posix.dirname(file), asked)
    if (!place.startsWith('tests/')) return []
    const found = ['', '.ts', '.tsx'].map((end) => place + end).find(isFile)
    return found === undefined ? [] : [found]
  })
}

const isFile = (file: string): boolean => statSync(path.join(root, file), { throwIfNoEntry: false })?.isFile() ?? false

/** The tests that import what differs from the branch that this one leaves, by what Vitest follows; none where nothing differs. */
function reachedByChange(project: Project): string[] {
  const since = mergeBase()
  if (since === null || run('git', ['diff', '--name-only', since]) + run('git', ['status', '--porcelain']) === '')
    return []
  const words = ['list', '--config', 'tests/vitest.config.ts', '--project', project, '--changed', since]
  const listed = run(process.execPath, ['node_modules/vitest/vitest.mjs', ...words, '--filesOnly', '--json'])
  const files: unknown = JSON.parse(listed.slice(listed.indexOf('[')))
  if (!Array.isArray(files)) throw new Error('Vitest listed no files.')
  return files
    .map(({ file }) => path.relative(root, String(file)).replaceAll(path.sep, '/'))
    .filter((file) => !file.endsWith('.release.test.ts'))
}

/** The commit at which this checkout left the shared branch; null where there is none to compare with. */
function mergeBase(): string | null {
  for (const branch of ['@{upstream}', 'origin/main', 'main'])
    try {
      return run('git', ['merge-base', 'HEAD', branch]).trim()
    } catch {
      // No such branch here: the next one.
    }
  return null
}

const run = (command: string, words: readonly string[]): string =>
  execFileSync(command, words, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 64_000_000,
  })
