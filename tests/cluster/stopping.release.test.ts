/** Servers behind a balancer are told to stop, one after the other, while a class runs: nobody waits, and nothing is lost or doubled. */
import { setTimeout as wait } from 'node:timers/promises'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { settleSecret } from '#server/base/environment'
import { openRoomLog } from '#server/store/log/room-log'
import { givenClass, givenStudent, SECRET } from '../server/live/given/given-classroom'
import { live, openLink, type RoomLink } from '../server/live/given/given-link'
import { accepted, until } from '../server/live/given/given-page'
import { startBalancer } from '../support/machines/balancer'
import { useFreshDatabase } from '../support/machines/database'
import { startEngine } from '../support/machines/engine'
import { freePort, type RunningServer, startServer } from '../support/machines/server'
import { patience } from '../support/patience'
import { viewOf } from '../support/stories/heard'

const fresh = useFreshDatabase()
beforeAll(() => void settleSecret(SECRET))

const STUDENTS = 4
const TOKEN = 'a token of this test'

/** When the server that answers here was started, which tells one from another. */
async function startOf(url: string): Promise<string> {
  const answer = await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } })
  return /^process_start_time_seconds (\S+)$/m.exec(await answer.text())?.[1] ?? 'nobody'
}

test('L1 L2 L19 pages of a server that stops are on another within five seconds, and every request meanwhile is answered', {
  timeout: patience(240_000),
}, async () => {
  const engine = await startEngine()
  onTestFinished(() => engine.end())
  const [door, ...ports] = [await freePort(), await freePort(), await freePort()]
  const [one = 0, two = 0] = ports
  const address = `http://127.0.0.1:${door}`
  const open = (port: number) =>
    startServer({
      databaseUrl: fresh.url(),
      port,
      env: {
        REDIS_URL: engine.url,
        NEXTAUTH_SECRET: SECRET,
        NEXTAUTH_URL: address,
        BACKUP_DIR: 'none',
        METRICS_TOKEN: TOKEN,
      },
    })
  const servers = [await open(one), await open(two)]
  onTestFinished(async () => {
    for (const server of servers) await server.clear()
  })
  // Not hashed, so that both servers have pages of the room.
  const balancer = await startBalancer({ ports: [one, two], isHashed: false, port: door })
  onTestFinished(() => balancer.end())

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
  for (const link of links.slice(1))
    await until(() => {
      expect(link.view.viewer).toMatchObject({ kind: 'person', seat: expect.any(String) })
      // Its server hears of the start from the chair's: before that it would refuse what it cannot know yet.
      expect(link.view.state?.agenda.status).toBe('running')
    })
  const sawUpdate = new Set<RoomLink>()
  for (const link of links)
    link.subscribe(() => void (link.view.connection.kind === 'restarting' && sawUpdate.add(link)))

  let over = false
  const said: string[] = []
  const talk = links.slice(1).map(async (link, place) => {
    const answers: Promise<unknown>[] = []
    for (let count = 0; !over; count += 1) {
      const text = `${place}/${count}`
      said.push(text)
      answers.push(link.view.submit({ type: 'speakInCaucus', text }).then(accepted))
      await wait(400)
    }
    await Promise.all(answers)
  })
  const statuses: number[] = []
  const visits = Array.from({ length: 2 }, async () => {
    for (; !over; await wait(100)) statuses.push((await fetch(`${address}/`)).status)
  })

  const ready = async (server: RunningServer) => (await fetch(`${server.url}/readyz`)).status
  for (const place of [0, 1]) {
    const server = servers[place]
    if (!server) throw new Error('There are two servers.')
    sawUpdate.clear()
    const ended = server.end()
    await until(() => expect(sawUpdate.size).toBeGreaterThan(0), patience(20_000))
    await until(
      () => expect(links.map(({ view }) => view.connection.kind)).toEqual(links.map(() => 'live')),
      patience(5_000),
    )
    expect(await ended).toBe(0)
    // The last has done its part: nobody waits for it any more.
    if (place === 1) break
    const again = await open(server.port)
    servers[place] = again
    await until(async () => expect(await ready(again)).toBe(200), patience(20_000))
    // The balancer asks once a second whether a server is ready again.
    const own = await startOf(again.url)
    await until(async () => expect(await startOf(address)).toBe(own), patience(20_000))
  }
  over = true
  await Promise.all([...talk, ...visits])
  expect(new Set(statuses), balancer.said()).toEqual(new Set([200]))
  const log = openRoomLog(fresh.url(), 1)
  const rows = await log.read(of.roomId)
  await log.close()
  const kept = rows.flatMap(({ event }) => (event.type === 'CaucusSpoken' ? [event.text] : []))
  expect(kept.toSorted()).toEqual(said.toSorted())
  const told = ({ view }: RoomLink) => view.viewer && viewOf(rows, view.viewer, false).length
  await until(() => expect(links.map(({ view }) => view.seq)).toEqual(links.map(told)), patience(10_000))
})
