/** A student annotates words on a phone, the instructor answers, another delegation reads nothing of it, and keys do the same. */
import type { Locator } from '@playwright/test'
import { expect, test } from '../../support/browser'
import { patience } from '../../support/patience'
import { expectAccessible, expectNarrow } from '../people'
import { givenTable, reach, seated, speak, speaker, start } from '../table'

test.use({ baseURL: process.env.BASE_URL, viewport: { width: 1440, height: 960 } })
test.setTimeout(patience(120_000))

const SAID = 'Notice is a courtesy, and a price is a price.'
const WORDS = 'a price is a price'
const SMALL = { viewport: { width: 320, height: 700 }, hasTouch: true }

/** As a finger does, which leaves the words selected. */
const select = (entry: Locator, words: string) =>
  entry
    .locator('bdi')
    .first()
    .evaluate((text, sought) => {
      const node = document.createTreeWalker(text, NodeFilter.SHOW_TEXT).nextNode()
      const from = node?.textContent?.indexOf(sought) ?? -1
      if (!node || from < 0) throw new Error('These words are not in the entry.')
      window.getSelection()?.setBaseAndExtent(node, from, node, from + sought.length)
    }, words)

test('words are annotated on a phone and answered by the instructor; the other delegation reads nothing; keys walk the threads', async ({
  page: desk,
  browser,
}) => {
  const { code } = await givenTable(desk)
  const mei = await seated(browser, code, 'Mei Castellano', 'United States', 'Secretary of State', SMALL)
  const amara = await seated(browser, code, 'Amara Osei', 'Japan', 'Prime Minister')
  const room = await start(desk)
  await reach(desk, 'Caucus', 'Reveal', 'Openings')
  const writer = await speaker([mei, amara])
  await speak(writer, SAID)
  const transcript = `${room}/transcript`
  const entryOn = (page: typeof desk) => page.getByRole('listitem').filter({ hasText: SAID }).first()

  await test.step('a student annotates some words for the instructor, and what is typed outlives the page', async () => {
    const { page } = mei
    await page.goto(transcript)
    const entry = entryOn(page)
    const dialog = page.getByRole('dialog', { name: /^Annotate entry/ })
    await select(entry, WORDS)
    await entry.getByRole('button', { name: /^Annotate entry/ }).click()
    await expect(dialog.getByText(WORDS)).toBeVisible()
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(dialog.getByText('Write the comment first.')).toBeVisible()
    await dialog.getByLabel('Your comment').fill('Is this a threat?')
    await dialog.getByRole('radio', { name: /^The instructor/ }).click()
    await dialog.getByLabel('Tags').fill('threat')
    await page.reload()
    await entry.locator('p').first().tap()
    await entry.getByRole('button', { name: /^Annotate entry/ }).click()
    await expect(dialog.locator('blockquote')).toHaveText(WORDS)
    await expect(dialog.getByLabel('Your comment')).toHaveValue('Is this a threat?')
    await expect(dialog.getByRole('radio', { name: /^The instructor/ })).toBeChecked()
    await expect(dialog.getByLabel('Tags')).toHaveValue('threat')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(dialog).toBeHidden()
    const threads = entry.locator('[role=doc-endnotes]')
    await expect(threads).toContainText('Is this a threat?')
    await expect(threads.locator('blockquote')).toHaveText(WORDS)
    expect(await page.evaluate(() => CSS.highlights.get('annotated')?.size)).toBe(1)
    await expectAccessible(page)
    await expectNarrow(page)
  })

  await test.step('the instructor answers by the keyboard, and the student is told by a count', async () => {
    await desk.goto(transcript)
    await desk.keyboard.press(']')
    const thread = desk.locator('[data-thread]')
    await expect(thread).toBeFocused()
    await thread.getByRole('button', { name: /^Answer/ }).focus()
    await desk.keyboard.press('Enter')
    const dialog = desk.getByRole('dialog', { name: /^Answer/ })
    await dialog.getByLabel('Your comment').fill('Ask them, in the caucus.')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(thread).toContainText('Ask them, in the caucus.')
    const { page } = mei
    const news = page.getByRole('status').filter({ hasText: '1 new comment' })
    await expect(async () => {
      await page.evaluate(() => window.dispatchEvent(new Event('focus')))
      await expect(news).toBeVisible({ timeout: 1000 })
    }).toPass()
    await expect(page.getByText('Ask them, in the caucus.')).toHaveCount(0)
    await news.getByRole('button', { name: 'Show' }).click()
    await expect(entryOn(page)).toContainText('Ask them, in the caucus.')
  })

  await test.step('the other delegation reads nothing; with A it annotates selected words, or the entry in focus, for the class', async () => {
    const { page } = amara
    await page.goto(transcript)
    const entry = entryOn(page)
    await expect(entry).toBeVisible()
    await expect(page.getByText('Is this a threat?')).toHaveCount(0)
    const dialog = page.getByRole('dialog', { name: /^Annotate entry/ })
    await select(entry, WORDS)
    await expect(entry.getByRole('button', { name: /^Annotate entry/ })).toBeVisible()
    await page.keyboard.press('a')
    await expect(dialog.locator('blockquote')).toHaveText(WORDS)
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    // Whoever only pressed somewhere in an entry has selected nothing.
    await page.evaluate(() => window.getSelection()?.collapseToStart())
    await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
    await page.keyboard.press('a')
    await expect(dialog).toHaveCount(0)
    await page.evaluate(() => window.getSelection()?.removeAllRanges())
    const entries = page.locator('main article:has([data-variant])')
    const isHeld = (at: number) => expect(entries.nth(at)).toBeFocused()
    for (const [key, at] of [['j', 0] as const, ['j', 1] as const, ['k', 0] as const]) {
      await page.keyboard.press(key)
      await isHeld(at)
    }
    const id = await entry.locator('[data-variant]').getAttribute('id')
    await page.evaluate((hash) => window.location.assign(hash), `#${id}`)
    await expect(entry.getByRole('article').first()).toBeFocused()
    await page.keyboard.press('a')
    await expect(dialog).toBeVisible()
    await expect(dialog.locator('blockquote')).toHaveCount(0)
    await expect(dialog.getByLabel('Your comment')).toBeFocused()
    await page.keyboard.type('A fair point.')
    await dialog.getByRole('radio', { name: /^The class/ }).click()
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(dialog).toBeHidden()
    const threads = entry.locator('[data-thread]').filter({ hasText: 'A fair point.' })
    await expect(threads).toHaveCount(1)
  })
})
