/** One member of a room, on this project's server, on a stock Socket.IO or on a raw WebSocket server: joins, speaks, is answered, hears. */
import { PROTOCOL } from '#simulation/wire/protocol'
import { type Hear, Line } from './line'

export type Member = {
  /** Resolves with the bytes of the room, once the member follows it. */
  join(): Promise<number>
  /** `answered` is called with the refusal, or null. */
  say(id: string, text: string, answered: (refusal: string | null) => void): void
  line: Line
}
/** Brings a member into a room. */
export type Come = (hear: Hear) => Promise<Member>

type Message = readonly [name: string, what: unknown]
/** What is sent to a server that speaks Engine.IO 4 and Socket.IO 5; its answers begin with `ok`. */
type Protocol = { join: Message; say(id: string, text: string): Message; headers?: Readonly<Record<string, string>> }

const socketMember =
  (port: number, { join, say, headers = {} }: Protocol): Come =>
  async (hear) => {
    const waiting = new Map<number, (answer: string) => void>()
    let asked = 0
    let isReady: () => void = () => undefined
    const ready = new Promise<void>((done) => {
      isReady = done
    })
    let packed: { id: number; text: string } | null = null
    const answer = (id: number, text: string) => {
      waiting.get(id)?.(text)
      waiting.delete(id)
    }
    const line = await Line.open(port, '/socket.io/?EIO=4&transport=websocket', headers, (bytes, from, to) => {
      // `2` asks whether the line lives, `0` opens it, `40` is connected, `43` an answer, `461-` one whose rows follow as a list in bytes,
      // all other 4s are told to the room.
      const [kind, what] = [bytes[from], bytes[from + 1]]
      if (kind === 0x32) line.send('3')
      else if (kind === 0x30) line.send('40')
      else if (what === 0x30) isReady()
      else if (kind === 0x5b && packed) {
        answer(packed.id, packed.text + bytes.toString('latin1', from, to))
        packed = null
      } else if (what !== 0x33 && what !== 0x36) hear(bytes, from, to)
      else {
        const open = bytes.indexOf('[', from)
        const id = Number(bytes.toString('latin1', from + (what === 0x33 ? 2 : 4), open))
        const text = bytes.toString('utf8', open, to)
        if (what === 0x33) answer(id, text)
        else packed = { id, text }
      }
    })
    await ready
    const ask = (message: Message, answer: (refusal: string | null, bytes: number) => void) => {
      waiting.set(asked, (text) => answer(text.startsWith('[{"ok":true') ? null : text, text.length))
      line.send(`42${asked}${JSON.stringify(message)}`)
      asked += 1
    }
    return {
      join: () =>
        new Promise((done, fail) =>
          ask(join, (refusal, bytes) =>
            refusal === null ? done(bytes) : fail(new Error(`Not let in: ${refusal.slice(0, 200)}`)),
          ),
        ),
      say: (id, text, answered) => ask(say(id, text), answered),
      line,
    }
  }

/** What a student's page sends to this project's server. */
export const houseMember = ({ port, cookie, roomId }: { port: number; cookie: string; roomId: string }): Come =>
  socketMember(port, {
    headers: { origin: `http://127.0.0.1:${port}`, cookie },
    join: ['join', { protocol: PROTOCOL, roomId, as: 'self', after: null }],
    say: (id, text) => [
      'submit',
      { roomId, commandId: id, command: { type: 'makeStatement', text, intent: 'point', answers: null, anchors: [] } },
    ],
  })

/** The same on a stock Socket.IO. */
export const stockMember = ({ port, room, user }: { port: number; room: string; user: string }): Come =>
  socketMember(port, { join: ['join', { room, user }], say: (id, text) => ['say', { id, text, intent: 'point' }] })

/** The same on the raw WebSocket server. */
export const anchorMember =
  (at: { port: number; room: string; user: string }): Come =>
  async (hear) => {
    const waiting = new Map<string, (refusal: string | null) => void>()
    const line = await Line.open(at.port, '/', {}, (bytes, from, to) => {
      // The eighth sign tells them apart: `{"op":"said"`, `{"op":"ack"`.
      if (bytes[from + 7] === 0x73) hear(bytes, from, to)
      else {
        const answer: { id: string } = JSON.parse(bytes.toString('utf8', from, to))
        waiting.get(answer.id)?.(null)
        waiting.delete(answer.id)
      }
    })
    return {
      join: () =>
        new Promise((done) => {
          waiting.set('join', () => done(0))
          line.send(JSON.stringify({ op: 'join', room: at.room, user: at.user }))
        }),
      say(id, text, answered) {
        waiting.set(id, answered)
        line.send(JSON.stringify({ op: 'say', id, text, intent: 'point' }))
      },
      line,
    }
  }
