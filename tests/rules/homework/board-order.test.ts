// In which orders the board shows its students (rule H23).
import { expect, test } from 'vitest'
import { inOrder, ORDERS, rowsOf } from '../../../app/activities/[activityId]/board/board-rows'
import { dueOf, givenWeek, HOUR } from '../../screens/homework/given-week'
import { instantOf } from '../../support/given'

test('H23 each order keeps every row once, and within it students stand as the class list has them', () => {
  const due = dueOf('openings') + HOUR
  const week = givenWeek(due)
  const rooms = [
    { id: 'b', name: 'Room 1' },
    { id: 'a', name: 'Room 2' },
  ]
  const person = (id: string, roomId: string, listed: number | null, section: string | null, family?: string) => ({
    ...{ id, name: id, roomId, listed, section, family: family ?? null, beside: [] },
  })
  const people = [
    person('fen', 'a', 0, 'T10'),
    person('amara', 'b', 3, 'T2', 'Zhou'),
    person('ben', 'b', 1, null),
    person('daiki', 'a', 2, 'T2'),
    person('ivo', 'b', null, 'T10'),
  ]
  const rows = rooms.flatMap((room) =>
    rowsOf(
      week.state,
      room,
      people.filter(({ roomId }) => roomId === room.id),
      instantOf(due),
    ),
  )
  const sides = week.state.plan.delegations.map(({ id }) => id)
  const ordered = (order: (typeof ORDERS)[number]) => inOrder(rows, order, ['b', 'a'], sides)
  const names = (order: (typeof ORDERS)[number]) => ordered(order).map(({ name }) => name)
  expect(names('list')).toEqual(['fen', 'ben', 'daiki', 'amara', 'ivo'])
  expect(names('family')).toEqual(['ben', 'daiki', 'fen', 'ivo', 'amara'])
  expect(names('section')).toEqual(['daiki', 'amara', 'fen', 'ivo', 'ben'])
  expect(names('room')).toEqual(['ben', 'amara', 'ivo', 'fen', 'daiki'])
  expect(names('delegation')).toEqual(['ben', 'amara', 'daiki', 'fen', 'ivo'])
  const owed = ordered('debts')
  const missing = owed.map(({ cells }) =>
    cells.reduce(
      (sum, { status, asked, done }) => sum + (status === 'missing' || status === 'open' ? asked - done : 0),
      0,
    ),
  )
  expect(missing).toEqual(missing.toSorted((a, b) => b - a))
  for (const order of ORDERS) expect(names(order).toSorted()).toEqual(rows.map(({ name }) => name).toSorted())
})
