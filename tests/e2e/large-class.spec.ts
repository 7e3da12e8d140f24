/** The desk of thirty on a laptop: every hand with its intent is in sight, and only lists scroll; in the negotiation the text is. */
import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../support/browser'
import { type Member, memberOf } from '../support/crowd'
import { patience } from '../support/patience'
import { expectAccessible, expectNarrow } from './people'
import { givenTable, reach, start } from './table'

test.use({ baseURL: process.env.BASE_URL, viewport: { width: 1280, height: 800 } })
test.setTimeout(patience(180_000))

const NAMES = 'Amara Ben Cleo Daiki Emi Fen Guo Hana Ivo Juno Kenji Lina Mei Noor Oskar'.split(' ')
const INTENTS = ['point', 'build-on', 'challenge', 'question'] as const
const SIDES = ['United States', 'Japan', 'China']

/** The delegations stand beside one another, and each of their thirty seats is in sight, with this in its row. */
async function expectAllSeats(desk: Page, row: RegExp | null): Promise<void> {
  const sides = SIDES.map((name) => desk.getByRole('region', { name, exact: true }))
  const tops = await Promise.all(sides.map(async (side) => (await side.boundingBox())?.y))
  expect(new Set(tops).size).toBe(1)
  for (const side of sides) {
    const seats = side.getByRole('listitem').filter({ hasText: /Osei|Castellano/ })
    await expect(seats).toHaveCount(10)
    for (const seat of await seats.all()) {
      await expect(seat.getByRole('button').first()).toBeInViewport({ ratio: 1 })
      if (row) await expect(seat).toContainText(row)
    }
  }
}

/** Whoever comes to a seat by the keyboard reads its name and its office whole, though a row of ten is cut. */
async function expectWholeByKeys(desk: Page): Promise<void> {
  await desk.keyboard.press('Shift')
  for (const side of SIDES) {
    const seats = desk.getByRole('region', { name: side, exact: true }).getByRole('listitem')
    for (const seat of await seats.all()) {
      const name = seat.getByRole('button').first()
      await name.focus()
      const office = seat.locator('[title]')
      await expect(office).toBeVisible()
      for (const words of [name, office])
        expect(await words.evaluate((one) => one.scrollWidth - one.clientWidth)).toBeLessThanOrEqual(0)
    }
  }
}

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
    await test.step('thirty hands: the order in a list that scrolls, each intent in the row of its seat', async () => {
      const queue = desk.getByRole('region', { name: '30 hands' })
      const hands = queue.getByRole('listitem')
      await expect(hands).toHaveCount(30)
      await expect(hands.first()).toContainText(/Lina Osei.*point of order/i)
      const seen = async (hand: Locator) => expect(hand).toBeInViewport({ ratio: 1 })
      for (let place = 0; place < 9; place += 1) await seen(hands.nth(place))
      await expectAllSeats(desk, /point|builds? on|challenge|question/i)
      await expectWholeByKeys(desk)
      expect(await fits(desk)).toBe(true)
      await expectAccessible(desk)
      await hands.last().scrollIntoViewIfNeeded()
      await seen(hands.last())
      expect(await fits(desk)).toBe(true)
    })

    // What is not needed folds away, and stays so on this device.
    await expect(desk.getByRole('region', { name: 'Agenda' })).toBeVisible()
    await desk.getByRole('button', { name: 'Fold the agenda' }).click()
    await desk.getByRole('button', { name: 'Fold the positions' }).click()
    await desk.reload()
    await expect(desk.getByRole('button', { name: 'Show the agenda' })).toHaveAttribute('aria-expanded', 'false')
    await expect(desk.getByRole('region', { name: 'Agenda' })).toHaveCount(0)
    await desk.getByRole('button', { name: 'Show the positions' }).click()
    await expect(desk.getByRole('region', { name: 'Positions as filed' })).toBeVisible()
    await expectNarrow(desk)

    await test.step('the negotiation: the text, whose words stand in it, and every seat', async () => {
      await reach(desk, 'Caucus', 'Who moved', 'Caucus', 'Reveal', 'Negotiation')
      for (const member of crowd) await member.submit({ type: 'askForFloor', intent: 'point', answers: null })
      await expect(desk.getByRole('region', { name: '30 hands' }).getByRole('listitem')).toHaveCount(30)
      const text = desk.getByRole('region', { name: 'The joint text' })
      await expect(text).toBeInViewport({ ratio: 1 })
      await expectAllSeats(desk, null)
      expect(await fits(desk)).toBe(true)
      await desk.emulateMedia({ colorScheme: 'dark' })
      await expectAccessible(desk)

      // In tabs the text is in the first of them, before the record.
      for (const [width, height] of [
        [1024, 768],
        [320, 640],
      ] as const) {
        await desk.setViewportSize({ width, height })
        await desk.getByRole('tab', { name: /^Record/ }).click()
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
