/** The programs that a cluster stands on, as the tests start them: an engine that is paused, killed and started again, and never left behind. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { requireProgram } from '../support/debian-program'
import { type RunningEngine, startEngine } from '../support/engine'
import { patience } from '../support/patience'

test('an engine that is started again is empty, and a paused one answers when it goes on', async () => {
  const engine = await startEngine()
  onTestFinished(engine.end)
  expect(await ask(engine, 'SET word kept')).toBe('+OK')
  engine.pause()
  const late = ask(engine, 'GET word')
  engine.resume()
  expect(await late).toBe('$4')
  await engine.startAgain()
  expect(await ask(engine, 'GET word')).toBe('$-1')
  await engine.kill()
  await expect(ask(engine, 'GET word')).rejects.toThrow('ECONNREFUSED')
})

test('an engine ends with the process that started it, also on a signal and also while it is paused', async () => {
  const script = `
    const { startEngine } = await import('./tests/support/engine.ts')
    const engine = await startEngine()
    engine.pause()
    console.log(JSON.stringify(engine.port))
    setInterval(() => {}, 1_000)`
  const owner = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void owner.kill('SIGKILL'))
  const [said] = await once(owner.stdout.setEncoding('utf8'), 'data')
  const port = Number(said)
  owner.kill('SIGINT')
  await once(owner, 'close')
  const answer = () => ask({ port }, 'PING').catch((error: Error) => error.message)
  await expect.poll(answer, { timeout: patience(10_000) }).toMatch('ECONNREFUSED')
})

test('a program that is neither there nor to be had is named with what mends it', async () => {
  const { getuid } = process
  onTestFinished(() => {
    process.getuid = getuid
  })
  // Whoever is not root installs nothing.
  process.getuid = () => 1000
  await expect(requireProgram('pgbouncer', ['/nowhere'])).rejects.toThrow('`apt-get install pgbouncer`')
  await expect(requireProgram('engine', [])).rejects.toThrow('No valkey-server or redis-server of version 7 or newer')
})

/** The first line that the engine answers to one command. */
function ask({ port }: Pick<RunningEngine, 'port'>, command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`${command}\r\n`))
    socket.setEncoding('utf8').once('error', reject)
    socket.once('data', (said) => {
      socket.destroy()
      resolve(said.toString().split('\r\n')[0] ?? '')
    })
  })
}
