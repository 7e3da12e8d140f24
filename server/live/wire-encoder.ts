/**
 * How messages become text for Socket.IO: as usual, except that a message may come as text already, so that a row is put into
 * JSON once for everybody. It must not know what a message says.
 */
import { Decoder, Encoder, type Packet, PacketType } from 'socket.io-parser'

/** A message that is JSON already; it must be the only argument of its event or answer. */
export class Prepared {
  constructor(readonly json: string) {}
}

class PreparedEncoder extends Encoder {
  override encode(packet: Packet): ReturnType<Encoder['encode']> {
    const { type, nsp, id, data } = packet
    const last: unknown = Array.isArray(data) ? data.at(-1) : undefined
    if (!(last instanceof Prepared) || nsp !== '/') return super.encode(packet)
    const before = type === PacketType.EVENT ? `${JSON.stringify(data[0])},` : ''
    return [`${type}${id ?? ''}[${before}${last.json}]`]
  }
}

/** The same message as one whole websocket frame, so that for many connections it is made once. */
export function frameOf(name: string, { json }: Prepared): Buffer {
  const text = `42["${name}",${json}]`
  const length = Buffer.byteLength(text)
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const frame = Buffer.allocUnsafe(head + length)
  frame[0] = 0x81 // text, whole, unmasked, as a server sends it
  if (head === 2) frame[1] = length
  else if (head === 4) {
    frame[1] = 126
    frame.writeUInt16BE(length, 2)
  } else {
    frame[1] = 127
    frame.writeBigUInt64BE(BigInt(length), 2)
  }
  frame.write(text, head)
  return frame
}

export const wireFormat = { Encoder: PreparedEncoder, Decoder }
