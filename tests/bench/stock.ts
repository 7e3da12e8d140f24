/**
 * What somebody would write instead of this server, and what it is judged by: Socket.IO as it comes with one room for each table, which checks a
 * statement, saves it, acknowledges it once it is committed and tells it to the table. It has no rules, no sign-in and no secrets. Started by
 * processes.ts.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { Server } from 'socket.io'
import { z } from 'zod'
import { answerTheParent } from './processes'

const { databaseUrl, statements, bytes } = z
  .object({ databaseUrl: z.string(), statements: z.number(), bytes: z.number() })
  .parse(JSON.parse(process.argv[2] ?? '{}'))
const asked = z.object({ id: z.string().max(64), text: z.string().min(1).max(2_000), intent: z.string().max(20) })

type Statement = z.infer<typeof asked> & { room: string; user: string; seq: number; at: number }
type Waiting = { said: Statement; saved: () => void }
type Room = { seq: number; log: Statement[] }

/** Of a room that is opened, its statements of before, which are of so many `bytes` together. */
function opened(room: string): Room {
  const plain = { room, user: 'user-1', intent: 'point', at: Date.now() }
  const log = Array.from({ length: statements }, (_, at) => ({ ...plain, id: `before-${at}`, seq: at + 1, text: '' }))
  const text = 'x'.repeat(Math.max(0, Math.floor((bytes - JSON.stringify(log).length) / Math.max(1, statements))))
  for (const one of log) one.text = text
  return { seq: statements, log }
}

const database = new pg.Pool({ connectionString: databaseUrl, max: 2 })
await database.query(
  `CREATE TABLE IF NOT EXISTS stock_said (room text NOT NULL, seq int NOT NULL, id text NOT NULL UNIQUE, by_user text NOT NULL,
   at timestamptz NOT NULL, event jsonb NOT NULL, PRIMARY KEY (room, seq))`,
)
const INSERT = `INSERT INTO stock_said SELECT * FROM unnest($1::text[], $2::int[], $3::text[], $4::text[], $5::timestamptz[], $6::jsonb[])`
const run = `${Date.now().toString(36)}-`
/** The two connections. What waits goes to a free one as one statement; a room is with one at a time, and in a batch once. */
let free = 2
let isGathering = false
let waiting: Waiting[] = []
const saving = new Set<string>()

function gather(): void {
  if (isGathering || waiting.length === 0 || free === 0) return
  isGathering = true
  setImmediate(() => {
    isGathering = false
    const batch: Waiting[] = []
    const left: Waiting[] = []
    for (const one of waiting) {
      if (saving.has(one.said.room)) left.push(one)
      else {
        saving.add(one.said.room)
        batch.push(one)
      }
    }
    waiting = left
    if (batch.length > 0) void save(batch)
  })
}

async function save(batch: readonly Waiting[]): Promise<void> {
  free -= 1
  const all = batch.map(({ said }) => said)
  await database.query({
    name: 'save',
    text: INSERT,
    values: [
      all.map(({ room }) => run + room),
      all.map(({ seq }) => seq),
      all.map(({ id }) => run + id),
      all.map(({ user }) => user),
      all.map(({ at }) => new Date(at).toISOString()),
      all.map(({ intent, text }) => JSON.stringify({ intent, text })),
    ],
  })
  free += 1
  for (const { room } of all) saving.delete(room)
  for (const { saved } of batch) saved()
  gather()
}

const rooms = new Map<string, Room>()
const server = createServer((_, response) => response.end('ok'))
const sockets = new Server(server, { transports: ['websocket'] })
sockets.on('connection', (socket) => {
  let [name, user] = ['', '']
  socket.on('join', (as: { room: string; user: string }, answered: (answer: unknown) => void) => {
    ;[name, user] = [as.room, as.user]
    const room = rooms.get(name) ?? opened(name)
    rooms.set(name, room)
    void socket.join(name)
    answered({ ok: true, log: room.log })
  })
  socket.on('say', (message: unknown, answered: (answer: unknown) => void) => {
    const room = rooms.get(name)
    const read = asked.safeParse(message)
    if (!room || !read.success) return answered({ ok: false })
    room.seq += 1
    const said = { ...read.data, room: name, user, seq: room.seq, at: Date.now() }
    waiting.push({
      said,
      saved() {
        answered({ ok: true, seq: said.seq })
        sockets.to(name).emit('said', said)
      },
    })
    gather()
  })
})
server.listen(0, '127.0.0.1', 4096, () => answerTheParent((server.address() as AddressInfo).port))
