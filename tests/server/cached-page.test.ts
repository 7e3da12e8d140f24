/** A page rendered once is sent as it is, with the nonce of each response in every place of the first. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CachedPage } from '#server/web/page-cache/cached-page'

const NONCE = 'AbCdEf0123456789+/AbCd=='
const LINK = `</a.css>; rel=preload; as="style"; nonce="${NONCE}"`

const piece = fc
  .array(fc.oneof(fc.constantFrom('<script nonce="', '" async="">', 'the gap ', 'é漢'), fc.string({ unit: 'binary' })))
  .map((parts) => parts.join('').replaceAll(NONCE, ''))
const nonce = fc.stringMatching(/^[A-Za-z0-9+/]{22}==$/)

let page: CachedPage
const server = createServer((request, response) => page.send(request, response))
beforeAll(() => new Promise<void>((done) => server.listen(0, '127.0.0.1', done)))
afterAll(() => void server.close())

const rendered = (text: string) =>
  new CachedPage({ text, nonce: NONCE, headers: new Headers({ link: LINK, 'set-cookie': 'a=b' }) }, 0)

async function sent(headers: Record<string, string>) {
  const { port } = server.address() as AddressInfo
  const answer = await fetch(`http://127.0.0.1:${port}/`, { headers })
  return { text: Buffer.from(await answer.arrayBuffer()), headers: answer.headers }
}

test('it says what was rendered, with this response’s nonce in every place and nothing of the first', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 40 }), nonce, async (pieces, given) => {
      page = rendered(pieces.join(NONCE))
      const whole = Buffer.from(pieces.join(given))
      const packed = await sent({ 'x-nonce': given, 'accept-encoding': 'br, gzip' })
      expect(packed.headers.get('content-encoding')).toBe('gzip')
      expect(packed.text.equals(whole)).toBe(true) // fetch unpacks it
      expect(packed.headers.get('link')).toBe(LINK.replace(NONCE, given))
      expect(packed.headers.has('set-cookie')).toBe(false)
    }),
    { numRuns: 50 },
  )
})

test.each(['identity', 'gzip;q=0', 'br, gzip; q=0.0, deflate'])(
  'it is not packed for whoever does not take that: %s',
  async (accepted) => {
    page = rendered(`<p nonce="${NONCE}">`)
    const { text, headers } = await sent({ 'x-nonce': 'x', 'accept-encoding': accepted })
    expect(headers.get('content-encoding')).toBeNull()
    expect(text.toString()).toBe('<p nonce="x">')
  },
)
