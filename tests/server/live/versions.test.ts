/** Pages and servers of two versions on one line, and a room that a newer server has written: each is answered in a stated way. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { database } from '#server/store/database'
import { readRoomState } from '#server/store/log/room-reading'
import type { RoomId } from '#simulation/kernel/ids'
import { MADE_BY_NEWER } from '#simulation/kernel/made-by-newer'
import type { ClientCommand } from '#simulation/kernel/room-command'
import { ROOM_VERSION } from '#simulation/kernel/versions'
import { joinAnswer, WIRE_VERSIONS, type WireVersions } from '#simulation/wire/protocol'
import { givenClass, givenHouse, givenPage, givenStudent } from './given-classroom'
import { live, openLink, type RoomLink } from './given-link'
import { Page, until } from './given-page'

/** What the server speaks; a test changes it as another version that takes its place would. */
const spoken: { -readonly [key in keyof WireVersions]: number } = { ...WIRE_VERSIONS }
beforeEach(() => void Object.assign(spoken, WIRE_VERSIONS))
const house = givenHouse(() => ({ spoken }))

const links: RoomLink[] = []
afterEach(() => {
  for (const link of links.splice(0)) link.stop()
})

const joins = async (page: Page, roomId: RoomId, protocol: unknown) =>
  joinAnswer.parse(await page.socket.emitWithAck('join', { protocol, roomId, as: 'self', after: null }))

describe('a page and a server of two versions', () => {
  test('every page from the oldest that can read what is written now comes in, and hears the room', async () => {
    const of = await givenClass()
    for (let page = WIRE_VERSIONS.oldestPage; page <= WIRE_VERSIONS.protocol; page += 1) {
      const chair = await new Page(house.now().address, of.chairCookie).connect()
      const answer = await joins(chair, of.roomId, page)
      expect(answer).toMatchObject({ ok: true, viewer: { kind: 'chair' } })
      expect(answer.ok && answer.rows.length).toBeGreaterThan(0)
    }
  })

  test('an older one is told so, one to come is told to wait, and what is no version is malformed', async () => {
    const of = await givenClass()
    const chair = () => new Page(house.now().address, of.chairCookie).connect()
    for (const [version, refusal] of [
      [WIRE_VERSIONS.oldestPage - 1, 'outdated'],
      [WIRE_VERSIONS.protocol + 1, 'newer-page'],
    ] as const) {
      const page = await chair()
      expect(await joins(page, of.roomId, version)).toEqual({ ok: false, refusal })
      // It comes again on another connection, which a balancer may lead to a server of its version.
      await until(() => expect(page.socket.connected).toBe(false))
    }
    const page = await chair()
    for (const version of ['4', 3.5, null, {}])
      expect(await joins(page, of.roomId, version)).toEqual({ ok: false, refusal: 'malformed' })
  })

  test('a page of before goes on after a change that it can read, and reloads after one that it cannot', async () => {
    const of = await givenClass()
    const student = await givenStudent(of, 'Mei')
    const reloads: string[] = []
    const given = (name: string) => {
      const { address } = house.now()
      const reload = () => void reloads.push(name)
      const link = openLink({ address, origin: address, roomId: of.roomId, cookie: student.cookie, reload })
      links.push(link)
      return link
    }
    Object.assign(spoken, { protocol: WIRE_VERSIONS.protocol + 5 })
    await live(given('readable'))
    expect(reloads).toEqual([])
    Object.assign(spoken, { oldestPage: WIRE_VERSIONS.protocol + 1 })
    given('unreadable')
    await until(() => expect(reloads).toEqual(['unreadable']))
  })

  test('a page that stays outdated after its reload, as one drawn by a server of before, comes again until it is served', async () => {
    const of = await givenClass()
    const student = await givenStudent(of, 'Mei')
    const { address } = house.now()
    Object.assign(spoken, { protocol: WIRE_VERSIONS.protocol + 5, oldestPage: WIRE_VERSIONS.protocol + 1 })
    const reload = vi.fn()
    const link = openLink({ address, origin: address, roomId: of.roomId, cookie: student.cookie, reload })
    links.push(link)
    await until(() => expect(reload.mock.calls.length).toBeGreaterThan(1), 20_000)
    Object.assign(spoken, WIRE_VERSIONS)
    await live(link)
  })

  test('a page that is newer than the server keeps its words, does not reload, and comes in when its server is there', async () => {
    const of = await givenClass()
    const student = await givenStudent(of, 'Mei')
    const { address } = house.now()
    Object.assign(spoken, { protocol: WIRE_VERSIONS.protocol - 1, oldestPage: 1 })
    const link = openLink({ address, origin: address, roomId: of.roomId, cookie: student.cookie })
    links.push(link)
    await until(() => expect(link.view.connection).toMatchObject({ kind: 'updating' }))
    const asked = link.view.submit({ type: 'callForHelp', text: 'Are we still on?' })
    expect(link.view.waiting).toHaveLength(1)
    Object.assign(spoken, WIRE_VERSIONS)
    await live(link)
    expect(await asked).toMatchObject({ ok: false, rejection: 'not-seated' })
  })
})

describe('a room that a newer server has written', () => {
  test('is refused with one sentence to everybody who joins or reads it, and no other room is', async () => {
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

  test('a row is stored with the oldest version that reads it, so that a server of before goes on beside this one', async () => {
    const of = await givenClass()
    const chair = await givenPage(house.now(), of.chairCookie, of.roomId)
    const says = async (command: ClientCommand) =>
      expect(await chair.submit(of.roomId, command)).toMatchObject({ ok: true })
    await says({ type: 'nudge', to: 'room', text: 'Good morning.' })
    await says({ type: 'setAutopilot', agenda: true, floor: 'off', understudiesWait: true })
    const versions = await database().roomEvent.findMany({
      where: { roomId: of.roomId },
      select: { type: true, v: true },
    })
    expect(versions).toContainEqual({ type: 'RoomOpened', v: ROOM_VERSION })
    expect(versions).toContainEqual({ type: 'NudgeSent', v: 2 })
    expect(versions).toContainEqual({ type: 'AutopilotSet', v: 3 })
  })
})
