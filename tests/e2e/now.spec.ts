/** A student's laptop as a room goes on: by keyboard, from every tab, and in a second tab. */
import { expect, test } from '../support/browser'
import { expectAccessible } from './people'
import { endPhase, givenTable, seated, start } from './table'

test.use({ baseURL: process.env.BASE_URL })

test('by keyboard the composer is near, and being given the floor is told without taking the focus', async ({
  page: desk,
  browser,
}) => {
  const { code } = await givenTable(desk)
  const wide = { viewport: { width: 1280, height: 800 } }
  const { page } = await seated(browser, code, 'Mei Castellano', 'United States', 'Secretary of State', wide)
  await start(desk)
  for (const phase of ['Caucus', 'Reveal', 'Openings', 'Floor debate']) await endPhase(desk, phase)
  const composer = page.getByLabel('Draft a statement')
  await expect(composer).toBeVisible()

  // From the floor's own button, however many entries the record has.
  const ask = page.getByRole('button', { name: 'Ask for the floor' })
  await expect(page.getByRole('log').getByRole('listitem').nth(5)).toBeVisible()
  await ask.focus()
  let stops = 0
  while (!(await composer.evaluate((field) => field === document.activeElement)) && stops < 20) {
    await page.keyboard.press('Tab')
    stops += 1
  }
  expect(stops).toBeLessThanOrEqual(5)

  // Along the record by arrows, into an entry, and back out.
  await page.getByRole('log').focus()
  await page.keyboard.press('ArrowUp')
  const last = page.getByRole('log').getByRole('listitem').last()
  await expect(last).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(last.getByRole('link').first()).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(last).toBeFocused()

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
  await expectAccessible(page)
  await page.getByRole('heading', { name: 'You have the floor' }).click()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys in this room' })).toBeVisible()
  await expectAccessible(page)
})

test('the instructor can be called from every tab of a laptop, and the banner of a second tab goes with it', async ({
  page: desk,
  browser,
}) => {
  const { code } = await givenTable(desk)
  const wide = { viewport: { width: 1280, height: 800 } }
  const { page } = await seated(browser, code, 'Mei Castellano', 'United States', 'Secretary of State', wide)
  await start(desk)
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
