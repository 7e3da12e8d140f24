/**
 * The minimal Socket.IO server with its own recovery of a connection's state, which keeps in memory what a page misses. It has no rules, no
 * sign-in, no secrets and no database. Started by processes.ts.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server } from 'socket.io'
import { answerTheParent } from './processes'

const server = createServer((_, response) => response.end('ok'))
const sockets = new Server(server, {
  transports: ['websocket'],
  connectionStateRecovery: { maxDisconnectionDuration: 120_000, skipMiddlewares: true },
})
sockets.on('connection', (socket) => {
  const room = String(socket.handshake.auth.room)
  if (!socket.recovered) socket.join(room)
  socket.on('say', (text: string, answered: () => void) => {
    sockets.to(room).emit('said', text)
    answered()
  })
})
server.listen(0, '127.0.0.1', 4096, () => answerTheParent((server.address() as AddressInfo).port))
