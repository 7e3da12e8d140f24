// H20: in homework the acting head is asked once whether the delegation stands as it opened.
import { expect, test } from 'vitest'
import { personId } from '#simulation/kernel/ids'
import { positionsToKeep } from '#simulation/reading/log/filings'
import { progressOf } from '#simulation/reading/marks/completion'
import { replayRecord } from '#simulation/reading/record/replay-check'
import { positionFile, seatHeldBy } from '#simulation/state/room-state'
import { outcome } from '../../corpus/work'
import { dueOf, givenWeek, HOUR, type More, opensAt, phaseOf } from '../../screens/homework/given-week'
import { AMARA, BEN, type Written } from '../../support/cast'
import { instantOf, type Room } from '../../support/given'
import { US } from '../../support/stories/sides'

const proposals = opensAt('negotiation')
const kept = (room: Room, who = 'amara') => {
  const seat = seatHeldBy(room.state, personId.parse(who))
  return seat ? positionsToKeep(room.state, seat) : []
}
const keeps = (position: ReturnType<typeof kept>[number]): Written => ({
  type: 'filePosition',
  stage: 'closing',
  ...position,
})
const draft: Written = {
  ...{ type: 'draftPosition', round: 'framing', stage: 'closing', value: 2, text: 'Nearer to Tokyo now.' },
  ...{ redLine: '', anchors: [], guesses: {} },
}

test('H20 the acting head alone is asked, in the part that files closings alone, and no more once anything is filed', () => {
  expect(kept(givenWeek(opensAt('caucus') + HOUR))).toEqual([])
  const room = givenWeek(proposals)
  expect(kept(room).map(({ round }) => round)).toEqual(['framing', 'deterrence', 'cptpp'])
  expect(kept(room, 'ben')).toEqual([])
  const [first] = kept(room)
  if (!first) throw new Error('Nothing is asked.')
  expect(kept(room.does(AMARA, keeps(first)))).toEqual([])
})

test('H20 what is kept is filed as it opened, counts as done, and reads as the head’s at the end', () => {
  const asked: More = { requires: [{ what: 'position-draft', count: 3, by: 'delegation', most: 2 }] }
  const room = givenWeek(proposals, asked)
  room.when(AMARA, { ...draft, type: 'filePosition' }).isRefused('too-long')
  for (const position of kept(room)) room.does(AMARA, keeps(position))
  const progress = progressOf(room.state, personId.parse('amara'), instantOf(proposals + HOUR))
  expect(progress[phaseOf('negotiation')]).toMatchObject({ status: 'done', asked: 3, done: 3 })
  const { state, rows } = room.runs(dueOf('negotiation'))
  for (const { key } of state.plan.rounds) {
    const opened = positionFile(state, key, 'opening', US).filed?.position
    const { value, text, redLine } = opened ?? {}
    expect(positionFile(state, key, 'closing', US)).toMatchObject({
      ...{ how: 'filed', revealed: true },
      filed: { position: { value, text, redLine, guesses: {} } },
    })
  }
  expect(outcome(replayRecord(rows))).not.toHaveProperty('row')
})

test('H20 what a colleague has proposed is not filed over, and whoever is asked and answers nothing stands as they opened', () => {
  const room = givenWeek(proposals).does(BEN, draft)
  expect(kept(room).map(({ round }) => round)).toEqual(['deterrence', 'cptpp'])
  const ended = room.runs(dueOf('negotiation'))
  expect(ended.events('PositionsRevealed').slice(-3)).toMatchObject([
    { positions: { us: { how: 'draft' } } },
    { positions: { us: { how: 'held' } } },
    { positions: { us: { how: 'held' } } },
  ])
})
