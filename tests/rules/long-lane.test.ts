import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { LONG_RULES, LONG_SERVER, LONG_STORIES } from '../support/long-lane'

const tests = path.resolve(import.meta.dirname, '..')
const listed = [...LONG_RULES, ...LONG_SERVER, ...LONG_STORIES.map((story) => `e2e/${story}`)]

describe('what `npm test` leaves to `npm run test:all`', () => {
  test('is there under its name, so that a renamed file does not slip into the short run', () => {
    for (const file of listed) expect(existsSync(path.join(tests, file)), file).toBe(true)
  })

  test('is listed once', () => {
    expect(new Set(listed).size).toBe(listed.length)
  })
})
