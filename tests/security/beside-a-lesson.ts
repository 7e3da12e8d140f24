/** A lesson on a built server, which goes on while something heavy is asked beside it. */
import { expect } from 'vitest'
import { givenClass, givenPage, givenStudent } from '../server/live/given/given-classroom'
import { type Page, until } from '../server/live/given/given-page'

/** Three students in a caucus. */
export async function givenLesson(house: { address: string }) {
  const lesson = await givenClass({ seatsPerDelegation: 3 })
  const chair = await givenPage(house, lesson.chairCookie, lesson.roomId)
  const seats = chair.state.plan.seats.slice(0, 3)
  expect(await chair.submit(lesson.roomId, { type: 'startPhase', index: 0 })).toMatchObject({ ok: true })
  const speakers: Page[] = []
  for (const { id } of seats) {
    const student = await givenStudent(lesson, `Speaker ${id}`)
    const page = await givenPage(house, student.cookie, lesson.roomId)
    expect(await page.submit(lesson.roomId, { type: 'takeSeat', seat: id })).toMatchObject({ ok: true })
    await until(() => expect(page.left).toContain('rejoin'))
    expect(await page.join(lesson.roomId)).toMatchObject({ ok: true })
    speakers.push(page)
  }
  let said = 0
  /** Each says a line; for how long each waited for its acknowledgement, in milliseconds. */
  const sayOne = (): Promise<number[]> => {
    const text = `Line ${said}`
    said += 1
    return Promise.all(
      speakers.map(async (page, index) => {
        await new Promise((next) => setTimeout(next, 220 + index * 10))
        const from = performance.now()
        expect(await page.submit(lesson.roomId, { type: 'speakInCaucus', text })).toMatchObject({ ok: true })
        return performance.now() - from
      }),
    )
  }
  return {
    async speak(lines: number): Promise<number[]> {
      const took: number[] = []
      for (let line = 0; line < lines; line += 1) took.push(...(await sayOne()))
      return took
    },
    async speakUntil(work: Promise<unknown>, least: number): Promise<number[]> {
      const took: number[] = []
      let isOver = false
      const end = () => {
        isOver = true
      }
      work.then(end, end)
      while (!isOver || took.length < least * speakers.length) took.push(...(await sayOne()))
      return took
    },
    /** Nobody was starved: every line was answered, and stands in the record in its speaker's order. */
    expectWhole() {
      const lines = chair.readable.flatMap(({ event }) =>
        event.type === 'CaucusSpoken' ? [`${event.seat} ${event.text}`] : [],
      )
      for (const { id } of seats)
        expect(lines.filter((line) => line.startsWith(`${id} `))).toEqual(
          Array.from({ length: said }, (_, line) => `${id} Line ${line}`),
        )
    },
  }
}

/** The slowest of a share of them. */
export const p = (took: readonly number[], share: number): number =>
  Math.round(took.toSorted((a, b) => a - b)[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0)
