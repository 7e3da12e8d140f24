/** Deadlines in time zones: the time that was typed, the instant it stands for, and the local time shown for that instant. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  addDays,
  isDay,
  nightsAt,
  type ResolvedTime,
  resolveWallTime,
  scheduleAgenda,
  wallOf,
} from '#server/store/activities/deadlines'
import { homeworkAgendaOf } from '#simulation/planning/homework-planning'
import { chinaGap } from '../../support/stories/china-gap'

const agenda = homeworkAgendaOf(chinaGap(), 'homework-week')

/** Zone, typed time, instant in UTC, whether the time is skipped or ambiguous there, and the local time shown where it differs. */
const CASES: [zone: string, typed: string, utc: string, turned: ResolvedTime['turned'], wall?: string][] = [
  ['UTC', '2026-11-27T20:00', '2026-11-27T20:00Z', 'exact'],
  ['Asia/Tokyo', '2026-11-27T20:00', '2026-11-27T11:00Z', 'exact'],
  ['Asia/Shanghai', '2026-11-27T20:00', '2026-11-27T12:00Z', 'exact'],
  ['Asia/Kolkata', '2026-11-27T20:00', '2026-11-27T14:30Z', 'exact'],
  ['Asia/Kathmandu', '2026-11-27T20:00', '2026-11-27T14:15Z', 'exact'],
  ['Asia/Tehran', '2026-11-27T20:00', '2026-11-27T16:30Z', 'exact'],
  ['Pacific/Kiritimati', '2026-11-27T00:00', '2026-11-26T10:00Z', 'exact'],
  ['Pacific/Pago_Pago', '2026-11-27T23:59', '2026-11-28T10:59Z', 'exact'],
  ['Pacific/Marquesas', '2026-11-27T20:00', '2026-11-28T05:30Z', 'exact'],
  ['America/St_Johns', '2026-11-27T20:00', '2026-11-27T23:30Z', 'exact'],
  ['America/New_York', '2026-03-07T20:00', '2026-03-08T01:00Z', 'exact'],
  ['America/New_York', '2026-03-08T01:59', '2026-03-08T06:59Z', 'exact'],
  ['America/New_York', '2026-03-08T02:00', '2026-03-08T07:00Z', 'skipped', '2026-03-08T03:00'],
  ['America/New_York', '2026-03-08T02:30', '2026-03-08T07:30Z', 'skipped', '2026-03-08T03:30'],
  ['America/New_York', '2026-03-08T02:59', '2026-03-08T07:59Z', 'skipped', '2026-03-08T03:59'],
  ['America/New_York', '2026-03-08T03:00', '2026-03-08T07:00Z', 'exact'],
  ['America/New_York', '2026-11-01T00:59', '2026-11-01T04:59Z', 'exact'],
  ['America/New_York', '2026-11-01T01:00', '2026-11-01T05:00Z', 'repeated'],
  ['America/New_York', '2026-11-01T01:30', '2026-11-01T05:30Z', 'repeated'],
  ['America/New_York', '2026-11-01T02:00', '2026-11-01T07:00Z', 'exact'],
  ['Europe/Paris', '2026-03-29T01:59', '2026-03-29T00:59Z', 'exact'],
  ['Europe/Paris', '2026-03-29T02:30', '2026-03-29T01:30Z', 'skipped', '2026-03-29T03:30'],
  ['Europe/Paris', '2026-03-29T20:00', '2026-03-29T18:00Z', 'exact'],
  ['Europe/Paris', '2026-10-25T02:30', '2026-10-25T00:30Z', 'repeated'],
  ['Europe/Paris', '2026-10-25T03:00', '2026-10-25T02:00Z', 'exact'],
  ['Europe/London', '2026-03-29T01:15', '2026-03-29T01:15Z', 'skipped', '2026-03-29T02:15'],
  ['Europe/London', '2026-10-25T01:15', '2026-10-25T00:15Z', 'repeated'],
  ['Europe/Dublin', '2026-10-25T01:15', '2026-10-25T00:15Z', 'repeated'],
  ['Australia/Lord_Howe', '2026-10-04T02:15', '2026-10-03T15:45Z', 'skipped', '2026-10-04T02:45'],
  ['Australia/Lord_Howe', '2026-04-05T01:45', '2026-04-04T14:45Z', 'repeated'],
  ['Australia/Sydney', '2026-10-04T02:30', '2026-10-03T16:30Z', 'skipped', '2026-10-04T03:30'],
  ['Pacific/Auckland', '2026-04-05T02:30', '2026-04-04T13:30Z', 'repeated'],
  ['Pacific/Chatham', '2026-09-27T02:50', '2026-09-26T14:05Z', 'skipped', '2026-09-27T03:50'],
  ['America/Havana', '2026-03-08T00:30', '2026-03-08T05:30Z', 'skipped', '2026-03-08T01:30'],
  ['America/Santiago', '2026-09-06T00:00', '2026-09-06T04:00Z', 'skipped', '2026-09-06T01:00'],
  ['Africa/Cairo', '2026-04-24T00:30', '2026-04-23T22:30Z', 'skipped', '2026-04-24T01:30'],
  ['Asia/Beirut', '2026-03-29T00:15', '2026-03-28T22:15Z', 'skipped', '2026-03-29T01:15'],
  ['Africa/Casablanca', '2026-02-15T02:30', '2026-02-15T01:30Z', 'repeated'],
  ['Pacific/Apia', '2011-12-30T12:00', '2011-12-30T22:00Z', 'skipped', '2011-12-31T12:00'],
  ['Asia/Tokyo', '2028-02-29T20:00', '2028-02-29T11:00Z', 'exact'],
]

/** Zones of the server: its own clock changes on other days, by an hour, by half an hour, or never. */
const SERVER_ZONES: [zone: string, offset: number][] = [
  ['UTC', 0],
  ['Asia/Tokyo', -540],
  ['America/New_York', 300],
  ['Australia/Lord_Howe', -660],
]

test('a moment is in the night of the zones in which it lies between midnight and six', () => {
  const zones = ['America/New_York', 'Asia/Tokyo', 'Europe/Lisbon', 'UTC'].map((zone) => ({ zone }))
  const nights = (utc: string) => nightsAt(Date.parse(utc), zones).map(({ time, zone }) => `${time} ${zone}`)
  expect(nights('2026-11-27T11:00Z')).toEqual([])
  expect(nights('2026-11-27T10:59Z')).toEqual(['05:59 America/New_York'])
  expect(nights('2026-11-27T15:00Z')).toEqual(['00:00 Asia/Tokyo'])
})

describe.each(SERVER_ZONES)('L11 a wall time in its zone, on a server in %s', (serverZone, offset) => {
  const own = process.env.TZ
  beforeAll(() => {
    process.env.TZ = serverZone
    expect(new Date('2026-01-15T12:00Z').getTimezoneOffset()).toBe(offset)
  })
  afterAll(() => {
    if (own === undefined) delete process.env.TZ
    else process.env.TZ = own
  })

  test.each(CASES)('%s %s is %s (%s)', (zone, typed, utc, turned, wall = typed) => {
    expect(resolveWallTime(zone, typed)).toEqual({ at: Date.parse(utc), turned, wall })
    expect(wallOf(Date.parse(utc), zone)).toBe(wall)
  })

  test('a whole week across a change of the clocks lands on the same instants', () => {
    const { phases } = scheduleAgenda(agenda, '2026-10-19', 'Europe/Paris')
    expect(phases.map(({ due }) => due.at)).toEqual(phases.map(({ due }) => Date.parse(instantIn(due.wall))))
  })
})

/** The instant of a local time in Paris in that week, whose last day begins in summer time and ends in winter time. */
const instantIn = (wall: string): string => `${wall}${wall < '2026-10-25T03:00' ? '+02:00' : '+01:00'}`

describe('a wall time', () => {
  test.each(['2026-02-30T20:00', '2026-13-01T20:00', '2026-11-27T24:30', '2026-11-27', 'tomorrow', ''])(
    '“%s” is no time of any day',
    (typed) => {
      expect(resolveWallTime('Asia/Tokyo', typed)).toBeNull()
    },
  )

  test('a day is a day of the calendar', () => {
    expect(['2028-02-29', '2026-02-29', '2026-02-3'].map(isDay)).toEqual([true, false, false])
    expect(addDays('2026-12-30', 6)).toBe('2027-01-05')
  })
})

describe('a week laid out from its first day', () => {
  const walls = (start: string, zone: string, typed = {}) =>
    scheduleAgenda(agenda, start, zone, typed).phases.map(({ opens, due }) => [opens.wall.slice(5), due.wall.slice(5)])

  test('each phase opens with its day or where the last one ended, and ends at the agenda’s hour', () => {
    expect(walls('2026-11-30', 'Asia/Tokyo')).toEqual([
      ['11-30T00:00', '11-30T20:00'],
      ['11-30T20:00', '12-01T20:00'],
      ['12-02T08:00', '12-02T08:00'],
      ['12-02T08:00', '12-02T20:00'],
      ['12-03T00:00', '12-04T20:00'],
      ['12-04T20:00', '12-05T12:00'],
      ['12-05T12:00', '12-05T20:00'],
      ['12-06T00:00', '12-06T12:00'],
      ['12-06T12:00', '12-06T20:00'],
    ])
  })

  test('across a change of the clocks the hour on the wall stays, and the day has another length', () => {
    const { phases } = scheduleAgenda(agenda, '2026-10-19', 'Europe/Paris')
    const last = phases.at(-1)
    expect(last?.due).toEqual({ at: Date.parse('2026-10-25T19:00Z'), wall: '2026-10-25T20:00', turned: 'exact' })
    expect((phases[7]?.opens.at ?? 0) - (phases[6]?.due.at ?? 0)).toBe(4 * 3_600_000)
  })

  test('what is typed for a phase stands, and the next one opens after it', () => {
    const laid = walls('2026-11-30', 'Asia/Tokyo', {
      1: '2026-12-02T23:00',
      2: '2026-12-03T08:00',
      3: '2026-12-03T22:00',
    })
    expect(laid.slice(1, 5)).toEqual([
      ['11-30T20:00', '12-02T23:00'],
      ['12-03T08:00', '12-03T08:00'],
      ['12-03T08:00', '12-03T22:00'],
      ['12-03T22:00', '12-04T20:00'],
    ])
  })

  test('news keeps its morning, or comes with the phase when that has moved away', () => {
    const news = (typed = {}) => scheduleAgenda(agenda, '2026-11-30', 'Asia/Tokyo', typed).phases[4]?.injects
    expect(news()?.map(({ wall }) => wall)).toEqual(['2026-12-03T08:00', '2026-12-04T08:00'])
    expect(news({ 4: '2026-12-03T20:00' })?.map(({ wall }) => wall)).toEqual(['2026-12-03T08:00', '2026-12-03T00:00'])
  })

  test('a deadline before the one it follows, and a time that is none, are named', () => {
    expect(scheduleAgenda(agenda, '2026-11-30', 'Asia/Tokyo', { 3: '2026-12-01T10:00' }).faults).toEqual([
      { phase: 3, fault: 'before-the-last' },
    ])
    expect(scheduleAgenda(agenda, '2026-11-30', 'Asia/Tokyo', { 0: '2026-11-31T20:00' }).faults).toEqual([
      { phase: 0, fault: 'no-such-time' },
    ])
    expect(scheduleAgenda(agenda, '2026-11-30', 'Asia/Tokyo').faults).toEqual([])
  })
})
