/**
 * A text that is the same each time but for one word, packed once: the pieces between stay packed, and the word of each sending is
 * laid between them as it is. It must not know what the word is for.
 */
import { constants, crc32, deflateRawSync } from 'node:zlib'

const HEAD = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3])
/** The last block of what deflate packs: empty, and marked as the end. */
const LAST = Buffer.from([1, 0, 0, 0xff, 0xff])
/** How far back a packed piece may refer. */
const REACH = 32_768

/**
 * Packs each piece so that it ends on a whole byte and anything may follow it. A piece refers to what came before it, but never to a
 * word, in whose places stand bytes that no text holds.
 */
function packInTurn(pieces: readonly Buffer[], length: number): Buffer[] {
  const instead = Buffer.alloc(length)
  let before = Buffer.alloc(0)
  return pieces.map((piece, at) => {
    const dictionary = at === 0 ? before : Buffer.concat([before, instead]).subarray(-REACH)
    before = Buffer.concat([dictionary, piece]).subarray(-REACH)
    const flushed = { level: 9, finishFlush: constants.Z_SYNC_FLUSH }
    return deflateRawSync(piece, dictionary.length === 0 ? flushed : { ...flushed, dictionary })
  })
}

/** A block of bytes that are not packed. */
function asBlock(word: Buffer): Buffer {
  const head = Buffer.alloc(5)
  head.writeUInt16LE(word.length, 1)
  head.writeUInt16LE(~word.length & 0xffff, 3)
  return Buffer.concat([head, word])
}

const joined = (pieces: readonly Buffer[], between: Buffer): Buffer =>
  Buffer.concat(pieces.flatMap((piece, at) => (at === 0 ? [piece] : [between, piece])))

export class NonceTemplate {
  readonly #length: number
  readonly #plain: readonly Buffer[]
  readonly #packed: readonly Buffer[]

  /** `word` is what stands in `text` in the places that change; every other must be as long. */
  constructor(text: string, word: string) {
    this.#length = Buffer.byteLength(word)
    this.#plain = text.split(word).map((piece) => Buffer.from(piece))
    this.#packed = packInTurn(this.#plain, this.#length)
  }

  with(word: string): Buffer {
    const bytes = Buffer.from(word)
    if (bytes.length !== this.#length)
      throw new Error('The word of a packed page must be as long as the one it was packed with.')
    return joined(this.#plain, bytes)
  }

  /** The same as a gzip file. */
  packedWith(word: string): Buffer {
    const whole = this.with(word)
    const tail = Buffer.alloc(8)
    tail.writeUInt32LE(crc32(whole), 0)
    tail.writeUInt32LE(whole.length, 4)
    return Buffer.concat([HEAD, joined(this.#packed, asBlock(Buffer.from(word))), LAST, tail])
  }
}
