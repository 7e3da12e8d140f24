// How long words stand in a replay.
import { expect, test } from 'vitest'
import { readingMs } from '#simulation/reading/homework/reading-time'

test('D27 words stand at least 1.2 seconds, 45 ms for a letter and 120 ms for a character of a script without spaces', () => {
  expect(['No.', 'a'.repeat(100), '林佳怡'.repeat(10), `${'林'.repeat(20)} ab`].map(readingMs)).toEqual([
    1_200, 4_500, 3_600, 2_535,
  ])
})
