// Asks the server for its time over a page's socket, as ServerClock's `sync` wants it.
import { clockAnswer } from '#simulation/wire/protocol'
import { ANSWER_MS, type RoomSocket } from './reconnecting'

/** The server's time, or null when the socket is cut or no answer comes. */
export const askClock = (socket: RoomSocket | null): Promise<number | null> =>
  new Promise((resolve) => {
    if (!socket?.connected) return resolve(null)
    socket.timeout(ANSWER_MS).emit('clock', (lost: Error | null, reply: unknown) => {
      resolve(lost ? null : (clockAnswer.safeParse(reply).data?.now ?? null))
    })
  })
