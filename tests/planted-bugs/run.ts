/**
 * `npm run planted-bugs`: plants one bug after another in a copy of this checkout and requires that the tests named beside it fail.
 * `-- word` plants only those whose sentence holds the word. This checkout is never written to.
 */
import { execFile, execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
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

const run = promisify(execFile)
/** What a program says, however it ends. Not in one piece: whoever ends this with Ctrl-C would wait for all the bugs. */
async function outputOf(timeout: number, ...words: string[]): Promise<string> {
  const settings = { cwd: copy, timeout, maxBuffer: 2 ** 28 }
  const ended = run(process.execPath, words, settings).catch((fault: { stdout: string; stderr: string }) => fault)
  const { stdout, stderr } = await ended
  return stdout + stderr
}

const isOfRules = (file: string) => /^tests\/(rules|screens)\//.test(file)

/** The tests that failed, by name; null when they did not run to their end. */
async function failing(tests: readonly string[], longestMs = LONGEST_MS): Promise<string[] | null> {
  const report = path.join(copy, 'report.json')
  rmSync(report, { force: true })
  const project = tests.every(isOfRules) ? 'simulation' : 'server'
  const how = ['run', '--config', 'tests/vitest.config.ts', '--project', project, '--bail=1', '--reporter=json']
  await outputOf(longestMs, 'node_modules/vitest/vitest.mjs', ...how, `--outputFile=${report}`, ...tests)
  if (!existsSync(report)) return null
  const { testResults }: { testResults: { assertionResults: { status: string; title: string }[] }[] } = JSON.parse(
    readFileSync(report, 'utf8'),
  )
  const results = testResults.flatMap(({ assertionResults }) => assertionResults)
  if (!results.some(({ status }) => status === 'passed' || status === 'failed')) return null
  return results.flatMap(({ status, title }) => (status === 'failed' ? [title] : []))
}

/** A bug that names what is not there would throw, which any test notices: such a bug says nothing. */
async function refuseUnknownNames(): Promise<void> {
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
  const output = await outputOf(LONGEST_MS, 'node_modules/typescript/bin/tsc', '--noEmit', '-p', '.')
  for (const [file, text] of before) write(file, text)
  const unknown = output.split('\n').filter((line) => /error TS(2304|2339|2551|2552):/.test(line))
  if (unknown.length > 0) throw new Error(`What is planted names what is not there:\n${unknown.join('\n')}`)
}

const listing = ['ls-files', '-z', '--cached', '--others', '--exclude-standard']
const files = execFileSync('git', listing, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 }).split('\0')
for (const file of files.filter((name) => name && existsSync(path.join(root, name)))) {
  mkdirSync(path.dirname(path.join(copy, file)), { recursive: true })
  cpSync(path.join(root, file), path.join(copy, file))
}
cpSync(path.join(root, 'server/generated'), path.join(copy, 'server/generated'), { recursive: true })
symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'))
await refuseUnknownNames()

const survivors: string[] = []
for (const { breaks, file, inside, mutation, tests } of bugs) {
  const before = read(file)
  write(file, mutated(before, inside, mutation))
  const noticed = await failing(tests)
  write(file, before)
  const isNoticed = noticed !== null && noticed.length > 0
  if (!isNoticed) survivors.push(breaks)
  say(`${isNoticed ? '✓' : '✗'} ${breaks} — ${isNoticed ? noticed[0] : noticed ? 'no test' : 'no end'}`)
}
// A test that fails in any case notices nothing.
const all = [...new Set(bugs.flatMap(({ tests }) => tests))]
for (const files of [all.filter(isOfRules), all.filter((file) => !isOfRules(file))].filter(
  ({ length }) => length > 0,
)) {
  const noticed = await failing(files, 10 * LONGEST_MS)
  if (noticed?.length === 0) continue
  survivors.push(`fails with nothing planted: ${noticed?.[0] ?? 'no end'}`)
}
say(`${bugs.length} planted; not noticed: ${survivors.length === 0 ? 'none' : survivors.join(' · ')}`)
process.exitCode = survivors.length > 0 || bugs.length === 0 ? 1 : 0
