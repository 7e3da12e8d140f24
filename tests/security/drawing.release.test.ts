/** Files and pages of the largest record, asked for by many at once beside a class: the class goes on, and nobody is answered with a failure. */
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { database } from '#server/base/database'
import { settleSecret } from '#server/base/environment'
import { createSession } from '#server/store/people/sessions'
import { cookieOf, givenClass, SECRET } from '../server/live/given/given-classroom'
import { givenAccount, givenColleague } from '../server/store/given-store'
import { useFreshDatabase } from '../support/machines/database'
import { isLong } from '../support/machines/lane'
import { type RunningServer, startServer } from '../support/machines/server'
import { patience } from '../support/patience'
import { givenLesson, p } from './beside-a-lesson'
import { largestRecord } from './hostile/heavy-files'
import { ask } from './knocking'

const fresh = useFreshDatabase()
const READERS = isLong ? 25 : 3
/** Rows of each kind that make a record's page a long one. */
const LONG_ENOUGH = 150
/** Rows of each kind: the importer takes 4,000. */
const ROWS = isLong ? 3_900 : LONG_ENOUGH
const LONG = { timeout: patience(isLong ? 1_800_000 : 120_000) }
let server: RunningServer

beforeAll(async () => {
  settleSecret(SECRET)
  const probe = pathToFileURL(path.resolve(import.meta.dirname, '../support/loop-probe.mjs')).href
  server = await startServer({
    databaseUrl: fresh.url(),
    env: { NEXTAUTH_SECRET: SECRET, NODE_OPTIONS: `--import=${probe}` },
  })
})
afterAll(async () => server?.clear())

/** For how long the server held its event loop at most, in milliseconds, since `mark` characters of its output. */
function heldSince(mark: number): { cpu: number; wall: number } {
  const said = [
    ...server
      .said()
      .slice(mark)
      .matchAll(/^loop-probe \{"cpu":(\d+),"wall":(\d+)\}$/gm),
  ]
  const most = (place: number) => Math.max(0, ...said.map((line) => Number(line[place])))
  return { cpu: most(1), wall: most(2) }
}

/** A record of so many rows of each kind, brought into a course, and the cookies of those who teach it. */
async function givenReaders(rows = ROWS): Promise<{ roomId: string; cookies: string[] }> {
  const of = await givenClass()
  const { courseId } = await database().activity.findUniqueOrThrow({ where: { id: of.activityId } })
  const body: unknown = JSON.parse(largestRecord(undefined, rows).file)
  const brought = await ask(`${server.url}/courses/${courseId}/bring-record/file`, of.chairCookie, {
    method: 'POST',
    body,
  })
  const roomId = /"roomId":"([\w-]+)"/.exec(brought.body)?.[1] ?? ''
  expect({ roomId, said: brought.body.slice(-200) }).toMatchObject({ roomId: expect.stringMatching(/./) })
  const cookies = [of.chairCookie]
  while (cookies.length < READERS) {
    const colleague = await givenAccount(`Colleague ${cookies.length}`)
    await givenColleague(courseId, colleague, { part: 'instructor', rooms: [] })
    cookies.push(await cookieOf(await createSession(database(), colleague.id, 'test')))
  }
  return { roomId, cookies }
}

const ASKED = {
  page: '',
  replay: '/../replay',
  'replay rows': '/../replay/rows',
  'plain page': '?plain=1',
  'search of it': '?q=strait',
  entries: '/export?format=entries&for=reader',
  count: '/export?format=count&for=offices',
  paper: '/paper?for=reader',
  json: '/export?format=json',
  md: '/export?format=md&for=reader',
  csv: '/export?format=csv&for=reader',
  docx: '/export?format=docx&for=reader',
  debrief: '/../debrief',
} as const

test('the largest record, in every form, by many at once beside a class: the class goes on', LONG, async () => {
  const { speakUntil } = await givenLesson({ address: server.url })
  // The program of each page is loaded when it is first asked for, which is no work of a record's: by a long one, whose list is another.
  if (isLong) {
    const warm = await givenReaders(LONG_ENOUGH)
    for (const way of Object.values(ASKED))
      await ask(`${server.url}/rooms/${warm.roomId}/transcript${way}`, warm.cookies[0] ?? '')
    await new Promise((next) => setTimeout(next, 1_500))
  }
  const { roomId, cookies } = await givenReaders()
  const figures: Record<string, unknown> = {}
  const all: number[] = []
  let held = 0
  for (const [form, way] of Object.entries(ASKED)) {
    const mark = server.said().length
    const from = performance.now()
    const asking = Promise.all(cookies.map((cookie) => ask(`${server.url}/rooms/${roomId}/transcript${way}`, cookie)))
    const took = await speakUntil(asking, isLong ? 3 : 1)
    const answers = await asking
    const seconds = Math.round((performance.now() - from) / 100) / 10
    for (const { status, body } of answers)
      if (status !== 200)
        expect({ form, status, body }).toMatchObject({ status: 503, body: expect.stringMatching(/\.\n$/) })
    const most = heldSince(mark)
    held = Math.max(held, most.cpu)
    all.push(...took)
    const drawn = answers.filter(({ status }) => status === 200).length
    figures[form] = { drawn, seconds, held: most.cpu, heldByTheWall: most.wall, p99: p(took, 0.99) }
  }
  process.stdout.write(
    `drawing: tried ${JSON.stringify({ readers: READERS, rows: 3 * ROWS, figures, p99: p(all, 0.99) })}\n`,
  )
  expect(server.said()).not.toMatch(/"level":50|TypeError|RangeError|uncaught/i)
  // The short run shares its machine with other suites; how late the slowest may be, and for how long the loop is held, belongs to the long one.
  if (isLong) expect({ p99: p(all, 0.99) <= 500, held: held <= 50 }).toEqual({ p99: true, held: true })
})

test(
  'whoever leaves before their file is drawn leaves no work behind, and several of one person wait for one another',
  LONG,
  async () => {
    const { roomId, cookies } = await givenReaders()
    const [cookie = ''] = cookies
    const way = (filter: string) => `${server.url}/rooms/${roomId}/transcript/export?format=docx&${filter}`
    const leaving = new AbortController()
    const left = fetch(way('by=us'), { headers: { cookie }, signal: leaving.signal })
    setTimeout(() => leaving.abort(), 20)
    // The head of the answer may be there by then; the file is not.
    await expect(left.then((answer) => answer.arrayBuffer())).rejects.toThrow('abort')
    const many = await Promise.all(
      ['intent=point', 'intent=question', 'intent=build-on', 'intent=challenge', 'by=us', 'by=jp'].map((filter) =>
        ask(way(filter), cookie),
      ),
    )
    const refused = many.filter(({ status }) => status === 429)
    expect(refused.length).toBeLessThanOrEqual(3)
    for (const { body } of refused) expect(body).toMatch(/^Several files are still being made for you\./)
    expect(many.filter(({ status }) => status === 200).length).toBe(many.length - refused.length)
  },
)
