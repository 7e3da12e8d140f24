/**
 * Each alarm rings when its fault is there and falls silent when it is gone: the lines of level 50 and 30 in the logs of built servers, and the
 * shipped rules of Prometheus weighed on what these servers answer. Two things are played and not waited for: `for` of a rule, and a memory of
 * 1.3 GB, for which a real answer is weighed with another number in it.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { createClient } from '@redis/client'
import { expect, onTestFinished, test } from 'vitest'
import { connect, disconnect } from '#server/base/database'
import { launch } from '#server/postgres/launching'
import type { RoomId } from '#simulation/kernel/ids'
import { givenClass, givenStudent, SECRET, seat } from '../server/live/given/given-classroom'
import { live, openLink } from '../server/live/given/given-link'
import { accepted, until } from '../server/live/given/given-page'
import { holds, readRules, type Scrape, scrape } from '../support/machines/alert-rules'
import { startEngine } from '../support/machines/engine'
import { childrenOf } from '../support/machines/process-table'
import { databaseUrlIn, endDatabase, freePort, type RunningServer, startServer } from '../support/machines/server'
import { patience } from '../support/patience'

const TOKEN = 'a token that only this test knows'
const LONG = patience(60_000)
const rules = readRules()
/** Rules that other tests see ring and fall silent: a database that lost rows, and a backup of the day before yesterday. */
const ELSEWHERE = new Map([
  ['TrackTwoLogsShortened', 'tests/cluster/shorter-log.test.ts'],
  ['TrackTwoNoBackup', 'tests/server/store/backup.test.ts'],
])

type Line = { level: number; msg: string; fault?: string; seconds?: number; times?: number }
const linesOf = (server: RunningServer, from: number): Line[] =>
  server
    .said()
    .slice(from)
    .split('\n')
    .flatMap((line) => (line.startsWith('{"level"') ? [JSON.parse(line)] : []))
const isOfEngine = ({ msg }: Line) => msg.startsWith('the engine between servers')
/** Of everything but the engine, which a machine with too much to do may lose for a moment at any time. */
const alarms = (server: RunningServer, from: number) =>
  linesOf(server, from).filter((line) => line.level >= 50 && !isOfEngine(line))
/** Without the details, so that a failure shows what else rang. */
const told = (server: RunningServer, from: number) => alarms(server, from).map(({ msg, fault }) => ({ msg, fault }))

/** A PostgreSQL of this test alone, which nobody starts again when it is stopped. */
async function givenDatabase() {
  const folder = mkdtempSync(path.join(tmpdir(), 'track-two-alarms-'))
  cpSync(process.env.DATA_TEMPLATE ?? '', folder, { recursive: true })
  const place = path.join(folder, 'postgres')
  const port = await freePort()
  let pid = await launch(place, port)
  const url = databaseUrlIn(folder)
  onTestFinished(async () => {
    await endDatabase(place)
    rmSync(folder, { recursive: true, force: true })
  })
  const signalAll = (signal: NodeJS.Signals) => {
    for (const one of [pid, ...childrenOf(pid)]) process.kill(one, signal)
  }
  return {
    url,
    stop: () => endDatabase(place),
    async start() {
      pid = await launch(place, port)
    },
    pause: () => signalAll('SIGSTOP'),
    resume: () => signalAll('SIGCONT'),
  }
}

test('L26 the database, the engine and a server: one line when each goes, one when it is back, and its rule rings for so long', {
  timeout: patience(400_000),
}, async () => {
  const database = await givenDatabase()
  const engine = await startEngine()
  onTestFinished(() => engine.end())
  const env = { METRICS_TOKEN: TOKEN, NEXTAUTH_SECRET: SECRET, REDIS_URL: engine.url, BACKUP_DIR: 'none' }
  const start = async (more: Record<string, string> = {}) => {
    const server = await startServer({ databaseUrl: database.url, env: { ...env, ...more } })
    onTestFinished(() => server.clear())
    return server
  }
  const [first, second] = await Promise.all([start(), start()])
  const servers = [first, second]
  let before: Scrape = []
  const look = () =>
    scrape(
      servers.map(({ url }) => url),
      TOKEN,
    )
  const [rang, fellSilent] = [new Set<string>(), new Set<string>()]
  const rings = async (alert: string, now?: Scrape) => {
    const isRinging = holds(rules.get(alert) ?? '', now ?? (await look()), before)
    if (isRinging) rang.add(alert)
    else if (rang.has(alert)) fellSilent.add(alert)
    return isRinging
  }
  const mark = async () => {
    before = await look()
    return servers.map((server) => server.said().length)
  }

  connect(database.url)
  onTestFinished(disconnect)
  const of = await givenClass()
  const { cookie } = await givenStudent(of, 'Mei')
  /** Its phases end after seconds. */
  const hurried = await givenClass({ practiceSpeed: 30 })
  const enter = async (roomId: RoomId, as: string) => {
    const link = openLink({ address: first.url, origin: first.url, roomId, cookie: as })
    onTestFinished(() => link.stop())
    await live(link)
    return link
  }
  const mei = await enter(of.roomId, cookie)
  const desk = await enter(of.roomId, of.chairCookie)
  const hurriedDesk = await enter(hurried.roomId, hurried.chairCookie)
  accepted(await mei.view.submit({ type: 'takeSeat', seat: seat('us.state') }))
  accepted(await desk.view.submit({ type: 'startPhase', index: 0 }))
  await disconnect()
  await until(async () => expect(await rings('TrackTwoServersDiffer')).toBe(false), LONG)
  await until(async () => expect(await rings('TrackTwoNobodyWorks')).toBe(false), LONG)
  for (const alert of ['TrackTwoServerAway', 'TrackTwoDatabaseAway', 'TrackTwoCannotSave', 'TrackTwoEngineAway'])
    expect({ alert, rings: await rings(alert) }).toEqual({ alert, rings: false })

  const faults = [
    { name: 'stopped', goes: database.stop, comes: database.start },
    { name: 'hangs', goes: database.pause, comes: database.resume },
  ]
  for (const { name, goes, comes } of faults) {
    const from = await mark()
    if (name === 'hangs') accepted(await hurriedDesk.view.submit({ type: 'startPhase', index: 0 }))
    await goes()
    const words = mei.view.submit({ type: 'speakInCaucus', text: `While it ${name}.` })
    // Whoever looks while it is away makes no line: a balancer, whoever opens a page, whoever tries to sign in.
    let isAsking = true
    const places = ['/readyz', '/readyz', '/my', '/sign-in', '/r/aaaaaaaaaaaaaaaaaaaaaa']
    const askAll = () =>
      Promise.all(
        servers.flatMap(({ url }) =>
          places.map((place) =>
            fetch(url + place, { headers: { cookie, accept: 'text/html' }, signal: AbortSignal.timeout(3_000) }).catch(
              () => undefined,
            ),
          ),
        ),
      )
    const asks = (async () => {
      while (isAsking) await Promise.all([askAll(), wait(500)])
    })()
    for (const alert of ['TrackTwoDatabaseAway', 'TrackTwoCannotSave'])
      await until(
        async () => expect({ name, alert, rings: await rings(alert) }).toEqual({ name, alert, rings: true }),
        LONG,
      )
    if (name === 'stopped') await until(async () => expect(await rings('TrackTwoNobodyWorks')).toBe(true), LONG)
    else await until(async () => expect(await rings('TrackTwoClockLate')).toBe(true), LONG)
    for (const [index, server] of servers.entries()) {
      const gone = [{ msg: 'the database does not answer', fault: expect.any(String) }]
      await until(() => expect(told(server, from[index] ?? 0)).toEqual(gone), LONG)
    }
    isAsking = false
    await asks
    await comes()
    expect(await words).toMatchObject({ ok: true })
    for (const [index, server] of servers.entries()) {
      const lines = () => linesOf(server, from[index] ?? 0)
      const back = () => lines().filter(({ msg }) => msg === 'the database answers again')
      await until(() => expect(back()).toHaveLength(1), LONG)
      expect(back()[0]).toMatchObject({ level: 30, seconds: expect.any(Number), times: expect.any(Number) })
      expect(back()[0]?.seconds).toBeGreaterThan(1)
      expect(alarms(server, from[index] ?? 0)).toHaveLength(1)
      for (const { fault = '' } of lines()) expect(fault.split(' < ')).not.toContain('Error')
      if (name === 'stopped')
        expect(alarms(server, from[index] ?? 0)[0]?.fault).toMatch(
          /57P0\d|ECONNREFUSED|connection error|terminated|holds the lock is lost/,
        )
    }
    // The words that waited were answered late, which the rule of slow answers counts.
    expect(await rings('TrackTwoSlow')).toBe(true)
    for (const alert of ['TrackTwoDatabaseAway', 'TrackTwoCannotSave', 'TrackTwoNobodyWorks', 'TrackTwoClockLate'])
      await until(async () => expect({ alert, rings: await rings(alert) }).toEqual({ alert, rings: false }), LONG)
    await mark()
    accepted(await mei.view.submit({ type: 'speakInCaucus', text: 'At once.' }))
    expect(await rings('TrackTwoSlow')).toBe(false)
  }

  const fromEngine = await mark()
  await engine.kill()
  await until(async () => expect(await rings('TrackTwoEngineAway')).toBe(true), LONG)
  await engine.startAgain()
  await until(async () => expect(await rings('TrackTwoEngineAway')).toBe(false), LONG)
  for (const [index, server] of servers.entries()) {
    const ofEngine = () => linesOf(server, fromEngine[index] ?? 0).filter(isOfEngine)
    const [gone, back] = [
      { level: 50, msg: 'the engine between servers does not answer', fault: expect.any(String) },
      { level: 30, msg: 'the engine between servers answers again', times: expect.any(Number) },
    ]
    await until(() => expect(ofEngine()).toMatchObject([gone, back]), LONG)
    expect(told(server, fromEngine[index] ?? 0)).toEqual([])
  }

  await mark()
  const stranger = createClient({ url: engine.url })
  await stranger.connect()
  await until(async () => {
    await stranger.sPublish('servers', 'I am one of you.')
    expect(await rings('TrackTwoEngineForged')).toBe(true)
  }, LONG)
  stranger.destroy()
  await mark()
  expect(await rings('TrackTwoEngineForged')).toBe(false)

  // Stands still for a second, again and again, as on a machine that swaps. A question that comes in the very moment of waking finds nothing yet.
  await until(async () => {
    process.kill(first.pid, 'SIGSTOP')
    await wait(1_000)
    process.kill(first.pid, 'SIGCONT')
    await wait(250)
    expect(await rings('TrackTwoLoopHeld')).toBe(true)
  }, LONG)
  await until(async () => expect(await rings('TrackTwoLoopHeld')).toBe(false), LONG)

  const elsewhere = await givenDatabase()
  const stray = await startServer({ databaseUrl: elsewhere.url, env })
  onTestFinished(() => stray.clear())
  servers.push(stray)
  await until(async () => expect(await rings('TrackTwoServersDiffer')).toBe(true), LONG)
  expect(await stray.end()).toBe(0)
  expect(linesOf(stray, 0).at(-1)).toMatchObject({ level: 30, msg: 'the server has stopped cleanly' })
  expect(await rings('TrackTwoServerAway')).toBe(true)
  servers.pop()
  await until(async () => expect(await rings('TrackTwoServersDiffer')).toBe(false), LONG)
  expect(await rings('TrackTwoServerAway')).toBe(false)

  const grown = (await look()).map((one) =>
    one.name === 'process_resident_memory_bytes' ? { ...one, value: 1.4e9 } : one,
  )
  expect(await rings('TrackTwoMemory', grown)).toBe(true)
  expect(await rings('TrackTwoMemory')).toBe(false)

  expect([...rules.keys()].filter((alert) => !fellSilent.has(alert))).toEqual([...ELSEWHERE.keys()])
  for (const [alert, file] of ELSEWHERE) expect(readFileSync(file, 'utf8')).toContain(alert)
})
