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

export const wireFormat = { Encoder: PreparedEncoder, Decoder }
