/**
 * What is used of Socket.IO and Engine.IO beyond their documentation, and nowhere else: frames that are written past Engine.IO or given
 * to it ready, and events that are heard before it passes them on. tests/server/live/socket-io-internals.test.ts says which of it a new version has changed.
 */
import type { Socket as TcpSocket } from 'node:net'
import type { Server, Socket } from 'socket.io'
import { Decoder, Encoder } from 'socket.io-parser'
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

/** A page's message: its name, its first argument, and the number of the answer that the page waits for, if it does. */
type HearEvent = (name: string, asked: unknown, number: number | null) => void

/** An event of Socket.IO's main namespace, as its protocol writes one: kind, number of the answer if any, JSON array. */
const EVENT = /^2(\d{0,15})\[/

/**
 * Hands the events of a page to whoever listens, once somebody does, and everything else to Socket.IO. On Socket.IO's own way an event
 * passes a dozen functions that nobody here has asked anything of, and its answer is a callback that takes three times as long to write.
 */
class HearingDecoder extends Decoder {
  hear: HearEvent | null = null

  override add(packet: unknown): void {
    const { hear } = this
    const start = hear && typeof packet === 'string' ? EVENT.exec(packet) : null
    const given = start === null ? null : asArray(start.input.slice(start[0].length - 1))
    const name: unknown = given?.[0]
    // Socket.IO refuses what is no event, by closing the connection.
    if (!hear || !start || !given || typeof name !== 'string') super.add(packet)
    // In a turn of its own: whatever is thrown here, Socket.IO takes for a fault of the page's.
    else process.nextTick(hear, name, given[1], start[1] ? Number(start[1]) : null)
  }
}

function asArray(json: string): readonly unknown[] | null {
  try {
    const given: unknown = JSON.parse(json)
    return Array.isArray(given) ? given : null
  } catch {
    return null
  }
}

export const parser = { Encoder, Decoder: HearingDecoder }

/** Has a page's events heard, in order; a later listener takes the place of an earlier one. */
export function onEvents({ client }: Socket, hear: HearEvent): void {
  const decoder: unknown = Reflect.get(client, 'decoder')
  if (!(decoder instanceof HearingDecoder))
    throw new Error('Socket.IO does not keep the decoder with its client any more.')
  decoder.hear = hear
}

/** Ends every connection at once, with what has not been written to it. */
export function dropConnections(io: Server): void {
  io.engine.close()
}
