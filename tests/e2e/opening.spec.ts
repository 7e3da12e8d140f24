/** The first page of a fresh server, and that its scripts run: the theme is remembered by code, not by markup. */
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '../support/browser'

test('the first page opens, complains of nothing and has no barrier that a machine can find', async ({ page }) => {
  const answer = await page.goto('/')
  expect(answer?.status()).toBe(200)
  expect(answer?.headers()['x-powered-by']).toBeUndefined()
  await expect(page.getByRole('main')).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual(
    [],
  )
})

test('a page that is not there says so', async ({ page }) => {
  const answer = await page.request.get('/nowhere')
  expect(answer.status()).toBe(404)
})
