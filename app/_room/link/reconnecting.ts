// A page's socket: where it leads, and how soon it is opened again after a loss. The only part of the screens, with link.ts, that uses
// Socket.IO.
import type { Socket } from 'socket.io-client'
import { SOCKET_PATH } from '#simulation/wire/paths'
import type { ClientToServer, ServerToClient } from '#simulation/wire/socket-events'

export type RoomSocket = Socket<ServerToClient, ClientToServer>

/** What a page asked of the server and has no answer to after this time is lost to it. */
export const ANSWER_MS = 6_000

/** How long a page waits for its socket to open; a balancer that asks a second server must have its answer by then (docs/several-servers.md). */
const OPENING_MS = 15_000
/** After so many time-outs in a row the page asks elsewhere. */
const TIME_OUTS = 2

/**
 * The settings of a socket. Its address carries the room, or the activity whose rooms are all watched: a balancer that goes by it sends all
 * sockets of a room to one server.
 */
export const socketSettings = (room: string) => ({
  path: SOCKET_PATH,
  query: { room },
  transports: ['websocket'],
  autoConnect: false,
  timeout: OPENING_MS,
  // Sockets to several rooms would otherwise share one connection, and with it the first one's address.
  forceNew: true,
  reconnectionDelay: 400,
  reconnectionDelayMax: 2_500,
  randomizationFactor: 0.5,
})

/** A socket to this page's own origin. The library is loaded only when a room is opened. */
export async function openSocket(room: string): Promise<RoomSocket> {
  const { io } = await import('socket.io-client')
  return io(socketSettings(room))
}

/** Socket.IO does not come back by itself when the server ended the connection: then the page does, at a moment of its own. */
const SOON_MS = { from: 500, spread: 2_000 }
/**
 * A server that was told to stop is back within seconds, or another one is there already: the first try comes at once, spread over a second so
 * that a class does not arrive in one moment, and for a while no rest between two tries is longer than that.
 */
const AT_ONCE_MS = { from: 0, spread: 1_000 }
const LONGEST_REST_MS = 1_000
const HURRY_MS = 20_000

export class Reconnecting {
  readonly #socket: RoomSocket
  #restsAsBefore: (() => void) | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  /** Time-outs in a row, and how often the page has asked elsewhere. */
  #timeOuts = 0
  #asked = 0

  constructor(socket: RoomSocket) {
    this.#socket = socket
    socket.on('connect_error', ({ message }) => message === 'timeout' && this.#timedOut())
    socket.on('disconnect', (reason) => reason === 'ping timeout' && this.#timedOut())
  }

  /**
   * A server that hangs takes connections and answers none, and a balancer may lead every try to it, for it goes by the address: so the
   * address changes.
   */
  #timedOut(): void {
    this.#timeOuts += 1
    if (this.#timeOuts < TIME_OUTS) return
    this.#timeOuts = 0
    this.#asked += 1
    const { opts } = this.#socket.io
    opts.query = { ...opts.query, again: String(this.#asked) }
  }

  /** The server has said that it stops. */
  hurry(): void {
    const manager = this.#socket.io
    if (!this.#restsAsBefore) {
      const before = manager.reconnectionDelayMax()
      manager.reconnectionDelayMax(Math.min(before, LONGEST_REST_MS))
      this.#restsAsBefore = () => void manager.reconnectionDelayMax(before)
    }
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#slowDown(), HURRY_MS)
  }

  /** The room is live again, or the page goes. */
  calm(): void {
    this.#timeOuts = 0
    this.#slowDown()
  }

  #slowDown(): void {
    clearTimeout(this.#timer)
    this.#restsAsBefore?.()
    this.#restsAsBefore = null
  }

  /** Opens the socket again unless `stopped` by then. */
  again(stopped: () => boolean): void {
    const { from, spread } = this.#restsAsBefore ? AT_ONCE_MS : SOON_MS
    setTimeout(() => !stopped() && this.#socket.connect(), from + Math.random() * spread)
  }
}
