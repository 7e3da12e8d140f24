/** The Socket.IO server on the HTTP server: which connections are taken, and each handed over as a PageSocket. */
import type { Server as HttpServer, IncomingHttpHeaders } from 'node:http'
import { Server, type Socket } from 'socket.io'
import { SOCKET_PATH } from '#simulation/wire/paths'
import { drop, refuseConnection } from '../../web/handed-over'
import type { Refusal } from '../../web/refusal'
import type { Answer, PageSocket } from './page-socket'

/** Why a connection is refused after its handshake; the page reads it as the message of `connect_error`. */
export type HandshakeRefusal = { refusal: 'signed-out' | 'try-again' }

export type SocketServerOptions<Who> = {
  httpServer: HttpServer
  /** Whether a page of this origin may connect at all; otherwise its handshake is answered with an error. */
  mayConnect(origin: string | undefined): boolean
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

/** Also the answer of a server that stops: a balancer asks another server after a 403 alone. */
const REFUSED: Refusal = {
  status: 403,
  sentence:
    'No connection is taken: this server is stopping, or the page is not one of this site. Load the page again.',
}

/** So many bytes may wait for a connection before it is cut. */
const MOST_WAITING = 1_000_000

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
    allowRequest({ headers, socket }, answer) {
      if (mayConnect(headers.origin)) answer(null, true)
      // Answered here: Engine.IO says 400.
      else refuseConnection(socket, REFUSED)
    },
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
    if (!who) return
    cutIfSlow(socket, slowReaderCut)
    connected(new SocketIoPage(io, socket), who)
  })
  return {
    get count() {
      return io.engine.clientsCount
    },
    async close() {
      io.disconnectSockets(true)
      const parted = Date.now() + PARTING_MS
      while (io.engine.clientsCount > 0 && Date.now() < parted) await new Promise((again) => setTimeout(again, 10))
      io.engine.close()
    },
  }
}

/**
 * Cuts a connection that does not read, before what waits for it fills the memory. Engine.IO flushes when the network has taken what was
 * handed to it before; what comes in between waits. The largest message is not counted: a room's whole log is one, and cuts nobody by itself.
 */
function cutIfSlow({ conn }: Socket, cut: () => void): void {
  let [waiting, largest, isCut] = [0, 0, false]
  conn.on('packetCreate', ({ data }: { data?: unknown }) => {
    const size = typeof data === 'string' || data instanceof Uint8Array ? data.length : 0
    waiting += size
    largest = Math.max(largest, size)
    if (isCut || waiting - largest <= MOST_WAITING) return
    isCut = true
    cut()
    // Without a closing frame, which would wait behind everything that is not read; and after this turn of the event loop, because the
    // caller is still going through the pages of a room.
    setImmediate(() => drop(conn.request.socket))
  })
  conn.on('flush', () => {
    waiting = 0
    largest = 0
  })
}

class SocketIoPage implements PageSocket {
  constructor(
    private readonly io: Server,
    private readonly socket: Socket,
  ) {}

  get id(): string {
    return this.socket.id
  }

  get isOpen(): boolean {
    return this.socket.connected
  }

  send(event: string, what: object): void {
    this.socket.emit(event, what)
  }

  sendTo(ids: readonly string[], event: string, what: object): void {
    this.io.to([...ids]).emit(event, what)
  }

  onMessage(hear: (name: unknown, asked: unknown, answer: Answer) => void): void {
    const first: unknown = this.socket.handshake.auth?.first
    if (Array.isArray(first)) hear(first[0], first[1], (what) => this.send('followed', what))
    this.socket.onAny((name: unknown, ...given: unknown[]) => {
      if (!this.socket.connected) return
      const reply = given.at(-1)
      hear(name, given[0], (what) => {
        if (typeof reply === 'function') reply(what)
      })
    })
  }

  onClose(closed: () => void): void {
    this.socket.on('disconnect', closed)
  }

  disconnect(): void {
    this.socket.disconnect(true)
  }
}
