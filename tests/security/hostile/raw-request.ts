/** Requests written byte for byte, as no client library would. */
import { connect } from 'node:net'

/** Status 0: the connection was closed without an answer. */
export type RawAnswer = { status: number; head: string; body: string }

export type RawRequest = {
  method?: string
  address?: string
  headers?: readonly (readonly [name: string, value: string])[]
  body?: string | Buffer
}

/** The bytes of a request; Host, Connection and the length of a body are added. */
export function bytesOf({ method = 'GET', address = '/', headers = [], body }: RawRequest): Buffer {
  const length = body === undefined ? [] : [`content-length: ${Buffer.byteLength(body)}`]
  const lines = [...headers.map(([name, value]) => `${name}: ${value}`), ...length]
  const head = [`${method} ${address} HTTP/1.1`, 'host: 127.0.0.1', 'connection: close', ...lines, '', ''].join('\r\n')
  return Buffer.concat([Buffer.from(head, 'latin1'), Buffer.from(body ?? '')])
}

/** Sends bytes on a connection of their own and reads the answer to its end. */
export function sendRaw(port: number, bytes: Buffer): Promise<RawAnswer> {
  return new Promise((done) => {
    let said = ''
    const line = connect(port, '127.0.0.1')
    line.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
    line.on('error', () => undefined)
    line.on('close', () => {
      const at = said.indexOf('\r\n\r\n')
      const head = at === -1 ? said : said.slice(0, at)
      done({
        status: Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0),
        head,
        body: at === -1 ? '' : said.slice(at + 4),
      })
    })
    // Not ended: a client that closes its half takes the answer for granted.
    line.write(bytes)
  })
}
