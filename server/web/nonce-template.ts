/**
 * A page template with one placeholder (the nonce), gzip-compressed once: the pieces between the placeholders are compressed in
 * advance, and each response only inserts its own nonce uncompressed between them.
 */
import { constants, crc32, deflateRawSync } from 'node:zlib'

const HEAD = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3])
/** The final deflate block: empty, with the end-of-stream bit set. */
const LAST = Buffer.from([1, 0, 0, 0xff, 0xff])
/** Size of the deflate window: how far back a piece may refer. */
const REACH = 32_768

/**
 * Compresses each piece so that it ends on a byte boundary and can be followed by a stored block. The dictionary of a piece is the text
 * before it, with zero bytes in place of the nonce: a reference into a nonce would decompress differently for each response.
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

/** A stored (uncompressed) deflate block. */
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

  /** `word` is the placeholder in `text`; every word inserted later must have the same length in bytes. */
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

  /** The page as a gzip stream. */
  packedWith(word: string): Buffer {
    const whole = this.with(word)
    const tail = Buffer.alloc(8)
    tail.writeUInt32LE(crc32(whole), 0)
    tail.writeUInt32LE(whole.length, 4)
    return Buffer.concat([HEAD, joined(this.#packed, asBlock(Buffer.from(word))), LAST, tail])
  }
}
