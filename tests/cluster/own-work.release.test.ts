/** What a room does by itself happens once, whichever server does it; and nobody is absent who is connected to any of them. */
import { setTimeout as wait } from 'node:timers/promises'
import { beforeAll, expect, test } from 'vitest'
import { settleSecret } from '#server/base/environment'
import { appendConflicts } from '#server/base/metrics'
import { rankOf } from '#server/cluster/rendezvous-hash'
import type { ActivitySettings } from '#server/store/activities/activity-settings'
import type { RoomEvent } from '#simulation/shapes/room-event'
import { givenClass, givenPage, givenSeated, SECRET, seat } from '../server/live/given/given-classroom'
import { accepted, type Page, until } from '../server/live/given/given-page'
import { HandTime } from '../server/live/given/given-room'
import { useFreshDatabase } from '../support/machines/database'
import { givenServers, type Server, stored } from './given-servers'

const fresh = useFreshDatabase()
beforeAll(() => void settleSecret(SECRET))

/** Two servers by a clock in the test's hand, a chair at the second, and a briefing that runs. */
async function briefing(settings: Partial<ActivitySettings> = { understudies: false }) {
  const time = new HandTime(Date.now())
  const of = await givenClass(settings)
  const servers = await givenServers(fresh.url(), ['a', 'b'], { time })
  const [a, b] = servers.all
  if (!a || !b) throw new Error('Two servers are needed.')
  const chair = await givenPage(b, of.chairCookie, of.roomId)
  /** Lets time pass; what falls due on the way is given a moment to reach the database and the other server. */
  const passes = (ms: number) => time.moveTo(time.now() + ms, () => wait(30))
  const was = async (...types: RoomEvent['type'][]) => {
    const rows = await stored(fresh.url(), of.roomId)
    return rows.filter(({ event }) => types.includes(event.type)).length
  }
  /** Goes on until so many rows of these kinds are saved. */
  const becomes = (count: number, ...types: RoomEvent['type'][]) =>
    until(async () => {
      await passes(500)
      expect(await was(...types)).toBe(count)
    }, 20_000)
  const start = async () => accepted(await chair.submit(of.roomId, { type: 'startPhase', index: 0 }))
  return { time, of, servers, a, b, chair, passes, was, becomes, start }
}

const shows = (page: Page, people: readonly string[]) =>
  until(() => expect([...page.presence.people].toSorted()).toEqual([...people].toSorted()), 20_000)

test('S10 who is connected to another server is shown, is not absent, and is once they are connected to none', async () => {
  const { of, a, b, chair, passes, was, becomes, start } = await briefing()
  const mei = await givenSeated(a, of, 'Mei', 'us.state')
  const yuki = await givenSeated(b, of, 'Yuki', 'jp.pm')
  await start()
  await until(async () => {
    await passes(500)
    expect([...chair.presence.people].toSorted()).toEqual([mei.person, yuki.person].toSorted())
  })
  await passes(60_000)
  expect(await was('SeatAbsent')).toBe(0)

  // She comes to the other server, and then leaves the first.
  const moved = await givenPage(b, mei.student.cookie, of.roomId)
  mei.socket.disconnect()
  await until(() => expect(mei.socket.connected).toBe(false))
  await passes(60_000)
  expect(await was('SeatAbsent')).toBe(0)

  moved.socket.disconnect()
  await until(async () => {
    await passes(500)
    expect([...chair.presence.people]).toEqual([yuki.person])
  })
  await becomes(1, 'SeatAbsent')
  await givenPage(a, mei.student.cookie, of.roomId)
  await becomes(1, 'SeatReturned')
  await passes(60_000)
  expect([await was('SeatAbsent'), await was('SeatReturned')]).toEqual([1, 1])
})

test('S10 while servers do not hear one another nobody is recorded as absent; afterwards only who comes nowhere', async () => {
  const { of, servers, a, b, chair, passes, was, becomes, start } = await briefing()
  const mei = await givenSeated(a, of, 'Mei', 'us.state')
  const yuki = await givenSeated(b, of, 'Yuki', 'jp.pm')
  await start()
  await until(async () => {
    await passes(500)
    expect(chair.presence.people).toHaveLength(2)
  })
  await servers.engine.kill()
  await until(() => expect(servers.all.map(({ engine }) => engine.isUp)).not.toContain(true), 20_000)
  yuki.socket.disconnect()
  await passes(60_000)
  expect(await was('SeatAbsent')).toBe(0)
  // What was last known stays shown.
  expect(chair.presence.people).toContain(mei.person)
  await servers.engine.startAgain()
  await until(() => expect(servers.all.map(({ engine }) => engine.isUp)).not.toContain(false), 20_000)
  await passes(15_000)
  expect(await was('SeatAbsent')).toBe(0)
  await becomes(1, 'SeatAbsent')
  await shows(chair, [mei.person])
})

test('S10 people of a server that is gone are shown as gone, and are absent only if they come to no other', async () => {
  const { of, a, b, chair, becomes, passes, start } = await briefing()
  const mei = await givenSeated(a, of, 'Mei', 'us.state')
  const amara = await givenSeated(a, of, 'Amara', 'us.treasury')
  await start()
  await until(async () => {
    await passes(500)
    expect(chair.presence.people).toHaveLength(2)
  })
  await a.close()
  await until(async () => {
    await passes(500)
    expect(chair.presence.people).toEqual([])
  })
  await givenPage(b, mei.student.cookie, of.roomId)
  await becomes(1, 'SeatAbsent')
  await passes(25_000)
  await shows(chair, [mei.person])
  const rows = await stored(fresh.url(), of.roomId)
  const absent = rows.flatMap(({ event }) => (event.type === 'SeatAbsent' ? [event.seat] : []))
  expect(absent).toEqual([seat('us.treasury')])
  expect(amara.person).not.toBe(mei.person)
})

test.each(['which is first acts', 'which is first does nothing'])(
  'L5 L6 a phase ends once at its instant where the server %s',
  async (first) => {
    const time = new HandTime(Date.now())
    const stands = new HandTime(time.now())
    const of = await givenClass({ understudies: false })
    const dead = first.endsWith('nothing')
      ? (['a', 'b'].find((id) => rankOf(id, ['a', 'b'], of.roomId) === 0) ?? '')
      : ''
    const servers = await givenServers(fresh.url(), [], {})
    const opened: Server[] = []
    for (const id of ['a', 'b']) opened.push(await servers.open({ id, time: id === dead ? stands : time }))
    const pages = await Promise.all(opened.map((server) => givenPage(server, of.chairCookie, of.roomId)))
    accepted(await pages[0]!.submit(of.roomId, { type: 'startPhase', index: 0 }))
    await until(() => expect(pages[1]!.state.clock).not.toBeNull())
    const endsAt = pages[1]!.state.clock?.endsAt ?? 0
    appendConflicts.reset()
    // What they tell one another is gathered by their own clocks.
    for (const one of [time, stands]) await one.moveTo(one.now() + 1_000, () => wait(30))
    const settled = () => wait(30)
    const ended = async () =>
      (await stored(fresh.url(), of.roomId)).filter(({ event }) => event.type === 'PhaseEnded').length
    const hasEnded = () => until(async () => expect(await ended()).toBe(1))
    await time.moveTo(endsAt + (dead ? 399 : 0), settled)
    if (dead) expect(await ended()).toBe(0)
    else await hasEnded()
    await time.moveTo(endsAt + 400, settled)
    await hasEnded()
    await time.moveTo(endsAt + 5_000, settled)
    expect(await ended()).toBe(1)
    expect((await appendConflicts.get()).values.map(({ value }) => value)).toEqual([0])
  },
)

test('a room that nobody follows goes on at one server, and at another when that one has gone', async () => {
  const { servers, a, b, chair, time, becomes, start } = await briefing()
  await start()
  const endsAt = chair.state.clock?.endsAt ?? 0
  chair.socket.disconnect()
  await b.close()
  await until(() => expect([...a.peers.living]).toEqual(['a']), 10_000)
  await time.moveTo(endsAt - 1, () => wait(30))
  await becomes(1, 'PhaseEnded')
  const later = await servers.open({ time })
  await a.close()
  await until(() => expect([...later.peers.living]).toEqual([later.id]), 10_000)
  await time.moveTo(time.now() + chair.state.plan.phases[1]!.seconds * 1_000 - 10_000, () => wait(30))
  await becomes(2, 'PhaseEnded')
})

test('S9 understudies of a room that several servers follow say each thing once', async () => {
  const { of, a, chair, passes } = await briefing({ understudies: true, practiceSpeed: 30 })
  const other = await givenPage(a, of.chairCookie, of.roomId)
  accepted(await chair.submit(of.roomId, { type: 'startPhase', index: 0 }))
  const wordsOf = async () => {
    const rows = await stored(fresh.url(), of.roomId)
    const said = rows.filter(({ commandId }) => commandId.startsWith('understudy:'))
    return said.map(({ by, event }) => JSON.stringify([by, event]))
  }
  await until(async () => {
    await passes(500)
    expect((await wordsOf()).length).toBeGreaterThan(8)
  }, 60_000)
  const { length } = await stored(fresh.url(), of.roomId)
  await Promise.all([chair, other].map((page) => page.hears(length)))
  const words = await wordsOf()
  expect(new Set(words).size).toBe(words.length)
})
