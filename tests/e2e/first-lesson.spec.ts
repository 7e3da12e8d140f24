/**
 * A first lesson: an instructor who has never seen the product comes from its first page to a class that has begun, and starts another one
 * later. Clicks and fields are counted, and no path may grow longer; the seconds beside them are the machine's, told and not judged.
 */
import { randomUUID } from 'node:crypto'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../support/browser'
import { PASSWORD } from '../support/ground'
import { patience } from '../support/patience'
import { givenPhone } from './people'

test.use({ baseURL: process.env.BASE_URL })
test.setTimeout(patience(180_000))

const CLASS = ['Amara Osei', 'Jonas Weber', 'Mei Castellano', 'Élise Moreau', 'Kenji Mori', 'Sofia Conti']

/** A hand that counts: each press and each field that is filled in. */
class Hand {
  clicks = 0
  fields = 0
  readonly #since = performance.now()

  async press(what: Locator): Promise<void> {
    await what.click()
    this.clicks += 1
  }

  async fill(what: Locator, words: string): Promise<void> {
    await what.fill(words)
    this.fields += 1
  }

  /** Beside the story in the report, and in docs/figures.md. */
  told(path: string): void {
    const seconds = ((performance.now() - this.#since) / 1000).toFixed(1)
    const text = `${path}: ${this.clicks} clicks, ${this.fields} fields, ${seconds} s`
    test.info().annotations.push({ type: 'path', description: text })
    process.stdout.write(`${text}\n`)
  }
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true })
const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true })

test('from the first page to a class that has begun, and to the next one', async ({ page, browser }) => {
  const instructor = new Hand()
  await page.goto('/')
  await instructor.press(link(page, 'For instructors'))
  await instructor.fill(page.getByLabel('Your name'), 'Noor Haddad')
  await instructor.fill(page.getByLabel('E-mail'), `n.haddad-${randomUUID()}@college.example`)
  await instructor.fill(page.getByLabel('Password'), PASSWORD)
  await instructor.press(button(page, 'Create the account'))
  await instructor.press(link(page, 'New course'))
  await instructor.fill(page.getByLabel('Course', { exact: true }), 'IR 347')
  await instructor.press(button(page, 'Make the course'))
  await instructor.press(link(page, 'Paste the roster'))
  await instructor.fill(page.getByLabel('Paste the list'), CLASS.join('\n'))
  await instructor.press(button(page, 'Read it'))
  await instructor.press(button(page, `Save ${CLASS.length}`))
  await instructor.press(link(page, 'Plan a seminar'))
  await instructor.press(button(page, 'Keep the rest as proposed'))
  await instructor.press(button(page, 'Make the seminar'))
  const code = await openDoor(page)
  instructor.told('From the first page to an open door')
  expect(instructor.clicks).toBeLessThanOrEqual(10)
  expect(instructor.fields).toBeLessThanOrEqual(5)

  // A phone that scans the code: its camera opens the link, and nothing is typed but the name.
  const [first, second] = [await givenPhone(browser), await givenPhone(browser)]
  const student = new Hand()
  await sitDown(first, student, code, CLASS[0] ?? '')
  student.told('From the QR code to a seat')
  expect(student.clicks).toBeLessThanOrEqual(2)
  expect(student.fields).toBeLessThanOrEqual(1)
  await sitDown(second, new Hand(), code, CLASS[1] ?? '')
  await expect(page.getByText(/^2 of \d+ seated/)).toBeVisible()
  await instructor.press(button(page, /^Start: /))
  await begun(page)
  for (const phone of [first, second])
    await expect(phone.getByRole('heading', { name: /^Mark your own view/ })).toBeVisible()
  instructor.told('From the first page to a class that has begun')
  expect(instructor.clicks).toBeLessThanOrEqual(11)

  // The next lesson, by somebody who has an account and a course.
  await page.goto('/courses')
  const again = new Hand()
  await again.press(link(page, 'IR 347'))
  await again.press(link(page, 'New seminar'))
  await again.press(button(page, 'Keep the rest as proposed'))
  await again.press(button(page, 'Make the seminar'))
  await openDoor(page)
  await again.press(button(page, /^Start: /))
  await begun(page)
  again.told('From one’s courses to a seminar that has begun')
  expect(again.clicks).toBeLessThanOrEqual(5)
  expect(again.fields).toBe(0)
})

/** The code that the lobby shows, beside the QR code that carries it. */
async function openDoor(page: Page): Promise<string> {
  await page.waitForURL('**/lobby')
  await expect(page.getByText('the door is open until round 1')).toBeVisible()
  await expect(page.getByRole('img', { name: /join/ })).toBeVisible()
  return ((await page.getByText(/^Code: /).textContent()) ?? '').replace('Code: ', '').replaceAll(' ', '')
}

/** A lot gives the seat: whoever wants another can choose it from the same page. */
async function sitDown(phone: Page, hand: Hand, code: string, name: string): Promise<void> {
  await phone.goto(`/join/${code}`)
  await hand.fill(phone.getByRole('combobox', { name: 'Your name' }), name)
  await hand.press(button(phone, 'Go on'))
  await hand.press(button(phone, 'Draw a seat by lot'))
  await phone.waitForURL('**/rooms/*')
}

async function begun(page: Page): Promise<void> {
  await page.waitForURL('**/desk')
  await expect(page.getByRole('timer', { name: /^Time left, / })).toBeVisible()
}
