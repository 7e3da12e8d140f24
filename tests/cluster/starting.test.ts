/** Two built servers that start together on one empty database: they share it, hear of one another, and refuse a single one. */
import { expect, onTestFinished, test } from 'vitest'
import { openRoomLog } from '#server/store/log/room-log'
import { givenClass, givenStudent, SECRET } from '../server/live/given-classroom'
import { live, openLink } from '../server/live/given-link'
import { accepted, until } from '../server/live/given-page'
import { ChildEnded } from '../support/children'
import { useFreshDatabase } from '../support/database'
import { startEngine } from '../support/engine'
import { type RunningServer, startServer } from '../support/server'

const fresh = useFreshDatabase()

test('servers with REDIS_URL start side by side and carry one room; one without it is refused with the way out', async () => {
  const engine = await startEngine()
  onTestFinished(() => engine.end())
  const shared = { NEXTAUTH_SECRET: SECRET, REDIS_URL: engine.url }
  const start = async (env: Record<string, string>): Promise<RunningServer> => {
    const server = await startServer({ databaseUrl: fresh.url(), env })
    onTestFinished(() => server.clear())
    return server
  }
  const [a, b] = await Promise.all([start(shared), start(shared)])
  const refused = await start({ NEXTAUTH_SECRET: SECRET }).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(ChildEnded)
  expect(refused instanceof ChildEnded && refused.said).toMatch(
    /^Servers that share this database \(REDIS_URL\) are running/m,
  )

  const of = await givenClass({ understudies: false })
  const { cookie } = await givenStudent(of, 'Mei')
  const chair = openLink({ address: a.url, origin: a.url, roomId: of.roomId, cookie: of.chairCookie })
  const mei = openLink({ address: b.url, origin: b.url, roomId: of.roomId, cookie })
  onTestFinished(() => {
    chair.stop()
    mei.stop()
  })
  await Promise.all([chair, mei].map(live))
  accepted(await chair.view.submit({ type: 'nudge', to: 'room', text: 'Welcome.' }))
  await until(() => expect(mei.view.seq).toBe(chair.view.seq))
  await until(() => expect(chair.view.presence.people).toHaveLength(1), 10_000)

  // The one that goes says so, and what is said at the other goes on.
  expect(await a.end()).toBe(0)
  await until(() => expect(chair.view.connection.kind).not.toBe('live'), 10_000)
  const log = openRoomLog(fresh.url(), 1)
  onTestFinished(() => log.close())
  const before = (await log.read(of.roomId)).length
  const again = openLink({ address: b.url, origin: b.url, roomId: of.roomId, cookie: of.chairCookie })
  onTestFinished(() => again.stop())
  await live(again)
  accepted(await again.view.submit({ type: 'nudge', to: 'room', text: 'We go on.' }))
  await until(() => expect(mei.view.seq).toBe(before + 1))
})
