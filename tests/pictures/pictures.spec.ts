/** Takes the README's pictures from the demo as it plays itself, with one student at its table. Run by `npm run pictures`. */
import path from 'node:path'
import type { Page } from '@playwright/test'
import { seated } from '../e2e/table'
import { settled } from '../support/barriers'
import { expect, test } from '../support/browser'

test.use({ baseURL: process.env.BASE_URL, viewport: { width: 1440, height: 900 } })
test.setTimeout(240_000)

async function take(page: Page, name: string): Promise<void> {
  await settled(page)
  await page.screenshot({ path: path.join(import.meta.dirname, `${name}.png`) })
}

test('the pictures of the README', async ({ page: desk, browser, context }) => {
  await desk.goto('/')
  await desk.getByRole('button', { name: 'Sign in as the demo instructor' }).click()
  await expect(desk.getByRole('heading', { name: 'A finished seminar' })).toBeVisible()
  await desk.getByRole('link', { name: 'Read the record' }).click()
  await desk.waitForURL('**/transcript')
  await expect(desk.getByText(/The allies stood furthest apart/)).toBeVisible()
  await take(desk, 'transcript')

  await desk.goto('/home')
  const code = /[A-Z0-9]{3}-[A-Z0-9]{3}/.exec((await desk.getByRole('main').textContent()) ?? '')?.[0] ?? ''
  const student = await seated(browser, code, 'Mei Castellano', 'Japan', 'Finance Minister')
  await student.page.setViewportSize({ width: 1280, height: 860 })
  await desk.getByRole('link', { name: 'Open the desk' }).click()
  await desk.waitForURL('**/desk')
  const stage = await context.newPage()
  await stage.setViewportSize({ width: 1600, height: 900 })
  await stage.goto(desk.url().replace(/desk$/, 'stage'))
  await desk
    .getByRole('button', { name: /^Start: / })
    .first()
    .click()

  // The second floor debate: positions stand revealed, and there is something to read.
  const debate = stage.getByText('Round 2 of 4 · Floor debate')
  await expect(debate).toBeVisible({ timeout: 120_000 })
  await expect(
    stage.getByText(/^The (Secretary|Foreign|Prime|Defense|Minister|Ambassador|NSC|Central)/).first(),
  ).toBeVisible()
  await Promise.all([take(stage, 'stage'), take(desk, 'desk'), take(student.page, 'room')])
  await student.page.getByRole('link', { name: 'Positions' }).click()
  await expect(student.page.getByText(/apart/).first()).toBeVisible()
  await take(student.page, 'positions')
})
