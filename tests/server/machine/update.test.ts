/** `admin update` in a real clone with real tags, a server that something starts again, and releases that open, do not open, do not build or lie. */
import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { askReady, serverOn } from '#server/commands/own-server'
import { compareTags, findReleases, leadTo } from '#server/commands/releases'
import { type House, update } from '#server/commands/update'
import { freePort } from '../../support/machines/server'
import { keepRunning } from '../../support/machines/service'
import { patience } from '../../support/patience'

const root = mkdtempSync(path.join(tmpdir(), 'track-two-update-'))
const origin = path.join(root, 'origin')
const git = (cwd: string, ...words: string[]) =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t.example', ...words], { cwd, stdio: 'pipe' })

/** A server of one file: it takes the data folder, answers with its version, and leaves when it is told to. */
const SERVER = `
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
const { version, behaves } = JSON.parse(readFileSync('package.json', 'utf8'))
readFileSync('built')
if (behaves === 'crashes') process.exit(1)
writeFileSync(process.env.DATA_DIR + '/owner.json', JSON.stringify({ pid: process.pid, start: null, at: 'here' }))
createServer((_, response) => response.writeHead(behaves === 'not ready' ? 503 : 200).end(version)).listen(Number(process.env.PORT), '127.0.0.1')
process.on('SIGTERM', () => process.exit(0))
`
type Release = { behaves?: string; build?: string; version?: string; migration?: string }

/** Commits and tags a release; what it holds stays in the ones after it, as in any repository. */
function release(tag: string, { behaves = 'well', build = '', version = tag.slice(1), migration }: Release = {}): void {
  const write = (name: string, text: string) => writeFileSync(path.join(origin, name), text)
  write('package.json', JSON.stringify({ version, behaves, scripts: { build: 'node build.mjs' } }))
  write('build.mjs', build || "import { writeFileSync } from 'node:fs'; writeFileSync('built', '')")
  write('server.mjs', SERVER)
  const old = existsSync(path.join(origin, 'CHANGELOG.md'))
    ? execFileSync('tail', ['-n', '+3', 'CHANGELOG.md'], { cwd: origin, encoding: 'utf8' })
    : ''
  write('CHANGELOG.md', `# Changes\n\n## [${tag.slice(1)}] - 2026-12-03\n\n- What ${tag} brings.\n\n${old}`)
  const folder = `prisma/migrations/${tag}`
  if (migration) {
    mkdirSync(path.join(origin, folder), { recursive: true })
    write(`${folder}/migration.sql`, `${migration}\nSELECT 1;\n`)
  }
  git(origin, 'add', '-A')
  git(origin, 'commit', '-q', '-m', tag)
  git(origin, 'tag', '-a', tag, '-m', tag)
}

beforeAll(() => {
  mkdirSync(origin)
  git(origin, 'init', '-q')
  release('v0.9.0', { migration: '-- changes what nobody knows any more' })
  release('v0.10.0', { migration: '-- adds a table' })
})
afterAll(() => rmSync(root, { recursive: true }))

let all: string
let house: House
let said: string[]
let backups: number
let service: ReturnType<typeof keepRunning>

/** Lays v0.9.0 out as the guide does, and keeps a server running from `current`, as systemd would. */
beforeEach(async () => {
  all = mkdtempSync(path.join(root, 'house-'))
  const data = path.join(all, 'data')
  mkdirSync(data)
  git(all, 'clone', '-q', '--branch', 'v0.9.0', origin, 'v0.9.0')
  execFileSync('npm', ['run', 'build'], { cwd: path.join(all, 'v0.9.0'), stdio: 'pipe' })
  symlinkSync('v0.9.0', path.join(all, 'current'))
  const port = await freePort()
  service = keepRunning(path.join(all, 'current'), ['server.mjs'], {
    ...process.env,
    PORT: String(port),
    DATA_DIR: data,
  })
  said = []
  backups = 0
  house = {
    releases: findReleases(path.join(all, 'current')),
    server: () => serverOn(data),
    isReady: async () => (await askReady('127.0.0.1', port))?.ok === true,
    async backUp() {
      backups += 1
      return `backup-${backups}`
    },
    say: (line) => void said.push(line),
    readyMs: patience(3_000),
  }
  await expect.poll(house.isReady, { timeout: patience(10_000) }).toBe(true)
})
afterEach(() => service.end())

/** As the next command would: from wherever `current` leads. */
const go = (to: string | null, onlyNotes = false) =>
  update({ ...house, releases: findReleases(path.join(all, 'current')) }, to, onlyNotes)
const leads = () => readlinkSync(path.join(all, 'current'))
/** What answers is the server itself, not what the command says of it. */
const running = async () => path.basename(house.server()?.folder ?? 'nowhere')
const releases = () => readdirSync(all).filter((name) => /^\.?v/.test(name))

test('the newest release is built beside, backed up before and started; and the one before is back at once', async () => {
  await go(null)
  expect([leads(), await running(), backups, await house.isReady()]).toEqual(['v0.10.0', 'v0.10.0', 1, true])
  expect(said[0]).toBe('## [0.10.0] - 2026-12-03\n\n- What v0.10.0 brings.')
  expect(said.at(-1)).toBe('v0.10.0 is ready. Back to v0.9.0: npm run admin -- update --to v0.9.0')
  await go(null)
  expect(said.at(-1)).toBe('v0.10.0 is the newest release.')
  await go('v0.9.0')
  expect([leads(), await running(), backups, await house.isReady()]).toEqual(['v0.9.0', 'v0.9.0', 2, true])
  expect(releases()).toEqual(['v0.10.0', 'v0.9.0'])
})

test('notes are shown without anything being done', async () => {
  const before = house.server()
  await go(null, true)
  expect(said).toEqual(['## [0.10.0] - 2026-12-03\n\n- What v0.10.0 brings.'])
  expect([leads(), backups, house.server()]).toEqual(['v0.9.0', 0, before])
})

/**
 * Lets the time that `house` gives a release to be ready be over by the command's clock, which would else be waited for whole: it is long on a slow
 * machine. The release that ran before has all of it again.
 */
function givenEndOfPatience(): () => void {
  const now = performance.now.bind(performance)
  let ahead = 0
  vi.spyOn(performance, 'now').mockImplementation(() => now() + ahead)
  onTestFinished(() => void vi.restoreAllMocks())
  return () => {
    ahead = house.readyMs
  }
}

test('a release that is not ready is left for the one that ran', async () => {
  release('v0.11.0', { behaves: 'not ready' })
  const endPatience = givenEndOfPatience()
  const { isReady } = house
  house.isReady = async () => {
    const answer = await isReady()
    if (!answer) endPatience()
    return answer
  }
  await expect(go('v0.11.0')).rejects.toThrow(notReady('v0.11.0'))
  expect([leads(), await running(), backups, await isReady()]).toEqual(['v0.9.0', 'v0.9.0', 1, true])
})

test('a release that crashes is left for the one that ran', async () => {
  release('v0.11.1', { behaves: 'crashes' })
  const endPatience = givenEndOfPatience()
  const { server } = house
  let looks = 0
  house.server = () => {
    if (leads() === 'v0.11.1' && ++looks === 6) endPatience()
    return server()
  }
  await expect(go('v0.11.1')).rejects.toThrow(notReady('v0.11.1'))
  expect([leads(), await running(), backups, await house.isReady()]).toEqual(['v0.9.0', 'v0.9.0', 1, true])
})

const notReady = (tag: string) => `${tag} was not ready within ${house.readyMs / 1000} s, and v0.9.0 runs again`

test('a release that does not build, or is not what its tag says, touches nothing', async () => {
  release('v0.12.0', { build: "console.error('no room'); process.exit(3)" })
  release('v0.12.1', { version: '0.12.9' })
  const before = house.server()
  await expect(go('v0.12.0')).rejects.toThrow(/npm run build ended with 3:\n[\s\S]*no room/)
  await expect(go('v0.12.1')).rejects.toThrow('The release v0.12.1 says that it is 0.12.9')
  await expect(go('v7.0.0')).rejects.toThrow(/^git clone .* ended with \d+/)
  await expect(go('../etc')).rejects.toThrow('../etc is no release')
  expect([leads(), backups, house.server()]).toEqual(['v0.9.0', 0, before])
})

test('what changes the database is said before, and from there no link leads back', async () => {
  release('v0.13.0', { migration: '-- changes a column' })
  release('v0.13.1', { migration: '-- adds another' })
  await go('v0.13.1')
  expect(said).toContainEqual(expect.stringMatching(/^v0\.13\.1 changes the database .*\(v0\.13\.0\)/))
  expect(await running()).toBe('v0.13.1')
  await expect(go('v0.9.0')).rejects.toThrow(/^v0\.13\.1 changes the database .* restore the backup/)
  await go('v0.13.0')
  expect([leads(), await running()]).toEqual(['v0.13.0', 'v0.13.0'])
  // Of the releases only the running one and the one before are kept.
  expect(releases()).toEqual(['v0.13.0', 'v0.13.1'])
})

test('a command in a folder that is not the running release is refused', async () => {
  const other = path.join(all, 'v0.9.0')
  leadTo(house.releases, root)
  expect(() => findReleases(other)).toThrow(/is not what .*current leads to/)
  expect(() => findReleases(origin)).toThrow(/lay releases out as docs\/operating\.md does/)
  leadTo(house.releases, other)
  git(all, 'clone', '-q', '--branch', 'v0.10.0', origin, 'v0.10.0')
  leadTo(house.releases, path.join(all, 'v0.10.0'))
  await expect(go('v0.9.0')).rejects.toThrow(/^The server runs from .*v0\.9\.0 and not from .*v0\.10\.0/)
})

test('versions are compared by their numbers', () => {
  const tags = ['v0.10.0', 'v0.9.12', 'v1.0.0', 'v0.9.2']
  expect(tags.toSorted(compareTags)).toEqual(['v0.9.2', 'v0.9.12', 'v0.10.0', 'v1.0.0'])
})
