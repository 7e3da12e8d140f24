/** A homework debate some weeks later: whole weeks on the clocks of the course, whatever these do in between. */
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { addDays, resolveWallTime, scheduleAgenda } from '#server/store/activities/deadlines'
import { laterFault, nextFirstDay, weeksBetween, weeksLater } from '#server/store/homework/shift-dates'
import { homeworkAgendaOf } from '#simulation/planning/homework-planning'
import { chinaGap } from '../../support/stories/china-gap'

const agenda = homeworkAgendaOf(chinaGap(), 'homework-week')
const ZONES = ['UTC', 'America/New_York', 'Europe/Paris', 'Asia/Tokyo', 'Australia/Lord_Howe', 'Pacific/Apia']

const published = (start: string, zone: string) =>
  scheduleAgenda(agenda, start, zone).phases.map(({ opens, due, injects }) => ({
    ...{ opens: opens.wall, due: due.wall },
    injects: injects.map(({ key, wall }) => ({ key, wall })),
  }))
const weekday = (wall: string) => Temporal.PlainDateTime.from(wall).dayOfWeek

test('every date keeps its weekday and its time on the clock, and the parts their order, in every zone and season', () => {
  let crossed = 0
  fc.assert(
    fc.property(
      fc.constantFrom(...ZONES),
      fc.integer({ min: 0, max: 700 }),
      fc.integer({ min: 1, max: 60 }),
      (zone, day, weeks) => {
        const start = addDays('2026-01-01', day)
        const before = published(start, zone)
        const after = weeksLater(before, weeks, zone)
        for (const [index, { opens, due, injects }] of after.entries()) {
          const was = before[index]
          if (!was) throw new Error('There are as many parts as before.')
          for (const [now, then] of [
            [opens, was.opens],
            [due, was.due],
          ] as const) {
            const wanted = `${addDays(then.slice(0, 10), 7 * weeks)}${then.slice(10)}`
            const plain = (resolveWallTime(zone, then)?.at ?? 0) + weeks * 604_800_000
            if (now.at !== plain) crossed += 1
            if (now.turned !== 'skipped') expect([now.wall, weekday(now.wall)]).toEqual([wanted, weekday(then)])
            expect(now.at).toBe(resolveWallTime(zone, wanted)?.at)
          }
          for (const { at } of injects) expect(at >= opens.at && (at < due.at || at === opens.at)).toBe(true)
          expect(laterFault(after, index, 0)).toBeNull()
        }
      },
    ),
    { numRuns: 300 },
  )
  expect(crossed).toBeGreaterThan(100)
})

test('across a change of clocks the time of day stays and the instant moves: a Friday at eight is a Friday at eight', () => {
  const [phase] = weeksLater(
    [{ opens: '2026-10-30T00:00', due: '2026-10-30T20:00', injects: [] }],
    1,
    'America/New_York',
  )
  expect(phase?.due.wall).toBe('2026-11-06T20:00')
  expect(new Date(phase?.due.at ?? 0).toISOString()).toBe('2026-11-07T01:00:00.000Z')
  // Havana's clocks skip the hour after midnight: what opened then opens as long after the jump.
  const [skipped] = weeksLater(
    [{ opens: '2027-03-07T00:00', due: '2027-03-07T20:00', injects: [] }],
    1,
    'America/Havana',
  )
  expect(skipped?.opens).toMatchObject({ wall: '2027-03-14T01:00', turned: 'skipped' })
})

test('a first day is asked for on the same weekday and later, and the next such day is offered', () => {
  expect(weeksBetween('2026-11-02', '2026-11-16')).toBe(2)
  for (const day of ['2026-11-02', '2026-10-26', '2026-11-17']) expect(weeksBetween('2026-11-02', day)).toBeNull()
  const noon = Date.UTC(2026, 10, 16, 12)
  expect(nextFirstDay('2026-11-02', noon, 'UTC')).toBe('2026-11-23')
  // In a zone where that Monday has begun already, and for a debate that is still to come.
  expect(nextFirstDay('2026-11-02', Date.UTC(2026, 10, 15, 16), 'Asia/Tokyo')).toBe('2026-11-23')
  expect(nextFirstDay('2026-12-07', noon, 'UTC')).toBe('2026-12-14')
  const passed = weeksLater([{ opens: '2026-11-02T00:00', due: '2026-11-03T20:00', injects: [] }], 1, 'UTC')
  expect(laterFault(passed, 0, noon)).toBe('past')
})
