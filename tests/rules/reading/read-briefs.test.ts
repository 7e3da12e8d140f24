// Before the chair moves somebody to another side it is said whose briefs they have read.
import { expect, test } from 'vitest'
import { personId, seatId } from '#simulation/kernel/ids'
import { briefsReadBy, crossingsOf } from '#simulation/reading/homework/read-briefs'
import { CHAIR } from '../../support/cast'
import { given, type Room } from '../../support/given'

const [amara, ben, daiki] = ['amara', 'ben', 'daiki'].map((name) => personId.parse(name))
const seat = (id: string) => seatId.parse(id)
const place = (room: Room, person: string, to: string | null) =>
  room.does(CHAIR, { type: 'placePerson', person: personId.parse(person), seat: to === null ? null : seat(to) })

if (!amara || !ben || !daiki) throw new Error('The cast has these three.')

test('before the briefs are opened nobody has read any, and a move asks nothing', () => {
  const { state } = given()
  expect(state.briefedAt).toBeNull()
  for (const person of [amara, ben, daiki]) {
    expect(briefsReadBy(state, person)).toEqual([])
    for (const to of Object.keys(state.seats)) expect(crossingsOf(state, person, seat(to))).toEqual([])
  }
})

test('afterwards a move to another side names who has read what, a swap both, and one within the side nobody', () => {
  const room = given().enters('briefing')
  const { state } = room
  expect(briefsReadBy(state, amara)).toEqual(['us'])
  const japan = Object.values(state.seats).find(({ holder, delegation }) => holder !== null && delegation === 'jp')
  const free = Object.values(state.seats).find(({ holder, delegation }) => holder === null && delegation === 'jp')
  if (!japan?.holder) throw new Error('Somebody sits for Japan.')
  expect(crossingsOf(state, amara, japan.id)).toEqual([
    { person: amara, read: ['us'], to: 'jp' },
    { person: japan.holder, read: ['jp'], to: 'us' },
  ])
  if (free) expect(crossingsOf(state, amara, free.id)).toEqual([{ person: amara, read: ['us'], to: 'jp' }])
  for (const own of Object.values(state.seats).filter(({ delegation }) => delegation === 'us' || delegation === null))
    expect(crossingsOf(state, amara, own.id).filter(({ person }) => person === amara)).toEqual([])
})

test('what was read goes along: through an observer’s seat, home again, and into a third side', () => {
  const room = place(place(given().enters('briefing'), 'amara', null), 'amara', 'jp.pm')
  expect(briefsReadBy(room.state, amara)).toEqual(['us', 'jp'])
  expect(crossingsOf(room.state, amara, seat('us.state'))).toMatchObject([{ person: amara, read: ['jp'], to: 'us' }])
  expect(crossingsOf(room.state, amara, seat('cn.foreign'))[0]).toMatchObject({ read: ['us', 'jp'], to: 'cn' })
})
