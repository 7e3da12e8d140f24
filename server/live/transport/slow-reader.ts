/**
 * Writes to one connection: a ready frame goes straight to the TCP socket when no packet waits before it. A connection that does not
 * read is cut before what waits for it fills the memory; its page connects and joins again.
 */
import type { Socket } from 'node:net'
import { ReadyFrame } from './wire-encoder'

/** The part of Engine.IO's connection that is used here. */
type EngineConnection = {
  on(event: 'packetCreate', listener: (packet: { data?: unknown; options?: object }) => void): unknown
  on(event: 'flush' | 'drain', listener: () => void): unknown
  readonly request: { readonly socket: Socket }
  readonly readyState: string
}

export type Outlet = {
  /** Raises the limit by the size of one large message, the answer to a join with the room's whole log. */
  allow(size: number): void
  /** Writes a whole websocket frame; false when packets wait before it, so that the caller must queue it behind them. */
  write(frame: Buffer): boolean
}

/** So many bytes may wait for a connection before it is cut. */
const MOST_WAITING = 1_000_000

export function cutWhenSlow(connection: EngineConnection, cut: () => void): Outlet {
  const { socket } = connection.request
  let packets = 0
  let waiting = 0
  let allowed = MOST_WAITING
  let isCut = false
  function cutOnce() {
    if (isCut) return
    isCut = true
    cut()
    // Destroyed without a closing frame, which would wait behind everything that is not read; and only after this turn of the
    // event loop, because the caller is still iterating over connections.
    setImmediate(() => socket.destroy())
  }
  connection.on('packetCreate', (packet) => {
    const { data } = packet
    packets += 1
    waiting += typeof data === 'string' || data instanceof ReadyFrame ? data.length : 0
    // Engine.IO's websocket transport looks here for a frame that it need not encode.
    if (data instanceof ReadyFrame) packet.options = { ...packet.options, wsPreEncodedFrame: data.pieces }
    if (waiting > allowed) cutOnce()
  })
  connection.on('flush', () => {
    packets = 0
    waiting = 0
  })
  return {
    allow(size) {
      allowed = MOST_WAITING + size
    },
    write(frame) {
      if (packets > 0 || connection.readyState !== 'open') return false
      if (isCut || !socket.writable) return true
      // `write` returns false when the kernel did not take everything; only then can too much be waiting.
      if (!socket.write(frame) && socket.writableLength > allowed) cutOnce()
      return true
    },
  }
}
