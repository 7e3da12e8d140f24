// What the files of a record are called.
import { expect, test } from 'vitest'
import { exportName } from '../../../app/rooms/[roomId]/transcript/exports/export-name'

test('D22 a file is named by course, activity, table and day of the course, and for whom it is', () => {
  const from = Date.UTC(2026, 10, 29, 20)
  const course = { title: 'IR 347: Alliances in East Asia', timeZone: 'Asia/Tokyo' }
  const about = { course, activity: 'China gap', room: { name: 'Table 3', ordinal: 3 }, from }
  expect(exportName({ ...about, holds: ['class'] })).toBe('ir347-china-gap-table-3-2026-11-30-class')
  expect(exportName({ ...about, holds: ['side.us', 'excerpt'] })).toBe(
    'ir347-china-gap-table-3-2026-11-30-side-us-excerpt',
  )
  const cjk = { ...about, activity: '日中', room: { name: '第一', ordinal: 2 } }
  expect(exportName({ ...cjk, course: { ...course, title: 'The alliance' }, holds: [] })).toBe(
    'the-alliance-table-2-2026-11-30',
  )
})
