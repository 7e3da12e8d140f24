/** The first page of a fresh server, and that its scripts run: the theme is remembered by code, not by markup. */
import { expect, test } from '../support/browser'
import { expectAccessible } from './people'

test('the first page opens, complains of nothing and has no barrier that a machine can find', async ({ page }) => {
  const answer = await page.goto('/')
  expect(answer?.status()).toBe(200)
  expect(answer?.headers()['x-powered-by']).toBeUndefined()
  await expect(page.getByRole('main')).toBeVisible()
  await expectAccessible(page)
})

test('a page that is not there says so', async ({ page }) => {
  const answer = await page.request.get('/nowhere')
  expect(answer.status()).toBe(404)
})
