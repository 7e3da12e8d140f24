/**
 * A cheap websocket client, so that the server dominates the measurement: it masks with zeros, decodes nothing, and passes each text frame
 * on as bytes. For loopback only.
 */
import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'

/** The frame's payload is `bytes` from `from` to `to`, valid only until the call returns, because the buffer is shared. */
export type Hear = (bytes: Buffer, from: number, to: number) => void
export type To = { port: number; path: string; headers?: Readonly<Record<string, string>> }

/** The receive buffer of all connections. One reads at a time; an incomplete frame is copied out. */
const shared = Buffer.allocUnsafe(1 << 20)

export class Line {
  readonly #socket: Socket
  readonly #hear: Hear
  #left: Buffer | null = null
  #isOpen = false
  #opened: () => void = () => undefined
  #refused: (why: Error) => void = () => undefined
  /** Set when the connection ended without `end` being called. */
  isLost = false

  private constructor({ port, path, headers = {} }: To, hear: Hear) {
    this.#hear = hear
    const take = (length: number): boolean => {
      this.#take(shared.subarray(0, length))
      return true
    }
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true, onread: { buffer: shared, callback: take } })
    this.#socket.on('connect', () => {
      const asked = {
        Host: `127.0.0.1:${port}`,
        Upgrade: 'websocket',
        Connection: 'Upgrade',
        'Sec-WebSocket-Version': '13',
        'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
        ...headers,
      }
      const lines = Object.entries(asked).map(([name, value]) => `${name}: ${value}\r\n`)
      this.#socket.write(`GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`)
    })
    this.#socket.on('error', (error) => this.#refused(error))
    this.#socket.on('close', () => {
      this.isLost = true
      this.#refused(new Error('The line was closed'))
    })
  }

  static open(to: To, hear: Hear): Promise<Line> {
    return new Promise((done, fail) => {
      const line = new Line(to, hear)
      line.#opened = () => done(line)
      line.#refused = fail
    })
  }

  send(text: string): void {
    const length = Buffer.byteLength(text)
    const head = length < 126 ? 6 : 8
    const frame = Buffer.alloc(head + length) // a mask of zeros leaves the payload unchanged
    frame[0] = 0x81
    if (length < 126) frame[1] = 0x80 | length
    else {
      frame[1] = 0x80 | 126
      frame.writeUInt16BE(length, 2)
    }
    frame.write(text, head)
    this.#socket.write(frame)
  }

  end(): void {
    this.#socket.destroy()
  }

  #take(read: Buffer): void {
    const bytes = this.#left ? Buffer.concat([this.#left, read]) : read
    this.#left = null
    let at = 0
    if (!this.#isOpen) {
      const end = bytes.indexOf('\r\n\r\n')
      if (end < 0) {
        this.#left = Buffer.from(bytes)
        return
      }
      const status = bytes.toString('latin1', 9, 12)
      if (status !== '101') {
        this.#refused(new Error(`The line was refused: ${status}`))
        this.#socket.destroy()
        return
      }
      this.#isOpen = true
      at = end + 4
      this.#opened()
      if (at === bytes.length) return
      // Frames that arrived with the handshake's answer are delivered after the caller has the connection.
      const early = Buffer.from(bytes.subarray(at))
      setImmediate(() => this.#take(early))
      return
    }
    at = this.#frames(bytes)
    if (at < bytes.length) this.#left = Buffer.from(bytes.subarray(at))
  }

  /** Delivers every complete frame; returns where the first incomplete one begins. */
  #frames(bytes: Buffer): number {
    let at = 0
    for (;;) {
      if (at + 2 > bytes.length) return at
      const kind = bytes[at]! & 0x0f
      let length = bytes[at + 1]! & 0x7f
      let from = at + 2
      if (length === 126) {
        if (at + 4 > bytes.length) return at
        length = bytes.readUInt16BE(at + 2)
        from = at + 4
      } else if (length === 127) {
        if (at + 10 > bytes.length) return at
        length = bytes.readUInt32BE(at + 6)
        from = at + 10
      }
      const to = from + length
      if (to > bytes.length) return at
      if (kind === 1) this.#hear(bytes, from, to)
      at = to
    }
  }
}
