/**
 * What is used of Socket.IO and Engine.IO beyond their documentation, and nowhere else: frames that are written past Engine.IO or given
 * to it ready, and the numbers of answers. tests/server/live/socket-io-internals.test.ts says which of it a new version has changed.
 */
import type { Socket as TcpSocket } from 'node:net'
import type { Server, Socket } from 'socket.io'
import { Decoder, Encoder, PacketType } from 'socket.io-parser'
import type { Frame } from './message'

/** So many bytes may wait for a connection before it is cut. */
const MOST_WAITING = 1_000_000

type EngineConnection = Socket['conn']
/** Engine.IO's websocket transport writes the frame of this option as it is, and does not encode the packet. */
type ReadyFrame = { compress?: boolean; wsPreEncodedFrame: Frame }

/** What `readyState` of a websocket (RFC 6455, the WHATWG's API) is until one of the two sides begins to close it. */
const OPEN = 1

/** The websocket that Engine.IO keeps with the request it came by; null, and nothing is written, where a new version does not any more. */
function websocketOf(request: object): { readonly readyState: unknown } | null {
  const websocket: unknown = 'websocket' in request ? request.websocket : null
  return typeof websocket === 'object' && websocket !== null && 'readyState' in websocket ? websocket : null
}

/**
 * Writes frames to one connection: straight to its TCP socket when no packet of Engine.IO waits before them, else behind those. A
 * connection that does not read is cut before what waits for it fills the memory.
 */
export class Outlet {
  readonly #connection: EngineConnection
  readonly #tcp: TcpSocket
  readonly #websocket: { readonly readyState: unknown } | null
  readonly #cut: () => void
  #packets = 0
  #waiting = 0
  #allowed = MOST_WAITING
  #isCut = false

  /** `cut` is called once, when too much waits. */
  constructor(connection: EngineConnection, cut: () => void) {
    this.#connection = connection
    this.#tcp = connection.request.socket
    this.#websocket = websocketOf(connection.request)
    this.#cut = cut
    connection.on('packetCreate', ({ data }: { data?: unknown }) => {
      this.#packets += 1
      if (typeof data === 'string') this.#waits(data.length)
    })
    // Engine.IO has then handed everything to the TCP socket.
    connection.on('flush', () => {
      this.#packets = 0
      this.#waiting = 0
    })
  }

  /** Raises the limit by the size of one large message, the answer to a join with the room's whole log. */
  allow(size: number): void {
    this.#allowed = MOST_WAITING + size
  }

  /**
   * Nothing is written to a connection that one side has begun to close: a frame behind the closing frame is a fault that the browser
   * reports. Only the websocket says so in time, and asking more objects than this one costs as much as the write, thirty times a word.
   */
  write(frame: Frame): void {
    const [only] = frame
    if (only === undefined || this.#isCut || this.#websocket?.readyState !== OPEN) return
    if (frame.length > 1 || this.#packets > 0) {
      this.#queue(frame)
      return
    }
    // `write` returns false when the kernel did not take everything; only then can too much be waiting.
    if (!this.#tcp.write(only) && this.#tcp.writableLength > this.#allowed) this.#cutOnce()
  }

  #queue(frame: Frame): void {
    this.#waits(frame.reduce((sum, piece) => sum + piece.length, 0))
    const options: ReadyFrame = { wsPreEncodedFrame: frame }
    this.#connection.write('', options)
  }

  #waits(size: number): void {
    this.#waiting += size
    if (this.#waiting > this.#allowed) this.#cutOnce()
  }

  #cutOnce(): void {
    if (this.#isCut) return
    this.#isCut = true
    this.#cut()
    // Destroyed without a closing frame, which would wait behind everything that is not read; and only after this turn of the
    // event loop, because the caller is still iterating over connections.
    setImmediate(() => this.#tcp.destroy())
  }
}

/** The number of the answer a page waits for. As a callback of Socket.IO, an answer would take three times as long to write. */
export class AnswerNumber {
  constructor(readonly value: number) {}
}

/** Appends the number of the answer to the arguments of an event, in place of the callback that Socket.IO would append. */
class NumberingDecoder extends Decoder {
  constructor() {
    super()
    this.on('decoded', (packet) => {
      if (packet.type !== PacketType.EVENT || packet.id === undefined) return
      packet.data.push(new AnswerNumber(packet.id))
      packet.id = undefined
    })
  }
}

export const parser = { Encoder, Decoder: NumberingDecoder }

/** Ends every connection at once, with what has not been written to it. */
export function dropConnections(io: Server): void {
  io.engine.close()
}
