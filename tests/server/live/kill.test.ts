/** The built server is killed again and again while people talk: what was acknowledged is saved, what was not is sent again, nothing twice. */
import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { openRoomLog } from '#server/store/log/room-log'
import { fold } from '#simulation/engine/room'
import { useFreshDatabase } from '../../support/database'
import { viewOf } from '../../support/heard'
import { isLong } from '../../support/lane'
import { patience } from '../../support/patience'
import { type RunningServer, startServer } from '../../support/server'
import { givenClass, givenStudent, SECRET, seat } from './given-classroom'
import { live, openLink } from './given-link'
import { accepted, until } from './given-page'

const fresh = useFreshDatabase()

const KILLS = isLong ? 6 : 1
const WORDS_EACH = isLong ? 24 : 12

test(`L1 L2 L9 a server killed ${KILLS} times while three delegations talk loses no word and doubles none`, async () => {
  const of = await givenClass()
  const students = await Promise.all(['Mei', 'Yuki', 'Jiayi'].map((name) => givenStudent(of, name)))
  const start = (port?: number): Promise<RunningServer> =>
    startServer({ databaseUrl: fresh.url(), ...(port ? { port } : {}), env: { NEXTAUTH_SECRET: SECRET } })
  let server = await start()
  const { url, port } = server
  const page = (cookie: string) => openLink({ address: url, origin: url, roomId: of.roomId, cookie })
  const chair = page(of.chairCookie)
  const delegates = students.map(({ cookie }) => page(cookie))
  onTestFinished(async () => {
    for (const link of [chair, ...delegates]) link.stop()
    await server.clear()
  })
  await Promise.all([chair, ...delegates].map(live))
  const seats = ['us.state', 'jp.pm', 'cn.foreign']
  for (const [index, link] of delegates.entries())
    accepted(await link.view.submit({ type: 'takeSeat', seat: seat(seats[index]!) }))
  accepted(await chair.view.submit({ type: 'startPhase', index: 0 }))

  // They talk until a little after the last kill.
  let killing = true
  const said: string[] = []
  const acknowledged: string[] = []
  const talk = Promise.all(
    delegates.map(async (link, who) => {
      const answers: Promise<void>[] = []
      for (let index = 0; killing || index < WORDS_EACH; index += 1) {
        const text = `${who}:${index}`
        said.push(text)
        answers.push(
          link.view.submit({ type: 'speakInCaucus', text }).then((ack) => {
            accepted(ack)
            acknowledged.push(text)
          }),
        )
        await wait(150 + Math.random() * 150)
      }
      await Promise.all(answers)
    }),
  )
  for (let kills = 0; kills < KILLS; kills += 1) {
    await wait(300 + Math.random() * 900)
    await server.end('SIGKILL')
    server = await start(port)
  }
  killing = false
  await talk

  expect(said.length).toBeGreaterThanOrEqual(3 * WORDS_EACH)
  expect(acknowledged.toSorted()).toEqual(said.toSorted())
  const log = openRoomLog(fresh.url(), 1)
  const rows = await log.read(of.roomId)
  await log.close()
  const words = rows.flatMap(({ event }) => (event.type === 'CaucusSpoken' ? [event.text] : []))
  expect(words.toSorted()).toEqual(said.toSorted())
  expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1))

  // Ten seconds after the last fault every page stands at the last row that its reader hears.
  const pages = [chair, ...delegates]
  const heard = pages.map(({ view }) => view.viewer && viewOf(rows, view.viewer, false).length)
  await until(() => expect(pages.map(({ view }) => view.seq)).toEqual(heard), patience(10_000))
  expect(chair.view.state).toEqual(fold(rows))
  for (const { view } of delegates) expect(view.waiting).toEqual([])
})

// The canary of an orderly stop is tests/server/start/stopping.test.ts.
if (isLong)
  test('an orderly stop in mid-talk: pages are told, what waits is saved, and the next server has it', async () => {
    const of = await givenClass()
    const start = (port?: number) =>
      startServer({ databaseUrl: fresh.url(), ...(port ? { port } : {}), env: { NEXTAUTH_SECRET: SECRET } })
    let server = await start()
    const { url, port } = server
    const chair = openLink({ address: url, origin: url, roomId: of.roomId, cookie: of.chairCookie })
    onTestFinished(async () => {
      chair.stop()
      await server.clear()
    })
    await live(chair)
    const kinds: string[] = []
    chair.subscribe(() => kinds.push(chair.view.connection.kind))
    const answers = Array.from({ length: 10 }, (_, index) =>
      chair.view.submit({ type: 'writeInject', headline: `News ${index}`, text: 'while it stops' }),
    )
    expect(await server.end('SIGTERM')).toBe(0)
    expect(kinds).toContain('restarting')
    server = await start(port)
    for (const answer of await Promise.all(answers)) accepted(answer)
    await live(chair)
    const news = [...(chair.view.state?.record ?? [])].filter(({ event }) => event.type === 'InjectSent')
    expect(news).toHaveLength(10)
  })
