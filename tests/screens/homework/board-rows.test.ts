// The board's rows under its filters.
import { expect, test } from 'vitest'
import { personId } from '#simulation/kernel/ids'
import { seatHeldBy } from '#simulation/state/room-state'
import { passes, rowsOf } from '../../../app/activities/[activityId]/board/board-rows'
import { CHAIR, DAIKI } from '../../support/cast'
import { instantOf } from '../../support/given'
import { dueOf, givenWeek, HOUR, opensAt, phaseOf } from './given-week'

test('late work is found also where more of it is still missing', () => {
  const late = dueOf('openings') + HOUR
  const room = givenWeek(late)
  const lateOnes = () =>
    rowsOf(
      room.state,
      { id: 'room', name: 'Room 1' },
      ['amara', 'daiki'].map((id) => ({ id, name: id, roomId: 'room', listed: null, section: null, beside: [] })),
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

test('a row says for which head its student acts, and no other does', () => {
  const room = givenWeek(opensAt('caucus'))
  const seat = seatHeldBy(room.state, personId.parse('ben'))?.id ?? ''
  const acting = () =>
    rowsOf(
      room.state,
      { id: 'room', name: 'Room 1' },
      ['amara', 'ben', 'daiki'].map((id, listed) => ({
        id,
        name: id,
        roomId: 'room',
        listed,
        section: null,
        beside: [],
      })),
      instantOf(opensAt('caucus')),
    ).map((row) => [row.name, row.seat?.actsFor])
  expect(acting()).toEqual([
    ['amara', null],
    ['ben', null],
    ['daiki', null],
  ])
  room.does(CHAIR, { type: 'letAct', seat })
  expect(acting()[1]).toEqual(['ben', seatHeldBy(room.state, personId.parse('amara'))?.title])
})
