/** A finished record is looked at again by keyboard, taken out whole, and brought into another course as the same bytes. */
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, test } from '../../support/browser'
import { expectAccessible, expectNarrow, takeOut } from '../people'

test.use({ baseURL: process.env.BASE_URL })

async function exported(page: Page): Promise<string> {
  return (await takeOut(page, 'Staff', 'Complete record (JSON), can be brought back')).path()
}

test('a record is replayed by keyboard, exported whole and brought into another course', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Sign in as the demo instructor' }).click()
  await page.getByRole('link', { name: 'Read the record' }).click()
  await page.getByRole('link', { name: 'Replay' }).click()
  // It opens at the first speech; here from the very beginning.
  await expect(page.getByRole('slider', { name: 'Moment' })).toHaveAttribute('aria-valuetext', /entry \d+/)
  await page.goto(`${page.url().replace(/\?.*/, '')}?at=1`)
  const moment = page.getByRole('slider', { name: 'Moment' })
  const newest = page.getByRole('list', { name: 'What has been said, the newest first' }).getByRole('listitem').first()

  await test.step('the keys go from statement to statement and from phase to phase, play and pause', async () => {
    await expect(moment).toHaveAttribute('aria-valuetext', /Caucus|Briefing|Briefs/)
    for (let phase = 0; phase < 3; phase += 1) await page.keyboard.press('PageDown')
    await page.keyboard.press('ArrowRight')
    const first = (await newest.textContent()) ?? ''
    await page.keyboard.press('ArrowRight')
    await expect(newest).not.toHaveText(first)
    await page.keyboard.press('ArrowLeft')
    await expect(newest).toHaveText(first)
    await page.getByRole('radio', { name: '30×' }).check({ force: true })
    await page.keyboard.press('Space')
    await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
    await expect(newest).not.toHaveText(first)
    await page.keyboard.press('Space')
    await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible()
  })

  await test.step('the address keeps the moment and the view', async () => {
    await page.getByLabel('Seen by').selectOption({ label: 'Beijing, as it was' })
    await expect(page.getByText(/^What Beijing could hear while it ran/)).toBeVisible()
    await page.keyboard.press('End')
    await expect(page).toHaveURL(/at=\d+.*as=cn|as=cn.*at=\d+/)
    const last = (await newest.textContent()) ?? ''
    await page.reload()
    await expect(newest).toHaveText(last)
    await expectNarrow(page)
  })

  await test.step('delegations stand side by side at the same moment, by address, and one at a time on a phone', async () => {
    await page.getByLabel('Seen by').selectOption({ label: 'delegations side by side' })
    const column = (name: string) => page.getByRole('article', { name, exact: true })
    for (const name of ['Washington', 'Tokyo', 'Beijing']) await expect(column(name)).toContainText('Red line.')
    await expect(column('Tokyo')).toContainText(/Heard \d+ entries that others did not/)
    const before = await moment.getAttribute('aria-valuetext')
    await page.keyboard.press('ArrowLeft')
    await expect(moment).not.toHaveAttribute('aria-valuetext', before ?? '')
    await expect(page).toHaveURL(/as=us(%2C|,)jp(%2C|,)cn/)
    await expectAccessible(page)
    // In the fourth round, whose question has the longest words.
    await page.goto(`${page.url().replace(/\?.*/, '')}?at=300&as=us,cn`)
    await expect(column('Beijing')).toBeVisible()
    await expect(column('Tokyo')).toHaveCount(0)
    await expectNarrow(page)
    await page.setViewportSize({ width: 320, height: 640 })
    await expect(column('Beijing')).toBeHidden()
    await page.getByRole('radio', { name: 'Beijing' }).click()
    await expect(column('Beijing')).toBeVisible()
    await page.setViewportSize({ width: 1280, height: 720 })
  })

  await test.step('the whole record comes back as the same bytes, and says that it is only read', async () => {
    await page.getByRole('link', { name: 'Transcript' }).click()
    const file = await exported(page)
    await page.goto('/courses/new')
    await page.getByLabel('Course', { exact: true }).fill('Records of other houses')
    await page.getByRole('button', { name: 'Make the course' }).click()
    await page.getByRole('link', { name: 'Bring a record' }).click()
    await page.getByLabel('Record', { exact: true }).setInputFiles({
      name: 'notes.json',
      mimeType: 'application/json',
      buffer: Buffer.from((await readFile(file, 'utf8')).replace('"seq":9,', '"seq":8,')),
    })
    await page.getByRole('button', { name: 'Bring it' }).click()
    await expect(page.getByText('Row 9 (line 19 of the file) has number 8')).toBeVisible()
    await page.getByLabel('Record', { exact: true }).setInputFiles(file)
    await page.getByRole('button', { name: 'Bring it' }).click()
    await page.getByRole('link', { name: 'Read the record' }).click()
    await expect(page.getByText(/^This record was brought/)).toBeVisible()
    expect(await readFile(await exported(page), 'utf8')).toBe(await readFile(file, 'utf8'))
    await page.goto(page.url().replace(/transcript.*/, 'desk'))
    await expect(page).toHaveURL(/\/transcript$/)
  })

  await test.step('from a moment of it the debate can be played on, in a form that says how', async () => {
    await page.getByRole('link', { name: 'Replay' }).click()
    for (let phase = 0; phase < 6; phase += 1) await page.keyboard.press('PageDown')
    await expect(moment).toHaveAttribute('aria-valuetext', /entry \d+/)
    await page.getByRole('link', { name: 'Play on from here' }).click()
    await expect(page.getByRole('button', { name: 'Play on from here' })).toBeVisible()
    await expectAccessible(page)
    await expectNarrow(page)
  })
})
