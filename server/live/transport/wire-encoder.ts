/**
 * Socket.IO's encoder and decoder, with one addition: a message may be given as JSON text (PreparedMessage), which is written as a
 * ready websocket frame. So a row is put into JSON once, however many connections it is sent to.
 */
import { Decoder, Encoder, type Packet, PacketType } from 'socket.io-parser'

/** The end of an answer that is given in two parts: closes the answer's object, and the array of arguments around it. */
export const CLOSES_ANSWER = '}]'

/** A message that is JSON text already; it must be the only argument of its event, or the whole answer. */
export class PreparedMessage {
  readonly #text: string
  readonly #rest: Buffer | null

  /** `rest` is an end that many answers share; it must end with CLOSES_ANSWER, and is written without being copied. */
  constructor(text: string, rest: Buffer | null = null) {
    this.#text = text
    this.#rest = rest
  }

  /** The whole websocket frame of a packet that begins with `before`; two buffers when there is a `rest`. */
  frame(before: string): readonly Buffer[] {
    const words = Buffer.from(`${before}${this.#text}${this.#rest ? '' : ']'}`)
    const head = frameHead(words.length + (this.#rest?.length ?? 0))
    const own = Buffer.concat([head, words])
    return this.#rest ? [own, this.#rest] : [own]
  }
}

/** The head of a websocket frame (RFC 6455): final, text, unmasked; `length` is the payload's in bytes. */
function frameHead(length: number): Buffer {
  if (length < 126) return Buffer.from([0x81, length])
  const head = Buffer.alloc(length < 65_536 ? 4 : 10)
  head[0] = 0x81
  head[1] = length < 65_536 ? 126 : 127
  if (length < 65_536) head.writeUInt16BE(length, 2)
  else head.writeBigUInt64BE(BigInt(length), 2)
  return head
}

/** Given to Engine.IO instead of text; slow-reader.ts passes its pieces on as `wsPreEncodedFrame`, which `ws` writes as they are. */
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

/** The number of the answer a page waits for. As a callback of Socket.IO, an answer would take three times as long to write. */
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
 * Escapes the characters above U+007F in JSON, if they are few. With a single one V8 stores a whole log with two bytes a character, and
 * sending it takes six times as long. A text of mostly such characters (Japanese, Chinese) stays, since escapes would make it longer.
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
