/** R6: neither the moment nor the number of another side's words reaches a page when they are said; both come later, whole and in order. */
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Delivery, deliveries, keyOf, redactedDeliveries } from '#server/live/fan-out'
import { LastDelivered } from '#server/live/last-delivered'
import type { Time } from '#server/live/time'
import { chairActor, commandId, personId } from '#simulation/kernel/ids'
import type { Audience, Recorded } from '#simulation/kernel/record'
import { mayHear } from '#simulation/secrecy/may-hear'
import { inSeat, type Viewer } from '#simulation/secrecy/viewer'
import { isRedacted, sendableBy, type VisibleRow } from '#simulation/secrecy/visible-row'
import { shown, viewOf } from '../../support/heard'
import { US } from '../../support/sides'
import { type Class, givenClass, givenHouse, givenPage, givenSeated, seat } from './given-classroom'
import { accepted, type Page } from './given-page'

/** The server's clock; while it is stopped the test ends waits of a second or less by hand. */
class StoppedTime implements Time {
  stopped = false
  readonly waiting: { endsAt: number; run: () => void }[] = []
  now = () => Date.now()
  later(afterMs: number, run: () => void): () => void {
    if (this.stopped && afterMs <= 1_000) {
      const wait = { endsAt: this.now() + afterMs, run }
      this.waiting.push(wait)
      return () => void this.waiting.splice(this.waiting.indexOf(wait), 1)
    }
    const timer = setTimeout(run, afterMs)
    return () => clearTimeout(timer)
  }
  goOn(): void {
    for (const { run } of this.waiting.splice(0)) run()
  }
}
const time = new StoppedTime()
const opened = givenHouse(() => ({ time }))

describe('a spy beside another side’s caucus', () => {
  let of: Class
  let chair: Page
  let stage: Page
  let washington: Page
  let spy: Page & { student: { cookie: string } }

  beforeAll(async () => {
    time.stopped = false
    const house = opened.now()
    of = await givenClass({ understudies: false })
    chair = await givenPage(house, of.chairCookie, of.roomId)
    stage = await givenPage(house, of.chairCookie, of.roomId, 'stage')
    washington = await givenSeated(house, of, 'Mei', 'us.state')
    spy = await givenSeated(house, of, 'Yuki', 'jp.pm')
    const seq = accepted(await chair.submit(of.roomId, { type: 'startPhase', index: 0 }))
    await Promise.all([chair, stage, washington, spy].map((page) => page.hears(seq)))
    time.stopped = true
  })

  /** Resolves once everything sent to these pages so far has arrived. */
  const settled = (...pages: Page[]) => Promise.all(pages.map((page) => page.now()))
  const whisper = async (text: string) => {
    const seq = accepted(await washington.submit(of.roomId, { type: 'speakInCaucus', text }))
    await Promise.all([washington.hears(seq), chair.hears(seq)])
    await settled(spy, stage)
    return seq
  }
  const isWhole = (page: Page) =>
    expect(page.rows.map(({ seq }) => seq)).toEqual(page.rows.map((_, index) => index + 1))

  test('R6 nothing at all is told at the moment of the words, to a page and a stage that follow and to one that comes in', async () => {
    const before = { spy: spy.seq, told: spy.told.length, stage: stage.told.length }
    for (const words of ['one', 'two', 'three']) await whisper(words)
    expect({ spy: spy.seq, told: spy.told.length, stage: stage.told.length }).toEqual(before)
    const again = await givenPage(opened.now(), spy.student.cookie, of.roomId)
    expect(again.seq).toBe(before.spy)
    expect(await again.join(of.roomId, 'self', before.spy)).toMatchObject({ ok: true, from: before.spy, rows: [] })
    // A page that joins from a number it cannot know yet learns nothing from the answer.
    expect(await again.join(of.roomId, 'self', before.spy + 1)).toMatchObject({ ok: true, from: 0 })
    expect(again.seq).toBe(before.spy)
    again.socket.disconnect()
  })

  test('R6 the numbers come with the next row that is heard, before it and without a gap', async () => {
    const last = await whisper('four')
    const before = spy.seq
    const public_ = accepted(await chair.submit(of.roomId, { type: 'nudge', to: 'room', text: 'Five minutes.' }))
    await Promise.all([spy.hears(public_), stage.hears(public_)])
    const news = spy.told.at(-1) ?? []
    expect(news.map(({ seq }) => seq)).toEqual(
      Array.from({ length: public_ - before }, (_, index) => before + 1 + index),
    )
    expect(news.slice(0, -1).every(isRedacted)).toBe(true)
    expect(news.length).toBeGreaterThan(last - before)
    const own = await whisper('five')
    const answer = accepted(await spy.submit(of.roomId, { type: 'speakInCaucus', text: 'Did you hear?' }))
    await spy.hears(answer)
    expect(spy.told.at(-1)?.map((row) => [row.seq, isRedacted(row)])).toEqual([
      [own, true],
      [answer, false],
    ])
    isWhole(spy)
    isWhole(stage)
  })

  test('R6 or else with the next full second, all at once', async () => {
    time.goOn()
    await settled(spy, stage)
    const told = spy.told.length
    for (const words of ['six', 'seven']) await whisper(words)
    expect(spy.told.length).toBe(told)
    const seconds = time.waiting.filter(({ endsAt }) => endsAt % 1_000 <= 5)
    expect(seconds.length).toBeGreaterThan(0)
    time.goOn()
    await Promise.all([spy, stage].map((page) => page.hears(chair.seq)))
    expect(spy.told.slice(told)).toMatchObject([[{ sealed: true }, { sealed: true }]])
    for (const page of [spy, stage, washington, chair]) isWhole(page)
  })
})

describe('what is told of any log', () => {
  const mei = personId.parse('mei')
  const AUDIENCES: readonly Audience[] = [
    'everyone',
    'instructor',
    { seats: [seat('us.state')], opens: 'at-debrief' },
    { seats: [seat('jp.pm')], opens: 'never' },
    { person: mei },
  ]
  const VIEWERS: readonly Viewer[] = [
    { kind: 'chair' },
    { kind: 'stage' },
    inSeat(mei, seat('us.state')),
    inSeat(personId.parse('yuki'), seat('jp.pm')),
    inSeat(personId.parse('ivo'), null),
  ]
  const viewers = new Map(VIEWERS.map((viewer) => [keyOf(viewer), viewer]))
  const row = (seq: number, audience: Audience): Recorded => ({
    ...{ seq, at: seq, by: chairActor('chair'), commandId: commandId.parse(`command-${seq}`), audience },
    event: { type: 'CaucusSpoken', no: `us${seq}`, seat: seat('us.state'), delegation: US, text: 'Said.' },
  })

  test('R6 L3 every viewer is told the log number by number, no row later than it is said, and no number of another’s row before its time', () => {
    const seen = { commits: 0, held: 0, seconds: 0 }
    const step = fc.oneof(
      { weight: 5, arbitrary: fc.array(fc.constantFrom(...AUDIENCES), { minLength: 1, maxLength: 4 }) },
      { weight: 1, arbitrary: fc.constant('second' as const) },
    )
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 40, size: 'max' }), (steps) => {
        const log: Recorded[] = []
        const told = new LastDelivered(0)
        const heard = new Map([...viewers.keys()].map((key): [string, VisibleRow[]] => [key, []]))
        const take = (telling: Delivery) => {
          for (const key of telling.keys) heard.get(key)?.push(...telling.rows)
        }
        for (const one of steps) {
          if (one === 'second') {
            for (const telling of redactedDeliveries(log.length, viewers, told)) take(telling)
            for (const rows of heard.values()) expect(rows.length).toBe(log.length)
            seen.seconds += 1
            continue
          }
          const rows = one.map((audience, index) => row(log.length + 1 + index, audience))
          log.push(...rows)
          for (const telling of deliveries(shown(rows), viewers, { unsealed: false, delivered: told })) take(telling)
          seen.commits += 1
          for (const [key, viewer] of viewers) {
            const own = heard.get(key) ?? []
            expect(own).toEqual(viewOf(log.slice(0, own.length), viewer, false))
            // None of their own rows is missing, and a page that joins now gets the same.
            expect(log.slice(own.length).some((row) => mayHear(row, viewer, false))).toBe(false)
            expect(told.forNewcomer(shown(log), viewer, false)).toBe(own.length)
            seen.held += log.length - own.length
          }
        }
      }),
      { seed: 20260112, numRuns: 200 },
    )
    expect(seen.commits).toBeGreaterThan(2000)
    expect(seen.held).toBeGreaterThan(2000)
    expect(seen.seconds).toBeGreaterThan(300)
  })
})

describe('what is read as a page or a file while the room goes on', () => {
  const spy = inSeat(personId.parse('yuki'), seat('jp.pm'))
  const row = (seq: number, at: number, audience: Audience): Recorded => ({
    ...{ seq, at, by: chairActor('chair'), commandId: commandId.parse(`command-${seq}`), audience },
    event: { type: 'CaucusSpoken', no: `us${seq}`, seat: seat('us.state'), delegation: US, text: 'Said.' },
  })
  const theirs: Audience = { seats: [seat('us.state')], opens: 'at-debrief' }

  test('R6 tells no number of another’s row in its own second, and all of them after it', () => {
    const rows = [row(1, 10_000, 'everyone'), row(2, 10_900, theirs), row(3, 11_100, theirs), row(4, 11_300, theirs)]
    const lengthAt = (now: number, log = rows) => sendableBy(now, log, viewOf(log, spy, false)).length
    expect([11_350, 11_999, 12_000].map((now) => lengthAt(now))).toEqual([2, 2, 4])
    expect(lengthAt(11_400, [...rows, row(5, 11_400, 'everyone')])).toBe(5)
    expect(sendableBy(11_350, rows, viewOf(rows, { kind: 'chair' }, false))).toHaveLength(4)
  })
})
