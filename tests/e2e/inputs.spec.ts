/** What is typed wrongly is answered where it was typed, and nothing that was typed is lost. */
import { expect, test } from '../support/browser'
import { patience } from '../support/patience'
import { givenOpenings, speak, speaker } from './table'

test.use({ baseURL: process.env.BASE_URL })
test.setTimeout(patience(90_000))

test('a password that is too short is answered, and the rest stays typed', async ({ page }) => {
  await page.goto('/sign-up')
  await page.getByLabel('Your name').fill('Noor Haddad')
  await page.getByLabel('E-mail').fill('noor@college.example')
  await page.getByLabel('Password').fill('short')
  await page.getByRole('button', { name: 'Create the account' }).click()
  await expect(page.getByText('Use 12 characters or more. A short sentence is enough.')).toBeVisible()
  await expect(page.getByLabel('Your name')).toHaveValue('Noor Haddad')
  await expect(page.getByLabel('E-mail')).toHaveValue('noor@college.example')
  await expect(page).toHaveURL(/\/sign-up/)
})

test('an empty statement and one that is too long are answered in the room', async ({ page: desk, browser }) => {
  const { us, jp } = await givenOpenings(desk, browser)
  const holder = await speaker([us, jp])
  await speak(holder, '')
  await expect(holder.page.getByText('Write the statement, or its summary, first.')).toBeVisible()
  const words = holder.page.getByLabel('Your statement, or its summary')
  await words.fill('a'.repeat(2100))
  await expect(words).toHaveValue('a'.repeat(2000))
  await expect(holder.page.getByText('0 characters left')).toBeVisible()
  await words.fill('Short enough now.')
  await holder.page.reload()
  await expect(words).toHaveValue('Short enough now.')
})
