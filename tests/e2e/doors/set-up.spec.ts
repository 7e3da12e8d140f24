/** From sign-up to a lobby: every form with and without a script, at 320 pixels, and with nothing typed ever lost. */
import { expect, test } from '../../support/browser'
import { expectAccessible, expectNarrow, givenCourse, givenPhone, signOut } from '../people'

test.use({ baseURL: process.env.BASE_URL })

test('a refused sign-in keeps the address, and lets the right password in', async ({ page, browser }) => {
  const { email } = await givenCourse(page, { fresh: true })
  const other = await givenPhone(browser)
  await other.goto('/sign-in?next=/courses/new')
  await other.getByLabel('E-mail').fill(email)
  await other.getByLabel('Password').fill('not the right sentence')
  await other.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(other.getByText('E-mail and password do not match.')).toBeVisible()
  await expect(other.getByLabel('E-mail')).toHaveValue(email)
  await other.getByLabel('Password').fill('a long enough sentence')
  await other.getByRole('button', { name: 'Sign in', exact: true }).click()
  await other.waitForURL((url) => url.pathname === '/courses/new')
  await signOut(other)
  await other.waitForURL((url) => url.pathname === '/signed-out')
  await other.goto('/courses')
  await expect(other).toHaveURL(/\/sign-in/)
})

test('a registrar’s list is read, mended by line, saved without the rest, and compared with the next', async ({
  page,
}) => {
  await givenCourse(page)
  await page.getByRole('link', { name: 'Paste the roster' }).click()
  await expect(page).toHaveTitle(/^Roster of/)
  await page
    .getByLabel('Paste the list')
    .fill(
      'Student,ID,E-mail\n"Osei, Amara",1,a.osei@college.example\n"Weber, Jonas",2,j.weber@college\n"CHEN, WEI",3,\n,4,',
    )
  await page.getByRole('button', { name: 'Read it' }).click()
  await expect(page.getByRole('heading', { name: '4 lines read: 2 whole, 2 need you' })).toBeVisible()
  await expect(page.getByText('Osei, Amara becomes Amara Osei')).toBeVisible()
  await expect(page.getByText('Line 3: the address ends in “college” and is not whole.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save 2, leave out 2' })).toBeVisible()
  await expectAccessible(page)
  await expectNarrow(page)
  await page.getByRole('button', { name: 'Without e-mail' }).click()
  await expect(page.getByRole('button', { name: 'Save 3, leave out 1' })).toBeVisible()
  await page.getByRole('radio', { name: 'As they stand' }).check()
  await expect(
    page
      .getByRole('row', { name: /Osei, Amara/ })
      .getByRole('cell', { name: 'Osei, Amara' })
      .nth(1),
  ).toBeVisible()
  await page.getByRole('radio', { name: 'Turned round' }).check()
  await page.getByRole('button', { name: 'Save 3, leave out 1' }).click()
  await expect(page.getByRole('heading', { name: '3 names are on the roster' })).toBeVisible()
  await expect(page.getByText('One line is still here with its fault')).toBeVisible()
  await page.getByRole('button', { name: 'Mend the lines' }).click()
  await page.getByLabel('Name, line 5').fill('Leïla Benali')
  await page.getByLabel('Name, line 5').press('Enter')
  await page.getByRole('button', { name: 'Compare 4 with the roster' }).click()
  await expect(page.getByRole('heading', { name: '1 new, 0 removed, 3 kept' })).toBeVisible()
  await page.getByRole('button', { name: 'Save the changes' }).click()
  await expect(page.getByRole('heading', { name: '4 names are on the roster' })).toBeVisible()
  // Two of one name: a number that is left by the Tab key counts at once, and the button never leaves out another line than it said.
  await page.reload()
  await page.getByLabel('Paste the list').fill('Maria Silva\nMaria Silva\nWei Chen, 3')
  await page.getByRole('button', { name: 'Read it' }).click()
  await page.getByLabel('Number, line 2').fill('8')
  await page.getByLabel('Number, line 2').press('Tab')
  await page.getByLabel('Number, line 1').fill('9')
  await page.getByLabel('Number, line 1').press('Tab')
  await expect(page.getByRole('button', { name: 'Compare 3 with the roster' })).toBeVisible()
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
  await plain.getByLabel('Paste the list').fill('Mei Castellano\nJonas Weber')
  await plain.getByRole('button', { name: 'Read it' }).click()
  await plain.getByRole('button', { name: 'Save 2', exact: true }).click()
  await expect(plain.getByText('2 names are on the roster')).toBeVisible()
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
