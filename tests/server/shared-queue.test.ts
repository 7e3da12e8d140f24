/** A place in a queue that several servers share: it counts on whichever is asked, and once. */
import { describe, expect, test } from 'vitest'
import { SpendingBook } from '#server/cluster/shared-rate-limit'
import { FairQueue } from '#server/web/fair-queue'
import { givenClock } from './given-clock'

describe('a position in a queue', () => {
  const givenTwo = () => {
    const queues = [0, 1].map(() => new FairQueue({ burst: 1, perSecond: 1 }))
    const books = queues.map((limit, index) => new SpendingBook(`server ${index}`, { limit }, () => undefined))
    const tell = () => {
      for (const [from, book] of books.entries())
        for (const batch of book.take()) for (const [to, other] of books.entries()) if (to !== from) other.hear(batch)
    }
    return { queues, tell }
  }
  const ask = (queue: FairQueue | undefined, who: string) => queue?.ask('lane', who, Date.now())

  test('counts on whichever server is asked, and once', () => {
    const clock = givenClock()
    clock.at(0)
    const { queues, tell } = givenTwo()
    ask(queues[0], 'first')
    ask(queues[0], 'second')
    expect(ask(queues[0], 'waits')).toEqual({ granted: false, place: 2, waitMs: 2_000 })
    tell()
    clock.at(1_500)
    expect(ask(queues[1], 'waits')).toMatchObject({ granted: false, waitMs: 500 })
    clock.at(2_000)
    expect(ask(queues[1], 'waits')).toEqual({ granted: true })
    tell()
    expect(ask(queues[0], 'waits')).toMatchObject({ granted: false })
  })

  test('that was taken on two servers at once is kept on one, and nobody behind waits for the other', () => {
    const clock = givenClock()
    clock.at(0)
    const { queues, tell } = givenTwo()
    ask(queues[0], 'first')
    tell()
    for (const queue of queues) expect(ask(queue, 'twice')).toMatchObject({ waitMs: 1_000 })
    clock.at(100)
    expect(ask(queues[0], 'behind')).toMatchObject({ place: 2 })
    tell()
    clock.at(1_000)
    expect(ask(queues[1], 'twice')).toEqual({ granted: true })
    tell()
    clock.at(2_000)
    expect(ask(queues[1], 'behind')).toEqual({ granted: true })
  })
})
