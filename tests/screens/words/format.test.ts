/** Days, times, zones and lists as pages print them, and that only app/_format prints them. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { dayInFigures, timeOfDay, timeOfWall, wallIn } from '../../../app/_format/clock-time'
import {
  dateAndTime,
  dayAndTime,
  dayOf,
  dayOfYear,
  shortDayAndTime,
  shortWeekdayAndTime,
  wallDay,
  wallWords,
} from '../../../app/_format/days'
import { andList, commaList } from '../../../app/_format/lists'
import { deviceZone, knownZones, zoneCity } from '../../../app/_format/zones'

const BRITISH = 'en-GB'
const at = Date.parse('2026-11-27T18:05:07Z')

test('days are named in the words of the reader’s language', () => {
  expect(dayOf(BRITISH, at, 'Asia/Tokyo')).toBe('28 November')
  expect(dayOfYear(BRITISH, at, 'UTC')).toBe('27 November 2026')
  expect(dayAndTime(BRITISH, at, 'UTC')).toBe('Friday 27 November, 18:05')
  expect(shortDayAndTime(BRITISH, at, 'UTC')).toBe('27 Nov 18:05')
  expect(shortWeekdayAndTime(BRITISH, at, 'UTC')).toBe('Fri 27 Nov, 18:05')
  expect(dateAndTime(BRITISH, at, 'UTC')).toBe('27 Nov 2026, 18:05')
  expect(dayOf('ja', at, 'UTC')).toBe('11月27日')
  expect(dayAndTime('ja', at, 'UTC')).toContain('金曜日')
})

test('times of day and stamps are figures in every language, and midnight is 00:00', () => {
  expect(timeOfDay(at, { timeZone: 'UTC' })).toBe('18:05:07')
  expect(timeOfDay(Date.UTC(2026, 0, 5), { seconds: false, timeZone: 'UTC' })).toBe('00:00')
  expect(dayInFigures(at, 'Asia/Tokyo')).toBe('2026-11-28')
  expect(wallIn(at, 'Asia/Kolkata')).toBe('2026-11-27T23:35')
})

test('a wall that a field has given is read as it stands, in no zone', () => {
  expect(timeOfWall('2026-11-30T20:00')).toBe('20:00')
  expect(wallDay(BRITISH, '2026-11-30T20:00')).toBe('Mon 30 Nov')
  expect(wallWords(BRITISH, '2026-11-30T20:00')).toBe('Mon 30 Nov, 20:00')
  expect(wallWords(BRITISH, 'tomorrow')).toBe('tomorrow')
})

test('a zone is called by its place, and UTC stands first among them', () => {
  expect(zoneCity('America/Argentina/Buenos_Aires')).toBe('Buenos Aires')
  expect(zoneCity('UTC')).toBe('UTC')
  expect(knownZones()[0]).toBe('UTC')
  expect(knownZones().filter((zone) => zone === 'UTC')).toHaveLength(1)
  expect(knownZones()).toContain('Asia/Tokyo')
  expect(deviceZone()).not.toBe('')
})

test('lists are set as the language sets them', () => {
  expect(commaList(BRITISH, ['Ana', 'Ben', 'Chen'])).toBe('Ana, Ben, Chen')
  expect(commaList(BRITISH, [])).toBe('')
  expect(andList(BRITISH, ['Ana', 'Ben', 'Chen'])).toBe('Ana, Ben and Chen')
  expect(andList(BRITISH, ['Ana'])).toBe('Ana')
  expect(andList('ja', ['甲', '乙', '丙'])).toBe('甲、乙、丙')
})

const app = path.resolve(import.meta.dirname, '../../../app')
/** Uses of the platform's formatting, and fixed locales where the reader's should be asked for. */
const OWN_WRITING = /\bIntl\s*\.|\.toLocale[A-Z]\w*|\btemporal-polyfill\b|['"](?:en-GB|en-US|sv-SE)['"]/g

/** Names the locales of the site. */
const LOCALES = '_messages/request.ts'

test('no other file in app writes a date or a list by itself', () => {
  const found = readdirSync(app, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('_format/') && file !== LOCALES)
    .flatMap((file) =>
      [...readFileSync(path.join(app, file), 'utf8').matchAll(OWN_WRITING)].map(([word]) => `${file}: ${word}`),
    )
  expect(found).toEqual([])
  expect('new Intl.DateTimeFormat().format(at)').toMatch(OWN_WRITING)
  expect('at.toLocaleDateString()').toMatch(OWN_WRITING)
})
