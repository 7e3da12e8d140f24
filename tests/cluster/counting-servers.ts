/** Servers that count what reaches them and fail as they are told, behind the balancer with the settings that are shipped. */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { onTestFinished } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { type BalancerSettings, startBalancer } from '../support/machines/balancer'
import { freePort } from '../support/machines/server'
import { patience } from '../support/patience'

/** A server that counts what reaches it. */
export type Counting = {
  port: number
  /** Everything that reached it, as "METHOD /path". */
  asked: string[]
  forwardedFor: string[]
  /** The rooms of its sockets. */
  rooms: string[]
  close(): Promise<void>
}

type Behaviour = {
  /** What /readyz answers. */
  ready?: () => number
  /** Whether it takes connections and answers none. */
  hangs?: () => boolean
  socketStatus?: number
}

/** By path: `/dies` ends without an answer, `/status/404` answers so. */
export async function countingServer({ ready, hangs, socketStatus = 101 }: Behaviour = {}): Promise<Counting> {
  const port = await freePort()
  const server = createServer((request, response) => void answer(request, response))
  const asked: string[] = []
  const forwardedFor: string[] = []
  const rooms: string[] = []
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '', 'http://server')
    if (hangs?.()) return
    if (pathname === '/readyz') return void response.writeHead(ready?.() ?? 200).end()
    asked.push(`${request.method} ${request.url}`)
    forwardedFor.push(String(request.headers['x-forwarded-for']))
    await request.resume().toArray()
    if (pathname.startsWith('/dies')) return void response.socket?.destroy()
    response.writeHead(Number(/status\/(\d+)/.exec(pathname)?.[1] ?? 200)).end(String(port))
  }
  const sockets = new WebSocketServer({ noServer: true })
  const held = new Set<Duplex>()
  server.on('upgrade', (request, socket, head) => {
    if (hangs?.()) return void held.add(socket)
    if (socketStatus !== 101) return void socket.end(`HTTP/1.1 ${socketStatus} No\r\ncontent-length: 0\r\n\r\n`)
    rooms.push(new URL(request.url ?? '', 'http://server').searchParams.get('room') ?? 'none')
    sockets.handleUpgrade(request, socket, head, (open) => open.on('message', (said) => open.send(`heard ${said}`)))
  })
  // Of the ports that nobody is given: once this server is closed, nobody else may answer there.
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const close = async () => {
    for (const open of sockets.clients) open.terminate()
    for (const socket of held) socket.destroy()
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  }
  onTestFinished(close)
  return { port, asked, forwardedFor, rooms, close }
}

/** The shipped balancer before these two, until the test is over. */
export async function balance([one, two]: [Counting, Counting], more: Partial<BalancerSettings> = {}) {
  const balancer = await startBalancer({ ports: [one.port, two.port], ...more })
  onTestFinished(balancer.end)
  return balancer
}

/** An open socket of a page of a room, or of none. */
export async function openSocket(url: string, room: string | null): Promise<WebSocket> {
  const query = room === null ? '' : `&room=${room}`
  const socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket${query}`)
  onTestFinished(() => socket.terminate())
  await once(socket, 'open')
  return socket
}

/** HAProxy asks each server once a second, and takes one for hanging that has not answered twice. */
export const SOON = { timeout: patience(15_000) }

/** `0` to `count - 1`. */
export const times = (count: number) => Array.from({ length: count }, (_, index) => index)
