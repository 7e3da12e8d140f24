/** A page of another version than the server, and a room that a newer version has written: each is answered in a stated way. */
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { database } from '#server/base/database'
import { readRoomState } from '#server/store/log/room-reading'
import { MADE_BY_NEWER } from '#simulation/engine/made-by-newer'
import { ROOM_VERSION } from '#simulation/engine/versions'
import { joinAnswer, PROTOCOL } from '#simulation/wire/protocol'
import { watchAnswer } from '#simulation/wire/watching'
import { Device } from '../../support/device'
import { Cable } from './given/given-cable'
import { givenClass, givenHouse, givenPage, givenStudent, seat } from './given/given-classroom'
import { live, openLink, type RoomLink } from './given/given-link'
import { accepted, Page, until } from './given/given-page'

const house = givenHouse()

const links: RoomLink[] = []
afterEach(() => {
  for (const link of links.splice(0)) link.stop()
})

test.each([PROTOCOL - 1, PROTOCOL + 1])(
  'a page of version %i is told that it is outdated, and nothing else',
  async (protocol) => {
    const of = await givenClass()
    const page = await new Page(house.now().address, of.chairCookie).connect()
    const join = { protocol, roomId: of.roomId, as: 'self', after: null }
    expect(joinAnswer.parse(await page.socket.emitWithAck('join', join))).toEqual({ ok: false, refusal: 'outdated' })
    // Whatever else it asks in a shape that this server does not know.
    expect(joinAnswer.parse(await page.socket.emitWithAck('join', { protocol }))).toEqual({
      ok: false,
      refusal: 'outdated',
    })
    const watch = { protocol, activityId: of.activityId }
    expect(watchAnswer.parse(await page.socket.emitWithAck('watch', watch))).toEqual({ ok: false, refusal: 'outdated' })
  },
)

test('a page of an older build says that there is a new version, reloads, and what was written is said once by the page that is loaded', async () => {
  const of = await givenClass()
  const student = await givenStudent(of, 'Mei')
  const { address } = house.now()
  const cable = await new Cable(address).lay()
  onTestFinished(() => cable.remove())
  const device = new Device()
  const at = { address: cable.address, origin: address, roomId: of.roomId, cookie: student.cookie, device }
  let protocol = PROTOCOL
  const reload = vi.fn()
  const old = openLink({ ...at, protocol: () => protocol, reload })
  links.push(old)
  await live(old)
  accepted(await old.view.submit({ type: 'takeSeat', seat: seat('us.state') }))
  await until(() => expect(old.view.viewer).toMatchObject({ seat: 'us.state' }))
  // The server has been stopped and started in a newer version.
  protocol = PROTOCOL - 1
  cable.cut()
  await until(() => expect(old.view.connection.kind).toBe('offline'))
  cable.mend()
  await until(() => expect(old.view.connection).toEqual({ kind: 'outdated' }))
  void old.view.submit({ type: 'callForHelp', text: 'Are we still on?' })
  expect(old.view.waiting).toHaveLength(1)
  expect(old.view.state).not.toBeNull()
  // A page that may not reload yet, or was loaded as old as before, goes on asking.
  await until(() => expect(reload.mock.calls.length).toBeGreaterThan(1), 20_000)
  old.stop()
  const loaded = openLink(at)
  links.push(loaded)
  await live(loaded)
  await until(() => expect(loaded.view.waiting).toEqual([]))
  const rows = await database().roomEvent.findMany({ where: { roomId: of.roomId, type: 'HelpCalled' } })
  expect(rows).toHaveLength(1)
})

test('a room that a newer version has written is refused with one sentence to everybody who joins or reads it, and no other room is', async () => {
  const [of, other] = [await givenClass(), await givenClass()]
  const student = await givenStudent(of, 'Mei')
  await database().roomEvent.updateMany({ where: { roomId: of.roomId, seq: 2 }, data: { v: ROOM_VERSION + 1 } })
  const page = await new Page(house.now().address, student.cookie).connect()
  expect(await page.join(of.roomId)).toEqual({ ok: false, refusal: MADE_BY_NEWER })
  const { address } = house.now()
  const link = openLink({ address, origin: address, roomId: of.roomId, cookie: of.chairCookie })
  links.push(link)
  await until(() => expect(link.view.connection).toEqual({ kind: 'refused', why: MADE_BY_NEWER }))
  await expect(readRoomState(of.roomId)).rejects.toMatchObject({ digest: MADE_BY_NEWER })
  expect((await givenPage(house.now(), other.chairCookie, other.roomId)).state.openedAt).toBeGreaterThan(0)
})
