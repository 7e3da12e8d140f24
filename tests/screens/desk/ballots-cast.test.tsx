// What the desk shows of a ballot that runs.
import { expect, test } from 'vitest'
import { DeskText } from '../../../app/rooms/[roomId]/desk/faces/desk-text'
import type { DeskView } from '../../../app/rooms/[roomId]/desk/scoring/desk-view'
import { AMARA, votes } from '../../support/cast'
import { given } from '../../support/given'
import { words } from '../drawn-screens'

test('the desk says in the ballot whose ballots are cast, and never how', () => {
  const room = given().agrees('common-ground').enters('ballot').does(AMARA, votes('for'))
  const { state } = room
  const seen = { displayNames: {}, presence: { seats: [], people: [] }, writing: [], openDoor: null }
  const desk: DeskView = {
    ...{ roomId: 'room', state, ...seen, absent: { missing: [], of: 0, whom: 'class' as const }, listens: false },
    ...{ now: () => 0, ask: async () => true },
  }
  const said = words(<DeskText desk={desk} onHide={() => undefined} />)
  expect(said).toContain('1 of 3 ballots are cast')
  expect(said).toMatch(/Ballot cast:.*Open: not put to the vote\./)
  expect(said).not.toContain('open brackets')
})
