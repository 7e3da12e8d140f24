/** One member of a room, on this project's server or on the minimal one: joins, speaks, is answered, hears. */
import { PROTOCOL } from '../../simulation/wire/protocol'
import { type Hear, Line } from './line'

export type Member = {
  /** Resolves with the size of the snapshot in bytes, once the member is subscribed. */
  join(): Promise<number>
  /** `answered` is called with the refusal, or null. */
  say(id: string, text: string, answered: (refusal: string | null) => void): void
  end(): void
  readonly isLost: boolean
}

const TELL = Buffer.from('42["tell"')
const ANSWER = Buffer.from('43')

/** What a student's page sends and receives: Engine.IO 4 and Socket.IO 5 in text frames. */
export async function houseMember(at: { port: number; cookie: string; roomId: string }, hear: Hear): Promise<Member> {
  const waiting = new Map<number, (bytes: Buffer, from: number, to: number) => void>()
  let asked = 0
  let connected: () => void = () => undefined
  const ready = new Promise<void>((done) => {
    connected = done
  })
  const line = await Line.open(
    {
      port: at.port,
      path: '/socket.io/?EIO=4&transport=websocket',
      headers: { Origin: `http://127.0.0.1:${at.port}`, Cookie: at.cookie },
    },
    (bytes, from, to) => {
      const kind = bytes[from]
      if (kind === 0x32) line.send('3')
      else if (kind === 0x30) line.send('40')
      else if (bytes.compare(TELL, 0, TELL.length, from, Math.min(to, from + TELL.length)) === 0) hear(bytes, from, to)
      else if (bytes.compare(ANSWER, 0, 2, from, from + 2) === 0) {
        const open = bytes.indexOf(0x5b, from)
        const id = Number(bytes.toString('latin1', from + 2, open))
        const answer = waiting.get(id)
        waiting.delete(id)
        answer?.(bytes, open, to)
      } else if (kind === 0x34 && bytes[from + 1] === 0x30) connected()
    },
  )
  await ready
  const ask = (name: string, what: unknown, answer: (bytes: Buffer, from: number, to: number) => void) => {
    waiting.set(asked, answer)
    line.send(`42${asked}${JSON.stringify([name, what])}`)
    asked += 1
  }
  return {
    join: () =>
      new Promise((done, fail) => {
        ask('join', { protocol: PROTOCOL, roomId: at.roomId, as: 'self', after: null }, (bytes, from, to) => {
          const isIn = bytes.toString('latin1', from, from + 11) === '[{"ok":true'
          if (isIn) done(to - from)
          else fail(new Error(`Not let in: ${bytes.toString('utf8', from, Math.min(to, from + 200))}`))
        })
      }),
    say(id, text, answered) {
      const command = { type: 'makeStatement', text, intent: 'point', answers: null, anchors: [] }
      ask('submit', { roomId: at.roomId, commandId: id, command }, (bytes, from, to) => {
        const isAccepted = bytes.toString('latin1', from, from + 11) === '[{"ok":true'
        answered(isAccepted ? null : bytes.toString('utf8', from, to))
      })
    },
    end: () => line.end(),
    get isLost() {
      return line.isLost
    },
  }
}

const SAID = Buffer.from('{"op":"said"')
const ACK = Buffer.from('{"op":"ack"')

/** The same, on the minimal server. */
export async function anchorMember(at: { port: number; room: string; user: string }, hear: Hear): Promise<Member> {
  const waiting = new Map<string, (refusal: string | null) => void>()
  let joined: (bytes: number) => void = () => undefined
  const line = await Line.open({ port: at.port, path: '/' }, (bytes, from, to) => {
    if (bytes.compare(SAID, 0, SAID.length, from, Math.min(to, from + SAID.length)) === 0) hear(bytes, from, to)
    else if (bytes.compare(ACK, 0, ACK.length, from, Math.min(to, from + ACK.length)) === 0) {
      const answer: { id: string } = JSON.parse(bytes.toString('utf8', from, to))
      const answered = waiting.get(answer.id)
      waiting.delete(answer.id)
      answered?.(null)
    } else joined(to - from)
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
    end: () => line.end(),
    get isLost() {
      return line.isLost
    },
  }
}
