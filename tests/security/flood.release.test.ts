/**
 * Floods beside a lesson, and the heaviest things that may be asked: from one student's device in another room, of pages for strangers, and by
 * an instructor elsewhere. The lesson goes on.
 */
import { request } from 'node:http'
import { expect, test } from 'vitest'
import { database } from '#server/base/database'
import { RECORD } from '#simulation/kernel/limits'
import { LARGEST_CANVAS_FILE } from '#simulation/reading/marks/canvas-gradebook'
import { givenClass, givenStudent } from '../server/live/given/given-classroom'
import { Page } from '../server/live/given/given-page'
import { useBuiltServer } from '../support/machines/built-server'
import { isLong } from '../support/machines/lane'
import { patience } from '../support/patience'
import { givenLesson, p } from './beside-a-lesson'
import { endlessPlan, manyMoves, manyRemoved, wideGradebook } from './hostile/heavy-files'
import { act, ask } from './knocking'
import { builtActions } from './matrix/endpoints'

const server = useBuiltServer()
const whole = isLong
const LONG = { timeout: patience(whole ? 300_000 : 120_000) }
const LINES = whole ? 100 : 4

/** Goes on asking until the lines are said. The short run shares its machine with other suites; how late the slowest may be belongs to the long one. */
async function beside(ask: (isGoing: () => boolean) => readonly Promise<void>[]) {
  const lesson = await givenLesson(server)
  const alone = whole ? await lesson.speak(LINES) : []
  let isGoing = true
  const attacks = Promise.all(ask(() => isGoing))
  const took = await lesson.speak(LINES)
  isGoing = false
  await attacks
  lesson.expectWhole()
  if (whole) expect(p(took, 0.99)).toBeLessThan(500)
  return { lines: took.length, alone: p(alone, 0.5), p50: p(took, 0.5), p99: p(took, 0.99) }
}

test('a flood beside a lesson is cut off, and the lesson goes on', LONG, async () => {
  const flooder = await givenStudent(await givenClass(), 'Flooder')
  const mark = server.said().length
  let cut = 0
  let thrown = 0
  const floods = async (isGoing: () => boolean) => {
    while (isGoing()) {
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
  }
  const figures = await beside((isGoing) => Array.from({ length: whole ? 4 : 2 }, () => floods(isGoing)))
  process.stdout.write(`flood: tried ${JSON.stringify({ thrown, cut, ...figures })}\n`)
  expect(cut).toBeGreaterThan(0)
  expect(thrown).toBeGreaterThan(figures.lines * 20)
  expect((await ask(`${server.url}/sign-in`, '')).status).toBe(200)
  expect(server.said().slice(mark)).not.toMatch(/nobody listened|TypeError|RangeError|uncaught/i)
})

test('eight connections that ask for wrong codes without end cost a lesson little', LONG, async () => {
  let asked = 0
  const statuses = new Set<number>()
  const guesses = async (line: number, isGoing: () => boolean) => {
    while (isGoing()) {
      asked += 1
      // Codes have no 0 and no 1.
      const three = (asked % 512).toString(8).padStart(3, '0')
      const code = `Q${line + 2}Q-${three.replace(/\d/g, (digit) => String(Number(digit) + 2))}`
      statuses.add((await ask(`${server.url}/join/${code}`, '')).status)
    }
  }
  const figures = await beside((isGoing) => Array.from({ length: 8 }, (_, line) => guesses(line, isGoing)))
  process.stdout.write(`wrong codes: tried ${JSON.stringify({ asked, ...figures })}\n`)
  expect(asked).toBeGreaterThan(LINES)
  for (const status of statuses) expect(status).toBeLessThan(500)
})

/** So many megabytes that nobody has asked for, from somebody without an account. */
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
  'a long roster, a record of a huge plan, a gradebook of a million columns and bodies without end beside a lesson, and it goes on',
  LONG,
  async () => {
    const attacker = await givenClass()
    const mark = server.said().length
    const { courseId } = await database().activity.findUniqueOrThrow({ where: { id: attacker.activityId } })
    const roster = builtActions().get('courses/[courseId]/roster/actions.ts#judgeRoster')
    const done = { rosters: 0, records: 0, readings: 0, gradebooks: 0, bodies: 0 }
    const endless = endlessPlan()
    const wide = wideGradebook(LARGEST_CANVAS_FILE)
    const bring = (body: unknown) =>
      ask(`${server.url}/courses/${courseId}/bring-record/file`, attacker.chairCookie, { method: 'POST', body })
    const taken = await bring(JSON.parse(manyMoves(whole ? 1_900 : 400)))
    const kept = /"roomId":"([\w-]+)"/.exec(taken.body)?.[1]
    expect({ said: taken.body.slice(-300), kept }).toMatchObject({ kept: expect.any(String) })
    expect((await bring(JSON.parse(manyRemoved(RECORD.rows + 100)))).body).toMatch(/"fault":"too-many-rows"/)
    const attacks: readonly (() => Promise<void>)[] = [
      async () => {
        const text = `x\ta@${'.'.repeat(150_000)}@`
        const answer = await act(`${server.url}/courses/${courseId}/roster`, attacker.chairCookie, roster?.id ?? '', {
          fields: { courseId, text, step: 'look' },
          state: { attempt: 0 },
        })
        expect(answer.status).toBe(200)
        done.rosters += 1
      },
      async () => {
        const { status, body } = await bring(endless)
        expect(status).toBe(200)
        expect(body).toMatch(/"fault":"wrong-shape"/)
        done.records += 1
      },
      // One of the largest that are taken, read by whoever brought it.
      async () => {
        const way = `${server.url}/rooms/${kept}/transcript/export?format=json`
        expect((await ask(way, attacker.chairCookie)).status).toBe(200)
        done.readings += 1
      },
      async () => {
        const gradebook = `${server.url}/activities/${attacker.activityId}/gradebook/fill`
        const { status, body } = await ask(gradebook, attacker.chairCookie, { method: 'POST', body: wide })
        expect({ status, body }).toEqual({ status: 200, body: '{"ok":false,"fault":"too-large"}' })
        done.gradebooks += 1
      },
      async () => {
        await pour(whole ? 250 : 30)
        done.bodies += 1
      },
    ]
    const figures = await beside((isGoing) =>
      attacks.map(async (attack) => {
        do await attack()
        while (isGoing())
      }),
    )
    process.stdout.write(`heavy work: tried ${JSON.stringify({ ...done, ...figures })}\n`)
    for (const count of Object.values(done)) expect(count).toBeGreaterThan(0)
    expect(server.said().slice(mark)).not.toMatch(/TypeError|RangeError|uncaught/i)
  },
)
