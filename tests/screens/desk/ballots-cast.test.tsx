// What the desk shows of a ballot that runs.
import { expect, test } from 'vitest'
import { DeskText } from '../../../app/rooms/[roomId]/desk/desk-text'
import { AMARA } from '../../support/cast'
import { given } from '../../support/given'
import { words } from '../drawn-screens'

const votesFor = { type: 'castBallot', clause: 'common-ground', vote: 'for', reason: null } as const

test('the desk says in the ballot whose ballots are cast, and never how', () => {
  const room = given().enters('ballot').does(AMARA, votesFor)
  const desk = words(<DeskText state={room.state} />)
  expect(desk).toContain('1 of 6 ballots are cast')
  expect(desk).toMatch(/Ballot cast:.*No ballot is cast yet\./)
  expect(desk).not.toContain('open brackets')
})
