/** From sign-up to a lobby: every form with and without a script, at 320 pixels, and with nothing typed ever lost. */
import { expect, test } from '../support/browser'
import { expectAccessible, expectNarrow, givenCourse, givenLobby, givenPhone, signOut } from './people'

test.use({ baseURL: process.env.BASE_URL })

test('a refused sign-in keeps the address, says how many tries are left, and lets the right password in', async ({
  page,
  browser,
}) => {
  const { email } = await givenCourse(page, { fresh: true })
  const other = await givenPhone(browser)
  await other.goto('/sign-in?next=/courses/new')
  await expectAccessible(other)
  await other.getByLabel('E-mail').fill(email)
  await other.getByLabel('Password').fill('not the right sentence')
  await other.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(other.getByText('E-mail and password do not match. 4 tries are left')).toBeVisible()
  await expect(other.getByLabel('E-mail')).toHaveValue(email)
  await other.getByLabel('Password').fill('a long enough sentence')
  await other.getByRole('button', { name: 'Sign in', exact: true }).click()
  await other.waitForURL((url) => url.pathname === '/courses/new')
  await signOut(other)
  await other.waitForURL((url) => url.pathname === '/signed-out')
  await other.goto('/courses')
  await expect(other).toHaveURL(/\/sign-in/)
})

test('a link cannot send somebody to another site after signing in', async ({ page, browser }) => {
  const { email } = await givenCourse(page, { fresh: true })
  const other = await givenPhone(browser)
  for (const next of [
    'https://elsewhere.example',
    '//elsewhere.example',
    '/\\elsewhere.example',
    'javascript:alert(1)',
  ]) {
    await other.goto(`/sign-in?next=${encodeURIComponent(next)}`)
    await other.getByLabel('E-mail').fill(email)
    await other.getByLabel('Password').fill('a long enough sentence')
    await other.getByRole('button', { name: 'Sign in', exact: true }).click()
    await other.waitForURL('**/courses')
    await signOut(other)
    await other.waitForURL((url) => url.pathname === '/signed-out')
  }
})

test('a pasted roster names its faults by line, keeps the text, and is saved once it is whole', async ({ page }) => {
  await givenCourse(page)
  await page.getByRole('link', { name: 'Paste the roster' }).click()
  const names = page.getByLabel('Names')
  await names.fill('Name\tE-mail\nMei Castellano\tmei@college.example\ts1041\nJonas Weber, jonas@\nAmara Osei')
  await page.getByRole('button', { name: 'Check the list' }).click()
  await expect(page.getByText('Line 3 has an e-mail address that is not whole.')).toBeVisible()
  await expect(names).toHaveValue(/Jonas Weber, jonas@/)
  await expect(page.getByRole('button', { name: /^Save/ })).toHaveCount(0)
  await expectAccessible(page)
  await names.fill('Mei Castellano\tmei@college.example\ts1041\nJonas Weber\nAmara Osei')
  await page.getByRole('button', { name: 'Check the list' }).click()
  await page.getByRole('button', { name: 'Save 3 names' }).click()
  await expect(page.getByText('3 names are on the roster.')).toBeVisible()
  await expectNarrow(page)
})

test('a seminar is made in four steps, each with its own address, and its door stands open', async ({ page }) => {
  await givenCourse(page)
  await page.getByRole('link', { name: 'New seminar' }).click()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Next: rounds and time' }).click()
  await expect(page.getByRole('heading', { name: 'Which tensions, and how long?' })).toBeVisible()
  await expectAccessible(page)
  await expectNarrow(page)
  await page.getByRole('checkbox', { name: /The telephone/ }).check()
  await expect(page.getByText('16 more than the agenda’s 90')).toBeVisible()
  await page.getByRole('button', { name: 'Share the 90 minutes between the rounds' }).click()
  await expect(page.getByText('more than the agenda')).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('checkbox', { name: /The telephone/ })).toBeChecked()
  await page.getByRole('button', { name: 'Next: rooms and seats' }).click()
  await page.getByRole('spinbutton', { name: 'Students' }).fill('46')
  await page.getByRole('spinbutton', { name: 'Students' }).blur()
  await expect(page.getByRole('heading', { name: '46 students make 3 tables of 15 or 16' })).toBeVisible()
  await expectAccessible(page)
  await expectNarrow(page)
  await page.getByRole('button', { name: 'Next: open the door' }).click()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Make the seminar' }).click()
  await page.waitForURL('**/lobby')
  await expect(page.getByText('0 of 54 seated')).toBeVisible()
  await expect(page.getByText('the door is open until round 1')).toBeVisible()
  await expectAccessible(page)
  await expectNarrow(page)
})

test('sign-in, course, roster and seminar all work where no script runs', async ({ page, browser }) => {
  const { email } = await givenCourse(page, { fresh: true })
  const plain = await givenPhone(browser, { javaScriptEnabled: false })
  await plain.goto('/sign-in')
  await plain.getByLabel('E-mail').fill(email)
  await plain.getByLabel('Password').fill('a long enough sentence')
  await plain.getByRole('button', { name: 'Sign in', exact: true }).click()
  await plain.getByRole('link', { name: 'IR 347' }).click()
  await plain.getByRole('link', { name: 'Paste the roster' }).click()
  await plain.getByLabel('Names').fill('Mei Castellano\nJonas Weber')
  await plain.getByRole('button', { name: 'Check the list' }).click()
  await plain.getByRole('button', { name: 'Save 2 names' }).click()
  await expect(plain.getByText('2 names are on the roster.')).toBeVisible()
  await plain.getByRole('link', { name: 'Back to the course' }).click()
  await plain.getByRole('link', { name: 'New seminar' }).click()
  await plain.getByRole('button', { name: 'Next: rounds and time' }).click()
  await plain.getByRole('button', { name: 'Move The price of the shield up' }).click()
  await expect(plain.getByRole('checkbox').first()).toHaveAccessibleName(/The price of the shield/)
  await plain.getByRole('button', { name: 'Next: rooms and seats' }).click()
  await plain.getByRole('button', { name: 'Next: open the door' }).click()
  await plain.getByRole('button', { name: 'Make the seminar' }).click()
  await expect(plain).toHaveURL(/\/lobby$/)
})

test.describe('a course of one instructor', () => {
  test.use({ expectedComplaints: [/404/] })

  test('does not exist for another', async ({ page, browser }) => {
    await givenLobby(page)
    const lobby = page.url()
    const other = await givenPhone(browser)
    const { courseUrl } = await givenCourse(other, { fresh: true })
    expect(courseUrl).toBeTruthy()
    expect((await other.goto(lobby))?.status()).toBe(404)
    await page.getByRole('link', { name: 'IR 347' }).click()
    await page.waitForURL(/\/courses\/[0-9a-f-]{36}$/)
    for (const path of ['', '/roster', '/new-seminar'])
      expect((await other.goto(page.url() + path))?.status()).toBe(404)
  })
})
