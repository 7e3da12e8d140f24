/** The built server on a disk that is really full: it says so, a start on it says the right way out, and with room again nothing is missing. */
import { cpSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { connect, disconnect } from '#server/base/database'
import { openRoomLog } from '#server/store/log/room-log'
import { givenClass, givenStudent, SECRET, seat } from '../server/live/given/given-classroom'
import { live, openLink } from '../server/live/given/given-link'
import { accepted, until } from '../server/live/given/given-page'
import { ChildEnded } from '../support/machines/children'
import { databaseUrlIn, freePort, type RunningServer, startServer } from '../support/machines/server'
import { givenSmallDisk } from '../support/machines/small-disk'
import { patience } from '../support/patience'

const readiness = async ({ url }: RunningServer) => {
  const answer = await fetch(`${url}/readyz`)
  return `${answer.status} ${(await answer.text()).split('\n')[0]}`
}

const FULL = '50 the disk of the database is full'
/** The lines of its log, as in `30 the server has stopped cleanly`. */
const told = (server: RunningServer): string[] =>
  [...server.said().matchAll(/^\{"level":(\d+),.*"msg":"([^"]*)"\}$/gm)].map(([, level, msg]) => `${level} ${msg}`)
const alarms = (server: RunningServer): string[] => told(server).filter((line) => line.startsWith('50'))

test('L1 L2 L9 L26 a full disk is told to those who can mend it, on the page, to the probe, in the log and at the start; every word stands once', {
  timeout: patience(180_000),
}, async () => {
  const disk = await givenSmallDisk(150)
  onTestFinished(() => disk.remove())
  const dataDir = path.join(disk.folder, 'data')
  const place = path.join(disk.place, 'data')
  mkdirSync(dataDir, { mode: 0o700 })
  cpSync(process.env.DATA_TEMPLATE ?? '', dataDir, { recursive: true })
  const port = await freePort()
  const settings = {
    dataDir,
    port,
    inside: { command: disk.inside, dataDir: place },
    env: { BACKUP_DIR: 'none', NEXTAUTH_SECRET: SECRET },
  }
  let server = await startServer(settings)
  onTestFinished(() => server.clear())
  connect(databaseUrlIn(dataDir))
  const of = await givenClass()
  const { cookie } = await givenStudent(of, 'Mei')
  const at = { address: server.url, origin: server.url, roomId: of.roomId }
  const [mei, desk] = [openLink({ ...at, cookie }), openLink({ ...at, cookie: of.chairCookie })]
  onTestFinished(() => {
    mei.stop()
    desk.stop()
  })
  await live(mei)
  await live(desk)
  accepted(await mei.view.submit({ type: 'takeSeat', seat: seat('us.state') }))
  accepted(await desk.view.submit({ type: 'startPhase', index: 0 }))
  expect(await readiness(server)).toBe('200 ready')

  disk.fillUp()
  // Before anybody writes.
  await until(async () => expect(await readiness(server)).toBe('503 disk full'), patience(20_000))
  const words: string[] = []
  const answers: Promise<unknown>[] = []
  // Pages of tables and of the write-ahead log that exist already still take something. No faster than a page may submit.
  while (desk.view.unsavedSince === null) {
    const text = `${words.length} ${'a long word '.repeat(60)}`
    words.push(text)
    answers.push(mei.view.submit({ type: 'speakInCaucus', text }))
    await wait(250)
  }
  await until(() => expect(mei.view.unsavedSince).toBe(desk.view.unsavedSince))
  expect(await desk.view.submit({ type: 'pauseClock' })).toEqual({ ok: false, rejection: 'cannot-save' })
  expect(await readiness(server)).toBe('503 disk full')
  // Of all the rows that could not be saved, and of the database where it gave up over it, one line each.
  const rang = alarms(server)
  expect(rang).toContain(FULL)
  expect(new Set(rang).size).toBe(rang.length)
  expect(rang.filter((line) => ![FULL, '50 the database does not answer'].includes(line))).toEqual([])

  await server.end('SIGKILL')
  const refused: unknown = await startServer(settings).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(ChildEnded)
  if (!(refused instanceof ChildEnded)) return
  expect(refused.said.trim()).toBe(
    `The disk on which ${place} lies is full: make room there and start again; nothing is lost.`,
  )

  disk.makeRoom()
  server = await startServer(settings)
  for (const answer of await Promise.all(answers)) expect(answer).toMatchObject({ ok: true })
  await until(() => expect([mei.view.unsavedSince, desk.view.unsavedSince]).toEqual([null, null]))
  const log = openRoomLog(databaseUrlIn(dataDir), 1)
  const rows = await log.read(of.roomId)
  await log.close()
  await disconnect()
  const spoken = rows.flatMap(({ event }) => (event.type === 'CaucusSpoken' ? [event.text] : []))
  expect(spoken.toSorted()).toEqual(words.map((text) => text.trim()).toSorted())
  expect(await readiness(server)).toBe('200 ready')

  expect(alarms(server)).toEqual([])
  disk.fillUp()
  await until(() => expect(alarms(server)).toEqual([FULL]), patience(20_000))
  disk.makeRoom()
  await until(async () => expect(await readiness(server)).toBe('200 ready'), patience(20_000))
  await until(() => expect(told(server)).toContain('30 the disk of the database has room again'), patience(20_000))
  expect(alarms(server)).toEqual([FULL])
})
