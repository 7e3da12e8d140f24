/** Two built servers on one database and a real engine: what one has granted the other does not grant again, and one of them does the daily work. */
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { database } from '#server/base/database'
import { openRoomLog } from '#server/store/log/room-log'
import { CLOCK, commandId } from '#simulation/kernel/ids'
import type { Recorded } from '#simulation/shapes/record'
import { act, ask } from '../security/knocking'
import { builtActions } from '../security/matrix/endpoints'
import { givenClass, SECRET } from '../server/live/given/given-classroom'
import { disconnectPages, until } from '../server/live/given/given-page'
import { givenAccount } from '../server/store/given-store'
import { useFreshDatabase } from '../support/machines/database'
import { type RunningEngine, startEngine } from '../support/machines/engine'
import { type RunningServer, startServer } from '../support/machines/server'
import { patience } from '../support/patience'

const fresh = useFreshDatabase()
const TOKEN = 'a token that only this test knows'

let engine: RunningEngine
const servers: RunningServer[] = []

beforeAll(async () => {
  engine = await startEngine()
  const env = { NEXTAUTH_SECRET: SECRET, REDIS_URL: engine.url, METRICS_TOKEN: TOKEN, BACKUP_DIR: 'none' }
  for (let started = 0; started < 2; started += 1) servers.push(await startServer({ databaseUrl: fresh.url(), env }))
  for (const server of servers) await until(async () => expect(await gauge(server, 'engine_up')).toBe(1), 15_000)
})
afterAll(async () => {
  disconnectPages()
  for (const server of servers) await server.clear()
  await engine?.end()
})

async function gauge({ url }: RunningServer, name: string): Promise<number> {
  const answer = await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } })
  return Number(new RegExp(`^track_two_${name} (\\S+)$`, 'm').exec(await answer.text())?.[1])
}

/** Tries at a steady pace, fewer times than a server that counts alone would grant; resolves with whether one was refused. */
async function isRefused(times: number, isGranted: () => Promise<boolean>): Promise<boolean> {
  for (let tried = 0; tried < times; tried += 1) {
    if (!(await isGranted())) return true
    await wait(300)
  }
  return false
}

test('passwords tried at one server are tried at the other as well', async () => {
  const [one, other] = servers
  const email = (await givenAccount('Noor')).email ?? ''
  const signIn = builtActions().get('(people)/sign-in/actions.ts#signIn')
  const isGranted = async (server: RunningServer | undefined) => {
    const { body } = await act(`${server?.url}${signIn?.page}`, '', signIn?.id ?? '', {
      fields: { email, password: 'wrong wrong wrong', next: '/home' },
      state: { email: '', misses: 0, fault: null },
    })
    expect(body).toMatch(/"kind":"(no-match|wait)"/)
    return body.includes('"kind":"no-match"')
  }
  for (let miss = 0; miss < 20; miss += 1) expect(await isGranted(one)).toBe(true)
  expect(await isRefused(4, () => isGranted(other))).toBe(true)
})

test(
  'one of them indexes for both, and when it is killed half-way the other goes on',
  async () => {
    const working = async () => Promise.all(servers.map((server) => gauge(server, 'does_the_work')))
    await until(async () => expect((await working()).toSorted()).toEqual([0, 1]), 15_000)
    const at = (await working()).indexOf(1)
    const { roomId: room } = await givenClass()
    const log = openRoomLog(fresh.url(), 1)
    onTestFinished(() => log.close())
    const begun = (await log.read(room)).length
    const ROWS = 3_000
    const rows: Recorded[] = Array.from({ length: ROWS }, (_, place) => ({
      seq: begun + place + 1,
      at: Date.UTC(2026, 0, 12, 9) + place,
      by: CLOCK,
      commandId: commandId.parse(`long-row-${place}`),
      audience: 'everyone',
      event: { type: 'NudgeSent', no: null, to: 'room', text: `reminder ${place}` },
    }))
    for (let from = 0; from < ROWS; from += 500) await log.append(room, rows.slice(from, from + 500))
    const indexed = () => database().roomText.count({ where: { roomId: room } })
    await until(async () => expect(await indexed()).toBeGreaterThan(0), 30_000)
    const killed = servers.splice(at, 1)[0]
    const next = servers[0]
    onTestFinished(async () => killed?.clear())
    await killed?.end('SIGKILL')
    expect(await indexed()).toBeLessThan(ROWS)
    await until(async () => expect(await indexed()).toBe(ROWS), 60_000)
    expect(await gauge(next!, 'does_the_work')).toBe(1)
    expect((await ask(`${next?.url}/readyz`, '')).status).toBe(200)
  },
  patience(180_000),
)
