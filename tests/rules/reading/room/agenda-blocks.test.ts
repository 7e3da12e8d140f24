// The agenda's blocks: the same on ribbon, desk and wizard.
import { expect, test } from 'vitest'
import { blocksOf, stretchesOf, whenOf, whenOfBlock } from '#simulation/reading/room/agenda-blocks'
import { CHAIR } from '../../../support/cast'
import { given, instantOf } from '../../../support/given'

test('a round is one block with all its phases; what stands before and after the rounds is a block for each phase', () => {
  const { plan } = given().state
  const blocks = blocksOf(plan)
  expect(
    blocks.map(({ where, round, phases }) => [where, round?.number ?? null, phases.map(({ phase }) => phase.kind)]),
  ).toEqual([
    ['start', null, ['briefing']],
    ['start', null, ['caucus']],
    ['round', 1, ['reveal', 'openings', 'floor', 'caucus']],
    ['round', 2, ['reveal', 'negotiation', 'caucus', 'ballot']],
    ['close', null, ['debrief']],
    ['close', null, ['reflection']],
  ])
  expect(blocks.flatMap(({ phases }) => phases.map(({ index }) => index))).toEqual(plan.phases.map((_, index) => index))
  expect(blocks.reduce((sum, { seconds }) => sum + seconds, 0)).toBe(
    plan.phases.reduce((sum, { seconds }) => sum + seconds, 0),
  )
})

test('of the round that is on, what is over is done, what runs is now, the rest is ahead, and between two phases the round is still now', () => {
  const room = given().enters('openings')
  const round = () => blocksOf(room.state.plan).filter((block) => block.round?.number === 1)
  const whens = () => round().flatMap(({ phases }) => phases.map(({ index }) => whenOf(room.state, index)))
  const block = () =>
    round()
      .map((one) => whenOfBlock(room.state, one))
      .join()
  expect(whens()).toEqual(['done', 'now', 'ahead', 'ahead'])
  expect(block()).toBe('now')
  room.does(CHAIR, { type: 'setAutopilot', agenda: false, floor: 'off' }).does(CHAIR, { type: 'endPhase', index: 3 })
  expect(whens()).toEqual(['done', 'done', 'ahead', 'ahead'])
  expect(block()).toBe('now')
})

test('on the ribbon the phases before the first round are one stretch, filled as far as its phases are over', () => {
  const { state } = given().enters('caucus')
  const [start, first] = stretchesOf(state, instantOf(240))
  expect(start).toMatchObject({
    round: null,
    kinds: ['briefing', 'caucus'],
    seconds: 780,
    when: 'now',
    fraction: (300 + 240) / 780,
  })
  expect(first).toMatchObject({ round: { number: 1 }, when: 'ahead', fraction: 0 })
})
