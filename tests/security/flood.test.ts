/** A flood from one student's device beside a lesson in another room. */
import { expect, test } from 'vitest'
import { givenClass, givenPage, givenStudent } from '../server/live/given-classroom'
import { Page, until } from '../server/live/given-page'
import { isLong } from '../support/lane'
import { patience } from '../support/patience'
import { useBuiltServer } from './built-server'
import { ask } from './knocking'

const server = useBuiltServer()
const whole = isLong
const LONG = { timeout: patience(whole ? 300_000 : 60_000) }

test('a flood beside a lesson is cut off, and the lesson goes on', LONG, async () => {
  const lesson = await givenClass({ seatsPerDelegation: 3 })
  const chair = await givenPage(server, lesson.chairCookie, lesson.roomId)
  const seats = chair.state.plan.seats.slice(0, 3)
  expect(await chair.submit(lesson.roomId, { type: 'startPhase', index: 0 })).toMatchObject({ ok: true })
  const speakers = await Promise.all(
    seats.map(async ({ id }, index) => {
      const student = await givenStudent(lesson, `Speaker ${index}`)
      const page = await givenPage(server, student.cookie, lesson.roomId)
      expect(await page.submit(lesson.roomId, { type: 'takeSeat', seat: id })).toMatchObject({ ok: true })
      await until(() => expect(page.left).toContain('rejoin'))
      expect(await page.join(lesson.roomId)).toMatchObject({ ok: true })
      return page
    }),
  )
  const flooder = await givenStudent(await givenClass(), 'Flooder')
  let cut = 0
  let thrown = 0
  let flooding = true
  const flood = Promise.all(
    Array.from({ length: 4 }, async () => {
      while (flooding) {
        const page = await new Page(server.url, flooder.cookie).connect().catch(() => null)
        if (!page) continue
        const closed = new Promise((done) => page.socket.once('disconnect', done))
        for (let sent = 0; sent < 2_000; sent += 1)
          page.socket.emit(
            'submit',
            { roomId: flooder.roomId, commandId: `flood-${sent}-x`, command: { type: 'leaveSeat' } },
            () => undefined,
          )
        thrown += 2_000
        await Promise.race([closed, new Promise((done) => setTimeout(done, 2_000))])
        if (!page.socket.connected) cut += 1
        page.socket.disconnect()
      }
    }),
  )
  const took: number[] = []
  const lines = whole ? 100 : 12
  for (let line = 0; line < lines; line += 1)
    await Promise.all(
      speakers.map(async (page, index) => {
        await new Promise((done) => setTimeout(done, 220 + index * 10))
        const from = performance.now()
        expect(await page.submit(lesson.roomId, { type: 'speakInCaucus', text: `Line ${line}` })).toMatchObject({
          ok: true,
        })
        took.push(performance.now() - from)
      }),
    )
  flooding = false
  await flood
  const sorted = took.toSorted((a, b) => a - b)
  const p = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!)
  process.stdout.write(
    `flood: tried ${JSON.stringify({ thrown, cut, lines: took.length, p50: p(0.5), p99: p(0.99) })}\n`,
  )
  expect(cut).toBeGreaterThan(0)
  expect(thrown).toBeGreaterThan(took.length * 20)
  // Nobody was starved: every line was answered, and stands in the record in its speaker's order.
  const said = chair.readable.flatMap(({ event }) =>
    event.type === 'CaucusSpoken' ? [`${event.seat} ${event.text}`] : [],
  )
  for (const { id } of seats)
    expect(said.filter((line) => line.startsWith(`${id} `))).toEqual(
      Array.from({ length: lines }, (_, line) => `${id} Line ${line}`),
    )
  // The short run shares its machine with other suites; how late the slowest may be belongs to the long one.
  if (whole) expect(p(0.99)).toBeLessThan(500)
  expect((await ask(`${server.url}/sign-in`, '')).status).toBe(200)
  expect(server.said()).not.toMatch(/nobody listened|TypeError|RangeError|uncaught/i)
})
