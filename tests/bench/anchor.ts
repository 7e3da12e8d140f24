/**
 * The minimal server that ours is compared with: check, save in groups, acknowledge, then one send for each member and statement. It has
 * no rules, sign-in or secrecy. It runs as a child process, controlled over its parent's channel.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { type WebSocket, WebSocketServer } from 'ws'
import { z } from 'zod'
import { answerTheParent } from './process'

const started = z.object({ databaseUrl: z.string(), snapshot: z.number() }).parse(JSON.parse(process.argv[2] ?? '{}'))
const TEXT = 'A minimal server says this again and again, because a snapshot has to be made of something. '.repeat(4)

type Sent = {
  op: 'said'
  room: string
  seq: number
  id: string
  user: string
  intent: string
  at: number
  text: string
}
type Room = { name: string; lane: Lane; seq: number; members: Set<WebSocket>; snapshot: string }
type Waiting = { from: WebSocket; room: Room; said: Sent }
/** A lane is one of two database connections. A room always uses the same one; on both, its statements could be saved out of order. */
type Lane = { waiting: Waiting[]; isBusy: boolean; isPlanned: boolean }
const lanes: [Lane, Lane] = [
  { waiting: [], isBusy: false, isPlanned: false },
  { waiting: [], isBusy: false, isPlanned: false },
]
const rooms = new Map<string, Room>()

function roomOf(name: string): Room {
  let room = rooms.get(name)
  if (!room) {
    const log = Array.from(
      { length: started.snapshot },
      (_, index): Sent => ({
        op: 'said',
        room: name,
        seq: index + 1,
        id: `before-${index}`,
        user: `user-${index % 30}`,
        intent: 'point',
        at: Date.now(),
        text: TEXT.slice(0, 300),
      }),
    )
    room = {
      name,
      lane: lanes[rooms.size % 2] ?? lanes[0],
      seq: log.length,
      members: new Set(),
      snapshot: JSON.stringify({ op: 'joined', log }),
    }
    rooms.set(name, room)
  }
  return room
}

const database = new pg.Pool({ connectionString: started.databaseUrl, max: 2 })
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
    pump(lane)
  })
}

function pump(lane: Lane): void {
  if (lane.waiting.length > 0 && !lane.isBusy) {
    const batch = lane.waiting.splice(0, 500)
    const said = batch.map((one) => one.said)
    lane.isBusy = true
    const values = [
      said.map(({ room }) => run + room),
      said.map(({ seq }) => seq),
      said.map(({ id }) => id),
      said.map(({ user }) => user),
      said.map(({ intent }) => intent),
      said.map(({ at }) => at),
      said.map(({ text }) => text),
    ]
    void database.query({ name: 'save', text: INSERT, values }).then(() => {
      lane.isBusy = false
      for (const { from, said } of batch) from.send(`{"op":"ack","id":${JSON.stringify(said.id)},"seq":${said.seq}}`)
      for (const { room, said } of batch) {
        const bytes = Buffer.from(JSON.stringify(said))
        for (const member of room.members) member.send(bytes, { binary: false })
      }
      pump(lane)
    })
  }
}

const server = createServer((_, response) => response.end('ok'))
const sockets = new WebSocketServer({ server, perMessageDeflate: false, clientTracking: false, maxPayload: 65_536 })
sockets.on('connection', (socket) => {
  let room: Room | null = null
  let user = ''
  socket.on('error', () => undefined)
  socket.on('close', () => room?.members.delete(socket))
  socket.on('message', (data) => {
    const asked: Record<string, unknown> = JSON.parse(String(data))
    if (asked.op === 'join') {
      room = roomOf(String(asked.room))
      user = String(asked.user)
      room.members.add(socket)
      socket.send(room.snapshot)
      return
    }
    const { id, text, intent } = asked
    const fits = (value: unknown, most: number): value is string =>
      typeof value === 'string' && value.length > 0 && value.length <= most
    if (!room || !fits(id, 64) || !fits(text, 2000) || !fits(intent, 20)) {
      socket.send('{"op":"refused"}')
      return
    }
    room.seq += 1
    save({
      from: socket,
      room,
      said: { op: 'said', room: room.name, seq: room.seq, id, user, intent, at: Date.now(), text },
    })
  })
})
server.listen(0, '127.0.0.1', 4096, () => answerTheParent((server.address() as AddressInfo).port))
