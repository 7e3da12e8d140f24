/** A room by keyboard alone: when the pressed control disappears, focus goes to a neighbour. */
import { expect, test } from '../support/browser'
import { endPhase, givenTable, reach, seated, start } from './table'

test.use({ baseURL: process.env.BASE_URL })

test('nobody who works by keyboard loses their place when what they pressed is gone', async ({
  page: desk,
  browser,
}) => {
  const { code } = await givenTable(desk)
  const { page } = await seated(browser, code, 'Mei Castellano', 'United States', 'Secretary of State')
  await start(desk)
  await endPhase(desk, 'Caucus')
  await page.getByRole('slider', { name: 'Where does your delegation stand?' }).press('PageUp')
  await page.getByLabel('In words, as it will be read out').fill('A coalition, and it says so.')
  await page.getByRole('button', { name: 'File the position' }).press('Enter')
  await expect(page.getByText(/^Filed \d\d:\d\d:\d\d\. You can revise it/)).toBeVisible()
  await expect(page.locator('[aria-labelledby="position-title"] :focus')).toHaveCount(1)

  await reach(desk, 'Reveal', 'Openings')
  await page.getByRole('button', { name: 'Yield', exact: true }).press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Yield to your instructor' })).toBeFocused()
  await page.keyboard.press('Enter')
  const ask = page.getByRole('button', { name: 'Ask for the floor' })
  await expect(ask).toBeFocused()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Point', exact: true }).press('Enter')
  const lower = page.getByRole('button', { name: 'Lower my hand' })
  await expect(lower).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(ask).toBeFocused()
})
