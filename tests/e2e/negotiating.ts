/** The negotiation of a seminar in browsers: a draft from a phone becomes a clean clause, a package is traded, and a bracket is left standing. */
import type { Page } from '@playwright/test'
import { expect } from '../support/browser'
import type { Student } from './table'

const PACKAGE = 'Our name for your calendar'
const DRAFTED = 'Each side will be judged by what it does, and each may say what it values.'

type Table = { desk: Page; us: Student; jp: Student; finance: Student; cn: Student; commerce: Student }

/** Three clauses are open at first; at the end two are clean and the third has a reason. */
export async function negotiates({ desk, us, jp, finance, cn, commerce }: Table): Promise<void> {
  await expect(us.page.getByText(/3 clauses have open brackets/)).toBeVisible()
  // A member drafts on a phone, the head puts it forward, and the other two stand on it.
  await finance.page.getByRole('link', { name: /^Text/ }).click()
  await finance.page.getByRole('button', { name: 'Other words' }).click()
  await finance.page.getByLabel('Your words for the whole clause').fill(DRAFTED)
  await finance.page.getByRole('button', { name: 'Give it to the Prime Minister' }).click()
  const [first, second, third] = [0, 1, 2].map(
    (at) => (one: Student) => one.page.locator('article[id^=clause-]').nth(at),
  )
  if (!first || !second || !third) throw new Error('The text has three clauses.')
  await expect(first(jp).getByText('One draft in your delegation')).toBeVisible()
  for (const { heard } of [us, cn]) expect(heard.some((frame) => frame.includes(DRAFTED))).toBe(false)
  await first(jp).getByRole('button', { name: 'Put forward as it is' }).click()
  for (const [head, capital] of [
    [us, 'Washington'],
    [cn, 'Beijing'],
  ] as const) {
    await first(head).getByRole('button', { name: 'Stand on Tokyo’s second words' }).click()
    await first(head)
      .getByRole('button', { name: `Stand on this for ${capital}` })
      .click()
  }
  for (const { page } of [us, jp, cn])
    await expect(page.getByText(/2 clauses have open brackets; one clause is clean/)).toBeVisible()
  await expect(first(us).getByText('Drafted by the Finance Minister.')).toBeVisible()
  await first(us).getByRole('button', { name: 'Initial it for Washington' }).click()
  await expect(first(cn).getByText('Initialled by Washington.')).toBeVisible()
  for (const [head, capital] of [
    [us, 'Washington'],
    [cn, 'Beijing'],
  ] as const) {
    // What a side stands on is offered first: once Washington has moved, the same button stands elsewhere.
    if (head === cn) await expect(second(cn).getByRole('list', { name: 'Bracket, 2 wordings' })).toBeVisible()
    await second(head).getByRole('button', { name: 'Stand on Tokyo’s first words' }).click()
    await second(head)
      .getByRole('button', { name: `Stand on this for ${capital}` })
      .click()
  }
  // A package of which Beijing learns nothing is countered and accepted.
  const terms = (one: Student) => one.page.getByRole('region', { name: 'Offers' })
  const choosing = (one: Student, which: number, label: string | RegExp) =>
    terms(one).getByRole('group').nth(which).getByLabel(label)
  const offer = async () => {
    await terms(us).getByRole('button', { name: 'Make an offer' }).click()
    await terms(us).getByLabel('To', { exact: true }).selectOption('Tokyo')
    await choosing(us, 2, 'We stand on').selectOption({ label: 'Tokyo’s first words' })
    await choosing(us, 2, 'If Tokyo stands on').selectOption({ label: 'Beijing’s first words' })
    await terms(us)
      .getByLabel(/^With these words/)
      .fill(PACKAGE)
    await terms(us).getByRole('button', { name: 'Make the offer to Tokyo' }).click()
  }
  const offered = terms(jp).getByRole('article', { name: 'Washington offers' })
  await offer()
  await expect(offered).toContainText(PACKAGE)
  await expect(terms(finance)).toContainText('Your head of delegation answers.')
  await offered.getByRole('button', { name: 'Counter' }).click()
  await choosing(jp, 2, 'If Washington stands on').selectOption({ label: 'Tokyo’s first words' })
  await choosing(jp, 2, 'We stand on').selectOption({ label: 'Washington’s first words' })
  await terms(jp).getByRole('button', { name: 'Make the offer to Washington' }).click()
  const countered = terms(us).getByRole('article', { name: 'Tokyo offers' })
  await countered.getByRole('button', { name: 'Accept both' }).click()
  await expect(countered).toHaveCount(0)
  await expect(desk.getByText(/^Washington and Tokyo moved together: /)).toBeVisible()
  for (const { heard } of [cn, commerce]) expect(heard.some((frame) => frame.includes(PACKAGE))).toBe(false)
  await third(cn).getByRole('button', { name: 'Leave it standing, with the reason' }).click()
  await third(cn).getByLabel('Why your delegation leaves this bracket standing').fill('No alliance explains itself.')
  await third(cn).getByRole('button', { name: 'Leave it standing', exact: true }).click()
  await expect(third(us).getByText('No alliance explains itself.')).toBeVisible()
}
