/** The people of the browser stories: an instructor with a seminar, and phones that join it. */
import { randomUUID } from 'node:crypto'
import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from '@playwright/test'
import { expect } from '../support/browser'

/** This worker's instructor on each server: an address may open twenty accounts in an hour, and the stories are more than that. */
const kept = new Map<string, string>()
const PASSWORD = 'a long enough sentence'

/** Opens an account, or signs in again to the one this worker has. A story that needs an empty one asks for `fresh`. */
async function givenInstructor(page: Page, fresh: boolean): Promise<string> {
  await page.goto('/sign-in?next=/courses')
  const { origin } = new URL(page.url())
  const known = kept.get(origin)
  if (known !== undefined && !fresh) {
    await page.getByLabel('E-mail').fill(known)
    await page.getByLabel('Password').fill(PASSWORD)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    // By its path: the address of the sign-in page ends in the same word.
    await page.waitForURL((url) => url.pathname === '/courses')
    return known
  }
  const email = `n.haddad-${randomUUID()}@college.example`
  await page.goto('/sign-up')
  await page.getByLabel('Your name').fill('Noor Haddad')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Create the account' }).click()
  await page.waitForURL('**/courses')
  if (!fresh) kept.set(origin, email)
  return email
}

/** An instructor, and a course made through the pages. */
export async function givenCourse(
  page: Page,
  { title = 'IR 347', fresh = false } = {},
): Promise<{ email: string; courseUrl: string }> {
  const email = await givenInstructor(page, fresh)
  await page.goto('/courses/new')
  await page.getByLabel('Course', { exact: true }).fill(title)
  await page.getByRole('button', { name: 'Make the course' }).click()
  await page.waitForURL(/\/courses\/[0-9a-f-]{36}$/)
  return { email, courseUrl: page.url() }
}

/** Makes a seminar and stays in its lobby; the fields are those of the wizard's address. */
export async function givenLobby(
  page: Page,
  fields: Record<string, string | string[]> = {},
): Promise<{ code: string }> {
  const { courseUrl } = await givenCourse(page)
  const draft = { agenda: 'seminar-90', step: '4', understudies: 'yes', lateArrivals: 'yes', ...fields }
  const query = Object.entries(draft).flatMap(([name, given]) => [given].flat().map((value) => [name, value]))
  await page.goto(`${courseUrl}/new-seminar?${new URLSearchParams(query)}`)
  await page.getByRole('button', { name: 'Make the seminar' }).click()
  await page.waitForURL('**/lobby')
  const spelled = (await page.getByText(/^Code: /).textContent()) ?? ''
  return { code: spelled.replace('Code: ', '').replaceAll(' ', '') }
}

/** A new phone in somebody's hand. */
export async function givenPhone(browser: Browser, options: { javaScriptEnabled?: boolean } = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 700 }, ...options })
  return context.newPage()
}

/** From a code to the list of seats. */
export async function join(phone: Page, code: string, name: string): Promise<void> {
  await phone.goto(`/join/${code}`)
  await phone.getByLabel('Name').fill(name)
  await phone.getByRole('button', { name: 'Go on' }).click()
}

export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(', ')}`)).toEqual([])
}

/** No sideways scroll on the narrowest phone. */
export async function expectNarrow(page: Page): Promise<void> {
  const before = page.viewportSize()
  await page.setViewportSize({ width: 320, height: 640 })
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  if (before) await page.setViewportSize(before)
}
