// To whom a page offers to leave the words of a finished turn (rule T5).
import { expect, test } from 'vitest'
import { participantActor, personId } from '#simulation/kernel/ids'
import { turnsToWord, wordsGoTo } from '#simulation/reading/log/turns'
import { seatHeldBy } from '#simulation/state/room-state'
import { AMARA, CHAIR } from '../../../support/cast'
import { given } from '../../../support/given'

const amara = personId.parse('amara')

test('T5 the speaker is offered their colleagues of the side for which they spoke, and none of another', () => {
  const room = given().enters('floor').does(CHAIR, { type: 'grantFloor', seat: 'us.state' }, 10)
  room.does(AMARA, { type: 'yieldFloor', to: null }, 40)
  const offered = () => {
    const seat = seatHeldBy(room.state, amara)
    const [turn] = seat ? turnsToWord(room.state, seat, participantActor(amara)) : []
    return seat && turn ? wordsGoTo(room.state, seat, turn).map(({ id }) => id) : null
  }
  expect(offered()).toContain('us.treasury')
  room.does(CHAIR, { type: 'placePerson', person: 'amara', seat: 'jp.finance' }, 45)
  expect(offered()).toEqual([])
})
