/** A page that watches an activity at one server while its rooms live at another: it is told the same, and its acts count there. */
import { beforeAll, expect, test } from 'vitest'
import { settleSecret } from '#server/base/environment'
import { givenClass, givenSeated, SECRET } from '../server/live/given/given-classroom'
import { until } from '../server/live/given/given-page'
import { Watcher } from '../server/live/given/given-watcher'
import { useFreshDatabase } from '../support/machines/database'
import { givenServers } from './given-servers'

const fresh = useFreshDatabase()
beforeAll(() => void settleSecret(SECRET))

test('L19 a wall at one server shows who sits at the other, and an act from there reaches the rooms', async () => {
  const of = await givenClass({ understudies: false, roomCount: 2 })
  const { all } = await givenServers(fresh.url(), ['a', 'b'])
  const [a, b] = all
  if (!a || !b) throw new Error('Two servers are needed.')
  const wall = new Watcher(b, of.chairCookie)
  await wall.connect()
  expect(await wall.watch(of.activityId)).toMatchObject({ ok: true })
  const mei = await givenSeated(a, of, 'Mei', 'us.state')
  const summary = () => wall.watched?.rooms[0]?.summary
  await until(() => {
    expect(summary()?.holders).toContain(mei.person)
    expect(summary()?.lost).toEqual([])
    expect(summary()?.need.kind).toBe('waits')
  }, 15_000)
  const acks = await wall.act({ type: 'startPhase', index: 0 }, of.roomIds)
  expect(acks.map(({ ok }) => ok)).toEqual([true, true])
  await until(() => expect(mei.state.agenda.status).toBe('running'), 15_000)
  mei.socket.disconnect()
  await until(() => expect(summary()?.lost).toEqual(['us.state']), 15_000)
})
