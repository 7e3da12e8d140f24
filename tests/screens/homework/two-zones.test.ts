// Deadlines in two time zones: across days, changes of clocks and a half-hour zone.
import { expect, test } from 'vitest'
import { shortWeekdayAndTime } from '#format/days'
import { lengthOf } from '#format/lengths'
import { zonedTime } from '#format/zoned-time'
import { zoneCity } from '#format/zones'

const at = (iso: string) => Date.parse(iso)

test('a reader in the course’s own zone is shown one time', () => {
  expect(zonedTime('en-GB', at('2026-11-27T20:00+09:00'), 'Asia/Tokyo', 'Asia/Tokyo')).toEqual({
    own: 'Friday 27 November, 20:00',
    course: null,
  })
  // A zone with the same clock time is not printed a second time.
  expect(zonedTime('en-GB', at('2026-11-27T20:00+09:00'), 'Asia/Seoul', 'Asia/Tokyo').course).toBeNull()
})

test('another zone is shown beside it, with its day only where the day differs', () => {
  expect(zonedTime('en-GB', at('2026-11-27T18:00Z'), 'Europe/Lisbon', 'Europe/Paris')).toEqual({
    own: 'Friday 27 November, 18:00',
    course: '19:00',
  })
  expect(zonedTime('en-GB', at('2026-11-27T20:00Z'), 'America/New_York', 'Asia/Tokyo')).toEqual({
    own: 'Friday 27 November, 15:00',
    course: 'Saturday 28 November, 05:00',
  })
  expect(zonedTime('en-GB', at('2026-11-27T18:00Z'), 'Asia/Kolkata', 'UTC').own).toBe('Friday 27 November, 23:30')
})

test('either side of a change of clocks is told apart', () => {
  expect(zonedTime('en-GB', at('2026-10-25T00:30Z'), 'Europe/Paris', 'Asia/Tokyo').own).toBe('Sunday 25 October, 02:30')
  expect(zonedTime('en-GB', at('2026-10-25T01:30Z'), 'Europe/Paris', 'Asia/Tokyo').own).toBe('Sunday 25 October, 02:30')
  expect(zonedTime('en-GB', at('2026-10-25T01:30Z'), 'Europe/Paris', 'Asia/Tokyo').course).toBe('10:30')
})

test('a zone is called by its place, and many deadlines are set short', () => {
  expect(zoneCity('America/Argentina/Buenos_Aires')).toBe('Buenos Aires')
  expect(zoneCity('UTC')).toBe('UTC')
  expect(shortWeekdayAndTime('en-GB', at('2026-11-27T18:00Z'), 'UTC')).toBe('Fri 27 Nov, 18:00')
})

test('what is left is said in the two units that matter', () => {
  const HOUR = 3_600_000
  expect(lengthOf(55 * HOUR)).toEqual({ unit: 'days', days: 2, hours: 7 })
  expect(lengthOf(7 * HOUR + 59_000)).toEqual({ unit: 'hours', hours: 7, minutes: 0 })
  expect(lengthOf(22 * 60_000)).toEqual({ unit: 'minutes', minutes: 22 })
  expect(lengthOf(59_999)).toEqual({ unit: 'seconds' })
  expect(lengthOf(-5)).toEqual({ unit: 'seconds' })
})
