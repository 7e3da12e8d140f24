import { beforeAll, expect, test } from 'vitest'
import { settleSecret } from '#server/base/environment'
import { registry } from '#server/base/metrics'
import { phaseNow } from '#simulation/state/room-state'
import { givenClass, givenPage, givenSeated, SECRET } from '../server/live/given/given-classroom'
import { accepted, Page, until } from '../server/live/given/given-page'
import { useFreshDatabase } from '../support/machines/database'
import { viewOf } from '../support/stories/heard'
import { givenServers, stored } from './given-servers'

const fresh = useFreshDatabase()
beforeAll(() => void settleSecret(SECRET))

type PageOfServer = { page: Page; from: number }

/** Every row the page was told after it came in, in order and none twice, and all of it what this viewer may hear. */
async function isTrue({ page, from }: PageOfServer, room: Parameters<typeof stored>[1]): Promise<void> {
  const rows = await stored(fresh.url(), room)
  const told = page.told.flat().map(({ seq }) => seq)
  expect(told).toEqual(Array.from({ length: rows.length - from }, (_, index) => from + 1 + index))
  const answer = await page.join(room, 'self')
  if (!answer.ok) throw new Error(answer.refusal)
  expect(page.rows).toEqual(viewOf(rows, answer.viewer, false))
}

async function table(names = ['a', 'b']) {
  const of = await givenClass({ understudies: false })
  const servers = await givenServers(fresh.url(), names)
  const [a, b] = servers.all
  if (!a || !b) throw new Error('Two servers are needed.')
  const mei = await givenSeated(a, of, 'Mei', 'us.state')
  const amara = await givenSeated(b, of, 'Amara', 'us.treasury')
  const yuki = await givenSeated(b, of, 'Yuki', 'jp.pm')
  const chairs = await Promise.all([givenPage(a, of.chairCookie, of.roomId), givenPage(b, of.chairCookie, of.roomId)])
  accepted(await chairs[0]!.submit(of.roomId, { type: 'startPhase', index: 0 }))
  const all = [mei, amara, yuki, ...chairs]
  /** Everybody has heard a note to the room, and with it the number of each row before. */
  const same = async (chair = chairs[0]!) => {
    const last = accepted(await chair.submit(of.roomId, { type: 'nudge', to: 'room', text: 'Five minutes.' }))
    await until(() => expect(all.map(({ seq }) => seq)).toEqual(all.map(() => last)), 10_000)
  }
  await same()
  const told: PageOfServer[] = all.map((page) => {
    page.told = []
    return { page, from: page.seq }
  })
  return { of, servers, a, b, mei, amara, yuki, chairs, all, told, same }
}

async function rowsFollowed(from: 'engine' | 'log'): Promise<number> {
  const line = new RegExp(`^track_two_rows_followed_total\\{from="${from}"\\} (\\d+)$`, 'm')
  return Number(line.exec(await registry.metrics())?.[1] ?? 0)
}

test('L3 L4 who speaks at one server is heard at the other at once, and by nobody whom it is not for', async () => {
  const { of, mei, amara, yuki, chairs, told, same } = await table()
  const before = [await rowsFollowed('engine'), await rowsFollowed('log')] as const
  const seq = accepted(await mei.submit(of.roomId, { type: 'speakInCaucus', text: 'a-secret-of-washington' }))
  await amara.hears(seq)
  const back = accepted(await amara.submit(of.roomId, { type: 'speakInCaucus', text: 'an-answer-of-washington' }))
  await mei.hears(back)
  await same(chairs[1])
  const [sent, read] = [(await rowsFollowed('engine')) - before[0], (await rowsFollowed('log')) - before[1]]
  // The question that is asked of the log twice a second may come before the engine with one of them.
  expect(sent).toBeGreaterThan(0)
  expect(sent + read).toBe(3)
  for (const one of told) await isTrue(one, of.roomId)
  expect(yuki.bytes).not.toMatch(/of-washington/)
  expect(amara.bytes).toContain('a-secret-of-washington')
})

test('L3 a page that comes from a server that was ahead is answered with all it knew, though the engine is away', async () => {
  const { of, servers, b, mei } = await table()
  await servers.engine.kill()
  await until(() => expect(servers.all.map(({ engine }) => engine.isUp)).not.toContain(true), 20_000)
  for (let word = 0; word < 4; word += 1) {
    const seq = accepted(await mei.submit(of.roomId, { type: 'speakInCaucus', text: `word ${word}` }))
    await mei.hears(seq)
    const moved = await new Page(b.address, mei.student.cookie, { origin: b.address }).connect()
    moved.rows = [...mei.rows]
    const answer = await moved.join(of.roomId, 'self', mei.last)
    expect(answer).toMatchObject({ ok: true, from: seq })
    expect(moved.rows.slice(0, seq)).toEqual(mei.rows.slice(0, seq))
    moved.socket.disconnect()
  }
})

test('Q23 who types words for a clause at one server is shown at the other, and costs no row', async () => {
  const { of, mei, yuki, chairs, same } = await table()
  const [chair] = chairs
  if (!chair) throw new Error('The chair has a page.')
  while (phaseNow(chair.state)?.kind !== 'negotiation') {
    const { index } = chair.state.agenda
    await chair.hears(accepted(await chair.submit(of.roomId, { type: 'endPhase', index })))
  }
  const clause = chair.state.clauses[0]?.key ?? ''
  await same()
  const rows = chair.seq
  const told: unknown[] = []
  yuki.socket.on('writing', (message) => void told.push(message))
  mei.socket.emit('writing', { roomId: of.roomId, clause })
  await until(() => expect(told).toEqual([{ roomId: of.roomId, clause, seat: 'us.state' }]), 10_000)
  expect(chair.seq).toBe(rows)
})
