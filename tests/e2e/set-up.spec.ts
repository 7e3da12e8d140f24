/** From sign-up to a lobby: every form with and without a script, at 320 pixels, and with nothing typed ever lost. */
import { expect, test } from '../support/browser'
import { expectAccessible, expectNarrow, givenCourse, givenLobby, givenPhone, signOut } from './people'

test.use({ baseURL: process.env.BASE_URL })

test('a refused sign-in keeps the address, and lets the right password in', async ({ page, browser }) => {
  const { email } = await givenCourse(page, { fresh: true })
  const other = await givenPhone(browser)
  await other.goto('/sign-in?next=/courses/new')
  await expectAccessible(other)
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

test('a registrar’s list is read, mended by line, saved without the rest, and compared with the next', async ({
  page,
}) => {
  await givenCourse(page)
  await page.getByRole('link', { name: 'Paste the roster' }).click()
  await expect(page).toHaveTitle(/^Roster of/)
  await expectAccessible(page)
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
  await expect(page.getByText('One line is still here with its fault.')).toBeVisible()
  await page.getByRole('button', { name: 'Mend the lines' }).click()
  await page.getByLabel('Name, line 5').fill('Leïla Benali')
  await page.getByLabel('Name, line 5').press('Enter')
  await page.getByRole('button', { name: 'Compare 4 with the roster' }).click()
  await expect(page.getByRole('heading', { name: '1 new, 0 removed, 3 kept' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Save the changes' }).click()
  await expect(page.getByRole('heading', { name: '4 names are on the roster' })).toBeVisible()
  await page.reload()
  await page.getByLabel('Paste the list').fill('Amara Osei-Smith, 1\nWei Chen, 3')
  await page.getByRole('button', { name: 'Read it' }).click()
  await page.getByRole('button', { name: 'Compare 2 with the roster' }).click()
  await expect(page.getByRole('heading', { name: '0 new, 2 removed, 2 kept' })).toBeVisible()
  await page.getByRole('button', { name: 'Keep Jonas Weber' }).click()
  await expect(page.getByRole('heading', { name: '0 new, 1 removed, 2 kept' })).toBeVisible()
  await page.getByRole('button', { name: 'Save the changes' }).click()
  await expect(page.getByRole('heading', { name: '3 names are on the roster' })).toBeVisible()
  await expectNarrow(page)

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

test('a file is read as it was written, and a workbook says what to do instead', async ({ page }) => {
  await givenCourse(page)
  await page.getByRole('link', { name: 'Paste the roster' }).click()
  const choose = page.getByLabel('or choose a file')
  await choose.setInputFiles({ name: 'roster.xlsx', mimeType: 'text/csv', buffer: Buffer.from('PK\u0003\u0004') })
  await expect(page.getByText('roster.xlsx is a workbook')).toBeVisible()
  await choose.setInputFiles({
    name: 'list.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('氏名,学籍番号\n佐藤 美咲,１００６'),
  })
  await expect(page.getByText('From list.csv.')).toBeVisible()
  await expect(page.getByRole('cell', { name: '1006', exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Save 1', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'One name is on the roster' })).toBeVisible()
})

test('a seminar is made in four steps, each with its own address, and its door stands open', async ({ page }) => {
  await givenCourse(page)
  await page.getByRole('link', { name: 'New seminar' }).click()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Next: rounds and time' }).click()
  await expect(page.getByRole('heading', { name: 'Which tensions, and how long?' })).toBeVisible()
  await expectAccessible(page)
  await expectNarrow(page)
  await page.getByRole('checkbox', { name: /A promise to the neighbours/ }).check()
  await expect(page.getByText(/^This takes \d+ minutes, \d+ more than the agenda’s 90\.$/)).toBeVisible()
  await page.getByRole('button', { name: 'Share 90 minutes between the rounds' }).click()
  await expect(page.getByText('more than the agenda')).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('checkbox', { name: /A promise to the neighbours/ })).toBeChecked()
  await page.getByRole('button', { name: 'Next: rooms and seats' }).click()
  await page.getByRole('spinbutton', { name: 'Students' }).fill('46')
  await page.getByRole('spinbutton', { name: 'Students' }).blur()
  await expect(page.getByRole('heading', { name: '46 students make 2 tables of 23' })).toBeVisible()
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
  await plain.getByLabel('Paste the list').fill('Mei Castellano\nJonas Weber')
  await plain.getByRole('button', { name: 'Read it' }).click()
  await plain.getByRole('button', { name: 'Save 2', exact: true }).click()
  await expect(plain.getByText('2 names are on the roster')).toBeVisible()
  await plain.getByRole('link', { name: 'Back to the course' }).first().click()
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
