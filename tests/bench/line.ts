/**
 * A cheap websocket client, so that what is measured is the server: it masks with zeros, decodes nothing, and passes each frame on as bytes.
 * For loopback only.
 */
import { request } from 'node:http'
import type { Socket } from 'node:net'

/** The payload is `bytes` from `from` to `to`. */
export type Hear = (bytes: Buffer, from: number, to: number) => void

/** The kinds of frames that hold text or bytes; all others are the protocol's own. */
const DATA = [1, 2]

export class Line {
  readonly #socket: Socket
  readonly #hear: Hear
  #left: Buffer = Buffer.alloc(0)
  /** Whether the connection ended without `end`. */
  isLost = false

  private constructor(socket: Socket, hear: Hear) {
    this.#socket = socket
    this.#hear = hear
    socket.setNoDelay(true)
    socket.on('error', () => undefined)
    socket.on('close', () => {
      this.isLost = true
    })
  }

  static open(port: number, path: string, headers: Readonly<Record<string, string>>, hear: Hear): Promise<Line> {
    const key = { 'sec-websocket-version': '13', 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==' }
    const upgrade = { connection: 'Upgrade', upgrade: 'websocket', ...key }
    return new Promise((done, fail) => {
      const asked = request({ port, host: '127.0.0.1', path, agent: false, headers: { ...headers, ...upgrade } })
      asked.on('error', fail)
      asked.on('response', ({ statusCode }) => fail(new Error(`The line was refused: ${statusCode}`)))
      asked.on('upgrade', (_, socket, early) => {
        const line = new Line(socket, hear)
        done(line)
        // What came with the answer is heard once the caller has the line.
        setImmediate(() => {
          line.#take(early)
          socket.on('data', (bytes) => line.#take(bytes))
        })
      })
      asked.end()
    })
  }

  send(text: string): void {
    const length = Buffer.byteLength(text)
    const head = length < 126 ? 6 : 8
    const frame = Buffer.alloc(head + length) // a mask of zeros leaves the payload as it is
    frame[0] = 0x81
    frame[1] = 0x80 | Math.min(length, 126)
    if (length >= 126) frame.writeUInt16BE(length, 2)
    frame.write(text, head)
    this.#socket.write(frame)
  }

  end(): void {
    this.#socket.destroy()
  }

  #take(read: Buffer): void {
    const bytes = this.#left.length > 0 ? Buffer.concat([this.#left, read]) : read
    this.#left = bytes.subarray(this.#frames(bytes))
  }

  /** Passes on each whole frame; returns where the first broken one begins. */
  #frames(bytes: Buffer): number {
    for (let at = 0; ; ) {
      if (at + 2 > bytes.length) return at
      const small = (bytes[at + 1] ?? 0) & 0x7f
      const from = at + (small === 127 ? 10 : small === 126 ? 4 : 2)
      if (from > bytes.length) return at
      const length = small === 127 ? bytes.readUInt32BE(at + 6) : small === 126 ? bytes.readUInt16BE(at + 2) : small
      if (from + length > bytes.length) return at
      if (DATA.includes((bytes[at] ?? 0) & 0x0f)) this.#hear(bytes, from, from + length)
      at = from + length
    }
  }
}
