/** Before class: tables by the roster's sections, and role sheets on paper. */
import type { Page } from '@playwright/test'
import { WIDE } from '../support/barriers'
import { expect, test } from '../support/browser'
import { courseOf, instructorIn, seminarIn } from '../support/ground'
import { expectAccessible, expectNarrow, givenCourse, givenPhone, join } from './people'

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
