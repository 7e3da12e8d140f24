/** A page's socket that also reports every text frame it receives, whatever the page does with it. */
import { io } from 'socket.io-client'
import type { RoomSocket } from '../../app/_room/reconnecting'

type At = {
  address: string
  cookie: string
  /** How long it waits before it comes back, at first and at most. */
  comesBack: { firstMs: number; mostMs: number }
  /** In the socket's address, as the product's own page puts it there. */
  roomId?: string
  headers?: Record<string, string>
}

export function heardSocket(at: At, hear: (text: string) => void): RoomSocket {
  const { address, cookie, comesBack, roomId, headers } = at
  const socket: RoomSocket = io(address, {
    transports: ['websocket'],
    autoConnect: false,
    forceNew: true,
    reconnectionDelay: comesBack.firstMs,
    reconnectionDelayMax: comesBack.mostMs,
    ...(roomId ? { query: { room: roomId } } : {}),
    extraHeaders: { ...headers, cookie, origin: address },
  })
  socket.io.on('open', () =>
    socket.io.engine.on('packet', ({ data }: { data?: unknown }) => {
      if (typeof data === 'string') hear(data)
    }),
  )
  return socket
}
