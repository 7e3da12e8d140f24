// The wizard's calendar: whatever is typed, a calendar without a fault has its phases in order, each with time for the work.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { judgeCalendar } from '#server/store/homework/calendar-faults'
import { homeworkAgenda } from '../../../app/courses/[courseId]/new-homework/setup'
import { chinaGap } from '../../support/china-gap'

const agenda = homeworkAgenda(chinaGap())
const NOW = Date.UTC(2027, 0, 1)
const two = (number: number) => String(number).padStart(2, '0')
const wall = fc
  .record({
    day: fc.integer({ min: 20, max: 31 }),
    hour: fc.integer({ min: 0, max: 23 }),
    minute: fc.constantFrom(0, 30),
  })
  .map(({ day, hour, minute }) => `2027-03-${two(day)}T${two(hour)}:${two(minute)}`)
const typed = fc.dictionary(
  fc.integer({ min: 0, max: agenda.phases.length - 1 }).map(String),
  fc.oneof(wall, fc.constantFrom('2027-02-30T10:00', 'soon', '')),
  { maxKeys: 4 },
)

test('H12 a week that has no fault keeps its order, also where the clocks jump', () => {
  const seen = { sound: 0, faulty: 0 }
  fc.assert(
    fc.property(typed, fc.constantFrom('Europe/Paris', 'Asia/Tokyo', 'America/New_York'), (fields, zone) => {
      const calendar = judgeCalendar(agenda, { start: '2027-03-22', typed: fields }, zone, NOW)
      if (calendar.phases.some((_, index) => calendar.faultOf(index) !== null)) {
        seen.faulty += 1
        return
      }
      seen.sound += 1
      let before = 0
      for (const { moment, opens, due } of calendar.phases) {
        expect(opens.at).toBeGreaterThanOrEqual(before)
        if (moment) expect(due.at).toBe(opens.at)
        else expect(due.at).toBeGreaterThan(opens.at)
        before = due.at
      }
    }),
    { numRuns: 150 },
  )
  expect(seen.sound).toBeGreaterThan(10)
  expect(seen.faulty).toBeGreaterThan(10)
})
