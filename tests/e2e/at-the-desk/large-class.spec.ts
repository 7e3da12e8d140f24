/** The desk of thirty on a laptop: every hand with its intent is in sight, and only lists scroll; in the negotiation the text is. */
import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../../support/browser'
import { type Member, memberOf } from '../../support/crowd'
import { patience } from '../../support/patience'
import { expectAccessible, expectNarrow } from '../people'
import { givenTable, reach, start } from '../table'

test.use({ baseURL: process.env.BASE_URL, viewport: { width: 1280, height: 800 } })
test.setTimeout(patience(180_000))

const NAMES = 'Amara Ben Cleo Daiki Emi Fen Guo Hana Ivo Juno Kenji Lina Mei Noor Oskar'.split(' ')
const INTENTS = ['point', 'build-on', 'challenge', 'question'] as const

const fits = (desk: Page) =>
  desk.evaluate(
    () =>
      document.documentElement.scrollHeight <= window.innerHeight &&
      document.documentElement.scrollWidth <= window.innerWidth,
  )

test('thirty sit and raise their hands, then negotiate: every hand, seat and clause is at the desk, without a scroll of the page', async ({
  page: desk,
}) => {
  const { code } = await givenTable(desk, { students: '30', chairs: '10' })
  const { BASE_URL: url = '' } = process.env
  const crowd: Member[] = []
  try {
    for (const family of ['Osei', 'Castellano'])
      for (const name of NAMES) crowd.push(await memberOf(url, code, `${name} ${family}`))
    await start(desk)
    await reach(desk, 'Caucus', 'Reveal', 'Openings', 'Floor debate')
    for (const [place, member] of crowd.entries()) {
      const intent = place === 11 ? 'point-of-order' : (INTENTS[place % INTENTS.length] ?? 'point')
      await member.submit({ type: 'askForFloor', intent, answers: null })
    }
    await test.step('thirty hands: the order with each intent, in a list that scrolls, and any of them is called by one more press', async () => {
      const queue = desk.getByRole('region', { name: '30 hands' })
      const hands = queue.getByRole('listitem')
      await expect(hands).toHaveCount(30)
      await expect(hands.first()).toContainText(/Lina Osei.*point of order/i)
      // Heights are fractions of a pixel.
      const seen = async (hand: Locator) => expect(hand).toBeInViewport({ ratio: 0.95 })
      for (let place = 0; place < 20; place += 1) await seen(hands.nth(place))
      await expect(queue.getByRole('button', { name: /give the floor to/ })).toHaveCount(5)
      await queue.getByRole('button', { name: 'Give out of order' }).click()
      await expect(queue.getByRole('button', { name: /give the floor to/ })).toHaveCount(30)
      expect(await fits(desk)).toBe(true)
      await expectAccessible(desk)
      await hands.last().scrollIntoViewIfNeeded()
      await seen(hands.last())
      expect(await fits(desk)).toBe(true)
    })
    await expectNarrow(desk)

    await test.step('the negotiation: the text, whose words stand in it, and every hand', async () => {
      await reach(desk, 'Caucus', 'Who moved', 'Caucus', 'Reveal', 'Negotiation')
      for (const member of crowd) await member.submit({ type: 'askForFloor', intent: 'point', answers: null })
      await expect(desk.getByRole('region', { name: '30 hands' }).getByRole('listitem')).toHaveCount(30)
      const text = desk.getByRole('region', { name: 'The joint text' })
      await expect(text).toBeInViewport({ ratio: 1 })
      expect(await fits(desk)).toBe(true)
      await desk.emulateMedia({ colorScheme: 'dark' })
      await expectAccessible(desk)
      for (const [width, height] of [
        [1024, 768],
        [320, 640],
      ] as const) {
        await desk.setViewportSize({ width, height })
        await text.getByRole('heading', { level: 3 }).first().scrollIntoViewIfNeeded()
        await expect(text.getByRole('heading', { level: 3 }).first()).toBeInViewport()
        await expectNarrow(desk)
        await expectAccessible(desk)
      }
    })
  } finally {
    for (const member of crowd) member.leave()
  }
})
