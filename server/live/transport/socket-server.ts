/** The Socket.IO server on the HTTP server: which connections are taken, and each handed over as a PageSocket. */
import type { Server as HttpServer, IncomingHttpHeaders } from 'node:http'
import type { Duplex } from 'node:stream'
import { Server, type Socket } from 'socket.io'
import { SOCKET_PATH } from '#simulation/wire/paths'
import type { Message } from './message'
import type { Answer, PageSocket } from './page-socket'
import { dropConnections, Outlet, onEvents, parser } from './socket-io-internals'

/** Why a connection is refused after its handshake; the page reads it as the message of `connect_error`. */
export type HandshakeRefusal = { refusal: 'signed-out' | 'try-again' }

export type SocketServerOptions<Who> = {
  httpServer: HttpServer
  /** Whether a page of this origin, for the room in its address, may connect at all; otherwise its handshake is answered with an error. */
  mayConnect(origin: string | undefined, room: string | null): boolean
  /** Who connects. It must not reject. */
  whoIs(headers: IncomingHttpHeaders): Promise<Who | HandshakeRefusal>
  connected(socket: PageSocket, who: Who): void
  /** A page that did not read was cut. */
  slowReaderCut(): void
}

export type SocketServer = {
  /** How many connections are open. */
  readonly count: number
  /** Closes all connections once what waits for them is written, and those that do not read after a while. */
  close(): Promise<void>
}

const REFUSED = 'HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n'

/** How long the last messages may take to go out before the sockets are closed: a page that does not read must not hold up the stop. */
const PARTING_MS = 2_000

export function openSocketServer<Who extends object>(options: SocketServerOptions<Who>): SocketServer {
  const { httpServer, mayConnect, whoIs, connected, slowReaderCut } = options
  const people = new WeakMap<Socket, Who>()
  const io = new Server(httpServer, {
    path: SOCKET_PATH,
    transports: ['websocket'],
    serveClient: false,
    destroyUpgrade: false,
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: 64_000,
    pingInterval: 10_000,
    pingTimeout: 10_000,
    connectTimeout: 10_000,
    parser,
    allowRequest({ headers, url, socket }, answer) {
      if (mayConnect(headers.origin, roomIn(url))) answer(null, true)
      // Answered here: Engine.IO says 400, of which corked sockets lose even that, and a balancer asks another server after a 403 alone.
      else socket.end(REFUSED)
    },
  })

  // Corked, so that the HTTP answer to the upgrade and Engine.IO's first packet leave in one TCP segment.
  httpServer.prependListener('upgrade', (_, socket: Duplex) => {
    socket.cork()
    setImmediate(() => socket.uncork())
  })

  io.use((socket, next) => {
    void whoIs(socket.request.headers).then((who) => {
      if ('refusal' in who) return next(new Error(who.refusal))
      people.set(socket, who)
      next()
    })
  })
  io.on('connection', (socket) => {
    const who = people.get(socket)
    if (who) connected(new SocketIoPage(socket, slowReaderCut), who)
  })
  return {
    get count() {
      return io.engine.clientsCount
    },
    async close() {
      io.disconnectSockets(true)
      const parted = Date.now() + PARTING_MS
      while (io.engine.clientsCount > 0 && Date.now() < parted) await new Promise((again) => setTimeout(again, 10))
      dropConnections(io)
    },
  }
}

/** What the page's address says of where it wants to go (app/_room/reconnecting.ts). */
const roomIn = (url = ''): string | null => new URLSearchParams(url.slice(url.indexOf('?'))).get('room')

/** Its outlet and not beside one: each object that a send goes through is looked up in memory for every page of a room. */
class SocketIoPage extends Outlet implements PageSocket {
  readonly #socket: Socket

  constructor(socket: Socket, cut: () => void) {
    super(socket.conn, cut)
    this.#socket = socket
  }

  get isOpen(): boolean {
    return this.#socket.connected
  }

  send(event: string, message: Message): void {
    this.write(message.asEvent(event))
  }

  onMessage(hear: (name: unknown, asked: unknown, answer: Answer) => void): void {
    onEvents(this.#socket, (name, asked, number) => {
      if (!this.#socket.connected) return
      hear(name, asked, (message) => {
        if (number !== null) this.write(message.asAnswer(number))
      })
    })
  }

  onClose(closed: () => void): void {
    this.#socket.on('disconnect', closed)
  }

  disconnect(): void {
    this.#socket.disconnect(true)
  }
}
