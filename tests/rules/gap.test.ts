// The distances between what delegations file (rules G1, G2 and G4), computed here by hand.
import { describe, expect, test } from 'vitest'
import { gapByRound, meanGap } from '#simulation/reading/log/gap'
import { AMARA, closing, DAIKI, FEN, files, opening, smallSeminar } from '../support/cast'
import { secondEdition } from '../support/first-edition'
import type { Room } from '../support/given'
import { given } from '../support/given'

describe('the gap', () => {
  const playing = (room: Room) =>
    room
      .enters('caucus')
      .does(AMARA, files(opening(-1)))
      .does(DAIKI, files(opening(2)))
      .does(AMARA, files({ ...opening(3), round: 'regional-order' }))
      .does(DAIKI, files({ ...opening(2.5), round: 'regional-order' }))
      .does(FEN, files({ ...opening(-3), round: 'regional-order' }))

  test('G1 a distance lies between revealed positions, unknown while one has not filed', () => {
    const room = playing(given(secondEdition(smallSeminar())))
    expect(gapByRound(room.state)).toEqual([])
    room.enters('reveal')
    expect(gapByRound(room.state)).toEqual([
      {
        round: 'framing',
        stage: 'opening',
        values: { us: -1, jp: 2 },
        distances: { 'us-jp': 3, 'us-cn': null, 'jp-cn': null },
      },
    ])
    room
      .enters('caucus', 2)
      .does(AMARA, files(closing(0)))
      .does(DAIKI, files(closing(1)))
    expect(gapByRound(room.state)[0]).toMatchObject({ stage: 'opening', distances: { 'us-jp': 3 } })
    room.enters('reveal', 2)
    expect(gapByRound(room.state)).toMatchObject([
      { round: 'framing', stage: 'closing', distances: { 'us-jp': 1, 'us-cn': null, 'jp-cn': null } },
      { round: 'regional-order', stage: 'opening', distances: { 'us-jp': 0.5, 'us-cn': 6, 'jp-cn': 5.5 } },
    ])
  })

  test('G4 a round is shown by its opening where some closings are missing and only the opening tells the gap', () => {
    const room = playing(given(secondEdition(smallSeminar())))
      .enters('caucus', 2)
      .does(AMARA, files(closing(0)))
      .enters('reveal', 2)
    expect(gapByRound(room.state)[0]).toMatchObject({ stage: 'opening', values: { us: -1, jp: 2 } })
  })

  test('G2 the gap of a pair is the mean of its known distances over the rounds played', () => {
    const room = playing(given(secondEdition(smallSeminar())))
    expect(meanGap(room.state)).toEqual({ 'us-jp': null, 'us-cn': null, 'jp-cn': null })
    room.enters('reveal', 2)
    expect(meanGap(room.state)).toEqual({ 'us-jp': 1.75, 'us-cn': 6, 'jp-cn': 5.5 })
  })
})
