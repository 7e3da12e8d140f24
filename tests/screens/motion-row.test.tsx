/** The line of motions: whoever has answered sees which of the two they pressed. */
import { expect, test } from 'vitest'
import { personId } from '#simulation/kernel/ids'
import { openMotion } from '#simulation/questions/motions'
import { seatHeldBy } from '#simulation/state/room-state'
import { beforeJoining } from '../../app/_room/link/room-view'
import type { SeatView } from '../../app/_room/link/seat-view'
import { MotionRow } from '../../app/rooms/[roomId]/floor/motion-row'
import { AMARA, DAIKI } from '../support/cast'
import { given, type Room } from '../support/given'
import { markup } from './drawn-screens'

/** Yes and no on a head's page, the pressed one marked by a star. */
function answers({ state }: Room, name: string): string[] {
  const person = personId.parse(name)
  const seat = seatHeldBy(state, person)
  if (!seat) throw new Error('Nobody sits there.')
  const at: SeatView = {
    ...{ roomId: 'room', state, essay: [], courseZone: 'UTC', person, seat, delegation: seat.delegation },
    view: { ...beforeJoining, state, connection: { kind: 'live' } },
    about: { plan: state.plan, displayNames: {}, own: person },
    acts: seat.head,
  }
  return [...markup(<MotionRow at={at} />).matchAll(/<button([^>]*)>(Yes|No)</g)].map(
    ([, props = '', word = '']) => `${props.includes('aria-pressed="true"') ? '* ' : ''}${word}`,
  )
}

test('what was answered is pressed', () => {
  const room = given()
    .enters('floor')
    .does(AMARA, { type: 'moveMotion', moved: { kind: 'extend', minutes: 7 }, words: null })
  expect(answers(room, 'amara')).toEqual([])
  expect(answers(room, 'daiki')).toEqual(['Yes', 'No'])
  room.does(DAIKI, { type: 'answerMotion', motion: openMotion(room.state)?.no ?? 0, yes: true })
  expect(answers(room, 'daiki')).toEqual(['* Yes', 'No'])
})
