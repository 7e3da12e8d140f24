// A person's own view as it stands: it says that it can be moved while it can, and not afterwards.
import { expect, test } from 'vitest'
import { fold } from '#simulation/engine/room'
import { personId } from '#simulation/kernel/ids'
import { stanceNow } from '#simulation/questions/stances'
import { type RoomState, stanceKey } from '#simulation/state/room-state'
import { beforeJoining } from '../../app/_room/link/room-view'
import { StancePanel } from '../../app/_room/table/stance-panel'
import { chinaGap } from '../support/stories/china-gap'
import { playedOf, words } from './drawn-screens'

test('a marked view says that it can be moved in its own phase alone', () => {
  const person = personId.parse('amara')
  const { rows, moments, state: over } = playedOf(chinaGap())
  const round = over.plan.rounds[0]?.key ?? ''
  const said = (state: RoomState) => {
    const stances = { ...state.stances, [stanceKey(person, 'before', round)]: 1 as const }
    return words(
      <StancePanel at={{ state: { ...state, stances }, view: beforeJoining }} person={person} when="before" />,
    )
  }
  const briefing = moments
    .map((moment) => fold(rows.slice(0, moment + 1)))
    .find((state) => state !== null && stanceNow(state) === 'before')
  if (!briefing) throw new Error('No phase of the agenda asks for the own view before the talks.')
  expect(said(briefing)).toContain('You can move it while the phase lasts.')
  expect(said(over)).toContain('It can no longer be moved.')
  expect(said(over)).not.toContain('You can move it')
})
