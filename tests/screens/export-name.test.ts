// What the files of a record are called.
import { expect, test } from 'vitest'
import { exportName } from '../../app/rooms/[roomId]/transcript/export-name'

test('a file is named by activity, table and day of the course, and by what it holds besides', () => {
  const from = Date.UTC(2026, 10, 25, 20)
  const about = { activity: 'The China Gap', room: { name: 'Table 1', ordinal: 1 }, from, timeZone: 'Asia/Tokyo' }
  expect(exportName({ ...about, holds: [] })).toBe('transcript-the-china-gap-table-1-2026-11-26')
  expect(exportName({ ...about, holds: ['private', 'excerpt'] })).toBe(
    'transcript-the-china-gap-table-1-2026-11-26-private-excerpt',
  )
  const cjk = { ...about, activity: '日中', room: { name: '第一', ordinal: 2 } }
  expect(exportName({ ...cjk, holds: [] })).toBe('transcript-table-2-2026-11-26')
})
