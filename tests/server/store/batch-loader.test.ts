import fc from 'fast-check'
import { expect, test } from 'vitest'
import { batchLoader } from '#server/store/batch-loader'

const turn = () => new Promise((next) => setImmediate(next))

test('what is asked at the same time is one question, and what comes meanwhile is the next one', async () => {
  const questions: (readonly number[])[] = []
  const double = batchLoader(async (asked: readonly number[]) => {
    questions.push(asked)
    if (questions.length === 1) late.push(double(3))
    return asked.map((number) => number * 2)
  })
  const late: Promise<number>[] = []
  expect(await Promise.all([double(1), double(2)])).toEqual([2, 4])
  expect(await Promise.all(late)).toEqual([6])
  expect(questions).toEqual([[1, 2], [3]])
})

test('a crowd that comes in while one question is answered is the next question, all of it', async () => {
  const questions: number[] = []
  const read = batchLoader(async (asked: readonly number[]) => {
    questions.push(asked.length)
    for (let wait = 0; wait < 30; wait += 1) await turn()
    return asked
  })
  const answers: Promise<number>[] = []
  for (let number = 0; number < 20; number += 1) {
    answers.push(read(number))
    await turn()
  }
  expect(await Promise.all(answers)).toEqual(Array.from({ length: 20 }, (_, number) => number))
  expect(questions).toHaveLength(2)
})

test('whatever is gathered together, only what cannot be answered fails, and everybody else has their own answer', async () => {
  let mixed = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ number: fc.nat(99), isBad: fc.boolean() }), { maxLength: 40 }),
      async (all) => {
        const read = batchLoader(async (asked: readonly { number: number; isBad: boolean }[]) => {
          await turn()
          if (asked.some(({ isBad }) => isBad)) throw new Error('one of these cannot be asked')
          return asked.map(({ number }) => number)
        })
        const answers = await Promise.allSettled(all.map((one) => read(one)))
        expect(answers).toEqual(
          all.map(({ number, isBad }) =>
            isBad ? expect.objectContaining({ status: 'rejected' }) : { status: 'fulfilled', value: number },
          ),
        )
        if (new Set(all.map(({ isBad }) => isBad)).size === 2) mixed += 1
      },
    ),
  )
  expect(mixed).toBeGreaterThan(50)
})

test('a question that fails fails for those who asked it, and the next one is asked all the same', async () => {
  let isAway = true
  const read = batchLoader(async (asked: readonly string[]) => {
    if (isAway) throw new Error('away')
    return asked
  })
  const refused = await Promise.allSettled([read('a'), read('b')])
  expect(refused.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  isAway = false
  expect(await read('c')).toBe('c')
})
