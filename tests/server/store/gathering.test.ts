import { expect, test } from 'vitest'
import { gathering } from '#server/store/gathering'

test('what is asked at the same time is one question, and what comes meanwhile is the next one', async () => {
  const questions: (readonly number[])[] = []
  const double = gathering(async (asked: readonly number[]) => {
    questions.push(asked)
    if (questions.length === 1) late.push(double(3))
    return asked.map((number) => number * 2)
  })
  const late: Promise<number>[] = []
  expect(await Promise.all([double(1), double(2)])).toEqual([2, 4])
  expect(await Promise.all(late)).toEqual([6])
  expect(questions).toEqual([[1, 2], [3]])
})

test('a question that fails fails for those who asked it, and the next one is asked all the same', async () => {
  let isAway = true
  const read = gathering(async (asked: readonly string[]) => {
    if (isAway) throw new Error('away')
    return asked
  })
  const refused = await Promise.allSettled([read('a'), read('b')])
  expect(refused.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  isAway = false
  expect(await read('c')).toBe('c')
})
