/** Records are drawn in threads: one at a time a person, the same for all who ask for it, and a failure or a departure stops nobody else. */
import { expect, test } from 'vitest'
import { type DrawingTask, drawInThread } from '#server/jobs/drawing-queue'
import type { DrawingOrder, ToDrawing } from '#simulation/reading/positions/drawing'
import { rehearsedSeminar } from '../screens/record/rehearsed-seminar'
import { heardByChair } from '../support/stories/heard'

const told = heardByChair(rehearsedSeminar().rows)
const order: DrawingOrder = {
  ...{ format: 'md', forWhom: { kind: 'own' }, numbersKey: 'key', asked: {}, locale: 'en-GB' },
  threads: [],
  room: { id: 'room', name: 'Table 1', ordinal: 1 },
  activity: { title: 'The China gap', kind: 'seminar', scenarioKey: 'china-gap', agendaKey: 'seminar-90' },
  course: { title: 'IR 347', timeZone: 'Asia/Tokyo' },
  ...{ viewer: { kind: 'chair' }, displayNames: {}, names: [] },
  picked: { found: null, evidence: new Set(), marks: null, empty: false, common: [], behind: 0 },
}
let asked = 0
function task(person: string, more: Partial<DrawingTask> = {}): DrawingTask {
  asked += 1
  const messages: readonly ToDrawing[] = [{ rows: told }, { order }]
  return { key: `${person} ${asked}`, person, task: messages, ...more }
}
const answerTo = async (given: DrawingTask) => {
  const drawing = await drawInThread(given)
  return drawing.ok ? new TextDecoder().decode(drawing.drawn.bytes.slice(0, 200)) : drawing.why
}

test('a file comes back from the thread, and the same file comes once to all who ask for it', async () => {
  const same = task('mei')
  const drawings = await Promise.all([drawInThread(same), drawInThread(same)])
  const [first, second] = drawings.map((drawing) => (drawing.ok ? drawing.drawn : null))
  expect(new TextDecoder().decode(first?.bytes)).toMatch(/^\*For staff: .*\n\n# The China gap\n/)
  expect(first?.name).toBe('ir347-the-china-gap-table-1-2026-01-12-staff')
  expect(second).toBe(first)
  const again = await drawInThread(same)
  expect(again.ok && again.drawn).toBe(first)
  const nothingKept = { ...task('mei'), key: null }
  expect(await answerTo(nothingKept)).toBe(await answerTo(nothingKept))
})

test('one person is drawn one file at a time and has three waiting at most; others are not kept by that', async () => {
  const done: string[] = []
  const ask = async (person: string) => {
    const answer = await answerTo(task(person))
    done.push(/^\*For staff/.test(answer) ? person : answer)
  }
  await Promise.all(['amara', 'amara', 'amara', 'amara', 'amara', 'lin'].map(ask))
  expect(done.filter((answer) => answer === 'yours-first').length).toBe(2)
  expect(done.filter((answer) => answer === 'amara').length).toBe(3)
  expect(done).toContain('lin')
})

test('what fails in the thread is told to who asked for it, and whoever comes next is served', async () => {
  const nobodyOpened: readonly ToDrawing[] = [{ rows: [] }, { order }]
  await expect(drawInThread(task('yuki', { task: nobodyOpened }))).rejects.toThrow(/nobody opened/)
  expect(await answerTo(task('yuki'))).toMatch(/^\*For staff/)
})

test('whoever leaves frees their place at once, waiting or drawn', async () => {
  const leaving = Array.from({ length: 4 }, () => new AbortController())
  const left = leaving.slice(0, 3).map(({ signal }) => answerTo(task('ingrid', { gone: signal })))
  for (const controller of leaving) controller.abort()
  const gone = answerTo(task('ingrid', { gone: AbortSignal.abort() }))
  expect(await Promise.all([...left, gone])).not.toContainEqual(expect.stringMatching(/^\*For staff/))
  const drawn = new AbortController()
  const begun = answerTo(task('ingrid', { gone: drawn.signal }))
  await new Promise((next) => setTimeout(next, 20))
  drawn.abort()
  expect(await begun).not.toMatch(/^\*For staff/)
  expect(await Promise.all([1, 2, 3].map(() => answerTo(task('ingrid'))))).toEqual(
    Array.from({ length: 3 }, () => expect.stringMatching(/^\*For staff/)),
  )
})
