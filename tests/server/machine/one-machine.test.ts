/** What runs one server on one machine (server/ops/deploy): units that systemd takes, a watch that ends a server which hangs, a proxy's file. */
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { endWithUs } from '../../support/machines/children'
import { requireProgram } from '../../support/machines/debian-program'
import { freePort } from '../../support/machines/server'

const DEPLOY = path.resolve('server/ops/deploy')
const UNITS = ['track-two.service', 'track-two-watch.service', 'track-two-watch.timer']
const manifest: { version: string; scripts: Record<string, string> } = JSON.parse(readFileSync('package.json', 'utf8'))

/** What a program ends with and says on both streams. */
async function ended(command: string, words: readonly string[], env: Record<string, string> = {}) {
  const how = { cwd: path.resolve('.'), env: { ...process.env, ...env } }
  return promisify(execFile)(command, words, how).then(
    ({ stdout, stderr }) => ({ code: 0, said: stdout + stderr }),
    (fault: { code: number; stdout: string; stderr: string }) => ({
      code: fault.code,
      said: fault.stdout + fault.stderr,
    }),
  )
}

function folder(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'track-two-one-machine-'))
  onTestFinished(() => rmSync(made, { recursive: true }))
  return made
}

/** The values of a setting in a unit, in their order. */
const valuesOf = (unit: string, setting: string): string[] =>
  [...readFileSync(path.join(DEPLOY, unit), 'utf8').matchAll(new RegExp(`^${setting}=(.*)$`, 'gm'))].map(
    ([, value = '']) => value,
  )

test('systemd takes the units without a word, and finds the server well confined', async () => {
  const analyze = await requireProgram('units')
  const files = UNITS.map((unit) => path.join(DEPLOY, unit))
  expect(await ended(analyze, ['verify', '--man=no', ...files])).toEqual({ code: 0, said: '' })
  // Of 100, where 96 is a service without a line of this kind.
  for (const unit of UNITS.filter((name) => name.endsWith('.service'))) {
    const words = ['security', '--offline=yes', '--threshold=35', '--no-pager', path.join(DEPLOY, unit)]
    expect([unit, (await ended(analyze, words)).code]).toEqual([unit, 0])
  }
})

test('the unit starts what npm start starts, as nobody who may do more, and again whenever it ends', () => {
  const [unit = ''] = UNITS
  expect(valuesOf(unit, 'ExecStart')).toEqual([manifest.scripts.start?.replace(/^exec /, '/usr/bin/env ')])
  expect(valuesOf(unit, 'User')).toEqual(['track-two'])
  expect(valuesOf(unit, 'Restart')).toEqual(['always'])
  // Without it systemd gives up after five starts in ten seconds.
  expect(valuesOf(unit, 'StartLimitIntervalSec')).toEqual(['0'])
  // The server has 30 s to leave, and stops its PostgreSQL itself.
  expect(Number(valuesOf(unit, 'TimeoutStopSec')[0])).toBeGreaterThan(30)
  expect(valuesOf(unit, 'KillMode')).toEqual(['mixed'])
  // Whoever starts it may go on with a command: it counts as started once it is ready.
  expect(valuesOf(unit, 'ExecStartPost')[0]).toContain('ask.mjs /readyz')
  expect(valuesOf(unit, 'TimeoutStartSec')).toEqual(['infinity'])
})

test('every program of ours that a unit starts is there', () => {
  const started = UNITS.flatMap((unit) => [...valuesOf(unit, 'ExecStart'), ...valuesOf(unit, 'ExecStartPost')])
  const named = started.flatMap((line) => line.match(/server\/\S+\.mjs/g) ?? [])
  expect(named.toSorted()).toEqual(['server/ops/start/ask.mjs', 'server/ops/start/watch.mjs'])
  for (const file of named) expect(existsSync(file), file).toBe(true)
})

test('the watch asks on, with the folder and the settings of the server', () => {
  const [unit = '', watch = '', timer = ''] = UNITS
  for (const setting of ['User', 'WorkingDirectory', 'EnvironmentFile'])
    expect(valuesOf(watch, setting)).toEqual(valuesOf(unit, setting))
  const dataDir = (name: string) => /DATA_DIR=\S+/.exec(valuesOf(name, 'Environment')[0] ?? '')?.[0]
  expect(dataDir(watch)).toBe(dataDir(unit))
  expect(valuesOf(timer, 'OnUnitInactiveSec')).toEqual(['30s'])
})

test('the guide opens with one page, of this release, whose commands find their files', () => {
  const guide = readFileSync('docs/operating.md', 'utf8')
  const [, , page = ''] = /^# Operating\n\n## (.*)\n([\s\S]*?)^The rest is reference\./m.exec(guide) ?? []
  const words = page.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word))
  expect(words.length).toBeGreaterThan(150)
  expect(words.length).toBeLessThanOrEqual(300)
  expect(new Set(page.match(/\bv\d+\.\d+\.\d+/g))).toEqual(new Set([`v${manifest.version}`]))
  expect(page).toContain(`cd /srv/track-two/current/${path.relative('.', DEPLOY)}\n`)
  const copied = /^install (\S+)[\s\S]*^cp (\S+) (\S+)\*[\s\S]* (Caddyfile) > /m.exec(page) ?? []
  const [, command, unit, watch, proxy] = copied
  expect([command, unit, `${watch}service`, `${watch}timer`, proxy].toSorted()).toEqual(
    ['track-two', 'Caddyfile', ...UNITS].toSorted(),
  )
})

const ANSWERS = `createServer((_, response) => response.end('alive')).listen(port, '127.0.0.1')`
/** Takes connections and is silent, and does not leave when it is told to: a server whose loop is held. */
const HANGS = `process.on('SIGTERM', () => undefined); createServer(() => undefined).listen(port, '127.0.0.1')`

test.concurrent.for([
  ['answers', ANSWERS, 'SIGTERM'],
  ['hangs', HANGS, 'SIGKILL'],
  ['is starting or has died', 'setInterval(() => undefined, 1_000)', 'SIGTERM'],
])('a server that %s is ended by the watch only if it hangs', async ([, does, ends], { onTestFinished }) => {
  const data = mkdtempSync(path.join(tmpdir(), 'track-two-watched-'))
  onTestFinished(() => rmSync(data, { recursive: true }))
  const port = await freePort()
  const program = `import { createServer } from 'node:http'; const port = ${port}; ${does}; console.log('on')`
  const server = spawn(process.execPath, ['--input-type=module', '--eval', program])
  endWithUs(server)
  const left = once(server, 'exit')
  await once(server.stdout, 'data')
  writeFileSync(path.join(data, 'owner.json'), JSON.stringify({ pid: server.pid }))
  const settings = { PORT: String(port), HOST: '127.0.0.1', DATA_DIR: data }
  const { code, said } = await ended(process.execPath, ['server/ops/start/watch.mjs'], settings)
  expect([code, said !== '']).toEqual([0, ends === 'SIGKILL'])
  // Does nothing where the watch has ended it.
  server.kill('SIGTERM')
  expect((await left)[1]).toBe(ends)
})

test('Caddy takes its file, which is that of several servers with another port, and the command of the guide is a shell script', async () => {
  const home = folder()
  const caddy = await requireProgram('caddy')
  const env = { HOME: home, XDG_DATA_HOME: home, XDG_CONFIG_HOME: home }
  const words = ['validate', '--adapter', 'caddyfile', '--config', path.join(DEPLOY, 'Caddyfile')]
  expect((await ended(caddy, words, env)).code).toBe(0)
  const settings = (file: string) => readFileSync(path.join(DEPLOY, file), 'utf8').replaceAll(/^\s*#.*\n/gm, '')
  expect(settings('Caddyfile')).toBe(settings('https.Caddyfile').replace(':8080', ':3000'))
  expect(await ended('sh', ['-n', path.join(DEPLOY, 'track-two')])).toEqual({ code: 0, said: '' })
})
