/** After too many wrong tries a page says how long to wait and goes on by itself. */
import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../support/browser'
import { patience } from '../support/patience'
import { expectAccessible, expectNarrow, givenCourse, givenLobby, givenPhone } from './people'

const WAITS = 'Several passwords have been tried for this address.'

test.use({ baseURL: process.env.BASE_URL })
test.setTimeout(patience(120_000))

/**
 * Tries a wrong password until one has to wait, and until that one has been tried too. Five are taken at once and one more every eight
 * seconds, so how many it takes depends on how fast this machine types.
 */
async function missUntilSlowed(page: Page, wrong: string, tryOnce: () => Promise<Locator>): Promise<void> {
  for (let misses = 0; misses < 60; misses += 1) {
    const field = await tryOnce()
    const waiting = page.getByText(WAITS)
    await expect(async () =>
      expect((await waiting.isVisible()) || (await field.inputValue()) === '').toBe(true),
    ).toPass()
    const slowed = await waiting.isVisible()
    await expect(field).toHaveValue('', { timeout: patience(30_000) })
    await expect(page.getByText(wrong)).toBeVisible()
    if (slowed) return
  }
  throw new Error('No password had to wait.')
}

test('a password that has to wait is kept in its field, and is tried by itself', async ({ page, browser }) => {
  const { email } = await givenCourse(page, { fresh: true })
  const other = await givenPhone(browser)
  await other.goto('/sign-in?next=/courses/new')
  await missUntilSlowed(other, 'E-mail and password do not match.', async () => {
    await other.getByLabel('E-mail').fill(email)
    await other.getByLabel('Password').fill('not the right sentence')
    await other.getByRole('button', { name: 'Sign in', exact: true }).click()
    return other.getByLabel('Password')
  })
  await other.getByLabel('Password').fill('a long enough sentence')
  await other.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(other.getByText(WAITS)).toBeVisible()
  await expect(other.getByLabel('Password')).toHaveValue('a long enough sentence')
  await other.waitForURL((url) => url.pathname === '/courses/new')
})

test('a typed code that has to wait says its place, and goes on by itself, with a script and without', async ({
  page,
  browser,
}) => {
  const { code } = await givenLobby(page)
  for (const javaScriptEnabled of [true, false]) {
    const phone = await givenPhone(browser, { javaScriptEnabled })
    const misses = (count: number) =>
      Promise.all(Array.from({ length: count }, () => phone.request.get('/join/QQQ-QQQ')))
    await misses(11)
    // A turn comes back every five seconds, so a slow machine has to miss more often until one is to be waited for.
    await expect(async () => {
      await misses(2)
      await phone.goto(`/join/${code}`)
      await expect(phone.getByText('You are 1st in the queue')).toBeVisible({ timeout: 500 })
    }).toPass({ timeout: patience(60_000) })
    if (javaScriptEnabled) {
      await expectAccessible(phone)
      await expectNarrow(phone)
    }
    await expect(phone.getByLabel('Name')).toBeVisible({ timeout: patience(30_000) })
  }
})
