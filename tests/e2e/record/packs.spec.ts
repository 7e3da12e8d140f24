/**
 * A scenario's packs in browsers: opened by each of their doors, on the narrowest phone, a laptop and in the dark, printed on both kinds of
 * paper, and kept from whoever may not read them.
 */
import type { Page } from '@playwright/test'
import { barriersOn, NARROW, overflowOf, showIn, WIDE } from '../../support/barriers'
import { expect, test } from '../../support/browser'
import { courseOf, instructorIn, seminarIn } from '../../support/ground'
import { patience } from '../../support/patience'
import { givenCourse } from '../people'
import { givenTable, givenTableLobby, seated, start } from '../table'

test.use({ baseURL: process.env.BASE_URL, expectedComplaints: [/404/] })
test.setTimeout(patience(240_000))

const PAPERS = [
  // The width and height of the text, in CSS pixels: the sheet less the margins of globals.css.
  { format: 'A4', width: Math.floor(((210 - 32) / 25.4) * 96), height: Math.floor(((297 - 36) / 25.4) * 96) },
  { format: 'Letter', width: Math.floor((8.5 - 32 / 25.4) * 96), height: Math.floor((11 - 36 / 25.4) * 96) },
] as const

/** Barriers and sideways scroll in every look, and links of the page that lead to no place on it. */
async function faultsOf(page: Page, name: string): Promise<string[]> {
  const found: string[] = []
  for (const { size, theme } of [
    { size: WIDE, theme: 'dark' },
    { size: NARROW, theme: 'light' },
  ] as const) {
    await showIn(page, { size, theme })
    const what = [...(await barriersOn(page)), ...((await overflowOf(page)) > 0 ? ['scrolls sideways'] : [])]
    found.push(...what.map((barrier) => `${name}, ${size.width}, ${theme}: ${barrier}`))
  }
  await showIn(page, { size: WIDE, theme: 'light' })
  const lost = await page.evaluate(() =>
    [...document.querySelectorAll('main a[href^="#"], nav a[href^="#"]')]
      .map((link) => link.getAttribute('href') ?? '')
      .filter((href) => document.getElementById(href.slice(1)) === null),
  )
  return [...found, ...lost.map((href) => `${name}: ${href} leads nowhere`)]
}

const sheetsIn = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0

/** How many sheets it takes on each paper; nothing is wider than the paper, and what is folded on screen is open. */
async function printed(page: Page, name: string): Promise<Record<string, number>> {
  const sheets: Record<string, number> = {}
  for (const { format, width, height } of PAPERS) {
    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize({ width, height })
    expect(await overflowOf(page), `${name} on ${format} is wider than the paper`).toBeLessThanOrEqual(0)
    expect(await cutOff(page), `${name} on ${format}`).toEqual([])
    await page.emulateMedia({ media: null })
    sheets[format] = sheetsIn(await page.pdf({ format }))
  }
  await page.setViewportSize(WIDE)
  return sheets
}

/** Words of the pack that paper would lack: folded away, or beyond the edge of what holds them. */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('main p, main li, main dd, main td, main h3')].flatMap((part) => {
      const style = getComputedStyle(part)
      const folded = part.closest('details') !== null && part.getClientRects().length === 0
      // A question is printed apart from its answer, and its fold is left out on paper.
      const printedApart = part.closest('#questions') !== null
      const clipped = style.overflow === 'hidden' && part.scrollWidth > part.clientWidth + 1
      return (folded && !printedApart) || clipped ? [part.textContent.slice(0, 60)] : []
    }),
  )

test('both packs are read from the wizard before anything is made', async ({ page }) => {
  const { courseUrl } = await givenCourse(page)
  await page.goto(`${courseUrl}/new-seminar?agenda=seminar-90&step=1`)
  const opened = async (name: string): Promise<Page> => {
    const popup = page.waitForEvent('popup')
    await page.getByRole('link', { name, exact: true }).click()
    return popup
  }
  const student = await opened('Student pack')
  await expect(student.getByRole('heading', { level: 1, name: 'The China Gap' })).toBeVisible()
  await expect(student.getByRole('heading', { name: 'Your brief' })).toHaveCount(0)
  expect(await faultsOf(student, 'student-wizard')).toEqual([])

  const instructor = await opened('Instructor’s pack')
  await expect(instructor.getByRole('heading', { level: 1, name: 'Instructor’s pack: The China Gap' })).toBeVisible()
  expect(await faultsOf(instructor, 'instructor-wizard')).toEqual([])
  await instructor.getByRole('link', { name: 'Student pack' }).click()
  await expect(instructor.getByRole('heading', { level: 1, name: 'The China Gap' })).toBeVisible()
})

test('an instructor opens the pack in the lobby, reads the map under both names, and prints it', async ({ page }) => {
  await givenTableLobby(page)
  await page.getByRole('link', { name: /^Prepare/ }).click()
  await page.getByRole('link', { name: 'Scenario', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Instructor’s pack: The China Gap' })).toBeVisible()

  const map = page.locator('#map svg')
  await map.scrollIntoViewIfNeeded()
  for (const name of ['Senkaku (Japan)', 'Diaoyu (China)']) {
    const words = map.getByText(name)
    await expect(words).toBeVisible()
    const [inside, around] = [await words.boundingBox(), await map.boundingBox()]
    expect(inside && around && inside.x >= around.x && inside.x + inside.width <= around.x + around.width).toBe(true)
  }
  await page.setViewportSize(NARROW)
  const smallest = await page
    .locator('#map figcaption li')
    .evaluateAll((names) => Math.min(...names.map((name) => Number.parseFloat(getComputedStyle(name).fontSize))))
  expect(smallest, 'names beside the map on a phone').toBeGreaterThanOrEqual(12)

  await page.locator('summary').filter({ hasText: 'Finance Minister' }).first().click()
  await expect(page.getByText('From which account? Make one colleague choose')).toBeVisible()

  const sheets = await printed(page, 'instructor')
  for (const { format, width, height } of PAPERS) {
    expect(sheets[format], `${format}: sheets of the instructor’s pack`).toBeGreaterThan(15)
    expect(sheets[format], `${format}: sheets of the instructor’s pack`).toBeLessThanOrEqual(80)
    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize({ width, height })
    const run = await page.locator('#run').boundingBox()
    expect((run?.y ?? 0) + (run?.height ?? 0), `${format}: the run sheet takes one page`).toBeLessThanOrEqual(height)
    await page.emulateMedia({ media: null })
  }
})

test('a student opens the pack in the lobby, and the own brief with its stakes once it is issued', async ({
  page: desk,
  browser,
}) => {
  const { code } = await givenTable(desk)
  const sofia = await seated(browser, code, 'Sofia Conti', 'Japan', 'Finance Minister')
  await sofia.page.getByRole('link', { name: 'Read the student pack' }).click()
  await expect(sofia.page.getByRole('heading', { level: 1, name: 'The China Gap' })).toBeVisible()
  await expect(sofia.page.getByText(/^Your brief opens here when your instructor locks the seats/)).toBeVisible()
  await expect(sofia.page.getByText('From which account?')).toHaveCount(0)
  const pack = sofia.page.url()

  await start(desk)
  await sofia.page.getByRole('link', { name: /^Run/ }).click()
  await sofia.page.getByRole('link', { name: 'Brief', exact: true }).click()
  const stake = sofia.page.getByText(/A slogan costs nothing until the market answers it/)
  // While the briefs are read a student's own views are asked for first.
  const rather = sofia.page.getByRole('button', { name: 'I would rather not say' })
  await expect(async () => {
    if (await rather.isVisible()) await rather.click()
    // What is at stake stands behind the one page of the office.
    const more = sofia.page.getByText(/^More: /)
    if ((await more.isVisible()) && !(await stake.first().isVisible())) await more.click()
    await expect(stake.first()).toBeVisible({ timeout: patience(1_000) })
  }).toPass()
  await sofia.page.getByRole('link', { name: /^The student pack/ }).click()
  await expect(sofia.page).toHaveURL(pack)
  const brief = sofia.page.locator('#brief')
  await expect(brief.getByText(/A slogan costs nothing until the market answers it/)).toBeVisible()
  // The seminar plays the first and the last of its rounds; a stake in one that is not played would send the student astray.
  await expect(brief.getByText('From which account?')).toHaveCount(1)
  const sheets = await printed(sofia.page, 'student')
  for (const { format } of PAPERS) {
    expect(sheets[format], `${format}: sheets of the student’s pack`).toBeGreaterThan(5)
    expect(sheets[format], `${format}: sheets of the student’s pack`).toBeLessThanOrEqual(26)
  }
})

test('a role sheet is one sheet of paper: the office in front, its delegation on the back, on A4 and on Letter', async ({
  page,
}) => {
  const account = await instructorIn(page.context(), { fresh: true })
  const draft = { agenda: 'seminar-90', students: '18', chairs: '6', understudies: 'yes', lateArrivals: 'yes' }
  const { lobbyUrl } = await seminarIn(await courseOf(account, 'IR 347'), account, draft)
  await page.setViewportSize(WIDE)
  await page.goto(lobbyUrl.replace('/lobby', '/briefs?order=office'))
  const sheets = await page.getByRole('article').count()
  expect(sheets).toBe(18)
  for (const format of ['A4', 'Letter'] as const)
    expect([format, sheetsIn(await page.pdf({ format }))]).toEqual([format, 36])
})
