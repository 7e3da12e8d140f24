/** A week of homework in browsers: its students with their own links. */
import type { Browser, Page } from '@playwright/test'
import { expect } from '../../support/browser'
import { courseOf, instructorIn, linkedIn, weekIn } from '../../support/ground'

export const STUDENTS = ['Mei Castellano', 'Jonas Weber', 'Sofia Conti', 'Amir Rahimi', 'Ines Duarte', 'Tomo Ishii']
export const OPENINGS = 3
export const DAY_MS = 86_400_000

type Week = { links: Map<string, string> }

/**
 * A published week on two tensions that begins the day after tomorrow, with everybody's own link; the instructor is on its board. `more` is
 * added to the wizard's fields.
 */
export async function givenWeek(
  instructor: Page,
  more: Record<string, string | string[]> = {},
  students: readonly string[] = STUDENTS,
): Promise<Week> {
  const account = await instructorIn(instructor.context())
  const courseUrl = await courseOf(account, 'IR 347', students.join('\n'))
  const start = new Date(Date.now() + 2 * DAY_MS).toISOString().slice(0, 10)
  const draft = { step: '5', start, round: ['framing', 'deterrence'], postFirst: 'yes', late: '48', rooms: '1' }
  const { boardUrl, links } = await weekIn(courseUrl, account, { ...draft, ...more })
  await instructor.goto(boardUrl)
  return { links }
}

/** A student on a device of their own, signed in by their own link, on their own page. */
export async function comesIn(browser: Browser, { links }: Week, name: string): Promise<Page> {
  const page = await givenLaptop(browser)
  await linkedIn(page.context(), links.get(name) ?? '')
  await page.goto('/my')
  return page
}

/** The same by hand, from the page of the link. */
export async function comesByLink(browser: Browser, { links }: Week, name: string): Promise<Page> {
  const page = await givenLaptop(browser)
  await page.goto(links.get(name) ?? '')
  await page.getByRole('button', { name: `Go on as ${name}` }).click()
  // The link leads to the room where there is one debate, and to the student's own page where there are several.
  await page.waitForURL(/\/(rooms\/|my$)/)
  await page.goto('/my')
  return page
}

const givenLaptop = async (browser: Browser): Promise<Page> =>
  (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage()

export async function entersRoom(page: Page): Promise<string> {
  await page
    .getByRole('link', {
      name: /^(Open the room|Mark your own view|Draft the position|Write |Answer |Post words|Work on|Go to the vote)/,
    })
    .click()
  await page.waitForURL('**/rooms/*')
  await expect(page.getByRole('button', { name: 'Everything in order' })).toBeVisible()
  return page.url().split('/').at(-1)?.replace(/#.*/, '') ?? ''
}

export const box = (page: Page) => page.getByRole('textbox', { name: /^Your opening on/ })

/** In a wide window, to the tension this student leads: which one that is, is drawn, and a page that was open before does not leave the first. */
export async function toOwnTension(page: Page): Promise<void> {
  const own = page
    .getByRole('region', { name: 'Tensions' })
    .getByRole('button', { name: /you lead/ })
    .first()
  await own.click()
  await expect(own).toHaveAttribute('aria-current', 'true')
}
