/** What no page sends over its socket is answered and harms nobody. Bent messages, raw bytes and floods in number: tests/security/line and flood. */
import { describe, expect, test } from 'vitest'
import { givenClass, givenHouse, givenPage } from './given/given-classroom'
import { accepted, Page, until } from './given/given-page'
import { givenSpeaker, statement } from './given/given-speaker'

const house = givenHouse()
const now = () => house.now()

describe('what no message can do', () => {
  const broken: unknown[] = [
    ...[undefined, null, 0, 'words', [], [[]], {}],
    ...[{ roomId: 1 }, { __proto__: { roomId: 'x' } }, { roomId: '../../x', commandId: 'x', command: null }],
    { type: 'makeStatement', text: 'no frame', intent: 'point', answers: null, anchors: [] },
  ]

  test('a message that is none is answered and harms nobody, with the handshake too', async () => {
    for (const message of broken) {
      const of = await givenClass()
      const chair = await givenPage(now(), of.chairCookie, of.roomId)
      expect(await chair.socket.emitWithAck('submit', message)).toEqual({ ok: false, rejection: 'malformed' })
      expect(await chair.socket.emitWithAck('join', message)).toEqual({ ok: false, refusal: 'malformed' })
      // In the place of a question and as one.
      for (const first of [message, ['join', message]]) {
        const other = new Page(now().address, of.chairCookie)
        other.socket.auth = { first }
        const followed = new Promise((done) => other.socket.once('followed', done))
        await other.connect()
        if (Array.isArray(first) && first[0] === 'join')
          expect(await followed).toEqual({ ok: false, refusal: 'malformed' })
        expect(await other.join(of.roomId)).toMatchObject({ ok: true })
        other.socket.disconnect()
      }
      expect(await chair.join(of.roomId)).toMatchObject({ ok: true })
    }
  })

  test('NUL and half a character are refused before they reach the log', async () => {
    const of = await givenClass()
    const { speaker } = await givenSpeaker(now(), of)
    for (const text of ['a\u0000b', 'half \ud83d', '\ude00 half'])
      expect(await speaker.submit(of.roomId, statement(text))).toEqual({ ok: false, rejection: 'malformed' })
    accepted(await speaker.submit(of.roomId, statement('whole 😀 𝕏')))
  })

  test('an oversized message ends its own socket only', async () => {
    const of = await givenClass()
    const page = await givenPage(now(), of.chairCookie, of.roomId)
    const other = await givenPage(now(), of.chairCookie, of.roomId)
    page.socket.emit('submit', 'x'.repeat(70_000))
    await until(() => expect(page.socket.connected).toBe(false))
    expect(await other.now()).toBeGreaterThan(0)
  })
})
