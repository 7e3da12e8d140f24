/** The engine between servers: what is said is heard by all, and whatever happens to it, it is found again and says so. */
import { expect, onTestFinished, test, vi } from 'vitest'
import type { Engine } from '#server/cluster/engine'
import { RedisEngine } from '#server/cluster/redis-engine'
import { until } from '../server/live/given/given-page'
import { type RunningEngine, startEngine } from '../support/machines/engine'

let servers = 0
function engineOf(url: string): Engine {
  servers += 1
  const engine = new RedisEngine(url, `test-${servers}`)
  onTestFinished(() => engine.close())
  return engine
}

async function running(): Promise<RunningEngine> {
  const engine = await startEngine()
  onTestFinished(() => engine.end())
  return engine
}

const up = (...engines: Engine[]) => until(() => expect(engines.map(({ isUp }) => isUp)).not.toContain(false), 20_000)
const away = (...engines: Engine[]) => until(() => expect(engines.map(({ isUp }) => isUp)).not.toContain(true), 20_000)

/** Listens, and resolves once it is sure to hear. */
async function listen(to: Engine, channel: string) {
  const heard: string[] = []
  let begun = 0
  const stop = to.subscribe(
    channel,
    (text) => heard.push(text),
    () => {
      begun += 1
    },
  )
  await until(() => expect(begun).toBeGreaterThan(0), 20_000)
  return { heard, stop, begun: () => begun }
}

test('what one says, all who listen hear in order, the speaker among them; other channels and who has stopped hear nothing', async () => {
  const { url } = await running()
  const [one, two] = [engineOf(url), engineOf(url)]
  const here = await listen(one, 'room:a')
  const there = await listen(two, 'room:a')
  const other = await listen(two, 'room:b')
  const words = Array.from({ length: 50 }, (_, index) => `word ${index}`)
  for (const word of words) one.publish('room:a', word)
  await until(() => expect([here.heard, there.heard]).toEqual([words, words]))
  expect(other.heard).toEqual([])
  there.stop()
  // Left and listened to again at once: the client forgets a subscription that is asked for while it is leaving.
  const again = await listen(two, 'room:a')
  one.publish('room:a', 'last')
  await until(() => expect([here.heard.at(-1), again.heard.at(-1)]).toEqual(['last', 'last']))
  expect(there.heard).toEqual(words)
})

test('a word that is sent starts no timer of its own', async () => {
  const { url } = await running()
  const engine = engineOf(url)
  const { heard } = await listen(engine, 'room:a')
  const timers = vi.spyOn(AbortSignal, 'timeout')
  onTestFinished(() => timers.mockRestore())
  engine.publish('room:a', 'word')
  await until(() => expect(heard).toEqual(['word']))
  expect(timers).not.toHaveBeenCalled()
})

test('listening and leaving in any haste ends as the last wish was', async () => {
  const { url } = await running()
  const [one, two] = [engineOf(url), engineOf(url)]
  await up(one, two)
  const heard: string[] = []
  for (let turn = 0; turn < 7; turn += 1) two.subscribe('room:a', (text) => heard.push(text))()
  const { stop } = await listen(two, 'room:a')
  stop()
  const last = await listen(two, 'room:a')
  one.publish('room:a', 'heard')
  await until(() => expect(last.heard).toEqual(['heard']))
  expect(heard).toEqual([])
})

test.each(['killed and started again empty', 'paused for longer than it may be silent'])(
  'an engine that was %s is known to be away, loses what is said meanwhile, and is heard again with a new beginning',
  async (fate) => {
    const running = await startEngine()
    onTestFinished(() => running.end())
    const [one, two] = [engineOf(running.url), engineOf(running.url)]
    const there = await listen(two, 'room:a')
    await up(one)
    const changes: boolean[] = []
    one.onChange(() => changes.push(one.isUp))
    if (fate.startsWith('killed')) await running.kill()
    else running.pause()
    await away(one, two)
    one.publish('room:a', 'lost')
    if (fate.startsWith('killed')) await running.startAgain()
    else running.resume()
    await up(one, two)
    await until(() => expect(there.begun()).toBeGreaterThan(1), 20_000)
    one.publish('room:a', 'heard')
    await until(() => expect(there.heard).toEqual(['heard']))
    expect(changes).toEqual([false, true])
  },
)

test('an engine that is not there yet is found once it is', async () => {
  const running = await startEngine()
  onTestFinished(() => running.end())
  await running.kill()
  const engine = engineOf(running.url)
  const heard: string[] = []
  engine.subscribe('room:a', (text) => heard.push(text))
  engine.publish('room:a', 'lost')
  await running.startAgain()
  await up(engine)
  engine.publish('room:a', 'heard')
  await until(() => expect(heard).toEqual(['heard']))
})
