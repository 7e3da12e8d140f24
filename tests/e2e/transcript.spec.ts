/** L38: the page of a record is drawn from its first entries, the rest follows, and an entry has its controls while it is in hand. */
import type { Page } from '@playwright/test'
import { expect, test } from '../support/browser'
import { patience } from '../support/patience'

test.use({ baseURL: process.env.BASE_URL, viewport: { width: 1366, height: 768 } })
test.setTimeout(patience(120_000))

async function toRecord(page: Page): Promise<string> {
  await page.goto('/')
  await page.getByRole('button', { name: 'Sign in as the demo instructor' }).click()
  await page.waitForURL('**/home')
  const way = await page.getByRole('link', { name: 'Read the record' }).getAttribute('href')
  return (way ?? '').replace(/[?#].*/, '')
}

const entries = (page: Page) => page.locator('#record [data-entry]')

test('L38 L45 a record comes with its first entries, then whole; an entry’s controls come with pointer, focus and tap', async ({
  page,
  browser,
}) => {
  const way = await toRecord(page)
  const sent = await (await page.request.get(way)).text()
  const first = [...sent.matchAll(/ data-entry="/g)].length
  expect(first).toBeGreaterThan(10)
  expect(first).toBeLessThanOrEqual(30)

  // The last entry, by its address: it is not among those that the page came with.
  await page.goto(way)
  const told = await page
    .getByText(/^\d+ entries/)
    .first()
    .textContent()
  const all = Number.parseInt(told ?? '', 10)
  await expect(entries(page)).toHaveCount(all)
  const last = (await entries(page).last().getAttribute('data-entry')) ?? ''
  await page.goto('about:blank')
  await page.goto(`${way}#e${last}`)
  const target = page.locator(`[data-entry="${last}"]`)
  await expect(target).toBeFocused()
  await expect(target).toBeInViewport()

  const controls = page.locator('#record').getByRole('button', { name: /^(Annotate|Take words off) / })
  const middle = entries(page)
    .filter({ has: page.locator('[data-variant="statement"]') })
    .nth(12)
  await middle.scrollIntoViewIfNeeded()
  await middle.hover()
  await expect(middle.getByRole('button', { name: /^Annotate/ })).toBeVisible()
  expect(await controls.count()).toBeLessThan(8)
  await page.mouse.move(2, 2)
  await expect(middle.getByRole('button', { name: /^Annotate/ })).toBeHidden()
  // Where the pointer rests before the page's scripts have come, it need not move again.
  let start = () => {}
  const waits = new Promise<void>((go) => {
    start = go
  })
  await page.route('**/_next/static/**/*.js', async (route) => {
    await waits
    await route.continue()
  })
  await page.goto(way, { waitUntil: 'commit' })
  const early = entries(page)
    .filter({ has: page.locator('[data-variant="statement"]') })
    .first()
  await early.hover()
  start()
  await expect(early.getByRole('button', { name: /^Annotate/ })).toBeVisible()
  await page.unroute('**/_next/static/**/*.js')
  // By keys: its number leads to the entry, and Tab to each of its controls.
  await middle.getByRole('link', { name: /^Entry/ }).press('Enter')
  await expect(middle.getByRole('button', { name: /^Annotate/ })).toBeVisible()
  await middle.focus()
  await expect(async () => {
    await page.keyboard.press('Tab')
    await expect(middle.getByRole('button', { name: /^Annotate/ })).toBeFocused({ timeout: 200 })
  }).toPass()

  // By a thumb.
  const phone = await browser.newContext({
    baseURL: process.env.BASE_URL,
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    storageState: await page.context().storageState(),
  })
  const held = await phone.newPage()
  await held.goto(way)
  await expect(entries(held)).toHaveCount(all)
  const tapped = entries(held)
    .filter({ has: held.locator('[data-variant="statement"]') })
    .nth(3)
  await tapped.locator('p').first().tap()
  await expect(tapped.getByRole('button', { name: /^Annotate/ })).toBeVisible()

  // Without scripts one page holds all of it.
  const still = await browser.newContext({
    baseURL: process.env.BASE_URL,
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  })
  const plain = await still.newPage()
  await plain.goto(way)
  await plain.getByRole('link', { name: /^All on one plain page/ }).click()
  await expect(entries(plain)).toHaveCount(all)

  // L45: on paper too it is read and not leafed through.
  const printed = await plain.pdf({ preferCSSPageSize: true, format: 'A4' })
  const sheets = [...printed.toString('latin1').matchAll(/\/Type\s*\/Page\b/g)].length
  expect(all / sheets).toBeGreaterThanOrEqual(10)
  expect(printed.byteLength).toBeLessThanOrEqual(1_500_000)
})
