// How long a page may be held for the sake of a position that is being typed.
import { expect, test } from 'vitest'
import { isFilingOver, isRoundOver } from '#simulation/reading/log/filings'
import { phaseNow } from '#simulation/state/room-state'
import { given } from '../../../support/given'

test('O8 what was typed for a caucus is read beside reveal and openings, and holds nobody once the floor is open', () => {
  const room = given().enters('caucus')
  const files = phaseNow(room.state)?.files
  if (!files) throw new Error('This caucus files nothing.')
  expect(isFilingOver(room.state, files)).toBe(false)
  expect(isFilingOver(room.enters('reveal').state, files)).toBe(false)
  expect(isFilingOver(room.enters('openings').state, files)).toBe(false)
  expect(isFilingOver(room.enters('floor').state, files)).toBe(true)
  expect(isFilingOver(room.enters('debrief').state, files)).toBe(true)
})

test('O8 what is still to be filed is not over', () => {
  const room = given().enters('floor')
  const [round] = room.state.plan.rounds
  expect(isRoundOver(room.state, round?.key ?? '', 'closing')).toBe(false)
  expect(isRoundOver(room.state, round?.key ?? '', 'opening')).toBe(true)
})
