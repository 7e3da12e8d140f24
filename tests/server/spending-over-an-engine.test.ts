/** Batches of what servers have granted, carried by an engine that can be away. */
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { Engine } from '#server/cluster/engine'
import { PUBLISHING_MS, shareSpending } from '#server/cluster/shared-rate-limit'
import { Throttles } from '#server/live/saving/throttle'
import { peersNamed } from '../cluster/given-lossy-engine'

const SERVERS = ['server 0', 'server 1']
const ALLOWANCE = { burst: 6, perSecond: 4 }

describe('over an engine', () => {
  /** An engine in this process that can be away. */
  function givenEngine() {
    const hearing = new Map<string, Set<(text: string) => void>>()
    const said: string[] = []
    const engine = {
      isUp: true,
      publish(channel: string, text: string) {
        if (!engine.isUp) return
        said.push(text)
        for (const hear of hearing.get(channel) ?? []) hear(text)
      },
      subscribe(channel: string, hear: (text: string) => void) {
        const all = hearing.get(channel) ?? new Set()
        hearing.set(channel, all.add(hear))
        return () => void all.delete(hear)
      },
      onChange: () => () => undefined,
      close: async () => undefined,
    }
    return { engine: engine satisfies Engine, said }
  }
  const givenThrottles = () => new Throttles(ALLOWANCE, Date.now)

  test('a batch leaves after the delay and is heard by the others, and one’s own is not', () => {
    vi.useFakeTimers()
    onTestFinished(() => {
      vi.useRealTimers()
    })
    const { engine, said } = givenEngine()
    const [one, other] = [givenThrottles(), givenThrottles()]
    const shared = [one, other].map((limit, index) =>
      shareSpending(engine, peersNamed(`server ${index}`, SERVERS), { limit }),
    )
    for (let taken = 0; taken < ALLOWANCE.burst; taken += 1) expect(one.take('ada')).toBe(true)
    vi.advanceTimersByTime(PUBLISHING_MS - 1)
    expect(said).toHaveLength(0)
    vi.advanceTimersByTime(1)
    expect(said).toHaveLength(1)
    expect(other.take('ada')).toBe(false)
    expect(other.take('ben')).toBe(true)
    vi.advanceTimersByTime((ALLOWANCE.burst / ALLOWANCE.perSecond) * 1000)
    for (let taken = 0; taken < ALLOWANCE.burst; taken += 1) expect(one.take('ada')).toBe(true)
    for (const { close } of shared) close()
    vi.advanceTimersByTime(PUBLISHING_MS)
    expect(said).toHaveLength(2)
  })

  test('while the engine is away each limits alone, and what was spent then is never told', () => {
    vi.useFakeTimers()
    onTestFinished(() => {
      vi.useRealTimers()
    })
    const { engine, said } = givenEngine()
    const [one, other] = [givenThrottles(), givenThrottles()]
    for (const [index, limit] of [one, other].entries())
      shareSpending(engine, peersNamed(`server ${index}`, SERVERS), { limit })
    engine.isUp = false
    for (const limit of [one, other]) {
      for (let taken = 0; taken < ALLOWANCE.burst; taken += 1) expect(limit.take('ada')).toBe(true)
      expect(limit.take('ada')).toBe(false)
    }
    vi.advanceTimersByTime(PUBLISHING_MS)
    engine.isUp = true
    vi.advanceTimersByTime(10 * PUBLISHING_MS)
    expect(said).toHaveLength(0)
    expect(one.take('ada')).toBe(true)
    vi.advanceTimersByTime(PUBLISHING_MS)
    expect(said).toHaveLength(1)
  })

  test('what is no batch, or tells of a limit that is not known here, changes nothing', () => {
    const { engine } = givenEngine()
    const limit = givenThrottles()
    shareSpending(engine, peersNamed('server 0', SERVERS), { limit })
    const spent = [['limit', 'ada', ALLOWANCE.burst]]
    const batch = { version: 3, server: 'server 1', spent, placed: [] }
    for (const odd of [
      'no JSON',
      '{}',
      JSON.stringify({ ...batch, version: 2 }),
      JSON.stringify({ ...batch, spent: [['limit', 'ada', null]] }),
      JSON.stringify({ ...batch, spent: [['toString', 'ada', 9]] }),
    ])
      engine.publish('spending', odd)
    expect(limit.take('ada')).toBe(true)
    engine.publish('spending', JSON.stringify(batch))
    expect(limit.take('ada')).toBe(false)
  })
})
