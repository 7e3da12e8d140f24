/**
 * The demo: the picture on the first page, and one press from it to a finished record, to a room that plays itself, to ten minutes as a
 * student and to a student's seat in a week of homework.
 */
import { expect, test } from '../../support/browser'
import { patience } from '../../support/patience'

test.use({ baseURL: process.env.BASE_URL })
test.setTimeout(patience(300_000))

test('one press opens the demo, its finished record, and a room that plays itself', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Sign in as the demo instructor' }).click()
  await expect(page.getByRole('heading', { name: 'A finished seminar' })).toBeVisible()
  await page.getByRole('link', { name: 'Read the record' }).click()
  await page.waitForURL('**/transcript')
  await expect(page.getByText(/The allies stood furthest apart/)).toBeVisible()
  await expect(page.getByText('(demo)').filter({ visible: true }).first()).toBeVisible()
  await page.goto('/home')
  await page.getByRole('link', { name: 'Open the desk' }).click()
  await page
    .getByRole('button', { name: /^Start: / })
    .first()
    .click()
  // What the seats without a student do in it: tests/server/demo.test.ts.
  await expect(page.getByRole('timer', { name: 'Time left, Caucus' })).toBeVisible({ timeout: patience(75_000) })
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

test('the first page shows the gap of the finished seminar, and a press plays ten minutes of one, where a position is filed', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.goto('/')
  const picture = page.getByRole('img', { name: /apart/ })
  await expect(picture).toBeInViewport({ ratio: 0.9 })
  await expect(picture.getByText(/^\d\. /)).toHaveCount(4)
  await expect(page.getByRole('button', { name: 'Watch three minutes' })).toBeInViewport({ ratio: 1 })
  await page.getByRole('button', { name: 'Play ten minutes as a student' }).click()
  await page.waitForURL('**/rooms/*')
  await page.getByRole('button', { name: 'File for Tokyo' }).click({ timeout: patience(60_000) })
  await page.getByLabel('In words, as it will be read out').fill('We trade, and say what we guard.')
  await page.getByRole('button', { name: 'File the position' }).click()
  await expect(page.getByText(/^Filed \d.* You can revise it/)).toBeVisible()
})
