/** Floods beside a lesson: from one student's device in another room, and of pages for strangers. The lesson goes on. */
import { expect, test } from 'vitest'
import { givenClass, givenPage, givenStudent } from '../server/live/given-classroom'
import { Page, until } from '../server/live/given-page'
import { useBuiltServer } from '../support/built-server'
import { isLong } from '../support/lane'
import { patience } from '../support/patience'
import { ask } from './knocking'

const server = useBuiltServer()
const whole = isLong
const LONG = { timeout: patience(whole ? 300_000 : 60_000) }

const LINES = whole ? 100 : 12

/** Three students in a caucus, who speak until each has said so many lines; `took` is how long each waited for the acknowledgement, in milliseconds. */
async function givenSpeakers() {
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
  const speak = async (): Promise<number[]> => {
    const took: number[] = []
    for (let line = 0; line < LINES; line += 1)
      await Promise.all(
        speakers.map(async (page, index) => {
          await new Promise((done) => setTimeout(done, 220 + index * 10))
          const from = performance.now()
          const said = page.submit(lesson.roomId, { type: 'speakInCaucus', text: `Line ${line}` })
          expect(await said).toMatchObject({ ok: true })
          took.push(performance.now() - from)
        }),
      )
    return took.sort((a, b) => a - b)
  }
  return { chair, seats, speak }
}

const p = (sorted: readonly number[], share: number) =>
  Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!)

test('a flood beside a lesson is cut off, and the lesson goes on', LONG, async () => {
  const { chair, seats, speak } = await givenSpeakers()
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
  const took = await speak()
  flooding = false
  await flood
  process.stdout.write(
    `flood: tried ${JSON.stringify({ thrown, cut, lines: took.length, p50: p(took, 0.5), p99: p(took, 0.99) })}\n`,
  )
  expect(cut).toBeGreaterThan(0)
  expect(thrown).toBeGreaterThan(took.length * 20)
  // Nobody was starved: every line was answered, and stands in the record in its speaker's order.
  const said = chair.readable.flatMap(({ event }) =>
    event.type === 'CaucusSpoken' ? [`${event.seat} ${event.text}`] : [],
  )
  for (const { id } of seats)
    expect(said.filter((line) => line.startsWith(`${id} `))).toEqual(
      Array.from({ length: LINES }, (_, line) => `${id} Line ${line}`),
    )
  // The short run shares its machine with other suites; how late the slowest may be belongs to the long one.
  if (whole) expect(p(took, 0.99)).toBeLessThan(500)
  expect((await ask(`${server.url}/sign-in`, '')).status).toBe(200)
  expect(server.said()).not.toMatch(/nobody listened|TypeError|RangeError|uncaught/i)
})

test('eight connections that ask for wrong codes without end cost a lesson little', LONG, async () => {
  const { speak } = await givenSpeakers()
  const alone = await speak()
  let asking = true
  let asked = 0
  const statuses = new Set<number>()
  const strangers = Promise.all(
    Array.from({ length: 8 }, async (_, line) => {
      while (asking) {
        asked += 1
        // Codes have no 0 and no 1.
        const three = (asked % 512).toString(8).padStart(3, '0')
        const code = `Q${line + 2}Q-${three.replace(/\d/g, (digit) => String(Number(digit) + 2))}`
        statuses.add((await ask(`${server.url}/join/${code}`, '')).status)
      }
    }),
  )
  const beside = await speak()
  asking = false
  await strangers
  const figures = { asked, alone: p(alone, 0.5), p50: p(beside, 0.5), p99: p(beside, 0.99) }
  process.stdout.write(`wrong codes: tried ${JSON.stringify(figures)}\n`)
  expect(asked).toBeGreaterThan(LINES)
  for (const status of statuses) expect(status).toBeLessThan(500)
  if (whole) expect(figures.p99).toBeLessThan(500)
})
