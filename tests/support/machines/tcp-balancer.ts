/**
 * A balancer before several servers, as plain as can be: it gives connections to the server with the fewest, or by the room in the
 * socket's address, and moves pages from one server to another when a run asks for it. Real balancers are tried elsewhere.
 */
import { createHash } from 'node:crypto'
import { createServer, connect as dial, type Socket } from 'node:net'

export type Balancer = {
  url: string
  /** How a new connection finds its server: the one that has the fewest, or each room always the same one. */
  leads: 'to the emptiest' | 'by room'
  /** Sends new connections to these servers alone, and ends those that lead to others. */
  use(servers: readonly number[]): void
  /** Ends the connections that would be led elsewhere by now, as after a server has come back. */
  spread(): void
  /** The server to which the page of that number (its `x-page` header) was connected last at that time. */
  serverOf(page: number, at: number): number | null
  close(): Promise<void>
}

/** Which server each page was led to, and when. */
export type Journeys = Map<number, { at: number; server: number }[]>

type Line = { near: Socket; far: Socket; server: number; page: number | null; room: string | null }

/** How long the first bytes of a connection may be before they must hold the request. */
const LONGEST_REQUEST = 16_000

/** `ports` are the servers, by their numbers. `noted` are those of others too, who number their servers otherwise. */
export async function openBalancer(
  ports: readonly number[],
  { journeys, first }: { journeys: Journeys; first: number } = { journeys: new Map(), first: 0 },
): Promise<Balancer> {
  const lines = new Set<Line>()
  let used = ports.map((_, server) => server)

  const linesOn = (server: number) => [...lines].filter((line) => line.server === server)

  const orderFor = (room: string | null): number[] =>
    balancer.leads === 'by room' && room !== null
      ? used.toSorted((a, b) => (weight(room, a) < weight(room, b) ? -1 : 1))
      : used.toSorted((a, b) => linesOn(a).length - linesOn(b).length)

  const listening = createServer((near) => {
    near.on('error', () => near.destroy())
    let head = Buffer.alloc(0)
    near.on('data', function collect(chunk: Buffer) {
      head = Buffer.concat([head, chunk])
      if (!head.includes('\r\n\r\n') && head.length < LONGEST_REQUEST) return
      near.off('data', collect)
      near.pause()
      const request = head.toString('latin1')
      const page = /\r\nx-page: (\d+)\r\n/i.exec(request)?.[1]
      const room = /^GET [^ ]*[?&]room=([\w-]+)/.exec(request)?.[1]
      void lead(near, head, { page: page === undefined ? null : Number(page), room: room ?? null })
    })
  })

  /** To the first server that takes the connection. */
  async function lead(near: Socket, head: Buffer, from: Pick<Line, 'page' | 'room'>): Promise<void> {
    for (const server of orderFor(from.room)) {
      const far = await dialled(ports[server] ?? 0)
      if (!far) continue
      const line = { near, far, server, ...from }
      const { page } = from
      const end = () => {
        lines.delete(line)
        near.destroy()
        far.destroy()
      }
      for (const socket of [near, far]) socket.setNoDelay(true).on('error', end).on('close', end)
      if (near.destroyed || !used.includes(server)) return end()
      lines.add(line)
      if (page !== null) journeys.set(page, [...(journeys.get(page) ?? []), { at: Date.now(), server: first + server }])
      far.write(head)
      near.pipe(far)
      far.pipe(near)
      return
    }
    near.destroy()
  }

  await new Promise<void>((done) => listening.listen(0, '127.0.0.1', 4_096, done))
  const address = listening.address()
  if (address === null || typeof address === 'string') throw new Error('The balancer has no port.')
  const endWhere = (isMeant: (line: Line) => boolean) => {
    for (const { near, far } of [...lines].filter(isMeant)) {
      near.destroy()
      far.destroy()
    }
  }
  const balancer: Balancer = {
    url: `http://127.0.0.1:${address.port}`,
    leads: 'to the emptiest',
    use(servers) {
      used = [...servers]
      endWhere(({ server }) => !used.includes(server))
    },
    spread() {
      const share = Math.ceil(lines.size / used.length)
      const surplus = new Set(used.flatMap((server) => linesOn(server).slice(share)))
      endWhere((line) => (balancer.leads === 'by room' ? orderFor(line.room)[0] !== line.server : surplus.has(line)))
    },
    serverOf: (page, at) => journeys.get(page)?.findLast((journey) => journey.at <= at)?.server ?? null,
    async close() {
      endWhere(() => true)
      await new Promise((done) => listening.close(done))
    },
  }
  return balancer
}

/** Rendezvous hashing: a server that comes or goes moves only the rooms that are its own. */
const weight = (room: string, server: number): string => createHash('sha1').update(`${room} ${server}`).digest('hex')

/** A connection to the server, or null when it takes none. */
function dialled(port: number): Promise<Socket | null> {
  return new Promise((done) => {
    const socket = dial(port, '127.0.0.1')
    socket.once('connect', () => done(socket))
    socket.once('error', () => done(null))
  })
}
