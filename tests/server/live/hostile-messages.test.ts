import { describe, expect, test } from 'vitest'
import { givenClass, givenHouse, givenPage } from './given-classroom'
import { accepted, Page, until } from './given-page'
import { givenSpeaker, statement } from './given-speaker'

const house = givenHouse()
const now = () => house.now()

describe('what no message can do', () => {
  const storable = (text: unknown) => ({ type: 'makeStatement', text, intent: 'point', answers: null, anchors: [] })
  const broken: unknown[] = [
    undefined,
    null,
    0,
    'words',
    [],
    [[]],
    {},
    { roomId: 1 },
    { __proto__: { roomId: 'x' } },
    { roomId: '../../x', commandId: 'x', command: null },
    storable('no frame'),
  ]

  test.each(broken.map((message) => [message]))('%j is answered and harms nobody', async (message) => {
    const of = await givenClass()
    const chair = await givenPage(now(), of.chairCookie, of.roomId)
    expect(await chair.socket.emitWithAck('submit', message)).toEqual({ ok: false, rejection: 'malformed' })
    expect(await chair.socket.emitWithAck('join', message)).toEqual({ ok: false, refusal: 'malformed' })
    expect(await chair.join(of.roomId)).toMatchObject({ ok: true })
    // Sent with the handshake too, in the place of a question and as one.
    for (const first of [message, ['join', message]]) {
      const other = new Page(now().address, of.chairCookie)
      other.socket.auth = { first }
      const followed = new Promise((done) => other.socket.once('followed', done))
      await other.connect()
      if (Array.isArray(first) && first[0] === 'join')
        expect(await followed).toEqual({ ok: false, refusal: 'malformed' })
      expect(await other.join(of.roomId)).toMatchObject({ ok: true })
    }
  })

  test('NUL and half a character are refused before they reach the log', async () => {
    const of = await givenClass()
    const { speaker } = await givenSpeaker(now(), of)
    for (const text of ['a\u0000b', 'half \ud83d', '\ude00 half'])
      expect(await speaker.submit(of.roomId, statement(text))).toEqual({ ok: false, rejection: 'malformed' })
    accepted(await speaker.submit(of.roomId, statement('whole 😀 𝕏')))
  })

  test('messages without an answer, unknown ones and an answer that is no function are passed over', async () => {
    const of = await givenClass()
    const page = await givenPage(now(), of.chairCookie, of.roomId)
    for (const name of ['join', 'submit', 'writing', 'clock', 'unknown', 'tell', 'leave']) {
      page.socket.emit(name)
      page.socket.emit(name, { a: 1 }, 'not a function', 3)
    }
    expect(await page.join(of.roomId)).toMatchObject({ ok: true })
  })

  test('an oversized message ends its own socket only', async () => {
    const of = await givenClass()
    const [page, other] = [
      await givenPage(now(), of.chairCookie, of.roomId),
      await givenPage(now(), of.chairCookie, of.roomId),
    ]
    page.socket.emit('submit', 'x'.repeat(70_000))
    await until(() => expect(page.socket.connected).toBe(false))
    expect(await other.now()).toBeGreaterThan(0)
  })

  test('a flood ends its own socket only', async () => {
    const of = await givenClass()
    const [page, other] = [
      await givenPage(now(), of.chairCookie, of.roomId),
      await givenPage(now(), of.chairCookie, of.roomId),
    ]
    for (let count = 0; count < 2_000; count += 1) page.socket.emit('noise', count)
    await until(() => expect(page.socket.connected).toBe(false))
    expect(await other.now()).toBeGreaterThan(0)
  })

  test('raw bytes that are no packet leave the house standing', async () => {
    const of = await givenClass()
    const page = await givenPage(now(), of.chairCookie, of.roomId)
    for (const bytes of ['42["join"', '4', '499[', '2', '51-["x",{"_placeholder":true,"num":0}]', '42[1]', '\u0000'])
      page.socket.io.engine.write(bytes)
    const other = await givenPage(now(), of.chairCookie, of.roomId)
    expect(await other.now()).toBeGreaterThan(0)
  })
})
