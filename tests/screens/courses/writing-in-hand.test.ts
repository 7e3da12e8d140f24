// What an author has in hand on a scenario's page, beside another author: undo takes back only what this author wrote, and words that crossed
// on their way are told.
import { expect, test, vi } from 'vitest'
import { joinWritings } from '#simulation/scenario/authoring/join-writings'
import { begunWith, type Writing } from '#simulation/scenario/authoring/writing'
import { type Line, WritingInHand } from '../../../app/courses/[courseId]/scenarios/[scenarioId]/writing-in-hand'

/** The store of one scenario, and the line of each page to it. */
function givenStore() {
  const stands = { version: 1, own: begunWith('The riverbank', 'en') }
  const save = async ({ version, base, own }: Parameters<Line['save']>[0]) => {
    const { writing, crossings } =
      version === stands.version ? { writing: own, crossings: [] } : joinWritings(base, own, stands.own)
    Object.assign(stands, { version: stands.version + 1, own: writing })
    return { ok: true as const, version: stands.version, own: writing, crossings }
  }
  const open = (line: Partial<Line> = {}) =>
    new WritingInHand({ ...stands }, { save, read: async () => ({ ...stands }), ...line })
  return { stands, save, open }
}

const write = (hand: WritingInHand, field: 'title' | 'question', words: string) =>
  hand.change(field, { ...hand.read().own, [field]: words })
const wordsIn = ({ title, question }: Writing) => ({ title, question })

test('undo leaves what another wrote since, in the same field too', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const { open } = givenStore()
  const mine = open()
  const leave = mine.subscribe(() => undefined)
  write(mine, 'title', 'Mine')
  await mine.flush()
  const theirs = open()
  write(theirs, 'title', 'Theirs')
  write(theirs, 'question', 'Whose bank is it?')
  await theirs.flush()
  await vi.advanceTimersByTimeAsync(15_000)
  expect(wordsIn(mine.read().own)).toEqual({ title: 'Theirs', question: 'Whose bank is it?' })
  mine.undo()
  expect(wordsIn(mine.read().own)).toEqual({ title: 'Theirs', question: 'Whose bank is it?' })
  leave()
  vi.useRealTimers()
})

test('words that came in while a field was typed in are named, and do not take its place', async () => {
  const { open, save } = givenStore()
  const other = open()
  let typed = (): void => undefined
  const mine = open({
    save: async (words) => {
      write(other, 'title', 'Theirs')
      await other.flush()
      const answer = await save(words)
      typed()
      return answer
    },
  })
  typed = () => write(mine, 'title', 'Mine')
  write(mine, 'question', 'Whose bank is it?')
  await mine.flush()
  expect(wordsIn(mine.read().own)).toEqual({ title: 'Mine', question: 'Whose bank is it?' })
  expect(mine.read().crossings).toEqual([{ place: 'title', theirs: 'Theirs' }])
})
