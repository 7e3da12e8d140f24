/**
 * A message to a page: JSON text that is put once into the websocket frame of a Socket.IO packet, however many connections it is sent
 * to. Knows the published formats of the frame and of the packet, and nothing of the libraries.
 */

/** The end of an answer that is given in two parts: closes the answer's object, and the array of arguments around it. */
export const CLOSES_ANSWER = '}]'

/** The beginnings of packets: Engine.IO's `message`, then Socket.IO's kind of packet, then the number of an answer. */
const EVENT = '42'
const ANSWER = '43'

type Piece = string | Buffer
/** One part, or two that are written one after the other. */
export type Frame = readonly Buffer[]

export class Message {
  readonly #text: string | readonly Piece[]
  readonly #rest: Buffer | null
  #event: { name: string; frame: Frame } | null = null

  /**
   * `text` may be given in pieces, some of them bytes already. `rest` is an end that many answers share; it must end with CLOSES_ANSWER,
   * and is written without being copied.
   */
  constructor(text: string | readonly Piece[], rest: Buffer | null = null) {
    this.#text = text
    this.#rest = rest
  }

  /** The frame of an event whose only argument is this message; made once for all connections. */
  asEvent(name: string): Frame {
    if (this.#event?.name !== name) this.#event = { name, frame: this.#frame(`${EVENT}["${name}",`) }
    return this.#event.frame
  }

  /** The frame of the answer to the page's message of that number. */
  asAnswer(number: number): Frame {
    return this.#frame(`${ANSWER}${number}[`)
  }

  #frame(before: string): Frame {
    const [text, rest] = [this.#text, this.#rest]
    if (!rest) return [framed(typeof text === 'string' ? [`${before}${text}]`] : [before, ...text, ']'])]
    return [framed(typeof text === 'string' ? [before, text] : [before, ...text], rest.length), rest]
  }
}

/** A frame whose payload is these pieces and `more` bytes that are sent behind it. Each piece is written once: put together before, it would be copied twice. */
function framed(pieces: readonly Piece[], more = 0): Buffer {
  let own = 0
  for (const piece of pieces) own += Buffer.byteLength(piece)
  let at = headLength(own + more)
  const frame = Buffer.allocUnsafe(at + own)
  writeHead(frame, own + more)
  for (const piece of pieces) at += typeof piece === 'string' ? frame.write(piece, at) : piece.copy(frame, at)
  return frame
}

const headLength = (length: number): number => (length < 126 ? 2 : length < 65_536 ? 4 : 10)

/** Writes the head of a websocket frame (RFC 6455): final, text, unmasked; `length` is the payload's in bytes. */
function writeHead(frame: Buffer, length: number): void {
  frame[0] = 0x81
  frame[1] = length < 126 ? length : length < 65_536 ? 126 : 127
  if (length >= 65_536) frame.writeBigUInt64BE(BigInt(length), 2)
  else if (length >= 126) frame.writeUInt16BE(length, 2)
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
