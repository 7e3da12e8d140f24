// `npm run nodes`: installs each supported Node from npm into a temporary folder and plays on it the rules, a start and one story in the
// browser. It takes minutes for each, so it stands apart from `npm test`. `npm run nodes -- 24` plays on one of them.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build, generate, install, root } from '../server/ops/start/prepare.mjs'

const SUPPORTED = ['22', '24', '26']
const LONGEST_START_MS = 120_000

/** @param {string} command @param {string[]} words @param {Record<string, string>} [env] */
async function run(command, words, env = {}) {
  const child = spawn(command, words, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
  const [code] = await once(child, 'close')
  return code === 0
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address ? address.port : 0
}

/** Whether the built server starts, says that it lives, and stops when it is told to. @param {string} node @param {string} folder */
async function starts(node, folder) {
  const port = await freePort()
  const env = { ...process.env, PORT: String(port), DATA_DIR: path.join(folder, 'data'), DEMO: '0' }
  const server = spawn(node, ['dist/server.mjs'], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env })
  const ended = once(server, 'close')
  const late = performance.now() + LONGEST_START_MS
  let isAlive = false
  while (!isAlive && server.exitCode === null && performance.now() < late) {
    isAlive = await fetch(`http://127.0.0.1:${port}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    )
    await new Promise((soon) => setTimeout(soon, 500))
  }
  server.kill('SIGTERM')
  const [code] = await ended
  return isAlive && code === 0
}

process.chdir(root)
await install('develop')
await generate()
await build()
const asked = process.argv.slice(2)
const lines = []
for (const version of asked.length > 0 ? asked : SUPPORTED) {
  const folder = mkdtempSync(path.join(tmpdir(), 'track-two-node-'))
  const node = path.join(folder, 'node_modules/node/bin/node')
  const vitest = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--config',
    'tests/vitest.config.ts',
    '--project',
    'simulation',
  ]
  const story = ['node_modules/playwright/cli.js', 'test', '--config', 'tests/playwright.config.ts', 'desk.journey']
  const found = {
    install: await run('npm', ['install', '--prefix', folder, `node@${version}`, '--no-audit', '--no-fund']),
    rules: await run(node, [...vitest, 'tests/rules'], { SHORT_RUN: '1' }),
    start: await starts(node, folder),
    story: await run(node, story),
  }
  rmSync(folder, { recursive: true, force: true })
  for (const [what, isGood] of Object.entries(found)) lines.push(`${isGood ? '✓' : '✗'} Node ${version}: ${what}`)
}
console.log(lines.join('\n'))
process.exitCode = lines.some((line) => line.startsWith('✗')) ? 1 : 0
