/** A student's laptop as a room goes on: by keyboard, from every tab, and in a second tab. */
import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../support/browser'
import { expectAccessible } from './people'
import { askFor, endPhase, givenTable, reach, seated, start, takeBack, yieldToChair } from './table'

/** How many presses of a key lead from one element to another; 20 if they do not. */
async function stopsTo(to: Locator, from: Locator, key: string): Promise<number> {
  await from.focus()
  for (let stops = 0; stops < 20; stops += 1) {
    if (await to.evaluate((element) => element === document.activeElement)) return stops
    await to.page().keyboard.press(key)
  }
  return 20
}

/** How many stops of the Tab key lie inside the record, whose frame is one itself. */
const stopsInRecord = (page: Page): Promise<number> =>
  page
    .getByRole('log')
    .evaluate(
      (log) =>
        [...log.querySelectorAll<HTMLElement>('a, button, summary, [tabindex]')].filter((one) => one.tabIndex >= 0)
          .length,
    )

test.use({ baseURL: process.env.BASE_URL })

/** Stands in for what a test cannot feel or hear: each vibration and each note is written down. */
const SIGNALS = `
  window.signals = []
  Object.defineProperty(navigator, 'vibrate', { value: (lengths) => window.signals.push('buzz ' + lengths) })
  window.AudioContext = class {
    state = 'running'
    currentTime = 0
    destination = {}
    createGain() {
      return { gain: { setValueAtTime() {}, linearRampToValueAtTime() {} }, connect: () => undefined }
    }
    createOscillator() {
      const frequency = { value: 0 }
      return { frequency, connect: (to) => to, start: () => window.signals.push('note ' + frequency.value), stop() {} }
    }
  }
`

test('by keyboard the composer is near, the focus stays or goes to a neighbour, and the instructor is called from every tab', async ({
  page: desk,
  browser,
}) => {
  const { code } = await givenTable(desk)
  const wide = { viewport: { width: 1280, height: 800 } }
  const { page } = await seated(browser, code, 'Mei Castellano', 'United States', 'Secretary of State', wide)
  await start(desk)
  await reach(desk, 'Caucus', 'Reveal', 'Openings', 'Floor debate')
  const composer = page.getByLabel('Draft a statement')
  await expect(composer).toBeVisible()

  // From the floor's own button, however many entries the record has.
  const ask = page.getByRole('button', { name: 'Ask for the floor' })
  await expect(page.getByRole('log').getByRole('listitem').nth(5)).toBeVisible()
  expect(await stopsTo(composer, ask, 'Tab')).toBeLessThanOrEqual(5)
  expect(await stopsInRecord(page)).toBe(0)

  // On a phone the composer opens above the dock, and lies as near, backwards.
  await page.setViewportSize({ width: 390, height: 780 })
  await page.getByRole('button', { name: 'Draft', exact: true }).press('Enter')
  expect(await stopsTo(composer, ask, 'Shift+Tab')).toBeLessThanOrEqual(5)
  await page.setViewportSize(wide.viewport)

  // The first links of the page: each leads where it says, and moves nothing but the focus.
  for (const [link, to] of [
    ['Skip to what you are asked', page.locator('#now-task')],
    ['Skip to the composer', composer],
    ['Skip to the record', page.getByRole('log')],
  ] as const) {
    await page.getByRole('link', { name: link }).press('Enter')
    await expect(to).toBeFocused()
  }
  await expect(page).not.toHaveURL(/#(now-task|statement|record-entries)/)

  // Along the record by arrows, into an entry, and back out.
  await page.getByRole('log').focus()
  await page.keyboard.press('ArrowUp')
  const last = page.getByRole('log').getByRole('listitem').last()
  await expect(last).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(last.getByRole('link').first()).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(last).toBeFocused()

  // Nobody who works by keyboard loses their place when what they pressed is gone.
  await ask.press('Enter')
  await page.getByRole('button', { name: 'Point', exact: true }).press('Enter')
  await expect(page.getByRole('button', { name: 'Lower my hand' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(ask).toBeFocused()

  // The keys: F for the hand, C for the composer, ? for the list of them.
  await page.keyboard.press('f')
  await page.getByRole('button', { name: 'Question', exact: true }).press('Enter')
  await expect(page.getByRole('heading', { name: /^You are next in the queue/ })).toBeVisible()
  await page.keyboard.press('c')
  await expect(composer).toBeFocused()
  await page.keyboard.type('Half a sen')
  await desk.getByRole('button', { name: /^Hand \d+, .*give the floor to Mei Castellano/i }).click()
  await expect(page).toHaveTitle(/^You have the floor · /)
  await expect(page.getByRole('status').filter({ hasText: 'You have the floor' })).toBeAttached()
  const field = page.getByLabel('Your statement, or its summary')
  await expect(field).toBeFocused()
  await expect(field).toHaveValue('Half a sen')
  await page.keyboard.type('tence.')
  await expect(field).toHaveValue('Half a sentence.')
  // However long the record grows, what is said adds no stop on the way.
  for (let said = 1; said <= 3; said += 1) {
    await field.fill(`Sentence ${said}.`)
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('log').getByText(new RegExp(`Sentence ${said}\\.$`))).toBeVisible()
  }
  expect(await stopsInRecord(page)).toBe(0)
  // Out of the field, where the key is a letter.
  await page.getByRole('region', { name: 'Now' }).getByRole('heading').first().click()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys in this room' })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')

  for (const tab of ['Record', 'Brief', 'Caucus', 'Positions']) {
    await page.getByRole('link', { name: tab, exact: true }).click()
    await expect(page.getByRole('button', { name: 'Call the instructor' })).toBeInViewport({ ratio: 1 })
  }
  const second = await page.context().newPage()
  await second.goto(page.url())
  await expect(page.getByText('This room is open in another tab.')).toBeVisible()
  await second.close({ runBeforeUnload: false })
  await expect(page.getByText('This room is open in another tab.')).toBeHidden()
})

test('a turn is signalled when it comes, by tone if it was switched on, and never on opening the page', async ({
  page: desk,
  browser,
}) => {
  const { code } = await givenTable(desk)
  const mei = await seated(browser, code, 'Mei Castellano', 'United States', 'Secretary of State')
  const { page } = mei
  await page.addInitScript(SIGNALS)
  await page.reload()
  const signals = () => page.evaluate<string[]>('window.signals.splice(0)')
  const status = (text: string | RegExp) => page.getByRole('status').filter({ hasText: text })
  const room = await start(desk)
  await page.getByRole('button', { name: 'I would rather not say' }).click()

  // Told in a tab that the phase does not concern, and then no longer said.
  await page.getByRole('link', { name: 'Record', exact: true }).click()
  await endPhase(desk, 'Caucus')
  await expect(status(/Caucus\. File where Washington opens\./)).toBeAttached()
  await expect(status('File where Washington opens')).toHaveCount(0)
  await desk.getByRole('button', { name: 'Pause' }).click()
  await expect(status('The clock is stopped')).toBeAttached()
  await desk.getByRole('button', { name: 'Resume' }).click()
  await expect(status('The clock runs again')).toBeAttached()
  await expect(status(/^The clock/)).toHaveCount(0)

  await endPhase(desk, 'Reveal')
  await expect(page).toHaveTitle(/^You open next/)
  await endPhase(desk, 'Openings')
  await expect(page).toHaveTitle(/^You have the floor/)
  await page.getByRole('button', { name: 'Yield', exact: true }).press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Yield to your instructor' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Ask for the floor' })).toBeFocused()
  await endPhase(desk, 'Floor debate')
  await expect(page).toHaveTitle(/^(Ask|Give)/)
  expect(await signals(), 'silent until the bell is pressed').toEqual(['buzz 120', 'buzz 180,90,180'])

  await page.getByRole('button', { name: 'Sound when the floor is yours: off' }).click()
  expect(await signals(), 'how it sounds').toEqual(['note 660'])
  await page.reload()
  await expect(page.getByRole('button', { name: 'Sound when the floor is yours: on' })).toBeVisible()
  await askFor(mei, 'Question')
  await expect(status('You are next.')).toBeAttached()
  const granted = desk.getByRole('button', { name: /^Hand 1, .*give the floor to Mei Castellano/i })
  await granted.click()
  await expect(status('You have the floor.')).toBeAttached()
  expect(await signals()).toEqual(['note 660', 'buzz 120', 'note 660', 'note 880', 'buzz 180,90,180'])
  await expect(page.getByRole('timer', { name: 'Time left of your turn' })).toBeVisible()

  await page.reload()
  await expect(page).toHaveTitle(/^You have the floor/)
  expect(await signals(), 'the page that opens says it in words').toEqual([])
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await yieldToChair(mei)
  await expect(status('You have the floor')).toHaveCount(0)
  await askFor(mei, 'Point')
  await expect(status('You are next.')).toBeAttached()
  expect(await signals(), 'a device that is to keep still does not shake').toEqual(['note 660'])
  await page.getByRole('button', { name: 'Sound when the floor is yours: on' }).click()
  await granted.click()
  await expect(page).toHaveTitle(/^You have the floor/)
  expect(await signals()).toEqual([])

  // On a page of the record the table is not forgotten.
  await page.goto(`${room}/transcript`)
  const table = page.getByRole('complementary', { name: 'Your table' })
  await expect(table).toContainText('You have the floor')
  await expect(page).toHaveTitle(/^You have the floor · /)
  await expectAccessible(page)
  await takeBack(desk)
  await expect(table).toContainText('Three taps for your turn')
  await expect(page).not.toHaveTitle(/You have the floor/)
  await table.getByRole('link', { name: 'Back to the table' }).click()
  await expect(page.getByText('Your instructor took the floor back.')).toBeVisible()
})
