/** Whoever keeps the house reads what was done; for everybody else there is no such page. */
import { database } from '#server/base/database'
import { expect, test } from '../support/browser'
import { instructorIn } from '../support/ground'
import { expectAccessible, expectNarrow, givenCourse } from './people'

test.use({ baseURL: process.env.BASE_URL, expectedComplaints: [/404/] })

test('the owner reads what was done, of one kind and page by page; an instructor finds nothing', async ({
  page,
  browser,
}) => {
  const keeper = await instructorIn(page.context(), { isAdmin: true })
  await page.goto('/account')
  await page.getByRole('link', { name: 'What was done' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'What was done' })).toBeVisible()
  await page.getByLabel('What to show').selectOption({ label: 'A backup was restored' })
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page.getByRole('heading', { name: 'There is nothing of this kind' })).toBeVisible()

  await givenCourse(page, { fresh: true, title: 'A course that is put away' })
  await page.getByText('Rename, repeat, archive or delete this course', { exact: true }).click()
  await page.getByRole('button', { name: 'Delete the course' }).click()
  await page.waitForURL(/\/courses$/)
  const mended = Array.from({ length: 60 }, () => ({ what: 'room-mended', by: keeper.userId }))
  await database().auditEntry.createMany({ data: mended })
  const admin = await browser.newContext()
  const other = await admin.newPage()
  await instructorIn(admin, { isAdmin: true })
  await other.goto('/audit')
  await expect(other.getByRole('listitem').filter({ hasText: 'A room was mended' })).toHaveCount(50)
  await other.getByRole('link', { name: 'Older' }).click()
  await expect(other.getByRole('listitem').filter({ hasText: 'A course was deleted' })).toContainText('by Noor Haddad')
  await expect(other.getByRole('listitem').filter({ hasText: 'A course that is put away' })).toHaveCount(1)
  for (const colorScheme of ['light', 'dark'] as const) {
    await other.emulateMedia({ colorScheme })
    await expectNarrow(other)
    await expectAccessible(other)
  }
  await page.goto('/audit')
  await expect(page.getByRole('heading', { name: /^There is nothing at this address$/ })).toBeVisible()
  await database().auditEntry.deleteMany({ where: { what: 'room-mended' } })
})
