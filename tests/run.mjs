// `npm test`: what is run before a commit, from an empty clone to the browser, with one count at the end; `npm run test:all`: everything,
// which is what a build machine runs; `npm run test:release`: that, and what matters before a release alone. It starts before any dependency exists, so what it imports itself is Node's own.
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { build, generate, install, requireNode, root, StepFault } from '../server/ops/start/prepare.mjs'

requireNode()
process.chdir(root)
const isForRelease = process.argv.includes('--release')
const isWhole = isForRelease || process.argv.includes('--all')
if (!isForRelease) process.env.WITHOUT_RELEASE = '1'
if (!isWhole) process.env.SHORT_RUN = '1'
const results = path.join(root, 'tests/results')
rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })

/** Running children. An interrupted run ends them first, so that each can stop its database and server. */
const running = new Set()
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    const ended = [...running].map((child) => new Promise((resolve) => child.once('close', resolve)))
    for (const child of running) child.kill('SIGINT')
    await Promise.all(ended)
    process.exit(130)
  })
}

const begun = performance.now()
const total = { passed: 0, failed: 0 }

/** @type {string[]} */
const lanes = []
/** Named again at the end: what a failed lane printed is far above it. @type {string[]} */
const failures = []

/** Records one outcome and prints what a failing check printed. @param {string} name @param {boolean} isGood @param {string} said */
function note(name, isGood, said, { passed = isGood ? 1 : 0, failed = isGood ? 0 : 1, from = begun } = {}) {
  total.passed += passed
  total.failed += failed
  const seconds = ((performance.now() - from) / 1000).toFixed(0)
  const line = `${isGood ? '✓' : '✗'} ${name}: ${passed} passed, ${failed} failed, ${seconds} s`
  lanes.push(line)
  console.log(line)
  if (!isGood) console.log(said.trim())
}

/** @param {string} script @param {string[]} words @returns {Promise<{ code: number, said: string }>} */
function node(script, words) {
  const child = spawn(process.execPath, [path.join('node_modules', script), ...words], {
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text))
  return new Promise((resolve) =>
    child.once('close', (code) => {
      running.delete(child)
      resolve({ code: code ?? 1, said })
    }),
  )
}

/** A check that either holds or does not. @param {string} name @param {[script: string, ...words: string[]][]} commands */
async function check(name, ...commands) {
  const from = performance.now()
  const runs = await Promise.all(commands.map(([script, ...words]) => node(script, words)))
  note(
    name,
    runs.every(({ code }) => code === 0),
    runs
      .filter(({ code }) => code !== 0)
      .map(({ said }) => said)
      .join('\n'),
    { from },
  )
}

/** A suite that counts its own tests in a file. @param {string} name @param {string} file @param {(report: any) => { passed: number, failed: number, names: string[] }} count */
async function suite(name, file, count, script, ...words) {
  const from = performance.now()
  const { code, said } = await node(script, words)
  let counted = { passed: 0, failed: 0, names: /** @type {string[]} */ ([]) }
  try {
    counted = count(JSON.parse(readFileSync(path.join(results, file), 'utf8')))
  } catch {
    // It ended before it wrote its report; the exit code fails it below.
  }
  if (counted.passed + counted.failed === 0) counted.failed = 1
  if (code !== 0 && counted.failed === 0) counted.failed = 1
  failures.push(...counted.names.map((failed) => `✗ ${name}: ${failed}`))
  note(name, code === 0 && counted.failed === 0, said, { ...counted, from })
}

/** @param {'simulation' | 'server'} project @param {readonly string[]} files those to play; all where none is named */
const vitest = (project, files = []) =>
  /** @type {const} */ ([
    `${project}.json`,
    ({ numPassedTests, numTotalTests, testResults }) => ({
      passed: numPassedTests,
      // Skipped tests and unreadable files count as failures: nobody would notice them otherwise.
      failed:
        numTotalTests -
        numPassedTests +
        testResults.filter(({ assertionResults, status }) => status === 'failed' && assertionResults.length === 0)
          .length,
      names: testResults.flatMap(({ assertionResults, name, status }) =>
        status === 'failed' && assertionResults.length === 0
          ? [path.relative(root, name)]
          : assertionResults
              .filter((test) => test.status !== 'passed')
              .map((test) => `${path.relative(root, name)} > ${test.fullName}`),
      ),
    }),
    'vitest/vitest.mjs',
    ...['run', '--config', 'tests/vitest.config.ts', '--project', project],
    ...['--reporter=default', '--reporter=json', `--outputFile.json=tests/results/${project}.json`],
    ...files,
  ])

/** The stories that did not pass, in a suite of Playwright's report and in those within it. @param {any} within @returns {string[]} */
const failedStories = (within) => [
  ...(within.specs ?? [])
    .filter((/** @type {any} */ { ok }) => !ok)
    .map((/** @type {any} */ { file, title }) => `${file} > ${title}`),
  ...(within.suites ?? []).flatMap(failedStories),
]

/** Downloads the browser, where it is missing, while the checks run. */
async function findBrowser() {
  const { requireChromium } = await import('./support/machines/chromium.ts')
  return requireChromium()
}

try {
  await install('develop')
  const { register } = await import('tsx/esm/api')
  register()
  const browser = findBrowser()
  browser.catch(() => {}) // reported where it is awaited
  // The only check that needs no generated code.
  const lint = check('Lint', ['@biomejs/biome/bin/biome', 'check', '--config-path=tests', '--error-on-warnings', '.'])
  await generate()
  const built = build()
  const { chosenTests } = await import('./support/chosen-tests.ts')
  const chosen = (/** @type {'simulation' | 'server'} */ project) => (isWhole ? [] : chosenTests(project))
  const rules = suite('Rules and screens', ...vitest('simulation', chosen('simulation')))
  await Promise.all([lint, rules, built])
  process.env.CHROMIUM_PATH = await browser
  // Beside the server's stories, which wait for clocks half of their time; and after the build, which deletes what the checker of types reads.
  const imports = check('Import rules', ['../tests/import-rules.mjs'])
  const types = node('next/dist/bin/next', ['typegen']).then(() =>
    check(
      'Types',
      // Each checker more checks again what they share. What was checked is kept in node_modules/.cache, and only what changed is checked again.
      ['typescript/bin/tsc', '--noEmit', '--checkers', '1', '-p', '.'],
      ['typescript/bin/tsc', '--noEmit', '--checkers', '1', '-p', 'simulation'],
    ),
  )
  // One after the other: beside each other they take as long, and their stories come late.
  process.env.TESTS_RUN_MANY = '1'
  await Promise.all([imports, types, suite('Server', ...vitest('server', chosen('server')))])
  await suite(
    'Browser',
    'e2e.json',
    ({ stats, errors, suites }) => ({
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky + stats.skipped + errors.length,
      names: suites.flatMap(failedStories),
    }),
    'playwright/cli.js',
    ...['test', '--config', 'tests/playwright.config.ts'],
  )
} catch (error) {
  note(
    error instanceof StepFault ? 'Preparing' : 'Running the tests',
    false,
    error instanceof Error ? error.message : String(error),
  )
}

console.log(['', ...failures, ...lanes].join('\n'))
console.log(
  isWhole
    ? 'Not in it: the long forms, of which it plays a canary each: `npm run faults`, `npm run security -- --long`'
    : 'The short run: what a change reaches, and a part of every area. `npm run test:all` plays everything.',
)
console.log(`Took ${((performance.now() - begun) / 1000).toFixed(0)} s`)
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed > 0 ? 1 : 0
