/** One press leads to what a week asks (L14): on a phone and on a laptop, from a student's own page and from another tab of the room. */
import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../../support/browser'
import { Chair } from '../at-the-desk/chair'
import { comesIn, entersRoom, givenWeek, OPENINGS } from './week'

test.use({ baseURL: process.env.BASE_URL })

const BRIEFING = 0
const CAUCUS = 1
const REBUTTALS = 4
const PROPOSALS = 5
const REFLECTION = 7

/** Of the clause that one is led to: which one waits depends on the delegation that was drawn. A phone has its buttons in the dock. */
const otherWords = (within: Locator): Locator => within.getByRole('button', { name: 'Other words' })

/** By the words of the button, what it leads to and a tab that is another's. */
const LEADS: Readonly<Record<string, { to: (page: Page) => ReturnType<Page['locator']>; from: string }>> = {
  'Mark your own view': { to: (page) => page.getByRole('slider').first(), from: 'record' },
  'Draft the position': { to: (page) => page.getByRole('slider').first(), from: 'record' },
  'Write in the caucus': {
    to: (page) => page.getByRole('textbox', { name: 'Write to your delegation' }),
    from: 'record',
  },
  'Write your opening': { to: (page) => page.getByRole('textbox', { name: /^Your opening on/ }), from: 'brief' },
  'Answer a statement': { to: (page) => page.getByRole('textbox', { name: /^Your answer on/ }), from: 'brief' },
  'Work on a clause': {
    to: (page) => otherWords(page.locator('article:focus').or(page.getByRole('contentinfo'))),
    from: 'brief',
  },
  'Write your reflection': {
    to: (page) => page.getByRole('region', { name: 'Out of role' }).getByRole('textbox').first(),
    from: 'brief',
  },
}

/** The control is on the screen, and no keyboard of the screen comes up: the focus is in no field for words. */
async function isLed(page: Page, what: ReturnType<Page['locator']>, by: string): Promise<void> {
  await expect(what, by).toBeVisible()
  await expect(what, by).toBeInViewport({ ratio: 0.5 })
  await expect(page, by).not.toHaveURL(/#do=/)
  // What cuts off its content has not been moved: the page's head and a phone's dock stand where they stood.
  const moved = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter(({ scrollTop }) => scrollTop > 0)
        .flatMap((frame) => (getComputedStyle(frame).overflowY === 'hidden' ? [frame.className] : [])),
    )
  expect(await moved(), by).toEqual([])
  const typing = () => page.evaluate(() => document.activeElement?.matches('textarea, input[type="text"]') ?? false)
  expect(await typing(), by).toBe(false)
}

test('whatever a week asks, one press brings it onto the screen', async ({ page, browser }) => {
  test.slow()
  const week = await givenWeek(page)
  const mei = await comesIn(browser, week, 'Mei Castellano')
  const jonas = await comesIn(browser, week, 'Jonas Weber')
  const roomId = await entersRoom(mei)
  const chair = await Chair.of(page, roomId)
  const seats = [
    { who: jonas, width: 320, height: 640 },
    { who: mei, width: 1280, height: 800 },
  ]
  let running = -1
  for (const phase of [BRIEFING, CAUCUS, OPENINGS, REBUTTALS, PROPOSALS, REFLECTION]) {
    for (; running < phase; running += 1) {
      if (running >= 0) await chair.does({ type: 'endPhase', index: running })
      await chair.does({ type: 'startPhase', index: running + 1 })
    }
    for (const { who, width, height } of seats) {
      await who.setViewportSize({ width, height })
      await who.goto('/my')
      const button = who.getByRole('main').locator('p a[href*="#do="]').first()
      const words = (await button.textContent())?.trim() ?? ''
      const by = `${words} in phase ${phase} at ${width}`
      const leads = LEADS[words]
      if (!leads) throw new Error(`Nothing is known of the button “${words}”.`)
      if (height > 700) await expect(button, by).toBeInViewport({ ratio: 1 })
      // On the phone both ways, on the laptop in turn.
      const isPhone = height < 700
      if (isPhone || phase % 2 === 0) {
        await button.click()
        await isLed(who, leads.to(who), `${by}, from the own page`)
      }
      if (isPhone || phase % 2 === 1) {
        await who.goto(`/rooms/${roomId}#${leads.from}`)
        await who.getByRole('button', { name: words, exact: true }).click()
        await isLed(who, leads.to(who), `${by}, in the room`)
      }
    }
  }
  // What is late stands beside what is due, and its line leads there too.
  await jonas.goto('/my')
  await jonas.getByRole('list', { name: 'Also to do' }).getByRole('link', { name: 'Write your opening' }).click()
  await isLed(jonas, jonas.getByRole('textbox', { name: /^Your opening on/ }), 'the late opening')
  chair.leave()
})
