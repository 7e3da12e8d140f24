// Whose writing on a clause everybody is told of (rule Q23).
import { expect, test } from 'vitest'
import { actorId } from '#simulation/kernel/ids'
import { writerOn } from '#simulation/questions/writing'
import { givenWeek, opensAt } from '../screens/homework/given-week'
import { AMARA, BEN, CHAIR, HANA, IVO } from '../support/cast'
import { given, type Room } from '../support/given'

test('Q23 a delegate’s office, head or not, while the text is negotiated; nobody else’s, and of no clause that is not there', () => {
  const of = (room: Room, by: string, clause = 'gap') => writerOn(room.state, actorId.parse(by), clause)
  expect(of(given().enters('floor'), BEN)).toBeNull()
  const room = given().enters('negotiation')
  expect([AMARA, BEN, HANA, IVO, CHAIR].map((by) => of(room, by))).toEqual([
    'us.state',
    'us.treasury',
    null,
    null,
    null,
  ])
  expect(of(room, BEN, 'toString')).toBeNull()
  expect(of(room.enters('ballot'), BEN)).toBeNull()
})

test('Q23 in homework nobody is told who types', () => {
  const { state } = givenWeek(opensAt('negotiation'))
  const clause = state.clauses[0]?.key ?? ''
  expect(clause).not.toBe('')
  for (const by of [AMARA, BEN]) expect(writerOn(state, actorId.parse(by), clause)).toBeNull()
})
