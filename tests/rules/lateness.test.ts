/** What lateness takes off a sum: by another way of counting, and read from a week (rule H24). */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { personId } from '#simulation/kernel/ids'
import { afterLate, latePartsOf } from '#simulation/reading/lateness'
import { DAY, dueOf, givenWeek, HOUR, opensAt, phaseOf, post } from '../screens/homework/given-week'
import { BEN } from '../support/cast'
import { instantOf } from '../support/given'

const part = fc.record({ kind: fc.constant('floor' as const), days: fc.nat(20) })
const policy = fc.record({ percent: fc.integer({ min: 1, max: 100 }), floor: fc.nat(99), days: fc.nat(14) })

/** Day by day, in ten-thousandths of a part's share of a hundredth of a point: whole numbers alone. */
function byDays(
  sum: number,
  days: readonly number[],
  { percent, floor, days: given }: { percent: number; floor: number; days: number },
) {
  let tokens = given
  let left = 0n
  for (const late of days) {
    let share = 100
    for (let day = 0; day < late; day += 1) {
      if (tokens > 0) tokens -= 1
      else share = Math.max(floor, share - percent)
    }
    left += BigInt(share)
  }
  const [above, below] = [BigInt(Math.round(sum * 100)) * left, BigInt(days.length * 100)]
  const hundredths = (2n * above + below) / (2n * below)
  return { total: Number(hundredths) / 100, tokens }
}

test('H24 each part is an equal share, each begun day without a late day costs, and never more than the policy says', () => {
  let cost = 0
  fc.assert(
    fc.property(
      fc.nat(40),
      fc.boolean(),
      fc.array(part, { minLength: 1, maxLength: 7 }),
      policy,
      (points, half, parts, by) => {
        const sum = points + (half ? 0.5 : 0)
        const { total, off, daysLeft, late } = afterLate(sum, parts, by)
        const days = parts.map((one) => one.days)
        expect({ total, tokens: daysLeft }).toEqual(byDays(sum, days, by))
        expect(total! + off!).toBeCloseTo(sum, 9)
        expect(total!).toBeGreaterThanOrEqual(Math.floor(sum * by.floor) / 100 - 0.01)
        expect(late.map((one) => one.days)).toEqual(days.filter((one) => one > 0))
        if (off! > 0) cost += 1
        expect(afterLate(sum, parts, { ...by, days: by.days + 1 }).total!).toBeGreaterThanOrEqual(total!)
        expect(afterLate(null, parts, by)).toMatchObject({ total: null, off: null, daysLeft })
      },
    ),
    { numRuns: 500 },
  )
  expect(cost).toBeGreaterThan(200)
})

test('H24 a part is as late as when all of it was there; what is added later, or never comes, costs nothing', () => {
  const requires = [{ what: 'answer' as const, count: 1, by: 'student' as const }]
  const room = givenWeek(dueOf('floor') + HOUR, { requires, lateHours: 200 })
  const days = (at: number) => latePartsOf(room.state, personId.parse('ben'), instantOf(at)).map(({ days }) => days)
  const late = dueOf('floor') + DAY
  expect(days(late).every((each) => each === 0)).toBe(true)
  room.does(BEN, post(phaseOf('floor'), 'Late.'), dueOf('floor') + 2 * HOUR)
  expect(days(late).filter((each) => each > 0)).toEqual([1])
  room.runs(late + 2 * HOUR).does(BEN, post(phaseOf('floor'), 'And more.'), late + 2 * HOUR)
  expect(days(late + 3 * HOUR).filter((each) => each > 0)).toEqual([1])
  const inTime = givenWeek(opensAt('floor'), { requires, lateHours: 200 }).does(BEN, post(phaseOf('floor'), 'Soon.'))
  inTime.runs(late).does(BEN, post(phaseOf('floor'), 'And more.'), late)
  expect(latePartsOf(inTime.state, personId.parse('ben'), instantOf(late + 1)).every((one) => one.days === 0)).toBe(
    true,
  )
})
