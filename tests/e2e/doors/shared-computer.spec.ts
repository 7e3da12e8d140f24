/** One computer, several people: a newcomer is asked who they are, a sign-out clears the device, and open pages notice. */
import type { BrowserContext, Page } from '@playwright/test'
import { expect, test } from '../../support/browser'
import { expectAccessible, expectNarrow, givenLobby, givenPhone, join, signOut } from '../people'

test.use({ baseURL: process.env.BASE_URL })

async function sits(page: Page, code: string, name: string): Promise<string> {
  await join(page, code, name)
  await page.getByRole('button', { name: 'Draw a seat by lot' }).click()
  await page.waitForURL('**/rooms/*')
  await expect(page.getByRole('main')).toContainText(/\w/)
  return page.url()
}

/** What the device still stores of somebody's words. */
const keptOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('track-two/')))
const writes = (page: Page): Promise<void> =>
  page.evaluate(() => localStorage.setItem('track-two/room/me/talk/caucus', JSON.stringify('half-written words')))
const sessionIn = async (context: BrowserContext) =>
  (await context.cookies()).find(({ name }) => name === 'track-two')?.value

test('the next person at a computer is asked who they are, and comes in as themselves', async ({ page, browser }) => {
  const { code } = await givenLobby(page)
  const computer = await givenPhone(browser)
  await sits(computer, code, 'Alice Pupil')
  await writes(computer)
  const hers = await sessionIn(computer.context())

  await computer.goto(`/join/${code}`)
  await expect(computer.getByRole('heading', { name: 'Go on as Alice Pupil?' })).toBeVisible()
  await expectNarrow(computer)
  await computer.getByRole('button', { name: 'I am somebody else' }).click()
  await expect(
    computer.getByText('One piece of writing of Alice Pupil on this device has not been sent.'),
  ).toBeVisible()
  await expectAccessible(computer)
  await computer.getByRole('button', { name: 'Stay' }).click()
  expect(await keptOn(computer)).not.toEqual([])

  await computer.getByRole('button', { name: 'I am somebody else' }).click()
  await computer.getByRole('button', { name: 'Clear away and go on' }).click()
  await expect(computer.getByLabel('Name')).toHaveValue('')
  await expect.poll(() => keptOn(computer)).toEqual([])
  await computer.getByLabel('Name').fill('Bob Other')
  await computer.getByRole('button', { name: 'Go on' }).click()
  await expect(computer.getByText(/^Bob Other · /)).toBeVisible()

  const old = await browser.newContext()
  await old.addCookies([{ name: 'track-two', value: hers ?? '', url: process.env.BASE_URL ?? '' }])
  const page2 = await old.newPage()
  await page2.goto('/my')
  await expect(page2).toHaveURL(/\/sign-in/)
  await expect(page.getByText('Alice Pupil', { exact: true }).first()).toBeVisible()
  await expect(page.getByText('Bob Other', { exact: true }).first()).toBeVisible()
  await expect(page.getByText(/^Bob Other came in on the same device as Alice Pupil/)).toBeVisible()
})

test('signing out is in the bar of a room at 320 pixels, and pages that stand open notice', async ({
  page,
  browser,
}) => {
  const { code } = await givenLobby(page)
  const phone = await givenPhone(browser)
  const room = await sits(phone, code, 'Mei Castellano')
  await phone.setViewportSize({ width: 320, height: 640 })
  await expectNarrow(phone)
  const other = await phone.context().newPage()
  await other.goto('/my')
  await expect(other.getByRole('button', { name: /^Mei Castellano: / })).toBeVisible()
  await writes(phone)
  await phone.evaluate(() => localStorage.removeItem('track-two/room/me/talk/caucus'))
  await signOut(phone)
  await expect(phone.getByRole('heading', { name: 'You are signed out' })).toBeVisible()
  await expectAccessible(phone)
  await expectNarrow(phone)
  await expect.poll(() => keptOn(phone)).toEqual([])
  await other.waitForURL('**/sign-in?**')
  await phone.goto(room)
  await expect(phone).toHaveURL(/\/sign-in/)
})
