/**
 * How messages become text for Socket.IO: as usual, except that a message may come as text already, so that a row is put into
 * JSON once for everybody. It must not know what a message says.
 */
import { Decoder, Encoder, type Packet, PacketType } from 'socket.io-parser'

/** What the rest of an answer must end with, for whoever asked waits for one object in a packet that is a list. */
export const CLOSES_ANSWER = '}]'

/** A message that is JSON already; it must be the only argument of its event, or the answer. */
export class PreparedMessage {
  readonly #text: string
  readonly #rest: Buffer | null

  /** `rest` is what many are sent after texts of their own: it closes the message and its packet, and is never copied. */
  constructor(text: string, rest: Buffer | null = null) {
    this.#text = text
    this.#rest = rest
  }

  /** The whole websocket frame of a packet that begins with `before`, in one piece or in two. */
  frame(before: string): readonly Buffer[] {
    const words = Buffer.from(`${before}${this.#text}${this.#rest ? '' : ']'}`)
    const head = frameHead(words.length + (this.#rest?.length ?? 0))
    const own = Buffer.concat([head, words])
    return this.#rest ? [own, this.#rest] : [own]
  }
}

/** Text, whole, unmasked, as a server sends it. */
function frameHead(length: number): Buffer {
  if (length < 126) return Buffer.from([0x81, length])
  const head = Buffer.alloc(length < 65_536 ? 4 : 10)
  head[0] = 0x81
  head[1] = length < 65_536 ? 126 : 127
  if (length < 65_536) head.writeUInt16BE(length, 2)
  else head.writeBigUInt64BE(BigInt(length), 2)
  return head
}

/** What Engine.IO is handed instead of text when the frame is ready: the connection's outlet puts it where it will be found. */
export class ReadyFrame {
  readonly length: number
  constructor(readonly pieces: readonly Buffer[]) {
    this.length = pieces.reduce((sum, piece) => sum + piece.length, 0)
  }
}

class PreparedEncoder extends Encoder {
  override encode(packet: Packet): ReturnType<Encoder['encode']> {
    const { type, nsp, data } = packet
    const last: unknown = Array.isArray(data) ? data.at(-1) : undefined
    if (type !== PacketType.EVENT || !(last instanceof PreparedMessage) || nsp !== '/') return super.encode(packet)
    return [new ReadyFrame(last.frame(`4${type}[${JSON.stringify(data[0])},`))]
  }
}

/** Which answer a page waits for. Socket.IO would make a callback of it, and calling that costs three times what writing costs. */
export class AnswerNumber {
  constructor(readonly value: number) {}
}

class NumberingDecoder extends Decoder {
  constructor() {
    super()
    this.on('decoded', (packet) => {
      if (packet.type !== PacketType.EVENT || packet.id === undefined) return
      packet.data.push(new AnswerNumber(packet.id))
      packet.id = undefined
    })
  }
}

const WIDE = /[\u0080-\uffff]/g

/**
 * JSON with its few wide characters escaped. One curly quote makes a whole log a string of two bytes a character, and sending that
 * takes six times as long; words that are mostly wide stay as they are, for escaped they would be longer.
 */
export function escapeWide(json: string): string {
  const wide = json.match(WIDE)?.length ?? 0
  if (wide === 0 || wide > json.length / 8) return json
  return json.replace(WIDE, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** An event with this text as one whole websocket frame, so that for many connections it is made once. */
export const frameOf = (name: string, message: PreparedMessage): Buffer => Buffer.concat(message.frame(`42["${name}",`))

/** An answer as one whole websocket frame, in one piece or in two. */
export const answerFrame = ({ value }: AnswerNumber, message: PreparedMessage): readonly Buffer[] =>
  message.frame(`4${PacketType.ACK}${value}[`)

export const wireFormat = { Encoder: PreparedEncoder, Decoder: NumberingDecoder }
