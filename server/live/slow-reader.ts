/** Cuts a connection that does not read what it is sent, before what waits for it fills the memory. It comes back and joins again. */

/** What Engine.IO offers of a connection. */
type Connection = {
  on(event: 'packetCreate', listener: (packet: { data?: unknown }) => void): unknown
  on(event: 'flush' | 'drain', listener: () => void): unknown
  readonly request: { readonly socket: { destroy(): unknown } }
}

const MOST_WAITING = 1_000_000

/** Returns a way to allow for one large message, the room's whole log, beside what may wait. */
export function cutWhenSlow(connection: Connection, cut: () => void): { allow(size: number): void } {
  let waiting = 0
  let allowed = MOST_WAITING
  connection.on('packetCreate', ({ data }) => {
    waiting += typeof data === 'string' ? data.length : 0
    if (waiting <= allowed) return
    waiting = Number.NEGATIVE_INFINITY // once
    cut()
    // A parting word would wait behind everything that is not being read, so the line itself is cut; and not inside the
    // sending, which still goes through the other connections.
    setImmediate(() => connection.request.socket.destroy())
  })
  connection.on('flush', () => {
    waiting = Math.min(waiting, 0)
  })
  return {
    allow(size) {
      allowed = MOST_WAITING + size
    },
  }
}
