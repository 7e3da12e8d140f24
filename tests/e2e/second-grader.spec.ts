/** Two graders of one class: each is told of the other's open sheet, and the second one of nothing that the first gave. */
import { expect, test } from '../support/browser'
import { instructorIn } from '../support/ground'
import { expectAccessible, expectNarrow } from './people'
import { givenWeek, STUDENTS } from './week'

test.use({ baseURL: process.env.BASE_URL })

test('J8 a second grader fills a blank sheet, and the instructor reads the agreement and chooses the mean', async ({
  page,
  browser,
}) => {
  await givenWeek(page)
  const board = page.url()
  const course = (await page.locator('a[href*="/courses/"]').first().getAttribute('href')) ?? ''
  await page.goto(course)
  await page.getByLabel('Part').selectOption({ label: 'Grader' })
  await page.getByRole('checkbox', { name: /Room 1/ }).check()
  await page.getByRole('button', { name: 'Make a link' }).click()
  const link = (await page.locator('code', { hasText: '/invitation/' }).textContent()) ?? ''
  const context = await browser.newContext()
  await instructorIn(context, { fresh: true })
  const second = await context.newPage()
  await second.goto(link)
  await second.getByRole('button', { name: 'Accept' }).click()
  await second.waitForURL(/\/courses/)

  const place = board.replace(/board$/, 'grading')
  await page.goto(place)
  const sheet = page.getByRole('region', { name: 'Sheet' })
  await page.keyboard.press('3')
  for (const key of ['j', '3', 'j', '2', 'j', '3', 'j', '4']) await page.keyboard.press(key)
  await expect(sheet).toContainText('15 of 20')
  await test.step('J20 who opens a sheet is told who else has it open, and marks all the same', async () => {
    await second.goto(place)
    await expect(second.getByRole('listitem').filter({ hasText: 'Being marked by' })).toHaveCount(1)
    await second.goto(new URL(page.url()).pathname)
    await expect(second.getByRole('region', { name: 'Sheet' })).toContainText(/Being marked by .+ since \d\d:\d\d\./)
    await expectAccessible(second)
    await expectNarrow(second)
    for (const key of ['j', '2']) await second.keyboard.press(key)
    await expect(second.getByRole('region', { name: 'Sheet' })).toContainText('14 of 20')
    await page.reload()
    await expect(sheet).toContainText('14 of 20')
    await expect(sheet).toContainText('Being marked by')
    await page.keyboard.press('j')
    await page.keyboard.press('3')
    await expect(sheet).toContainText('15 of 20')
  })

  await page.getByRole('button', { name: 'Two graders' }).click()
  await page.getByLabel('Second grader').selectOption({ index: 1 })
  await page.getByLabel('Which students').selectOption({ label: 'All' })
  await expect(page.getByText('0 of 6 students have all levels from both.')).toBeVisible()

  await second.goto(new URL(page.url()).pathname)
  const own = second.getByRole('region', { name: 'Sheet' })
  await expect(own).toContainText('You do not read the first')
  await expect(own).not.toContainText('Being marked by')
  await expect(own).toContainText('No sum yet')
  await expectAccessible(second)
  for (const key of ['4', 'j', '3', 'j', '2', 'j', '3', 'j', '2']) await second.keyboard.press(key)
  await expect(own).toContainText('14 of 20')

  await page.reload()
  await page.getByRole('button', { name: 'Two graders' }).click()
  const dialog = page.getByRole('dialog', { name: 'Two graders' })
  await expect(dialog).toContainText('1 of 6 students have all levels from both.')
  await expect(dialog.getByRole('row', { name: STUDENTS.toSorted()[0] ?? '' })).toContainText('3 3 2 3 44 3 2 3 2')
  await expectAccessible(page)
  await expectNarrow(page)
  await dialog.getByRole('button', { name: /^Mean of both/ }).click()
  await page.keyboard.press('Escape')
  await expect(sheet).toContainText('15 of 20')
  await expect(sheet.getByRole('radiogroup').first().getByRole('radio', { name: /^4, / })).toBeChecked()
  await expect(sheet.getByRole('radiogroup').last().getByRole('radio', { name: /^3, / })).toBeChecked()
})
