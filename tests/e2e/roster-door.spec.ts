/** Students come in by a door for the roster and before a full seminar, and an instructor tidies courses. */
import path from 'node:path'
import { expect, test } from '../support/browser'
import { courseOf, guestIn, instructorIn, seminarIn } from '../support/ground'
import { expectAccessible, expectNarrow, givenCourse, givenPhone } from './people'

const DRAFT = { agenda: 'seminar-90', understudies: 'yes', lateArrivals: 'yes' }
const ROSTER = ['Name,Number', '"Osei, Amara",1001', '"Chen, Wei",1008', '"Chen, Wei",1009', '佐藤 美咲,1010'].join(
  '\n',
)

test('a student picks their name after two letters, and two of one name are told apart', async ({ page, browser }) => {
  const account = await instructorIn(page.context(), { fresh: true })
  const courseUrl = await courseOf(account, 'IR 347', ROSTER)
  const { code, lobbyUrl } = await seminarIn(courseUrl, account, { ...DRAFT, door: 'roster' })
  const phone = await givenPhone(browser)
  await phone.goto(`/join/${code}`)
  await expect(phone.getByRole('heading', { name: 'Which one are you?' })).toBeVisible()
  const name = phone.getByRole('combobox', { name: 'Your name' })
  await expect(name).toBeFocused()
  await name.pressSequentially('c')
  await expect(phone.getByRole('option')).toHaveCount(0)
  await name.pressSequentially('h')
  await expect(phone.getByRole('option')).toHaveCount(2)
  await expect(phone.getByRole('option').nth(1)).toContainText('number ends in 09')
  await expectAccessible(phone)
  await expectNarrow(phone)
  await name.press('ArrowDown')
  await name.press('Enter')
  await expect(name).toHaveValue('Wei Chen')
  await phone.getByRole('button', { name: 'Go on' }).click()
  await phone.getByLabel('Student number').fill('1009')
  await phone.getByRole('button', { name: 'Go on' }).click()
  await phone.waitForURL('**/join/seat/*')
  const other = await givenPhone(browser)
  await other.goto(`/join/${code}`)
  await other.getByRole('combobox', { name: 'Your name' }).pressSequentially('chen we')
  await expect(other.getByRole('option').nth(1)).toContainText('here already')
  await other.getByRole('option').first().click()
  await other.getByRole('button', { name: 'Go on' }).click()
  await other.getByLabel('Student number').fill('1008')
  await other.getByRole('button', { name: 'Go on' }).click()
  await other.waitForURL('**/join/seat/*')
  const stranger = await givenPhone(browser)
  await stranger.goto(`/join/${code}`)
  await stranger.getByRole('combobox', { name: 'Your name' }).fill('Zara Novak')
  await expect(stranger.getByText('No name on the list begins so.')).toBeVisible()
  await stranger.getByRole('button', { name: 'Go on' }).click()
  await stranger.getByRole('button', { name: 'Ask to come in as Zara Novak' }).click()
  await expect(stranger.getByText('You asked at')).toBeVisible()
  await page.goto(lobbyUrl)
  await expect(page.getByText(/Zara Novak asked at/)).toBeVisible()
  // This server listens on this machine alone, and its lobby says which setting opens it.
  await expect(page.getByText('Start the server with HOST=0.0.0.0')).toBeVisible()
})

test('behind a right code of a full seminar one name is asked for, and the chair sees who stands outside', async ({
  page,
  browser,
}) => {
  const account = await instructorIn(page.context(), { fresh: true })
  const courseUrl = await courseOf(account, 'IR 347')
  const { code, lobbyUrl } = await seminarIn(courseUrl, account, { ...DRAFT, students: '3', seats: '9', spare: '0' })
  const late = await givenPhone(browser)
  const room = async () => {
    await late.goto(`/join/${code}`)
    return late.getByRole('heading', { name: 'What is your name?' }).isVisible()
  }
  for (let index = 0; index < 40 && (await room()); index += 1) {
    const context = await browser.newContext()
    await guestIn(context, code, `Student ${index}`)
    await context.close()
  }
  await expect(late.getByRole('heading', { name: 'Every seat is taken' })).toBeVisible()
  await expect(late.locator('form')).toHaveCount(1)
  await expectAccessible(late)
  await expectNarrow(late)
  await late.getByLabel('Your name').fill('Élise Moreau')
  await late.getByRole('button', { name: 'Ask to come in' }).click()
  await expect(late.getByText('You asked at')).toBeVisible()
  await page.goto(lobbyUrl)
  await expect(page.getByText(/Élise Moreau asked at/)).toBeVisible()
})

test('a seminar and a course are renamed, repeated, archived, deleted and put back', async ({ page }) => {
  const account = await instructorIn(page.context(), { fresh: true })
  const courseUrl = await courseOf(account, 'IR 347')
  const { lobbyUrl } = await seminarIn(courseUrl, account, DRAFT)
  await page.goto(courseUrl)
  const keep = page.getByText('Rename, repeat, archive or delete', { exact: true })
  await keep.click()
  await expectAccessible(page)
  await expectNarrow(page)
  await page.getByRole('textbox', { name: 'Name', exact: true }).first().fill('The gap, Monday')
  await page.getByRole('button', { name: 'Rename', exact: true }).first().click()
  await expect(page.getByRole('link', { name: 'The gap, Monday' })).toBeVisible()
  await page.getByRole('button', { name: 'Repeat “The gap, Monday”' }).click()
  await expect(page.getByRole('link', { name: 'The gap, Monday, again' })).toBeVisible()
  await page.getByRole('button', { name: 'Delete “The gap, Monday”' }).click()
  await expect(page.getByText('“The gap, Monday” is deleted.')).toBeVisible()
  await expectAccessible(page)
  expect((await page.request.get(lobbyUrl)).status()).toBe(404)
  await page.getByRole('button', { name: 'Put it back: “The gap, Monday”' }).click()
  await expect(page.getByRole('link', { name: 'The gap, Monday', exact: true })).toBeVisible()
  expect((await page.request.get(lobbyUrl)).status()).toBe(200)
  await page.getByText('Rename, repeat, archive or delete this course').click()
  await page.getByRole('button', { name: 'Repeat for another section' }).click()
  await expect(page.getByRole('heading', { name: 'IR 347, another section' })).toBeVisible()
  await page.getByText('Rename, repeat, archive or delete this course').click()
  await page.getByRole('button', { name: 'Delete the course' }).click()
  await page.waitForURL('**/courses')
  await expect(page.getByText('“IR 347, another section” is deleted.')).toBeVisible()
  await expectAccessible(page)
  await expectNarrow(page)
  await page.getByRole('button', { name: 'Put it back: “IR 347, another section”' }).click()
  await page.waitForURL((url) => url.pathname !== `/courses/${path.basename(courseUrl)}` && url.pathname !== '/courses')
  await expect(page.getByRole('heading', { name: 'IR 347, another section' })).toBeVisible()
})

test('a list of courses without any offers a finished seminar to look at', async ({ page }) => {
  await givenCourse(page, { fresh: true })
  await page.getByText('Rename, repeat, archive or delete this course').click()
  await page.getByRole('button', { name: 'Delete the course' }).click()
  await expect(page.getByText('You have no course yet.')).toBeVisible()
  await expectAccessible(page)
})
