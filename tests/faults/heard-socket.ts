/** A page's socket that also reports every text frame it receives, whatever the page does with it. */
import { io } from 'socket.io-client'
import type { RoomSocket } from '../../app/_room/room-link'

type At = { address: string; cookie: string; reconnectsWithinMs: number }

export function heardSocket({ address, cookie, reconnectsWithinMs }: At, hear: (text: string) => void): RoomSocket {
  const socket: RoomSocket = io(address, {
    transports: ['websocket'],
    autoConnect: false,
    forceNew: true,
    reconnectionDelay: 50,
    reconnectionDelayMax: reconnectsWithinMs,
    extraHeaders: { cookie, origin: address },
  })
  socket.io.on('open', () =>
    socket.io.engine.on('packet', ({ data }: { data?: unknown }) => {
      if (typeof data === 'string') hear(data)
    }),
  )
  return socket
}
