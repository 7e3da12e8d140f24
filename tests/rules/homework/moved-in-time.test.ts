// D21: rows that are moved in time are those of the same seminar held on another day.
import { expect, test } from 'vitest'
import { rehearse } from '#simulation/bots/rehearsal'
import { actorId } from '#simulation/kernel/ids'
import { movedInTime } from '#simulation/reading/homework/moved-in-time'
import { smallSeminar } from '../../support/cast'
import { START } from '../../support/given'
import { chinaGap } from '../../support/stories/china-gap'
import { viewOf } from '../../support/stories/heard'

const DAYS = 41 * 86_400_000

const heldAt = (startsAt: number) => {
  const told = rehearse(smallSeminar({ understudies: true }), chinaGap(), startsAt, actorId.parse('chair:vera'))
  return viewOf(told.rows, { kind: 'stage' }, true)
}

test('D21 every instant is moved, and nothing else', () => {
  const rows = heldAt(START)
  expect(rows.length).toBeGreaterThan(100)
  expect(movedInTime(rows, -DAYS)).toEqual(heldAt(START - DAYS))
  expect(movedInTime(rows, 0)).toBe(rows)
})
