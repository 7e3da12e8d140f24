/** `admin update` of the real server, forward and back, while a class writes: what was acknowledged is kept, once, and every page comes back. */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { settleSecret } from '#server/base/environment'
import { askReady, serverOn } from '#server/commands/own-server'
import { findReleases } from '#server/commands/releases'
import { update } from '#server/commands/update'
import { backUp } from '#server/postgres/backup'
import { openRoomLog } from '#server/store/log/room-log'
import { useFreshDatabase } from '../../support/machines/database'
import { freePort } from '../../support/machines/server'
import { keepRunning } from '../../support/machines/service'
import { patience } from '../../support/patience'
import { givenClass, givenStudent, SECRET } from '../live/given/given-classroom'
import { live, openLink } from '../live/given/given-link'
import { accepted, until } from '../live/given/given-page'

const fresh = useFreshDatabase()
beforeAll(() => void settleSecret(SECRET))

const STUDENTS = 4
const [OLD, NEW] = ['v9.0.0', 'v9.1.0']
const here = path.resolve('.')

/** A release that is built by taking this checkout's build: its own build would take minutes. */
const BUILD = `
import { readdirSync, existsSync, symlinkSync } from 'node:fs'
for (const name of readdirSync(${JSON.stringify(here)}))
  if (!existsSync(name) && name !== '.git') symlinkSync(${JSON.stringify(`${here}/`)} + name, name)
`

/** Two tags in a repository, the older one cloned, built and led to by `current`, as docs/operating.md lays releases out. */
function laidOut(): string {
  const root = mkdtempSync(path.join(tmpdir(), 'track-two-updating-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  const [origin, all] = [path.join(root, 'origin'), path.join(root, 'releases')]
  const git = (cwd: string, ...words: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t.example', ...words], { cwd, stdio: 'pipe' })
  mkdirSync(origin)
  mkdirSync(all)
  git(origin, 'init', '-q')
  cpSync('prisma', path.join(origin, 'prisma'), { recursive: true })
  for (const tag of [OLD, NEW]) {
    const manifest = { version: tag.slice(1), type: 'module', scripts: { build: 'node build.mjs' } }
    writeFileSync(path.join(origin, 'package.json'), JSON.stringify(manifest))
    writeFileSync(path.join(origin, 'build.mjs'), BUILD)
    git(origin, 'add', '-A')
    git(origin, 'commit', '-q', '-m', tag)
    git(origin, 'tag', tag)
  }
  git(all, 'clone', '-q', '--branch', OLD, origin, OLD)
  execFileSync('npm', ['run', 'build'], { cwd: path.join(all, OLD), stdio: 'pipe' })
  symlinkSync(OLD, path.join(all, 'current'))
  return all
}

test('L1 L2 a class writes on while its server is updated and taken back, and no acknowledged word is lost or doubled', {
  timeout: patience(240_000),
}, async () => {
  const all = laidOut()
  const current = path.join(all, 'current')
  const dataDir = path.join(all, 'data')
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const service = keepRunning(current, ['dist/server.mjs'], {
    ...process.env,
    DATABASE_URL: fresh.url(),
    DATA_DIR: dataDir,
    PORT: String(port),
    NEXTAUTH_URL: address,
    NEXTAUTH_SECRET: SECRET,
    BACKUP_DIR: 'none',
    DEMO: '0',
  })
  onTestFinished(() => service.end())
  const isReady = async () => (await askReady('127.0.0.1', port))?.ok === true
  await until(async () => expect(await isReady()).toBe(true), patience(60_000))

  const of = await givenClass()
  const students = await Promise.all(
    Array.from({ length: STUDENTS }, (_, index) => givenStudent(of, `Student ${index}`)),
  )
  const at = { address, origin: address, roomId: of.roomId, asPages: true }
  const chair = openLink({ ...at, cookie: of.chairCookie })
  const links = [chair, ...students.map(({ cookie }) => openLink({ ...at, cookie }))]
  onTestFinished(() => {
    for (const link of links) link.stop()
  })
  for (const link of links) await live(link)
  for (const link of links.slice(1)) accepted(await link.view.submit({ type: 'takeSeat', seat: null }))
  accepted(await chair.view.submit({ type: 'startPhase', index: 0 }))
  for (const link of links) await until(() => expect(link.view.state?.agenda.status).toBe('running'))

  let isOver = false
  const said: string[] = []
  const talk = links.slice(1).map(async (link, place) => {
    const answers: Promise<unknown>[] = []
    for (let count = 0; !isOver; count += 1) {
      const text = `${place}/${count}`
      said.push(text)
      answers.push(link.view.submit({ type: 'speakInCaucus', text }).then(accepted))
      await wait(400)
    }
    await Promise.all(answers)
  })

  const heard: string[] = []
  const backups: string[] = []
  const go = (to: string | null) =>
    update(
      {
        releases: findReleases(current),
        server: () => serverOn(dataDir),
        isReady,
        async backUp() {
          const file = path.join(all, `${backups.length}.backup.gz`)
          await backUp(fresh.url(), file, new Date())
          backups.push(file)
          return file
        },
        say: (line) => void heard.push(line),
        readyMs: patience(60_000),
      },
      to,
      false,
    )
  const pids = new Set([serverOn(dataDir)?.pid])
  for (const [to, runs] of [
    [null, NEW],
    [OLD, OLD],
  ] as const) {
    const before = said.length
    await go(to)
    expect([readlinkSync(current), path.basename(serverOn(dataDir)?.folder ?? '')]).toEqual([runs, runs])
    pids.add(serverOn(dataDir)?.pid)
    for (const link of links) await live(link)
    expect(said.length).toBeGreaterThan(before)
  }
  isOver = true
  await Promise.all(talk)
  expect(pids.size).toBe(3)
  expect(backups).toHaveLength(2)
  expect(heard.at(-1)).toBe(`${OLD} is ready. Back to ${NEW}: npm run admin -- update --to ${NEW}`)

  const log = openRoomLog(fresh.url(), 1)
  const rows = await log.read(of.roomId)
  await log.close()
  const kept = rows.flatMap(({ event }) => (event.type === 'CaucusSpoken' ? [event.text] : []))
  expect(kept.toSorted()).toEqual(said.toSorted())
})
