/** What lateness takes off a sum: by another way of counting, and read from a week (rule H24). */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { personId } from '#simulation/kernel/ids'
import { afterLate, handedIn, latePartsOf } from '#simulation/reading/marks/lateness'
import { studentWork } from '#simulation/reading/text/student-work'
import { passes, rowsOf } from '../../../app/activities/[activityId]/board/board-rows'
import { DAY, dueOf, givenWeek, HOUR, opensAt, phaseOf, post } from '../../screens/homework/given-week'
import { BEN, type Written } from '../../support/cast'
import { instantOf, type Room } from '../../support/given'

const REFLECTION = phaseOf('reflection')
const LISTED = { id: 'ben', name: 'Ben', roomId: 'room', listed: null, section: null, beside: [] }

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

test('H24 a reflection that is polished after its deadline is in time everywhere, and its earlier words stand beside it', () => {
  const ben = personId.parse('ben')
  const reflects = (prompt: number, text: string): Written => ({ type: 'writeReflection', prompt, text })
  const due = dueOf('reflection')
  const requires = [{ what: 'reflection' as const, count: 1, by: 'student' as const }]
  const readings = (room: Room, at: number) => {
    const now = instantOf(at)
    const [row] = rowsOf(room.state, { id: 'room', name: 'Room 1' }, [LISTED], now)
    const work = studentWork(room.state, ben, now)
    return {
      board: [row?.cells.find(({ phase }) => phase === REFLECTION)?.status, row && passes(row, 'late', REFLECTION)],
      grading: work.late,
      gradebook: handedIn(room.state, ben, now).late,
      cost: latePartsOf(room.state, ben, now).reduce((sum, { days }) => sum + days, 0),
      work: work.phases.find(({ phase }) => phase === REFLECTION),
    }
  }
  const room = givenWeek(opensAt('reflection'), { requires, lateHours: 200 }).does(BEN, reflects(0, 'In time.'))
  room.runs(due + 3 * HOUR).does(BEN, reflects(0, 'Polished.'), due + 3 * HOUR)
  const polished = readings(room, due + 4 * HOUR)
  expect(polished).toMatchObject({ board: ['done', false], grading: 0, gradebook: 0, cost: 0 })
  expect(polished.work?.progress).toMatchObject({ lateBy: null, addedAfter: 3 * HOUR * 1000 })
  expect(polished.work?.pieces).toMatchObject([
    { entry: { text: 'Polished.' }, rewritten: { at: instantOf(due + 3 * HOUR), before: ['In time.'] } },
  ])
  const late = givenWeek(due + HOUR, { requires, lateHours: 200 }).does(BEN, reflects(0, 'Late.'), due + HOUR)
  expect(readings(late, due + 2 * HOUR)).toMatchObject({ board: ['late', true], grading: 1, gradebook: 1, cost: 1 })
})
