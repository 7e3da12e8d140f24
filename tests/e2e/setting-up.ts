/** An instructor's way to a seminar by hand, from the sign-up to the lobby that can be joined. */
import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { PASSWORD } from '../support/ground'

export async function signUp(page: Page): Promise<void> {
  await page.goto('/sign-up')
  await page.getByLabel('Your name').fill('Noor Haddad')
  await page.getByLabel('E-mail').fill(`n.haddad-${randomUUID()}@college.example`)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Create the account' }).click()
  await page.waitForURL('**/courses')
}

/** Makes a course with this roster and a seminar of fewer rounds without understudies; resolves to its join code. */
export async function setUp(desk: Page, names: readonly string[]): Promise<string> {
  await desk.goto('/courses/new')
  await desk.getByLabel('Course', { exact: true }).fill('IR 347')
  await desk.getByRole('button', { name: 'Make the course' }).click()
  await desk.getByRole('link', { name: 'Paste the roster' }).click()
  await desk.getByLabel('Paste the list').fill(names.join('\n'))
  await desk.getByRole('button', { name: 'Read it' }).click()
  await desk.getByRole('button', { name: `Save ${names.length}`, exact: true }).click()
  const saved = desk.getByRole('region', { name: `${names.length} names are on the roster` })
  await saved.getByRole('link', { name: 'Back to the course' }).click()
  await desk.getByRole('link', { name: 'New seminar' }).click()
  await desk.getByRole('button', { name: 'Next: rounds and time' }).click()
  for (const [title, key] of [
    ['The price of the shield', 'deterrence'],
    ['The ties that pay', 'interdependence'],
  ] as const) {
    await desk.getByRole('checkbox', { name: new RegExp(title) }).uncheck()
    await desk.waitForURL((url) => !url.searchParams.getAll('round').includes(key))
  }
  await desk.getByRole('button', { name: 'Next: rooms and seats' }).click()
  await desk.getByRole('checkbox', { name: /^Understudies play them/ }).uncheck()
  await desk.waitForURL((url) => !url.searchParams.has('understudies'))
  await desk.getByRole('button', { name: 'Next: open the door' }).click()
  await desk.getByRole('button', { name: 'Make the seminar' }).click()
  await desk.waitForURL('**/lobby')
  return ((await desk.getByText(/^Code: /).textContent()) ?? '').replace('Code: ', '').replaceAll(' ', '')
}
