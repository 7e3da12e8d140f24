// `npm run security`: the tests of tests/security alone, on a build that is up to date, and what the registry knows of the
// dependencies. `-- --long` plays their long form, with every count as large as the defences promise; that takes most of an hour.
import { spawn } from 'node:child_process'
import { build, generate, install, requireNode, root } from '../../server/ops/start/prepare.mjs'

requireNode()
process.chdir(root)
const isLong = process.argv.includes('--long')
/** Which files, by any part of their names, and what else is meant for the runner. */
const given = process.argv.slice(2).filter((word) => word !== '--long')
const files = given
  .filter((word) => !word.startsWith('-'))
  .map((word) => (word.includes('/') ? word : `security/${word}`))
/** @param {string} words */
const say = (words) => process.stdout.write(`${words}\n`)

/** @param {string} command @param {string[]} words @param {'inherit' | 'pipe'} stdio @param {Record<string, string>} [env] */
function run(command, words, stdio, env = {}) {
  const child = spawn(command, words, { stdio: ['ignore', stdio, stdio], env: { ...process.env, ...env } })
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => child.kill('SIGINT'))
  let said = ''
  child.stdout?.setEncoding('utf8').on('data', (text) => (said += text))
  return new Promise((done) => {
    child.once('error', () => done({ code: 1, said }))
    child.once('close', (code) => done({ code: code ?? 1, said }))
  })
}

/** True unless something that is shipped has a high or critical fault for which there is a fix. */
async function audit() {
  const { said } = await run(
    'npm',
    ['audit', '--omit=dev', '--json', '--fetch-retries=0', '--fetch-timeout=20000'],
    'pipe',
  )
  let found
  try {
    found = JSON.parse(said).vulnerabilities
  } catch {
    // Said below.
  }
  if (!found) {
    say('! Dependencies: not judged, because the registry in use answers no audit (or there is no network)')
    return true
  }
  const grave = Object.values(found).filter(
    ({ severity, fixAvailable }) => (severity === 'high' || severity === 'critical') && fixAvailable,
  )
  for (const { name, severity, range } of grave) say(`✗ ${name} ${range}: ${severity}, and there is a fix`)
  say(`${grave.length > 0 ? '✗' : '✓'} Dependencies: ${grave.length} high or critical with a fix`)
  return grave.length === 0
}

await install('develop')
await generate()
await build()
const isSound = await audit()
const { code } = await run(
  process.execPath,
  [
    ...['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts', '--project', 'server'],
    ...['--reporter=verbose', '--disableConsoleIntercept'],
    // One after another: its figures are for a machine that does nothing else.
    ...(isLong ? ['--no-file-parallelism'] : []),
    ...(files.length > 0 ? files : ['tests/security']),
    ...given.filter((word) => word.startsWith('-')),
  ],
  'inherit',
  isLong ? { LONG: '1' } : {},
)
process.exit(code === 0 && isSound ? 0 : 1)
