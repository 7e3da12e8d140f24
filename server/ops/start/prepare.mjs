// Installs, generates and builds what a fresh clone lacks: npm runs it before `start`, `dev` and `admin`, and the tests call its functions.
// It runs before any dependency is installed, so it may import only Node's own modules at the top. A step whose inputs have not changed
// since is left out, judged by a hash of them: npm knows no such step, git changes the times of files, and a build takes minutes.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '../../..')

/** Exits with one sentence when Node is too old to start, and warns where it is no longer supported. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major >= 22) return
  const wanted = `Track Two is made for Node 22, 24 and 26, and this is ${process.version}`
  if (major === 20 && minor >= 19) return console.warn(`${wanted}: Node 20 has been out of support since April 2026.`)
  console.error(`${wanted}: install one from https://nodejs.org.`)
  process.exit(1)
}

/** Thrown when a step fails; its message holds the step's whole output. */
export class StepFault extends Error {}

let isTold = false

/**
 * Runs a command and shows its output only if it fails.
 * @param {string} title @param {string} command @param {string[]} words @param {Record<string, string>} [settings]
 */
export async function runStep(title, command, words, settings = {}) {
  const begun = performance.now()
  // Said once: the first start takes a minute or two, and would look as if it hung.
  if (!isTold) console.log('Getting ready: this takes a minute or two')
  isTold = true
  const child = spawn(command, words, {
    cwd: root,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32' && command === 'npm',
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text))
  /** @type {number} */
  const code = await new Promise((resolve) => {
    child.once('error', (error) => {
      said += String(error)
      resolve(1)
    })
    child.once('close', (exit) => resolve(exit ?? 1))
  })
  if (code !== 0) throw new StepFault(`${title} failed.\n${said.trim()}`)
  console.log(`${title} (${((performance.now() - begun) / 1000).toFixed(1)} s)`)
}

/** Throws one sentence where this folder is only read, as in a container, and `lacks` something. @param {string} lacks */
function requireWritable(lacks) {
  try {
    accessSync(root, constants.W_OK)
  } catch {
    throw new StepFault(
      `${root} cannot be written, and ${lacks}: run \`npm run build\` in a copy that can, and put the whole of that copy here.`,
    )
  }
}

/** Whether node_modules holds the versions of package-lock.json; packages for other systems may be absent. @param {Purpose} purpose */
function isInstalled(purpose) {
  const held = readJson('node_modules/.package-lock.json')?.packages
  const asked = readJson('package-lock.json')?.packages
  if (!held || !asked) return false
  return Object.entries(asked).every(
    ([name, { version, optional, peer, dev, devOptional }]) =>
      name === '' ||
      held[name]?.version === version ||
      ((optional || peer || (purpose === 'serve' && (dev || devOptional))) && !held[name]),
  )
}

/** @typedef {'serve' | 'develop'} Purpose What the packages are for: a server that only runs gets none that tests and development need. */

/** @param {Purpose} purpose */
export async function install(purpose) {
  if (isInstalled(purpose)) return
  requireWritable('its packages are not those of package-lock.json')
  // Where the development packages are installed, `npm start` must not remove them: the tests need them.
  const held = Object.values(readJson('node_modules/.package-lock.json')?.packages ?? {})
  const kinds = purpose === 'develop' || held.some(({ dev }) => dev) ? '--include=dev' : '--omit=dev'
  // No dependency needs its install script, and Prisma's would download an engine that nothing uses.
  await runStep('Installed the dependencies', 'npm', ['ci', kinds, '--ignore-scripts', '--no-audit', '--no-fund'])
}

export async function generate() {
  const inputs = ['prisma/schema.prisma', 'prisma/prisma.config.ts', 'package-lock.json']
  await once('generate', inputs, ['server/generated/prisma/client.ts'], async () => {
    // Prisma's command line would download a schema engine, which `generate` never runs; any existing file satisfies it.
    const settings = {
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    }
    const words = ['node_modules/prisma/build/index.js', 'generate', '--config', 'prisma/prisma.config.ts']
    rmSync(path.join(root, 'server/generated/prisma'), { recursive: true, force: true })
    await runStep('Generated the database client', process.execPath, words, settings)
  })
}

const settings = ['package.json', 'package-lock.json', 'next.config.js', 'instrumentation.ts', 'tsconfig.json']

export async function build() {
  const pages = once('pages', ['app', 'simulation', 'server', 'prisma', ...settings], ['.next/BUILD_ID'], async () => {
    await runStep('Built the pages', process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
      NODE_ENV: 'production',
    })
  })
  await Promise.all([pages, buildServer()])
}

/** Bundles the server, its worker thread, the threads that draw records and write mails (from app), and the admin command line. */
export async function buildServer() {
  const results = [
    'dist/server.mjs',
    'dist/admin.mjs',
    'dist/worker-thread.mjs',
    'dist/drawing-thread.mjs',
    'dist/mail-thread.mjs',
  ]
  await once('server', ['app', 'simulation', 'server', 'prisma', ...settings], results, bundleServer)
}

async function bundleServer() {
  const { build, stop } = await import('esbuild')
  await build({
    absWorkingDir: root,
    entryPoints: {
      server: 'server/main.ts',
      admin: 'server/ops/start/admin.ts',
      'worker-thread': 'server/jobs/thread/worker-thread.ts',
      'drawing-thread': 'app/rooms/[roomId]/transcript/drawing-thread.ts',
      'mail-thread': 'app/_mail/mail-thread.ts',
    },
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: true,
    logLevel: 'warning',
  })
  // esbuild's own child process would otherwise stay for as long as the server runs.
  await stop()
}

/**
 * Does `work` unless it was done before on the same inputs and its results are still there.
 * @param {string} name @param {string[]} inputs @param {string[]} results @param {() => Promise<void>} work
 */
async function once(name, inputs, results, work) {
  const stamp = path.join(root, 'node_modules/.stamps', name)
  const key = hashOf([...inputs, 'server/ops/start/prepare.mjs'])
  const isThere = results.every((file) => existsSync(path.join(root, file)))
  if (isThere && existsSync(stamp) && readFileSync(stamp, 'utf8') === key) return
  requireWritable(`what \`${name}\` makes is missing or older than its sources`)
  rmSync(stamp, { force: true })
  await work()
  mkdirSync(path.dirname(stamp), { recursive: true })
  writeFileSync(stamp, key)
}

/** @param {string[]} inputs */
function hashOf(inputs) {
  const hash = createHash('sha256')
  for (const file of inputs.flatMap(filesUnder)) hash.update(file).update(readFileSync(path.join(root, file)))
  return hash.digest('hex')
}

const NOT_BUILT_FROM = ['server/generated', 'server/ops/deploy']

/** @param {string} given @returns {string[]} */
function filesUnder(given) {
  const at = path.join(root, given)
  if (!existsSync(at)) return []
  if (statSync(at).isFile()) return [given]
  const entries = readdirSync(at, { withFileTypes: true })
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const name = `${given}/${entry.name}`
      if (entry.isDirectory()) return NOT_BUILT_FROM.includes(name) ? [] : filesUnder(name)
      return [name]
    })
}

/** @param {string} file */
function readJson(file) {
  try {
    return JSON.parse(readFileSync(path.join(root, file), 'utf8'))
  } catch {
    return undefined
  }
}

/** What each command of package.json needs; it runs from the folder of the project. @param {string} task */
async function prepareFor(task) {
  requireNode()
  try {
    await install(task === 'dev' ? 'develop' : 'serve')
    await generate()
    if (task === 'build' || task === 'start') await build()
    if (task === 'admin') await buildServer()
  } catch (error) {
    console.error(error instanceof StepFault ? error.message : error)
    process.exitCode = 1
  }
}

const [, file, task] = process.argv
if (file === import.meta.filename && task) await prepareFor(task)
