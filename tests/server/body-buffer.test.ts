/** A long body is read on only once its sender may send it: until then the connection waits, and nothing more is taken. */
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { MOST_OF_A_STRANGER, withWholeBody } from '#server/web/http/body-buffer'
import type { Refusal } from '#server/web/refusal'

const LONG = 5_000_000
const REFUSED: Refusal = { status: 503, sentence: 'Nobody can be looked up.' }

/** A server that asks once for each long body, and a sender of `size` bytes, told or in chunks. */
async function sending(size: number, isTold: boolean) {
  type Asked = { answer: (refusal: Refusal | null) => void; request: IncomingMessage }
  let tell: (asked: Asked) => void = () => undefined
  const asked = new Promise<Asked>((done) => {
    tell = done
  })
  const whole: number[] = []
  let times = 0
  const server = createServer((request, response) =>
    withWholeBody(
      request,
      response,
      {
        most: LONG,
        refusalOfLarge: () =>
          new Promise((answer) => {
            times += 1
            tell({ answer, request })
          }),
      },
      (body) => {
        whole.push(body.length)
        response.end('whole')
      },
    ),
  )
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const line: Socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  onTestFinished(() => {
    line.destroy()
    server.closeAllConnections()
    server.close()
  })
  line.on('error', () => undefined)
  const head = `POST / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n`
  const body = Buffer.alloc(size, 'x')
  line.write(
    isTold
      ? Buffer.concat([Buffer.from(`${head}content-length: ${size}\r\n\r\n`), body])
      : Buffer.concat([
          Buffer.from(`${head}transfer-encoding: chunked\r\n\r\n${size.toString(16)}\r\n`),
          body,
          Buffer.from('\r\n0\r\n\r\n'),
        ]),
  )
  return { asked, said: text(line), whole, times: () => times }
}

test.each([
  ['told', true],
  ['in chunks', false],
])('a long body waits, %s, and is whole once its sender may send it', async (_, isTold) => {
  for (const size of [MOST_OF_A_STRANGER + 1, 70_000, LONG]) {
    const { asked, said, whole, times } = await sending(size, isTold)
    const { answer, request } = await asked
    // As long as the rest would take to come, had anybody read it.
    for (let turn = 0; turn < 50; turn += 1) await new Promise((next) => setImmediate(next))
    expect(whole).toEqual([])
    expect(request.socket.bytesRead).toBeLessThan(MOST_OF_A_STRANGER * 3)
    answer(null)
    expect(await said).toMatch(/whole/)
    expect(whole).toEqual([size])
    expect(times()).toBe(1)
  }
})

test.each([
  ['told', true],
  ['in chunks', false],
])('a long body that may not be sent is refused, %s, and never whole', async (_, isTold) => {
  for (const size of [MOST_OF_A_STRANGER + 1, 70_000, LONG]) {
    const { asked, said, whole } = await sending(size, isTold)
    ;(await asked).answer(REFUSED)
    expect(await said).toMatch(/^HTTP\/1\.1 503 [\s\S]*Nobody can be looked up\.\n/)
    expect(whole).toEqual([])
  }
})

test('about a short one nobody is asked', async () => {
  for (const isTold of [true, false]) {
    const { said, whole, times } = await sending(MOST_OF_A_STRANGER, isTold)
    expect(await said).toMatch(/whole/)
    expect([whole, times()]).toEqual([[MOST_OF_A_STRANGER], 0])
  }
})
