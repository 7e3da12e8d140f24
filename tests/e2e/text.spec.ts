/** The text of a negotiation, by keyboard alone on narrow phones: clauses in Japanese and in Chinese. And the text over the days of a week. */
import type { Locator } from '@playwright/test'
import { overflowOf } from '../support/barriers'
import { expect, test } from '../support/browser'
import { patience } from '../support/patience'
import { Chair } from './at-the-desk/chair'
import { comesIn, DAY_MS, givenWeek, STUDENTS } from './homework/week'
import { givenTable, reach, type Student, seated, start } from './table'

test.use({ baseURL: process.env.BASE_URL })
test.setTimeout(patience(150_000))

const NARROW = { viewport: { width: 320, height: 640 } }
const JAPANESE = ['両国は毎年会談を行う。', '両国は毎年二回会談を行う。'] as const
const CHINESE = ['双方每年举行会谈。', '双方每年举行两次会谈。'] as const

/** What commits waits a second before it takes a press. */
async function press(button: Locator): Promise<void> {
  await expect(button).toBeEnabled()
  await button.press('Enter')
}
const article = ({ page }: Pick<Student, 'page'>): Locator => page.locator('article[id^=clause-]')

/** One clause is the page; the others are a press away. */
async function turnsTo(one: Student, number: number): Promise<void> {
  await press(one.page.getByRole('link', { name: new RegExp(`^${number} `) }))
  await expect(article(one)).toHaveCount(1)
  await expect(one.page.getByRole('link', { name: new RegExp(`^${number} `) })).toHaveAttribute('aria-current', 'true')
}

async function bringsIn({ page }: Student, heading: string, name: string, words: string): Promise<void> {
  await press(page.getByRole('button', { name: 'Bring in a clause' }))
  await page.getByLabel('What it is about').pressSequentially(heading)
  await page.getByLabel('Short name, for the projector').pressSequentially(name)
  await page.getByLabel('Its words').pressSequentially(words)
  await press(page.getByRole('button', { name: 'Bring it in' }))
}

async function putsForward(one: Student, words: string, capital: string): Promise<void> {
  await press(one.page.getByRole('button', { name: 'Other words' }))
  await one.page.getByLabel('Your words for the whole clause').pressSequentially(words)
  await press(one.page.getByRole('button', { name: `Put forward for ${capital}` }))
}

async function standsOn(one: Student, version: string, capital: string): Promise<void> {
  const sure = one.page.getByRole('button', { name: `Stand on this for ${capital}` })
  // A button whose meaning has just changed does nothing once: whoever meant it presses again.
  await expect(async () => {
    await press(one.page.getByRole('button', { name: `Stand on ${version}` }))
    await expect(sure).toBeVisible({ timeout: 1_500 })
  }).toPass()
  await press(sure)
}

test('clauses in Japanese and in Chinese are written by keyboard, differ by a word, and one of them is initialled by all', async ({
  page: desk,
  browser,
}) => {
  const { code } = await givenTable(desk)
  const [us, jp, cn] = await Promise.all([
    seated(browser, code, 'Mei Castellano', 'United States', 'Secretary of State', NARROW),
    seated(browser, code, 'Amara Osei', 'Japan', 'Prime Minister', NARROW),
    seated(browser, code, 'Élise Moreau', 'China', 'Foreign Minister', NARROW),
  ])
  await start(desk)
  await reach(
    desk,
    ...['Caucus', 'Reveal', 'Openings', 'Floor debate', 'Caucus', 'Who moved', 'Caucus', 'Reveal', 'Negotiation'],
  )

  await bringsIn(us, '会談の頻度', '会談', JAPANESE[0])
  await bringsIn(cn, '会谈次数', '会谈', CHINESE[0])
  for (const one of [us, jp, cn]) await turnsTo(one, 4)
  await putsForward(jp, JAPANESE[1], 'Tokyo')
  // What is common runs as text; the bracket holds the one word, and nothing more for the other.
  const bracket = article(us).getByRole('list', { name: /^Bracket/ })
  await expect(bracket.getByRole('listitem')).toHaveText([/nothing more/, /二回$/])
  await expect(article(us)).toContainText(/会談の頻度\. 両国は毎年US.*nothing more.*二回会談を行う。/)
  await standsOn(us, 'Tokyo’s first words', 'Washington')
  await standsOn(cn, 'Tokyo’s first words', 'Beijing')
  for (const { page } of [us, jp, cn]) {
    await press(page.getByRole('button', { name: /^Initial clause / }))
    await press(page.getByRole('button', { name: /^Initial it for / }))
  }
  await expect(article(cn).getByText('Initialled by all.')).toBeVisible()

  for (const one of [us, jp, cn]) await turnsTo(one, 5)
  await putsForward(jp, CHINESE[1], 'Tokyo')
  await expect(
    article(cn)
      .getByRole('list', { name: /^Bracket/ })
      .getByRole('listitem'),
  ).toHaveText([/nothing more$/, /两次$/])
  for (const { page } of [us, jp, cn]) expect(await overflowOf(page)).toBeLessThanOrEqual(0)
})

test('over the days of a week the text is negotiated too, and whoever comes back reads what changed in which clause', async ({
  page,
  browser,
}) => {
  const NEGOTIATION = 5
  const WORDS = 'Each side says at once what it saw.'
  const week = await givenWeek(page)
  const reader = await comesIn(browser, week, STUDENTS[0] ?? '')
  await reader.getByRole('link', { name: /Open the room|Go on writing/ }).click()
  await reader.waitForURL('**/rooms/*')
  const room = new URL(reader.url()).pathname
  const chair = await Chair.of(page, room.split('/').at(-1) ?? '')
  await chair.opens(NEGOTIATION)
  await reader.goto(`${room}#communique`)
  const first = article({ page: reader }).first()
  const clause = (await first.getAttribute('id'))?.replace('clause-', '') ?? ''
  await expect(reader.getByText(/^Since you were here/)).toHaveCount(0)

  await chair.does({ type: 'putForward', clause, words: WORDS, from: null, cites: null, drafter: null })
  await reader.goto('/my')
  // The visit was yesterday's.
  await reader.evaluate((day) => {
    const key = Object.keys(localStorage).find((each) => each.includes('text-seen') && !each.includes('settled'))
    if (key === undefined) throw new Error('The visit is kept nowhere.')
    const kept = JSON.parse(localStorage.getItem(key) ?? '')
    localStorage.setItem(key, JSON.stringify({ ...kept, seen: kept.seen - day }))
  }, DAY_MS)
  await reader.goto(`${room}#communique`)
  const since = reader.getByRole('region', { name: /^Since you were here/ })
  await expect(since.getByRole('listitem').filter({ hasText: /^Clause 1, / })).toContainText('new words put forward')
  await since.getByRole('link', { name: /^Clause 1, / }).click()
  await expect(first).toBeFocused()
  await first.getByText('4 wordings so far').click()
  await expect(first).toContainText(WORDS)
  await first.getByRole('button', { name: 'Other words' }).click()
  await reader.getByLabel('Your words for the whole clause').fill('Each side says within a day what it saw.')
  await reader.getByRole('button', { name: /^(Put forward for|Give it to the) / }).click()
  await expect(first.getByText('within a day').first()).toBeVisible()
  chair.leave()
})
