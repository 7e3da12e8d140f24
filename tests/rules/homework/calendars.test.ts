/** The deadlines of whoever runs a debate: each once where the rooms agree (rule H25). */
import { expect, test } from 'vitest'
import { deadlinesAmong } from '#simulation/reading/homework/deadlines'
import { dueOf, givenWeek, HOUR, opensAt, phaseOf } from '../../screens/homework/given-week'
import { CHAIR } from '../../support/cast'
import { instantOf } from '../../support/given'

test('H25 a deadline that all rooms have stands once; one that a room has moved is each room’s own, and counts its changes', () => {
  const [one, two] = [givenWeek(opensAt('openings')), givenWeek(opensAt('openings'))]
  const openings = phaseOf('openings')
  const of = () =>
    deadlinesAmong([
      { name: 'Room 1', state: one.state },
      { name: 'Room 2', state: two.state },
    ])
  const before = of()
  expect(before.length).toBeGreaterThan(3)
  expect(before.every(({ room, version }) => room === null && version === 0)).toBe(true)
  expect(before.find(({ phase }) => phase === openings)?.at).toBe(instantOf(dueOf('openings')))
  const later = instantOf(dueOf('openings') + HOUR)
  two.does(CHAIR, { type: 'moveDeadline', phase: openings, dueAt: later })
  expect(of().filter(({ phase }) => phase === openings)).toMatchObject([
    { room: 'Room 1', at: instantOf(dueOf('openings')), version: 0 },
    { room: 'Room 2', at: later, version: 1 },
  ])
  one.does(CHAIR, { type: 'moveDeadline', phase: openings, dueAt: later })
  expect(of().filter(({ phase }) => phase === openings)).toMatchObject([{ room: null, at: later, version: 1 }])
  expect(deadlinesAmong([])).toEqual([])
})
