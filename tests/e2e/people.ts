/** The people of the browser stories: an instructor with a seminar, and phones that join it. */
import type { Browser, Download, Locator, Page } from '@playwright/test'
import { barriersOn, linkOutside, NARROW, overflowOf, squeezed } from '../support/barriers'
import { expect } from '../support/browser'
import { courseOf, instructorIn, seminarIn } from '../support/ground'
import { patience } from '../support/patience'

type GivenCourse = { title?: string; fresh?: boolean; roster?: string; timeZone?: string }

/** An instructor on the page of a course of theirs. */
export async function givenCourse(
  page: Page,
  { title = 'IR 347', fresh = false, roster = '', ...more }: GivenCourse = {},
): Promise<{ email: string; courseUrl: string }> {
  const account = await instructorIn(page.context(), { fresh })
  const courseUrl = await courseOf(account, title, roster, more.timeZone)
  await page.goto(courseUrl)
  return { email: account.email, courseUrl }
}

type Fields = Record<string, string | string[]>

/** An instructor in the lobby of a new seminar; the fields are those of the wizard's address. */
export const givenLobby = (page: Page, fields: Fields = {}): Promise<{ code: string }> =>
  givenSeminar(page, fields, ({ lobbyUrl }) => lobbyUrl)

/** The same, at the desk of its first table. */
export const givenDesk = (page: Page, fields: Fields = {}): Promise<{ code: string }> =>
  givenSeminar(page, fields, ({ deskUrl }) => deskUrl)

async function givenSeminar(
  page: Page,
  fields: Fields,
  place: (made: Awaited<ReturnType<typeof seminarIn>>) => string,
): Promise<{ code: string }> {
  const account = await instructorIn(page.context())
  const draft = { agenda: 'seminar-90', understudies: 'yes', lateArrivals: 'yes', ...fields }
  const made = await seminarIn(await courseOf(account, 'IR 347'), account, draft)
  await page.goto(place(made))
  return { code: made.code }
}

/** A student's phone without anything stored on it. */
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

/** Chooses an office on the page of seats, where a side may be folded on a phone. */
export async function chooseOffice(page: Page, side: string, office: string | RegExp): Promise<void> {
  const delegation = page.getByRole('region', { name: side })
  const folded = delegation.locator('details:not([open]) > summary')
  await delegation.waitFor()
  if ((await folded.count()) > 0) await folded.click()
  await delegation.getByRole('radio', { name: office }).check()
}

/** Asked again for a while: in the instant between two pages a document has no title yet. What is a barrier stays one. */
export async function expectAccessible(page: Page): Promise<void> {
  await expect(async () => expect(await barriersOn(page)).toEqual([])).toPass({ timeout: patience(10_000) })
}

/** No sideways scroll on the narrowest phone, and the bar shows which page is open. */
export async function expectNarrow(page: Page): Promise<void> {
  const before = page.viewportSize()
  await page.setViewportSize(NARROW)
  await expect.poll(() => overflowOf(page)).toBeLessThanOrEqual(0)
  await expect.poll(() => linkOutside(page)).toBe(0)
  await expect.poll(() => squeezed(page)).toEqual([])
  if (before) await page.setViewportSize(before)
}

/**
 * Opens a menu by its button and chooses from it. A press in the instant in which the page is drawn anew opens nothing, and is made again, as
 * a person would; but not where the button is gone with what it was for: then the press before was the one, whatever was heard of it.
 */
export async function choose(button: Locator, item: string | RegExp): Promise<void> {
  const entry = button.page().getByRole('menuitem', { name: item })
  let pressed = false
  await expect(async () => {
    if (pressed && !(await entry.isVisible()) && !(await button.isVisible())) return
    if (!(await entry.isVisible())) await button.click()
    pressed = true
    await entry.click({ timeout: patience(1_000) })
  }).toPass({ timeout: patience(60_000) })
}

/** At the desk: chooses from the menu of a seat, by the name and office on it. */
export async function chooseAtSeat(desk: Page, seat: string | RegExp, item: string | RegExp): Promise<void> {
  await desk.getByRole('button', { name: 'Seats', exact: true }).click()
  const seats = desk.getByRole('dialog', { name: 'Seats' })
  await choose(seats.getByRole('button', { name: seat }).first(), item)
  await expect(seats).toBeHidden()
}

/** At the desk: changes something in its settings. */
export async function inSettings(desk: Page, change: (settings: Locator) => Promise<void>): Promise<void> {
  await desk.getByRole('button', { name: 'Settings', exact: true }).click()
  const settings = desk.getByRole('dialog', { name: 'Settings' })
  await change(settings)
  await settings.getByRole('button', { name: 'Close' }).click()
  await expect(settings).toBeHidden()
}

/** Takes the record on this page out as a file, for whom and in which form. */
export async function takeOut(page: Page, whom: string, form: string): Promise<Download> {
  const sheet = page.getByRole('dialog')
  await expect(async () => {
    if (!(await sheet.isVisible())) await page.getByRole('button', { name: 'Share' }).click()
    await expect(sheet.getByText('Goes out')).toBeVisible()
  }).toPass({ timeout: patience(60_000) })
  await sheet.getByRole('radio', { name: whom }).click()
  await sheet.getByLabel('Form').selectOption({ label: form })
  const downloading = page.waitForEvent('download')
  await sheet.getByRole('button', { name: 'Export' }).click()
  return downloading
}

/** Out by the end of the bar, from any page. */
export async function signOut(page: Page): Promise<void> {
  await choose(page.getByRole('button', { name: /your account, and signing out$/ }), 'Sign out')
}
