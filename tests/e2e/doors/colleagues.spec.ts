/** A colleague is invited, accepts, works and leaves the course; a grader marks the one room they were given. */
import type { Browser, Page } from '@playwright/test'
import { expect, test } from '../../support/browser'
import { courseOf, instructorIn, seminarIn } from '../../support/ground'
import { expectAccessible, expectNarrow } from '../people'

test.use({ baseURL: process.env.BASE_URL, expectedComplaints: [/404/] })

/** Somebody with an account of their own, in a browser of their own. */
async function givenColleague(browser: Browser): Promise<Page> {
  return (await givenColleagueOf(browser)).colleague
}

async function givenColleagueOf(browser: Browser): Promise<{ colleague: Page; email: string }> {
  const context = await browser.newContext()
  const { email } = await instructorIn(context, { fresh: true })
  return { colleague: await context.newPage(), email }
}

async function invited(page: Page, part: string, rooms: readonly string[] = []): Promise<string> {
  await page.getByLabel('Part').selectOption({ label: part })
  for (const room of rooms) await page.getByRole('checkbox', { name: room }).check()
  await page.getByRole('button', { name: 'Make a link' }).click()
  const link = page.locator('code', { hasText: '/invitation/' })
  await expect(link).toBeVisible()
  return (await link.textContent()) ?? ''
}

const expectNothing = (page: Page) =>
  expect(page.getByRole('heading', { name: /^There is (nothing at this address|no room here for you)$/ })).toBeVisible()

test('a colleague accepts a link, runs the course, and is taken off it; a grader reads the rooms they were given', async ({
  page,
  browser,
}) => {
  const account = await instructorIn(page.context(), { fresh: true })
  const courseUrl = await courseOf(account, 'IR 347')
  await seminarIn(courseUrl, account, { agenda: 'seminar-90', students: '30' })
  await page.goto(courseUrl)
  await page.getByLabel(/^Their e-mail/).fill('not an address')
  await page.getByLabel(/^Their e-mail/).evaluate((input: HTMLInputElement) => {
    input.type = 'text'
  })
  await page.getByRole('button', { name: 'Make a link' }).click()
  await expect(page.getByText('Type an e-mail address such as')).toBeVisible()
  await expect(page.getByLabel(/^Their e-mail/)).toHaveValue('not an address')
  const { colleague, email } = await givenColleagueOf(browser)
  await page.getByLabel(/^Their e-mail/).fill(email)
  const link = await invited(page, 'Assistant')
  await expect(page.getByText(email)).toBeVisible()

  await page.getByLabel(/^Their e-mail/).fill('next@college.example')
  // It is for one address: another account is told so, and may not spend it.
  const other = await givenColleague(browser)
  await other.goto(link)
  await other.getByRole('button', { name: 'Accept' }).click()
  await expect(other.getByText(/This invitation is for another e-mail address/)).toBeVisible()
  await colleague.goto(link)
  await expect(colleague.getByRole('heading', { level: 1 })).toContainText('invites you to “IR 347”')
  await expectNarrow(colleague)
  await expectAccessible(colleague)
  await colleague.getByRole('button', { name: 'Accept' }).click()
  await colleague.waitForURL(courseUrl)
  await expect(colleague.getByRole('button', { name: 'Make a link' })).toHaveCount(0)
  await colleague.goto('/courses')
  await expect(colleague.getByRole('row', { name: /IR 347/ })).toContainText('Assistant')
  await colleague.goto(link)
  await expect(colleague.getByRole('heading', { name: 'This invitation is no longer valid' })).toBeVisible()

  // The owner's page, open all the while, shows it by itself, and what the owner was typing stays.
  await expect(page.getByText(email)).toHaveCount(0)
  await expect(page.getByLabel(/^Their e-mail/)).toHaveValue('next@college.example')
  await page.getByRole('button', { name: /^Take .* off the course$/ }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Take off' }).click()
  // The dialog closes with the row it belongs to.
  await expect(page.getByRole('alertdialog')).toHaveCount(0)
  await expect(page.getByRole('button', { name: /^Take .* off the course$/ })).toHaveCount(0)
  await colleague.goto(courseUrl)
  await expectNothing(colleague)

  await page.reload()
  await other.goto(await invited(page, 'Grader', ['Table 1']))
  await other.getByRole('button', { name: 'Accept' }).click()
  await expect(other.getByRole('heading', { name: 'Rooms to mark' })).toBeVisible()
  await expect(other.getByText('Table 2')).toHaveCount(0)
  await expectNarrow(other)
  await expectAccessible(other)
})
