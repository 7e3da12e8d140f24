/** Fails a test during which something was logged to the console; a test that expects output spies on it. */
import { format } from 'node:util'
import { afterEach, beforeEach, expect } from 'vitest'

const complaints: string[] = []

for (const level of ['error', 'warn'] as const) {
  console[level] = (...words: unknown[]) => {
    complaints.push(`console.${level}: ${format(...words)}`)
  }
}

beforeEach(() => {
  complaints.length = 0
})

afterEach(() => {
  expect(complaints, 'nothing complains on the console').toEqual([])
})
