/** What the desk is about in each phase, when it says who is silent, and what it tells of a caucus without a word of it. */
import { expect, test } from 'vitest'
import { fold } from '#simulation/engine/room'
import { deskFace, hasCast, seatWork, sideFiling, sidesFiled, tellsSilence } from '#simulation/reading/room/desk-face'
import { phaseNow } from '#simulation/state/room-state'
import { rehearsedSeminar } from '../../../screens/record/rehearsed-seminar'
import { AMARA, BEN, CLEO, DAIKI, drafts, files, opening, type Written } from '../../../support/cast'
import { given } from '../../../support/given'
import { CN, JP, US } from '../../../support/stories/sides'

test('each phase of a seminar has one face, and all six are seen in one', () => {
  const { rows } = rehearsedSeminar()
  const seen = new Map<string, Set<string>>()
  for (const [place, { event }] of rows.entries()) {
    if (event.type !== 'PhaseStarted') continue
    const state = fold(rows.slice(0, place + 1))
    if (!state) throw new Error('The room was never opened.')
    const kind = phaseNow(state)?.kind ?? ''
    seen.set(kind, (seen.get(kind) ?? new Set()).add(deskFace(state)))
  }
  for (const [kind, faces] of seen) expect([...faces], kind).toHaveLength(1)
  const lobby = fold(rows.slice(0, 1))
  const faces = new Set([...seen.values()].flatMap((each) => [...each]))
  expect([...faces, lobby ? deskFace(lobby) : ''].toSorted()).toEqual([
    ...['caucus', 'debrief', 'floor', 'lobby', 'text', 'vote'],
  ])
})

test('nobody is called silent before the middle of the first floor debate, and from then on', () => {
  const room = given().enters('openings')
  expect(tellsSilence(room.state, room.state.clock?.endsAt ?? 0)).toBe(false)
  room.enters('floor')
  const { startsAt = 0, endsAt = 0 } = room.state.clock ?? {}
  expect(tellsSilence(room.state, (startsAt + endsAt) / 2 - 1)).toBe(false)
  expect(tellsSilence(room.state, (startsAt + endsAt) / 2)).toBe(true)
  room.enters('caucus', 2)
  expect(tellsSilence(room.state, room.state.clock?.startsAt ?? 0)).toBe(true)
})

test('in a caucus the desk tells who has written and which side has filed', () => {
  const room = given().enters('caucus')
  const seatOf = (name: string) => Object.values(room.state.seats).find(({ holder }) => holder === name)
  const work = (name: string) => {
    const seat = seatOf(name)
    return seat ? seatWork(room.state, seat) : null
  }
  const us = seatOf('amara')?.delegation
  if (!us) throw new Error('Amara sits nowhere.')
  expect([work('amara'), work('ben'), sideFiling(room.state, us)]).toEqual(['nothing', 'nothing', 'nothing'])
  room.does(BEN, { type: 'speakInCaucus', text: 'We could open at one.' })
  room.does(CLEO, drafts(opening(1)))
  expect([work('ben'), work('cleo'), sideFiling(room.state, us)]).toEqual(['wrote', 'wrote', 'drafting'])
  for (const round of phaseNow(room.state)?.files?.rounds ?? []) room.does(AMARA, files({ ...opening(1), round }))
  expect([work('amara'), sideFiling(room.state, us), sidesFiled(room.state)?.filed]).toEqual(['filed', 'filed', 1])
})

test('a side has cast its ballot once it has voted on each clause that is put to the vote, and none has while none is', () => {
  const room = given()
  const cast = () => [US, JP, CN].map((side) => hasCast(room.state, side))
  expect(cast()).toEqual([false, false, false])
  room.agrees('common-ground', 'gap').enters('ballot')
  const votesFor = (...clauses: string[]) =>
    ({ type: 'castBallot', clauses, vote: 'for', reason: null }) satisfies Written
  room.does(AMARA, votesFor('gap'))
  expect(cast()).toEqual([false, false, false])
  room.does(AMARA, votesFor('common-ground')).does(DAIKI, votesFor('common-ground', 'gap'))
  expect(cast()).toEqual([true, true, false])
})
