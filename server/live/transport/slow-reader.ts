/**
 * One connection as it is written to: a message for many goes straight to its socket where nothing waits before it, and a
 * connection that does not read is cut before what waits for it fills the memory. It comes back and joins again.
 */
import type { Socket } from 'node:net'
import { ReadyFrame } from './wire-encoder'

/** What Engine.IO offers of a connection. */
type EngineConnection = {
  on(event: 'packetCreate', listener: (packet: { data?: unknown; options?: object }) => void): unknown
  on(event: 'flush' | 'drain', listener: () => void): unknown
  readonly request: { readonly socket: Socket }
  readonly readyState: string
}

export type Outlet = {
  /** Allows for one large message, the room's whole log, beside what may wait. */
  allow(size: number): void
  /** Writes a whole websocket frame; false when something waits before it, and it must be sent in its turn. */
  write(frame: Buffer): boolean
}

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
    // A parting word would wait behind everything that is not being read, so the line itself is cut; and not inside the
    // sending, which still goes through the other connections.
    setImmediate(() => socket.destroy())
  }
  connection.on('packetCreate', (packet) => {
    const { data } = packet
    packets += 1
    waiting += typeof data === 'string' || data instanceof ReadyFrame ? data.length : 0
    // Where Engine.IO's websockets look for a frame that needs no encoding any more.
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
      // Only where something stays behind is it worth asking how much.
      if (!socket.write(frame) && socket.writableLength > allowed) cutOnce()
      return true
    },
  }
}
