/** The heaviest things that may be asked of the built server, beside a lesson: the lesson goes on. */
import { request } from 'node:http'
import { expect, test } from 'vitest'
import { database } from '#server/base/database'
import { RECORD } from '#simulation/kernel/limits'
import { givenClass, givenPage, givenStudent } from '../server/live/given-classroom'
import { until } from '../server/live/given-page'
import { useBuiltServer } from '../support/built-server'
import { isLong } from '../support/lane'
import { patience } from '../support/patience'
import { builtActions } from './endpoints'
import { endlessPlan, manyMoves, manyRemoved } from './heavy-record'
import { act, ask } from './knocking'

const server = useBuiltServer()
const whole = isLong
const LONG = { timeout: patience(whole ? 300_000 : 120_000) }

/** Two hundred and fifty megabytes that nobody has asked for, from somebody without an account. */
function pour(megabytes: number): Promise<void> {
  const piece = Buffer.alloc(1_000_000, 'x')
  return new Promise((done) => {
    const line = request(`${server.url}/api/auth/callback/password`, { method: 'POST' })
    line
      .on('response', (response) => response.resume())
      .on('error', () => undefined)
      .on('close', () => done())
    let sent = 0
    const more = () => {
      if (line.destroyed) return
      if (sent === megabytes) return void line.end()
      sent += 1
      if (line.write(piece)) setImmediate(more)
      else line.once('drain', more)
    }
    more()
  })
}

test(
  'a long roster, a record of a huge plan and bodies without end beside a lesson, and the lesson goes on',
  LONG,
  async () => {
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
    const attacker = await givenClass()
    const { courseId } = await database().activity.findUniqueOrThrow({ where: { id: attacker.activityId } })
    const roster = builtActions().get('courses/[courseId]/roster/actions.ts#judgeRoster')
    const state = { attempt: 0 }
    let attacking = true
    const done = { rosters: 0, records: 0, readings: 0, bodies: 0 }
    const endless = endlessPlan()
    const bring = (body: unknown) =>
      ask(`${server.url}/courses/${courseId}/bring-record/file`, attacker.chairCookie, { method: 'POST', body })
    const taken = await bring(JSON.parse(manyMoves(1_900)))
    const kept = /"roomId":"([\w-]+)"/.exec(taken.body)?.[1]
    expect({ said: taken.body.slice(-300), kept }).toMatchObject({ kept: expect.any(String) })
    expect((await bring(JSON.parse(manyRemoved(RECORD.rows + 100)))).body).toMatch(/"fault":"too-many-rows"/)
    const again = async (attack: () => Promise<void>) => {
      while (attacking) await attack()
    }
    const attacks = Promise.all([
      again(async () => {
        const text = `x\ta@${'.'.repeat(150_000)}@`
        const answer = await act(`${server.url}/courses/${courseId}/roster`, attacker.chairCookie, roster?.id ?? '', {
          fields: { courseId, text, step: 'look' },
          state,
        })
        expect(answer.status).toBe(200)
        done.rosters += 1
      }),
      again(async () => {
        const { status, body } = await bring(endless)
        expect(status).toBe(200)
        expect(body).toMatch(/"fault":"wrong-shape"/)
        done.records += 1
      }),
      // One of the largest that are taken, read by whoever brought it.
      again(async () => {
        const way = `${server.url}/rooms/${kept}/transcript/export?format=json`
        expect((await ask(way, attacker.chairCookie)).status).toBe(200)
        done.readings += 1
      }),
      again(async () => {
        await pour(whole ? 250 : 60)
        done.bodies += 1
      }),
    ])
    const took: number[] = []
    const lines = whole ? 100 : 12
    for (let line = 0; line < lines; line += 1)
      await Promise.all(
        speakers.map(async (page, index) => {
          await new Promise((next) => setTimeout(next, 220 + index * 10))
          const from = performance.now()
          expect(await page.submit(lesson.roomId, { type: 'speakInCaucus', text: `Line ${line}` })).toMatchObject({
            ok: true,
          })
          took.push(performance.now() - from)
        }),
      )
    attacking = false
    await attacks
    const sorted = took.toSorted((a, b) => a - b)
    const p = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
    process.stdout.write(
      `heavy work: tried ${JSON.stringify({ ...done, lines: took.length, p50: p(0.5), p99: p(0.99) })}\n`,
    )
    for (const count of Object.values(done)) expect(count).toBeGreaterThan(0)
    // The short run shares its machine with other suites; how late the slowest may be belongs to the long one.
    if (whole) expect(p(0.99)).toBeLessThan(500)
    expect(server.said()).not.toMatch(/TypeError|RangeError|uncaught/i)
  },
)
