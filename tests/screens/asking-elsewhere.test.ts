/** A page whose server hangs: what its socket's address says to the balancer, which goes by it. */
import { once } from 'node:events'
import { createServer } from 'node:net'
import { io } from 'socket.io-client'
import { expect, onTestFinished, test } from 'vitest'
import { Reconnecting, type RoomSocket, socketSettings } from '../../app/_room/link/reconnecting'
import { patience } from '../support/patience'

/** Takes connections as the kernel does for a stopped process, and answers none; what each of them asked for is in `asked`. */
async function hangingServer(): Promise<{ address: string; asked: string[] }> {
  const asked: string[] = []
  const server = createServer((line) => {
    line.on('error', () => line.destroy())
    line.once('data', (head) => asked.push(/[?&]again=(\d+)/.exec(head.toString('latin1'))?.[1] ?? 'as ever'))
    onTestFinished(() => void line.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const at = server.address()
  return { address: `http://127.0.0.1:${typeof at === 'object' ? at?.port : 0}`, asked }
}

const QUICK = { timeout: 100, reconnectionDelay: 5, reconnectionDelayMax: 5 }

test('a page asks elsewhere after two time-outs, and somewhere else again after two more', async () => {
  const { address, asked } = await hangingServer()
  const socket: RoomSocket = io(address, { ...socketSettings('r1'), ...QUICK })
  onTestFinished(() => void socket.disconnect())
  new Reconnecting(socket)
  socket.connect()
  await expect.poll(() => asked.length, { timeout: patience(10_000) }).toBeGreaterThanOrEqual(5)
  // On a busy machine a try may time out before its request has arrived: each is asked for twice at most, in this order.
  const [first, ...others] = [...new Set(asked.slice(0, 5))]
  expect([first, ...others.slice(0, 2)]).toEqual(['as ever', '1', '2'])
  for (const again of ['as ever', '1']) expect(asked.filter((one) => one === again).length).toBeLessThanOrEqual(2)
})

test('time-outs with a live room in between do not add up', async () => {
  const { address, asked } = await hangingServer()
  const socket: RoomSocket = io(address, { ...socketSettings('r1'), ...QUICK })
  onTestFinished(() => void socket.disconnect())
  const reconnecting = new Reconnecting(socket)
  // As when the room has become live.
  socket.on('connect_error', () => reconnecting.calm())
  socket.connect()
  await expect.poll(() => asked.length, { timeout: patience(10_000) }).toBeGreaterThanOrEqual(5)
  expect(new Set(asked)).toEqual(new Set(['as ever']))
})
