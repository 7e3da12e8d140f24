/** L24: sockets that Node hands over have one owner; a connection that breaks ends no process, and what is not known still does. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Duplex } from 'node:stream'
import { text } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { drop, own, refuseConnection } from '#server/web/handed-over'
import { patience } from '../support/patience'

const OWNER = 'server/web/handed-over.ts'

/** Where a file can get hold of a connection without a response: what Node hands over, and what a request or a response stands on. */
const HOLDS =
  /'(?:upgrade|clientError|checkContinue|checkExpectation|secureConnection)'|erver\.on\('connect(?:ion)?'|\bDuplex\b|\bsocket\b/
const ENDS = /([\w.#?()]+)\.(?:end|destroy|destroySoon|resetAndDestroy)\(/g

/** What a file ends by itself that has to be ended by its owner. */
const endings = (source: string): string[] =>
  HOLDS.test(source)
    ? [...source.matchAll(ENDS)].flatMap(([whole, receiver = '']) =>
        /^(?:response|request|client|this)\b/.test(receiver) ? [] : [whole],
      )
    : []

test('only one file ends a connection that Node has handed over', () => {
  const files = readdirSync('server', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.startsWith('generated/'))
    .map((file) => `server/${file}`)
  expect(files).toContain(OWNER)
  expect(files.filter((file) => file !== OWNER && endings(readFileSync(file, 'utf8')).length > 0)).toEqual([])
})

test.each([
  "allowRequest({ socket }, answer) { socket.end('no') }",
  "server.on('upgrade', (request, line) => { line.destroy() })",
  'const cut = (conn) => conn.request.socket.destroy()',
])('it is seen: %s', (source) => {
  expect(endings(source)).toHaveLength(1)
})

/** A connection that breaks when it is told to. */
const connection = () =>
  new Duplex({
    read: () => undefined,
    write: (_piece, _encoding, done) => done(),
  })

test.each([
  ['that is owned', own],
  ['that is refused', (socket: Duplex) => refuseConnection(socket, { status: 403, sentence: 'Not here.' })],
  ['that is dropped', drop],
])('a connection %s breaks, and nobody else has to listen', async (_, handle) => {
  const socket = connection()
  for (let time = 0; time < 20; time += 1) handle(socket)
  expect(socket.listenerCount('error')).toBe(1)
  socket.emit('error', Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET', syscall: 'read' }))
  expect(socket.destroyed).toBe(true)
})

/** How a process that stops as the server does ends when this happens in it; then it is asked whether it still lives. */
async function processAfter(happens: string): Promise<{ code: number | null; said: string }> {
  const script = `
    import { prepareShutdown } from './server/base/shutdown'
    let stopped = 0
    const { before } = prepareShutdown(async () => undefined, () => undefined)
    before('count', () => { stopped += 1; console.log('stopped', stopped) })
    ${happens}
    setTimeout(() => { if (stopped === 0) { console.log('lives'); process.exit(0) } }, 300)`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    cwd: path.resolve(import.meta.dirname, '../..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')])
  return { code, said }
}

const thrown = (code: string, syscall: string) =>
  `setImmediate(() => { throw Object.assign(new Error('${syscall} ${code}'), { code: '${code}', syscall: '${syscall}' }) })`

describe('an error that nobody caught', { timeout: patience(30_000) }, () => {
  test.each([
    ['a reset', thrown('ECONNRESET', 'read')],
    ['a broken pipe', thrown('EPIPE', 'write')],
    [
      'a reset of a real connection',
      `const { createServer, connect } = await import('node:net')
       const server = createServer((line) => line.write('x')).listen(0, () => {
         const page = connect(server.address().port, '127.0.0.1', () => page.resetAndDestroy())
       })
       server.unref()`,
    ],
  ])('%s of one connection ends nothing', async (_, happens) => {
    const { code, said } = await processAfter(happens)
    expect(said).toContain('lives')
    expect(said).toMatch(/"level":50.*ECONNRESET|"level":50.*EPIPE/)
    expect(code).toBe(0)
  })

  test.each([
    ['what nobody knows', `setImmediate(() => { throw new TypeError('odd') })`, 'TypeError'],
    ['a server that cannot be reached', thrown('ECONNREFUSED', 'connect'), 'Error:ECONNREFUSED'],
    [
      'many at once',
      `for (const at of [1, 2, 3]) setImmediate(() => { throw new TypeError('odd', { cause: new RangeError('x') }) })`,
      'TypeError < RangeError',
    ],
  ])('%s stops the process once, and its cause is written down', async (_, happens, cause) => {
    const { code, said } = await processAfter(happens)
    expect(said.match(/^stopped \d+$/gm)).toEqual(['stopped 1'])
    expect(said).toContain(`"fault":"${cause}"`)
    expect(code).toBe(1)
  })
})
