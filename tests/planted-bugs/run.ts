/**
 * `npm run planted-bugs`: plants one bug after another in a copy of this checkout and requires that the tests named beside it fail.
 * `-- word` plants only those whose sentence holds the word. This checkout is never written to.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { BUGS } from './bugs'
import { mutated } from './mutations'

const LONGEST_MS = 300_000
const root = path.resolve(import.meta.dirname, '../..')
const words = process.argv.slice(2)
const bugs = BUGS.filter(({ breaks }) => words.every((word) => breaks.includes(word)))
const copy = mkdtempSync(path.join(tmpdir(), 'track-two-planted-'))
process.once('exit', () => rmSync(copy, { recursive: true, force: true }))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))

const say = (line: string) => process.stdout.write(`${line}\n`)
const read = (file: string) => readFileSync(path.join(copy, file), 'utf8')
const write = (file: string, text: string) => writeFileSync(path.join(copy, file), text)

function runInCopy(...words: string[]): { code: number | null; output: string } {
  const settings = { cwd: copy, timeout: LONGEST_MS, encoding: 'utf8', maxBuffer: 2 ** 28 } as const
  const { status, stdout, stderr } = spawnSync(process.execPath, words, settings)
  return { code: status, output: stdout + stderr }
}

/** The tests that failed, by name; null when they did not run to their end. */
function failing(tests: readonly string[]): string[] | null {
  const report = path.join(copy, 'report.json')
  rmSync(report, { force: true })
  const project = tests.every((file) => /^tests\/(rules|screens)\//.test(file)) ? 'simulation' : 'server'
  const how = ['run', '--config', 'tests/vitest.config.ts', '--project', project, '--bail=1', '--reporter=json']
  runInCopy('node_modules/vitest/vitest.mjs', ...how, `--outputFile=${report}`, ...tests)
  if (!existsSync(report)) return null
  const { testResults }: { testResults: { assertionResults: { status: string; title: string }[] }[] } = JSON.parse(
    readFileSync(report, 'utf8'),
  )
  const results = testResults.flatMap(({ assertionResults }) => assertionResults)
  if (!results.some(({ status }) => status === 'passed' || status === 'failed')) return null
  return results.flatMap(({ status, title }) => (status === 'failed' ? [title] : []))
}

/** A bug that names what is not there would throw, which any test notices: such a bug says nothing. */
function refuseUnknownNames(): void {
  const before = new Map<string, string>()
  for (const { file, inside, mutation } of bugs) {
    const text = read(file)
    if (!before.has(file)) before.set(file, text)
    try {
      write(file, mutated(text, inside, mutation))
    } catch {
      // another bug has taken this place
    }
  }
  const faults = runInCopy('node_modules/typescript/bin/tsc', '--noEmit', '-p', '.').output.split('\n')
  for (const [file, text] of before) write(file, text)
  const unknown = faults.filter((line) => /error TS(2304|2339|2551|2552):/.test(line))
  if (unknown.length > 0) throw new Error(`What is planted names what is not there:\n${unknown.join('\n')}`)
}

const listing = ['ls-files', '-z', '--cached', '--others', '--exclude-standard']
const files = spawnSync('git', listing, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 }).stdout.split('\0')
for (const file of files.filter((name) => name && existsSync(path.join(root, name)))) {
  mkdirSync(path.dirname(path.join(copy, file)), { recursive: true })
  cpSync(path.join(root, file), path.join(copy, file))
}
cpSync(path.join(root, 'server/generated'), path.join(copy, 'server/generated'), { recursive: true })
symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'))
refuseUnknownNames()

const survivors: string[] = []
for (const { breaks, file, inside, mutation, tests } of bugs) {
  const before = read(file)
  write(file, mutated(before, inside, mutation))
  const noticed = failing(tests)
  write(file, before)
  const isNoticed = noticed !== null && noticed.length > 0
  if (!isNoticed) survivors.push(breaks)
  say(`${isNoticed ? '✓' : '✗'} ${breaks} — ${isNoticed ? noticed[0] : noticed ? 'no test' : 'no end'}`)
}
for (const file of new Set(survivors.length < bugs.length ? bugs.flatMap(({ tests }) => tests) : [])) {
  const noticed = failing([file])
  if (noticed?.length === 0) continue
  survivors.push(file)
  say(`✗ ${file} fails with nothing planted: ${noticed?.[0] ?? 'no end'}`)
}
say(`${bugs.length} planted; not noticed: ${survivors.length === 0 ? 'none' : survivors.join(' · ')}`)
process.exitCode = survivors.length > 0 || bugs.length === 0 ? 1 : 0
