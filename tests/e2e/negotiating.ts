/** The negotiation of a seminar in browsers: a draft from a phone becomes a clean clause, a package is traded, and a bracket is left standing. */
import type { Page } from '@playwright/test'
import { expect } from '../support/browser'
import type { Student } from './table'

const PACKAGE = 'Our name for your calendar'
const DRAFTED = 'Each side will be judged by what it does, and each may say what it values.'

type Table = { desk: Page; us: Student; jp: Student; finance: Student; cn: Student; commerce: Student }

/** Three clauses are open at first; at the end two are clean and the third has a reason. */
export async function negotiates({ desk, us, jp, finance, cn, commerce }: Table): Promise<void> {
  await expect(us.page.getByText('3 open', { exact: true })).toBeVisible()
  // A member drafts on a phone, the head puts it forward, and the other two stand on it.
  await finance.page.getByRole('link', { name: /^Text/ }).click()
  await finance.page.getByRole('button', { name: 'Other words' }).click()
  await finance.page.getByLabel('Your words for the whole clause').fill(DRAFTED)
  await finance.page.getByRole('button', { name: 'Give it to the Prime Minister' }).click()
  const clause = (one: Student) => one.page.locator('article[id^=clause-]')
  const turnsTo = ({ page }: Student, number: number) =>
    page.getByRole('link', { name: new RegExp(`^${number} `) }).click()
  const standsOn = async (head: Student, version: string, capital: string) => {
    await head.page.getByRole('button', { name: `Stand on ${version}` }).click()
    await head.page.getByRole('button', { name: `Stand on this for ${capital}` }).click()
    await expect(head.page.getByRole('dialog')).toHaveCount(0)
  }
  await expect(clause(jp).getByText('One draft in your delegation')).toBeVisible()
  for (const { heard } of [us, cn]) expect(heard.some((frame) => frame.includes(DRAFTED))).toBe(false)
  await clause(jp).getByRole('button', { name: 'Put forward as it is' }).click()
  await standsOn(us, 'Tokyo’s second words', 'Washington')
  await standsOn(cn, 'Tokyo’s second words', 'Beijing')
  for (const { page } of [us, jp, cn]) await expect(page.getByText('2 open', { exact: true })).toBeVisible()
  await expect(clause(us).getByText('Drafted by the Finance Minister.')).toBeVisible()
  await us.page.getByRole('button', { name: 'Initial clause 1' }).click()
  await us.page.getByRole('button', { name: 'Initial it for Washington' }).click()
  await expect(clause(cn).getByText('Initialled by Washington.')).toBeVisible()
  for (const one of [us, jp, cn]) await turnsTo(one, 2)
  await standsOn(us, 'Tokyo’s first words', 'Washington')
  await expect(clause(cn).getByRole('list', { name: 'Bracket, 2 wordings' })).toBeVisible()
  await standsOn(cn, 'Tokyo’s first words', 'Beijing')
  for (const one of [us, jp, cn]) await turnsTo(one, 3)
  // A package of which Beijing learns nothing is countered and accepted.
  const terms = (one: Student) => one.page.getByRole('region', { name: 'Offers' })
  const sheet = (one: Student) => one.page.getByRole('dialog')
  await terms(us).getByRole('button', { name: 'Make an offer' }).click()
  await sheet(us).getByLabel('To', { exact: true }).selectOption('Tokyo')
  await sheet(us).getByLabel('We stand on').last().selectOption({ label: 'Tokyo’s first words' })
  await sheet(us).getByLabel('If Tokyo stands on').last().selectOption({ label: 'Beijing’s first words' })
  await sheet(us)
    .getByLabel(/^With these words/)
    .fill(PACKAGE)
  await sheet(us).getByRole('button', { name: 'Make the offer to Tokyo' }).click()
  await expect(terms(finance)).toContainText('Your head of delegation answers.')
  await jp.page
    .getByRole('button', { name: /^Answer Washington’s offer/ })
    .first()
    .click()
  await expect(sheet(jp)).toContainText(PACKAGE)
  await sheet(jp).getByRole('button', { name: 'Offer other terms' }).click()
  await sheet(jp).getByLabel('If Washington stands on').last().selectOption({ label: 'Tokyo’s first words' })
  await sheet(jp).getByLabel('We stand on').last().selectOption({ label: 'Washington’s first words' })
  await sheet(jp).getByRole('button', { name: 'Make the offer to Washington' }).click()
  await us.page
    .getByRole('button', { name: /^Answer Tokyo’s offer/ })
    .first()
    .click()
  await sheet(us).getByRole('button', { name: 'Accept for Washington' }).click()
  await expect(sheet(us)).toHaveCount(0)
  const record = desk.getByRole('button', { name: 'The record', exact: true })
  await record.click()
  await expect(desk.getByText(/^Washington and Tokyo moved together: /)).toBeVisible()
  await record.click()
  for (const { heard } of [cn, commerce]) expect(heard.some((frame) => frame.includes(PACKAGE))).toBe(false)
  await clause(cn).getByRole('button', { name: 'Leave it standing, with the reason' }).click()
  await clause(cn).getByLabel('Why your delegation leaves this bracket standing').fill('No alliance explains itself.')
  await clause(cn).getByRole('button', { name: 'Leave it standing', exact: true }).click()
  await expect(clause(us).getByText('No alliance explains itself.')).toBeVisible()
}

/** Turns the pages of the words until what commits to them can be pressed: the button for the one becomes that for the other. */
export async function readsOn(page: Page, commits: string | RegExp): Promise<void> {
  await expect(async () => {
    const on = page.getByRole('button', { name: 'Read on' })
    if (await on.isVisible()) await on.click({ timeout: 3000 })
    await expect(page.getByRole('button', { name: commits })).toBeVisible({ timeout: 500 })
  }).toPass()
}
