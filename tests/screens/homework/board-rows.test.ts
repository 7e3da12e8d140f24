// The board's rows under its filters.
import { expect, test } from 'vitest'
import { passes, rowsOf } from '../../../app/activities/[activityId]/board/board-rows'
import { DAIKI } from '../../support/cast'
import { instantOf } from '../../support/given'
import { dueOf, givenWeek, HOUR, phaseOf } from './given-week'

test('late work is found also where more of it is still missing', () => {
  const late = dueOf('openings') + HOUR
  const room = givenWeek(late)
  const lateOnes = () =>
    rowsOf(
      room.state,
      { id: 'room', name: 'Room 1' },
      ['amara', 'daiki'].map((id) => ({ id, name: id, roomId: 'room', listed: null, section: null })),
      instantOf(late),
    ).filter((row) => passes(row, 'late', phaseOf('openings')))
  expect(lateOnes()).toEqual([])
  room.does(
    DAIKI,
    {
      ...{ type: 'postStatement', phase: phaseOf('openings'), round: 'framing', text: 'Late.', intent: 'point' },
      ...{ answers: null, anchors: [] },
    },
    late,
  )
  const [row, ...others] = lateOnes()
  expect(others).toEqual([])
  expect(row?.person).toBe('daiki')
  expect(row?.cells.find(({ phase }) => phase === phaseOf('openings'))).toMatchObject({ status: 'missing' })
})
