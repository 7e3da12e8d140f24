// `npm run planted-bugs`: plants one bug after another in a scratch copy of this checkout and requires that the tests named beside it
// fail. `-- word` plants only those whose sentence holds the word, `-- --since <commit>` those that were not yet there at that commit;
// `-- --first` goes on to the next bug as soon as one test has noticed, and then does not count the others. The copy is put away at the end; this checkout is never written to.
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { build, generate, root } from '../../server/ops/start/prepare.mjs'
import { BUGS } from './bugs.ts'
import { placesOf, readProgram } from './symbols.ts'

const LONGEST_MS = 240_000
const { values: asked, positionals: words } = parseArgs({
  allowPositionals: true,
  options: { first: { type: 'boolean', default: false }, since: { type: 'string' } },
})
const listed = asked.since ? mustRun('git', 'grep', '-h', '', asked.since, '--', 'tests/planted-bugs') : ''
const bugs = BUGS.filter(({ breaks }) => words.every((word) => breaks.includes(word)) && !listed.includes(breaks))
const scratch = mkdtempSync(path.join(tmpdir(), 'track-two-planted-'))
process.once('exit', () => rmSync(scratch, { recursive: true, force: true }))
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130))

/** @param {string} words */
const say = (words) => process.stdout.write(`${words}\n`)

/** @param {string} command @param {string[]} given */
function mustRun(command, ...given) {
  const { status, stdout, stderr } = spawnSync(command, given, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 })
  if (status !== 0) throw new Error(`${command} ${given.join(' ')} failed:\n${stderr}`)
  return stdout
}

/** What belongs to the checkout is copied; what was made from it or brought to it is linked where the disk allows. */
function copyCheckout() {
  const files = mustRun('git', 'ls-files', '-z', '--cached', '--others', '--exclude-standard').split('\0')
  for (const file of files.filter((name) => name && existsSync(path.join(root, name)))) {
    mkdirSync(path.dirname(path.join(scratch, file)), { recursive: true })
    cpSync(path.join(root, file), path.join(scratch, file))
  }
  cpSync(path.join(root, 'server/generated'), path.join(scratch, 'server/generated'), { recursive: true })
  const link = canLink() ? '-al' : '-a'
  mustRun('cp', link, path.join(root, 'node_modules'), path.join(scratch, 'node_modules'))
  // These are written to in place, and a link would write to this checkout's own.
  for (const written of ['.vite', '.vite-temp', '.stamps'])
    rmSync(path.join(scratch, 'node_modules', written), { recursive: true, force: true })
  if (!bugs.some(({ built }) => built)) return
  mustRun('cp', '-a', path.join(root, '.next'), path.join(scratch, '.next'))
  mustRun('cp', '-a', path.join(root, 'dist'), path.join(scratch, 'dist'))
}

function canLink() {
  try {
    linkSync(path.join(root, 'package.json'), path.join(scratch, 'linked'))
    rmSync(path.join(scratch, 'linked'))
    return true
  } catch {
    return false // the folder for temporary files is on another disk
  }
}

/** @param {string} script @param {string[]} given @returns {Promise<{ said: string, code: number | null }>} */
function runInCopy(script, ...given) {
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' }
  const child = spawn(process.execPath, [script, ...given], { cwd: scratch, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text))
  const late = setTimeout(() => child.kill('SIGINT'), LONGEST_MS)
  return new Promise((done) =>
    child.once('close', (code) => {
      clearTimeout(late)
      done({ said, code })
    }),
  )
}

async function bundleServer() {
  const words = `import('./server/ops/start/prepare.mjs').then(({ buildServer }) => buildServer())`
  const { said, code } = await runInCopy('--eval', words)
  // Unsaid, the tests would look at the server as it was built before, and the bug would seem to go unnoticed.
  if (code !== 0) throw new Error(`The copy's server could not be bundled:\n${said}`)
}

/**
 * The names of the tests that failed; null when they did not run to their end.
 * @param {readonly string[]} tests @param {string} [only] @param {boolean} [isOneEnough]
 */
async function failing(tests, only, isOneEnough = false) {
  const project = tests.every((file) => /^tests\/(rules|screens)\//.test(file)) ? 'simulation' : 'server'
  const report = path.join(scratch, 'report.json')
  rmSync(report, { force: true })
  const { said } = await runInCopy(
    'node_modules/vitest/vitest.mjs',
    ...['run', '--config', 'tests/vitest.config.ts', '--project', project, ...tests],
    ...(only ? ['-t', only] : []),
    ...(isOneEnough ? ['--bail=1'] : []),
    ...['--reporter=json', `--outputFile.json=${report}`],
  )
  if (!existsSync(report)) return { failed: null, said }
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'))
  const results = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map((result) => ({ ...result, file: path.relative(scratch, name) })),
  )
  const ran = results.filter(({ status }) => status === 'passed' || status === 'failed')
  if (ran.length === 0) return { failed: null, said }
  return { failed: ran.filter(({ status }) => status === 'failed'), said }
}

/** @param {readonly { file: string }[]} failed */
const filesOf = (failed) => [...new Set(failed.map(({ file }) => file))]

/** All tests that are to notice something, on the copy as it is: they must have nothing to say. */
async function expectUnplantedPass() {
  const [plain, picked] = [bugs.filter(({ only }) => !only), bugs.filter(({ only }) => only)]
  const files = [...new Set(plain.flatMap(({ tests }) => tests))]
  const runs = [
    ...[/^tests\/(rules|screens)\//, /^tests\/(server|security)\//].map((part) => ({
      tests: files.filter((file) => part.test(file)),
      only: undefined,
    })),
    ...picked.map(({ tests, only }) => ({ tests, only })),
  ]
  for (const { tests, only } of runs.filter(({ tests }) => tests.length > 0)) {
    const first = await failing(tests, only)
    if (first.failed?.length === 0) continue
    // Some measure time; on a machine that did something else they may, once, have measured that.
    const { failed, said } = first.failed ? await failing(filesOf(first.failed), only) : first
    if (failed?.length === 0) continue
    throw new Error(
      `These tests fail with nothing planted: ${failed?.map(({ fullName }) => fullName).join(' · ')}\n${said}`,
    )
  }
}

/** A bug may leave a name or a value unused. */
const UNUSED = /error TS(6133|6192|6196|6198):/

/** What is planted is a program with a bug in it. A name that has gone since would throw, and any test notices that. */
async function expectPlantedCompiles() {
  const texts = new Map(program.map(({ file, text }) => [file, text]))
  const from = new Map()
  for (const bug of bugs) {
    const [place] = placesOf(bug, program)
    if (place) from.set(place.file, [...(from.get(place.file) ?? []), { ...place, planted: bug.planted }])
  }
  for (const [file, places] of from) {
    let end = Number.POSITIVE_INFINITY
    let text = texts.get(file) ?? ''
    // From the last to the first, so that the places before keep theirs; of two in the same place one is left out.
    for (const place of places.sort((a, b) => b.from - a.from)) {
      if (place.to > end) continue
      text = text.slice(0, place.from) + place.planted + text.slice(place.to)
      end = place.from
    }
    writeFileSync(path.join(scratch, file), text)
  }
  const { said } = await runInCopy('node_modules/typescript/bin/tsc', '--noEmit', '-p', '.')
  for (const file of from.keys()) writeFileSync(path.join(scratch, file), texts.get(file) ?? '')
  const faults = said.split('\n').filter((line) => /error TS/.test(line) && !UNUSED.test(line))
  if (faults.length > 0) throw new Error(`What is planted does not compile:\n${faults.join('\n')}`)
}

/** @param {readonly { file: string, title: string }[]} failed */
const named = ([first, ...more]) =>
  `${first?.file}: ${first?.title}${more.length > 0 ? ` (and ${more.length} more)` : ''}`

await generate()
if (bugs.some(({ built }) => built)) await build()
copyCheckout()
const program = readProgram(scratch)
await expectPlantedCompiles()
await expectUnplantedPass()
say(`Nothing planted: ${new Set(bugs.flatMap(({ tests }) => tests)).size} files of tests pass`)

const lines = []
let missed = 0
for (const bug of bugs) {
  const { breaks, planted, tests, only, built } = bug
  const places = placesOf(bug, program)
  const [place] = places
  let noticed = `its old text stands ${places.length} times inside ${bug.inside}, and must stand once`
  let isCaught = false
  if (place && places.length === 1) {
    const file = path.join(scratch, place.file)
    const before = readFileSync(file, 'utf8')
    writeFileSync(file, before.slice(0, place.from) + planted + before.slice(place.to))
    if (built) await bundleServer()
    const { failed, said } = await failing(tests, only, asked.first)
    isCaught = failed !== null && failed.length > 0
    noticed = isCaught ? named(failed) : failed ? 'no test' : `no end: ${said.slice(-2000)}`
    writeFileSync(file, before)
    if (built) await bundleServer()
  }
  if (!isCaught) missed += 1
  say(`${isCaught ? '✓' : '✗'} ${breaks} — ${noticed}`)
  lines.push(`| ${breaks} | ${noticed.replaceAll('|', '/')} |`)
}
say(['', '| planted bug | caught by |', '| --- | --- |', ...lines, ''].join('\n'))
say(`${bugs.length - missed} of ${bugs.length} caught`)
process.exitCode = missed > 0 || bugs.length === 0 ? 1 : 0
