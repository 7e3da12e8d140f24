/** The debrief in a browser: reached from the first page, without accessibility faults, and each number links to its entry. */
import { barriersOn, NARROW, overflowOf, showIn, WIDE } from '../../support/barriers'
import { expect, test } from '../../support/browser'

test.use({ baseURL: process.env.BASE_URL })

test('whoever opens the demo looks back on its finished seminar, wide and narrow, light and dark', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Sign in as the demo instructor' }).click()
  await page.waitForURL('**/home')
  await page.goto('/')
  await page.getByRole('link', { name: 'Read the debrief' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Tokyo stood/)
  await page.getByText('All figures', { exact: true }).click()
  for (const folded of await page.getByText(/^(As a table|Show the proof)/).all()) await folded.click()

  const found: string[] = []
  // Colours do not depend on the width nor the layout on the theme: two looks show both themes and both sizes.
  for (const look of [
    { size: WIDE, theme: 'dark' },
    { size: NARROW, theme: 'light' },
  ] as const) {
    await showIn(page, look)
    found.push(...(await barriersOn(page)))
    if ((await overflowOf(page)) > 0) found.push(`scrolls sideways at ${look.size.width}`)
  }
  expect(found).toEqual([])

  // A title's proof is reached and opened by keyboard, and leads to an entry.
  await page.reload()
  const head = page.getByText('Show the proof').first()
  await head.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('row', { name: /^It holds/ })).toContainText(
    /Washington–Tokyo \d\.\d, Tokyo–Beijing \d\.\d/,
  )
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/transcript#e\d+$/)
  // An address that names no entry says so, and leads to the nearest. It is opened afresh, as from a message: the address of an open page
  // belongs to its router, which may put its own back before a reload.
  const noEntry = `${page.url().split('#')[0]}#e9999`
  await page.goto('about:blank')
  await page.goto(noEntry)
  await expect(page.getByText('Entry 9999 is not in this record, or not yours to read.')).toBeInViewport()
  await expect(page.locator('article:focus')).toBeInViewport()

  // The record is one stop for the Tab key, J and K walk it, and on a phone it begins on the first screen.
  await page.setViewportSize(WIDE)
  await page.goto(page.url().split('#')[0] ?? '')
  await expect(page.locator('article[tabindex="0"]')).toHaveCount(1)
  await expect(page.getByRole('heading', { name: /^Round 1 · .+ · .+ Entries \d+–\d+$/ }).first()).toBeVisible()

  // Two links past what stands before it.
  const inFocus = page.locator(':focus')
  await page.keyboard.press('Tab')
  await expect(inFocus).toHaveText('Skip to content')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(inFocus).toHaveText(/^Skip to the record/)
  await page.keyboard.press('Enter')
  const entry = page.locator('article:focus')
  const first = await entry.getAttribute('aria-label')
  await page.keyboard.press('j')
  await expect(entry).not.toHaveAttribute('aria-label', first ?? '')
  const second = await entry.getAttribute('aria-label')
  await page.keyboard.press('Tab')
  await expect(page.locator('article:has(:focus)')).toHaveAttribute('aria-label', second ?? '')
  await page.keyboard.press('k')
  await expect(entry).toHaveAttribute('aria-label', first ?? '')
  await page.keyboard.press('Shift+Tab')
  await expect(page.locator('article:focus-within')).toHaveCount(0)
  expect(await barriersOn(page)).toEqual([])

  // Whoever has switched off the keys that act alone walks it by the arrows.
  await page.evaluate(() => window.localStorage.setItem('track-two/device/keys/single', 'false'))
  await page.reload()
  await page.locator('article[tabindex="0"]').focus()
  for (const [key, label] of [
    ['j', first],
    ['ArrowDown', second],
    ['ArrowUp', first],
  ] as const) {
    await page.keyboard.press(key)
    await expect(entry).toHaveAttribute('aria-label', label ?? '')
  }

  await page.setViewportSize(NARROW)
  await page.evaluate(() => window.scrollTo(0, 0))
  await expect(page.locator('article').first()).toBeInViewport()
  await page.getByRole('checkbox', { name: 'Search, contents and more' }).click()
  await expect(page.getByRole('searchbox')).toBeVisible()
  expect(await barriersOn(page)).toEqual([])
  expect(await overflowOf(page)).toBeLessThanOrEqual(0)
})
