/** One member of a room, on this project's server or on the minimal one: joins, speaks, is answered, hears. */
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

/** What a student's page sends and receives: Engine.IO 4 and Socket.IO 5. */
export const houseMember =
  (at: { port: number; cookie: string; roomId: string }): Come =>
  async (hear) => {
    const waiting = new Map<number, (answer: string) => void>()
    let asked = 0
    let isReady: () => void = () => undefined
    const ready = new Promise<void>((done) => {
      isReady = done
    })
    const headers = { origin: `http://127.0.0.1:${at.port}`, cookie: at.cookie }
    let packed: { id: number; text: string } | null = null
    const answer = (id: number, text: string) => {
      waiting.get(id)?.(text)
      waiting.delete(id)
    }
    const line = await Line.open(at.port, '/socket.io/?EIO=4&transport=websocket', headers, (bytes, from, to) => {
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
    const ask = (name: string, what: unknown, answer: (refusal: string | null, bytes: number) => void) => {
      waiting.set(asked, (text) => answer(text.startsWith('[{"ok":true') ? null : text, text.length))
      line.send(`42${asked}${JSON.stringify([name, what])}`)
      asked += 1
    }
    const { roomId } = at
    return {
      join: () =>
        new Promise((done, fail) =>
          ask('join', { protocol: PROTOCOL, roomId, as: 'self', after: null }, (refusal, bytes) =>
            refusal === null ? done(bytes) : fail(new Error(`Not let in: ${refusal.slice(0, 200)}`)),
          ),
        ),
      say(id, text, answered) {
        const command = { type: 'makeStatement', text, intent: 'point', answers: null, anchors: [] }
        ask('submit', { roomId, commandId: id, command }, answered)
      },
      line,
    }
  }

/** The same on the minimal server. */
export const anchorMember =
  (at: { port: number; room: string; user: string }): Come =>
  async (hear) => {
    const waiting = new Map<string, (refusal: string | null) => void>()
    let joined: (bytes: number) => void = () => undefined
    const line = await Line.open(at.port, '/', {}, (bytes, from, to) => {
      // The eighth sign tells them apart: `{"op":"said"`, `{"op":"joined"`, `{"op":"ack"`.
      if (bytes[from + 7] === 0x73) hear(bytes, from, to)
      else if (bytes[from + 7] === 0x6a) joined(to - from)
      else {
        const answer: { id: string } = JSON.parse(bytes.toString('utf8', from, to))
        waiting.get(answer.id)?.(null)
        waiting.delete(answer.id)
      }
    })
    return {
      join: () =>
        new Promise((done) => {
          joined = done
          line.send(JSON.stringify({ op: 'join', room: at.room, user: at.user }))
        }),
      say(id, text, answered) {
        waiting.set(id, answered)
        line.send(JSON.stringify({ op: 'say', id, text, intent: 'point' }))
      },
      line,
    }
  }
