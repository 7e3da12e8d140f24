/**
 * A raw WebSocket server, which shows how little it can cost and judges nothing: it checks, saves in groups, acknowledges, then sends each
 * statement to each member of its room. Started by processes.ts.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { type WebSocket, WebSocketServer } from 'ws'
import { z } from 'zod'
import { answerTheParent } from './processes'

const { databaseUrl } = z.object({ databaseUrl: z.string() }).parse(JSON.parse(process.argv[2] ?? '{}'))

type Statement = Record<'op' | 'room' | 'id' | 'user' | 'intent' | 'text', string> & Record<'seq' | 'at', number>
type Waiting = { from: WebSocket; room: Room; said: Statement }
/** One of two database connections. A room always uses the same: on both, its statements could be saved out of order. */
type Lane = { waiting: Waiting[]; isBusy: boolean; isPlanned: boolean }
type Room = { lane: Lane; seq: number; members: Set<WebSocket> }
const lanes = [0, 1].map((): Lane => ({ waiting: [], isBusy: false, isPlanned: false }))
const rooms = new Map<string, Room>()

function roomOf(name: string): Room {
  const known = rooms.get(name)
  if (known) return known
  const room = { lane: lanes[rooms.size % 2]!, seq: 0, members: new Set<WebSocket>() }
  rooms.set(name, room)
  return room
}

const database = new pg.Pool({ connectionString: databaseUrl, max: 2 })
const run = `${Date.now().toString(36)}-`
await database.query(
  `CREATE TABLE IF NOT EXISTS anchor_said (room text NOT NULL, seq int NOT NULL, id text NOT NULL, by_user text NOT NULL,
   intent text NOT NULL, at bigint NOT NULL, body text NOT NULL, PRIMARY KEY (room, seq))`,
)
const INSERT = `INSERT INTO anchor_said SELECT * FROM unnest($1::text[], $2::int[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::text[])`

function save(one: Waiting): void {
  const { lane } = one.room
  lane.waiting.push(one)
  if (lane.isPlanned) return
  lane.isPlanned = true
  setImmediate(() => {
    lane.isPlanned = false
    if (!lane.isBusy) void saveNext(lane)
  })
}

async function saveNext(lane: Lane): Promise<void> {
  lane.isBusy = true
  while (lane.waiting.length > 0) {
    const batch = lane.waiting.splice(0, 500)
    const all = batch.map(({ said }) => said)
    const values = [
      all.map(({ room }) => run + room),
      ...(['seq', 'id', 'user', 'intent', 'at', 'text'] as const).map((column) => all.map((said) => said[column])),
    ]
    await database.query({ name: 'save', text: INSERT, values })
    for (const { from, said } of batch) from.send(`{"op":"ack","id":${JSON.stringify(said.id)},"seq":${said.seq}}`)
    for (const { room, said } of batch) {
      const bytes = Buffer.from(JSON.stringify(said))
      for (const member of room.members) member.send(bytes, { binary: false })
    }
  }
  lane.isBusy = false
}

const server = createServer((_, response) => response.end('ok'))
const sockets = new WebSocketServer({ server, perMessageDeflate: false, clientTracking: false, maxPayload: 65_536 })
const fits = (value: unknown, most: number): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= most
sockets.on('connection', (socket) => {
  let [name, user] = ['', '']
  socket.on('error', () => undefined)
  socket.on('close', () => rooms.get(name)?.members.delete(socket))
  socket.on('message', (data) => {
    const asked: Record<string, unknown> = JSON.parse(String(data))
    if (asked.op === 'join') {
      ;[name, user] = [String(asked.room), String(asked.user)]
      roomOf(name).members.add(socket)
      return socket.send('{"op":"ack","id":"join"}')
    }
    const room = rooms.get(name)
    const { id, text, intent } = asked
    if (!room || !fits(id, 64) || !fits(text, 2000) || !fits(intent, 20)) return socket.send('{"op":"refused"}')
    room.seq += 1
    save({
      from: socket,
      room,
      said: { op: 'said', room: name, seq: room.seq, id, user, intent, at: Date.now(), text },
    })
  })
})
server.listen(0, '127.0.0.1', 4096, () => answerTheParent((server.address() as AddressInfo).port))
