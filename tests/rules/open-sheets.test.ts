import { expect, test } from 'vitest'
import { OPEN_MS, openElsewhere } from '#simulation/reading/open-sheets'

test('J20 who grades is told of others’ sheets while their pages say so, and not of the student whom they grade second', () => {
  const sheets = [
    { participantId: 'mei', userId: 'ben', since: 3000, saidAt: 3000 },
    { participantId: 'mei', userId: 'ana', since: 1000, saidAt: 2000 },
    { participantId: 'omar', userId: 'ana', since: 1000, saidAt: 2000 },
    { participantId: 'lena', userId: 'ana', since: 1000, saidAt: 2000 },
  ]
  const told = (userId: string, now: number) =>
    openElsewhere(
      sheets,
      { userId, grades: (id) => id !== 'omar', isSecond: (id) => id === 'lena' && userId === 'ben' },
      now,
    ).map((sheet) => `${sheet.participantId} ${sheet.userId}`)
  expect(told('noor', 4000)).toEqual(['mei ana', 'lena ana', 'mei ben'])
  expect(told('ben', 4000)).toEqual(['mei ana'])
  expect(told('ana', 4000)).toEqual(['mei ben'])
  expect(told('noor', 2000 + OPEN_MS)).toHaveLength(3)
  expect(told('noor', 2001 + OPEN_MS)).toEqual(['mei ben'])
})
