/** Before class: tables by the roster's sections, role sheets on paper, a debate repeated for another week. And after it has begun: a move between sides. */
import type { Page } from '@playwright/test'
import { WIDE } from '../support/barriers'
import { expect, test } from '../support/browser'
import { courseOf, instructorIn, seminarIn } from '../support/ground'
import { expectAccessible, expectNarrow, givenCourse, givenLobby, givenPhone, join } from './people'

const SECTIONS = [
  ...['Name,Number,Section', 'Amara Osei,1,A01', 'Jonas Weber,2,A01', 'Mei Castellano,3,A02', 'Sofia Conti,4,A02'],
  ...['Wei Chen,5,'],
].join('\n')

test('each section of the roster gets its tables, shown by name before they are made, and the door leads there', async ({
  page,
  browser,
}) => {
  const { courseUrl } = await givenCourse(page, { roster: SECTIONS })
  await page.goto(`${courseUrl}/new-seminar?agenda=seminar-90&step=3&understudies=yes&seating=choose`)
  await page.getByRole('radio', { name: 'section', exact: true }).check()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('5 students make 2 tables of 2 to 3')
  await expect(page.getByRole('rowheader', { name: 'Table 1 · A01' })).toBeVisible()
  await expect(page.getByText('Wei Chen is in no section and was given the table where fewest sit.')).toBeVisible()
  await page.getByText('Table 2 · A02: 2 students').click()
  await expect(page.getByText('Mei Castellano and Sofia Conti')).toBeVisible()
  await expectAccessible(page)
  await expectNarrow(page)
  await page.getByRole('button', { name: 'Next: open the door' }).click()
  await page.getByRole('checkbox', { name: /^No dictation/ }).check()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Make the seminar' }).click()
  await page.waitForURL('**/lobby')
  const code = ((await page.getByText(/^Code: /).textContent()) ?? '').replace('Code: ', '').replaceAll(' ', '')

  // The emptier table is the second; Jonas goes to the first all the same, and reads what each office is there for.
  const jonas = await givenPhone(browser)
  await join(jonas, code, 'jonas weber')
  await expect(jonas.getByText('Jonas Weber · Table 1 · A01')).toBeVisible()
  const folded = jonas.locator('details:not([open]) > summary')
  while ((await folded.count()) > 0) await folded.first().click()
  await expect(jonas.getByText('Say the price aloud before anyone signs.').first()).toBeVisible()
  await expectAccessible(jonas)
  await expectNarrow(jonas)

  await page.getByRole('link', { name: 'Seating', exact: true }).click()
  await expect(page.getByRole('button', { name: /^Amara Osei Table 1 · A01 · has not chosen/ })).toBeVisible()
  await page.getByRole('button', { name: 'Draw by lot' }).click()
  await page.getByRole('button', { name: 'Draw', exact: true }).click()
  await page.getByRole('button', { name: 'Keep these seats' }).click()
  await expect(page.getByText('Table 1 · A01: 3 of')).toHaveCount(1)

  // Whoever comes in under a name that is expected is told so.
  const mei = await givenPhone(browser)
  await join(mei, code, 'Mei Castellano')
  await mei.waitForURL('**/rooms/*')
  await expect(mei.getByText('You came in as Mei Castellano: the seat')).toBeVisible()
})

/** How many pages the browser would print. */
async function printed(page: Page, format: 'A4' | 'Letter'): Promise<number> {
  const pdf = await page.pdf({ format, preferCSSPageSize: false, printBackground: false })
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
}

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
  for (const format of ['A4', 'Letter'] as const) expect([format, await printed(page, format)]).toEqual([format, 36])
})

test('a debate is repeated some weeks later: every date is shown, on its own weekday, before it is published', async ({
  page,
}) => {
  const roster = ['Mei Castellano', 'Omar Reid', 'Ada Okoro', 'Kim Lee', 'Ingrid Solberg', 'Tomás Rivas'].join('\n')
  const { courseUrl } = await givenCourse(page, { roster, fresh: true })
  const chosen = 'round=framing&round=deterrence&understudies=yes&postFirst=yes&late=48'
  await page.goto(`${courseUrl}/new-homework?step=5&${chosen}&start=2035-05-01&laid=2035-05-01`)
  await page.getByRole('button', { name: 'Publish the debate' }).click()
  await page.waitForURL('**/board')
  await page.goto(courseUrl)
  await page.getByText('Rename, repeat, archive or delete', { exact: true }).click()
  await page.getByRole('link', { name: 'Repeat “The China Gap”' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Repeat “The China Gap”')
  await expect(page.getByLabel('First day')).toHaveValue('2035-05-08')
  await expectAccessible(page)
  await expectNarrow(page)
  await page.getByLabel('First day').fill('2035-05-16')
  await expect(page.getByText('Choose a later day of the same weekday')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Publish it again' })).toHaveCount(0)
  await page.getByLabel('First day').fill('2035-05-15')
  await expect(page.getByRole('listitem').filter({ hasText: 'Openings' })).toContainText('17 May')
  await page.getByRole('button', { name: 'Publish it again' }).click()
  await page.waitForURL('**/board')
  await expect(page.getByRole('link', { name: 'Mei Castellano' })).toBeVisible()
  await page.goto(courseUrl)
  await expect(page.getByRole('heading', { name: 'The China Gap, again' })).toBeVisible()
})

test('once the briefs are open a move to another side says what they have read and asks, and one within the side does not', async ({
  page,
  browser,
}) => {
  const { code } = await givenLobby(page, { seating: 'place' })
  const mei = await givenPhone(browser)
  await join(mei, code, 'Mei Castellano')
  const seats = page.getByLabel('Seat', { exact: true })
  const row = (office: string | RegExp) => page.getByRole('listitem').filter({ hasText: office })
  await page.getByRole('button', { name: 'Give a seat to Mei Castellano' }).click()
  await seats.selectOption('Japan: Finance Minister, free')
  await page.getByRole('button', { name: 'Move here' }).click()
  await expect(row('Finance Minister')).toContainText('Mei Castellano')
  await page.getByRole('button', { name: 'Lock the seats' }).click()
  await expect(page.getByText('Seats are locked')).toBeVisible()

  await page.getByRole('button', { name: 'Move Mei Castellano' }).click()
  await seats.selectOption('China: Minister of Commerce, free')
  await page.getByRole('button', { name: 'Move here' }).click()
  await expect(page.getByText('Mei Castellano has read the brief of Japan.')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Choose another place' }).click()
  await seats.selectOption('Japan: Prime Minister, free')
  await page.getByRole('button', { name: 'Move here' }).click()
  await expect(row(/Prime Minister\s*head/)).toContainText('Mei Castellano')

  await page.getByRole('button', { name: 'Move Mei Castellano' }).click()
  await seats.selectOption('China: Minister of Commerce, free')
  await page.getByRole('button', { name: 'Move here' }).click()
  await page.getByRole('button', { name: 'Move Mei Castellano all the same' }).click()
  await expect(row('Minister of Commerce')).toContainText('Mei Castellano')
})
