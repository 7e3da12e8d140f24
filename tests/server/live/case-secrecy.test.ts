/** E4 E5 E6: a guess of another side, its case and the score reach whom the rules name, byte by byte, until the debrief opens them. */
import { expect, test } from 'vitest'
import type { ClientCommand } from '#simulation/shapes/room-command'
import { JP, US } from '../../support/sides'
import { givenClass, givenHouse, givenPage, givenSeated } from './given-classroom'
import { goTo, heardBy, says } from './given-hearing'
import type { Page } from './given-page'

const opened = givenHouse()
/** Two, so that a floor debate comes before the text. */
const rounds = ['framing', 'regional-order'].map((tension) => ({ tension, seconds: null }))

test('E4 E5 E6 a guess stays in its delegation, a case and its score between the two sides, and the debrief opens them', async () => {
  const house = opened.now()
  const of = await givenClass({ observers: ['The press'], cases: true, rounds })
  const chair = await givenPage(house, of.chairCookie, of.roomId)
  const stage = await givenPage(house, of.chairCookie, of.roomId, 'stage')
  const sits = (name: string, seat: string) => givenSeated(house, of, name, seat)
  const first = (side: string) => chair.state.plan.seats.find(({ delegation }) => delegation === side)?.id ?? ''
  const state = await sits('Mei', 'us.state')
  const tokyo = await sits('Yuki', first('jp'))
  const beijing = await sits('Jiayi', first('cn'))
  const press = await sits('Leilani', 'observer.1')
  const pages = { chair, stage, state, tokyo, beijing, press }
  await goTo(chair, of, 'cases')
  const heard = async (page: Page, command: ClientCommand) => {
    const found = await heardBy(await says(page, of.roomId, command), pages, of.roomId)
    return Object.keys(found).filter((name) => found[name] !== 'sealed')
  }

  const question = { type: 'makeStatement', intent: 'question', answers: null, to: JP } as const
  expect(await heard(state, { ...question, text: 'What would you never sign?', anchors: [] })).toEqual(
    Object.keys(pages),
  )
  expect(await heard(state, { type: 'guessAgain', of: JP, value: 1.5 })).toEqual(['chair', 'state'])
  expect(await heard(state, { type: 'stateCase', of: JP, text: 'the-case-canary' })).toEqual([
    'chair',
    'state',
    'tokyo',
  ])
  const scored = { type: 'scoreCase', from: US } as const
  expect(await heard(tokyo, { ...scored, score: 2, missing: 'the-missing-canary' })).toEqual([
    'chair',
    'state',
    'tokyo',
  ])
  for (const page of [stage, beijing, press]) {
    expect(page.bytes).not.toContain('case-canary')
    expect(page.bytes).not.toContain('missing-canary')
  }

  await goTo(chair, of, 'debrief')
  await beijing.join(of.roomId)
  expect(beijing.bytes).toContain('case-canary')
  expect(beijing.bytes).toContain('missing-canary')
  expect(stage.bytes).not.toContain('case-canary')
})
