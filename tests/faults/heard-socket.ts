/** A page's socket that also reports every frame it receives, whatever the page does with it. */
import { io } from 'socket.io-client'
import type { RoomId } from '#simulation/kernel/ids'
import { type RoomSocket, socketSettings } from '../../app/_room/link/reconnecting'

type At = {
  address: string
  cookie: string
  roomId: RoomId
  /** How long it waits before it comes back, at first and at most; as the product's own page does where nothing is said. */
  comesBack?: { firstMs: number; mostMs: number }
  headers?: Record<string, string>
}

export function heardSocket(at: At, hear: (text: string) => void): RoomSocket {
  const { address, cookie, roomId, comesBack, headers } = at
  const socket: RoomSocket = io(address, {
    ...socketSettings(roomId),
    ...(comesBack ? { reconnectionDelay: comesBack.firstMs, reconnectionDelayMax: comesBack.mostMs } : {}),
    extraHeaders: { ...headers, cookie, origin: address },
  })
  socket.io.on('open', () =>
    socket.io.engine.on('packet', ({ data }: { data?: unknown }) => {
      if (typeof data === 'string' || Buffer.isBuffer(data)) hear(String(data))
    }),
  )
  return socket
}
