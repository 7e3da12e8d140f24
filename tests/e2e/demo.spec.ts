/** The demo: one press from the first page to a finished record, to a room that plays itself and to a student's seat in a week of homework. */
import { expect, test } from '../support/browser'
import { patience } from '../support/patience'

test.use({ baseURL: process.env.BASE_URL })
test.setTimeout(patience(300_000))

test('the finished record and the waiting desk are each one press from the first page', async ({ page, browser }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Read its record' }).click()
  await page.waitForURL('**/transcript')
  await expect(page.getByText('Understudy, scripted').first()).toBeVisible()
  const other = await (await browser.newContext()).newPage()
  await other.goto('/')
  await other.getByRole('button', { name: 'Open its desk' }).click()
  await other.waitForURL('**/desk')
  await expect(other.getByRole('button', { name: /^Start: / }).first()).toBeVisible()
})

test('one press opens the demo, its finished record, and a room that plays itself', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Sign in as the demo instructor' }).click()
  await expect(page.getByRole('heading', { name: 'A finished seminar' })).toBeVisible()
  await page.getByRole('link', { name: 'Read the record' }).click()
  await page.waitForURL('**/transcript')
  await expect(page.getByText(/The allies stood furthest apart/)).toBeVisible()
  await expect(page.getByText('Understudy, scripted').first()).toBeVisible()
  await page.goto('/home')
  await page.getByRole('link', { name: 'Look at the marks' }).click()
  await expect(page.getByRole('heading', { name: /levels are given/ })).toBeVisible()
  await page.goto('/home')
  await page.getByRole('link', { name: 'Open the desk' }).click()
  await page
    .getByRole('button', { name: /^Start: / })
    .first()
    .click()
  const record = page.getByRole('region', { name: 'Entries of the record' })
  await expect(record.getByText(/^Opening positions revealed on/).first()).toBeVisible({ timeout: patience(75_000) })
  const statements = record.getByRole('listitem').filter({ hasText: 'Understudy, scripted' })
  await expect.poll(() => statements.count(), { timeout: patience(30_000) }).toBeGreaterThanOrEqual(2)
})

test('one press from the first page sits a visitor in the week as a student, where an answer is posted', async ({
  page,
}) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Answer as a student' }).click()
  await page.waitForURL('**/rooms/*')
  await page
    .getByRole('button', { name: /^Answer this/ })
    .first()
    .click()
  const words = 'We take the point, and ask what it would cost us.'
  await page.getByRole('textbox', { name: /^Your answer on/ }).fill(words)
  await page.getByRole('button', { name: /^Post the answer/ }).click()
  // The entry that it answers quotes it too, so the newest entry is looked at.
  await expect(page.getByRole('listitem').filter({ hasText: words }).last()).toContainText('Demo student')
})
