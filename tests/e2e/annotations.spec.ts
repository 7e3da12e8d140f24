/** A student annotates words on a phone, the instructor answers, another delegation reads nothing of it, and keys do the same. */
import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../support/browser'
import { patience } from '../support/patience'
import { Chair } from './chair'
import { expectAccessible, expectNarrow } from './people'
import { endPhase, givenTable, seated, speak, speaker, start } from './table'
import { comesIn, entersRoom, givenWeek } from './week'

// One answer is lost on its way.
const expectedComplaints = [/ERR_FAILED \(\S+\/transcript\)/]
test.use({ baseURL: process.env.BASE_URL, viewport: { width: 1440, height: 960 }, expectedComplaints })
test.setTimeout(patience(120_000))

/** Longer than the words may be that an annotation is about. */
const SAID = `Notice is a courtesy, and a price is a price.${' We say so again.'.repeat(60)}`
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
  for (const next of ['Caucus', 'Reveal', 'Openings']) await endPhase(desk, next)
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
    await expectAccessible(page)
    await expectNarrow(page)
    await page.reload()
    await entry.getByRole('button', { name: /^Annotate entry/ }).click()
    await expect(dialog.locator('blockquote')).toHaveText(WORDS)
    await expect(dialog.getByLabel('Your comment')).toHaveValue('Is this a threat?')
    await expect(dialog.getByRole('radio', { name: /^The instructor/ })).toBeChecked()
    await expect(dialog.getByLabel('Tags')).toHaveValue('threat')
    await page.keyboard.press('Escape')
    await select(entry, SAID)
    await entry.getByRole('button', { name: /^Annotate entry/ }).click()
    await expect(dialog.getByText('You selected more than')).toBeVisible()
    await expect(dialog.locator('blockquote')).toHaveCount(0)
    // As if the words had been revised away meanwhile.
    await page.evaluate((words) => {
      for (const [key, text] of Object.entries(localStorage)) localStorage.setItem(key, text.replace(words, 'a prize'))
    }, WORDS)
    await page.reload()
    await entry.getByRole('button', { name: /^Annotate entry/ }).click()
    await expect(dialog.getByText('The words that you selected are not in the entry any more, so')).toBeVisible()
    await page.keyboard.press('Escape')
    await select(entry, WORDS)
    await entry.getByRole('button', { name: /^Annotate entry/ }).click()
    await expect(dialog.locator('blockquote')).toHaveText(WORDS)
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
    await dialog.getByLabel('Your comment').fill('A fair point.')
    await dialog.getByRole('radio', { name: /^The class/ }).click()
    // It is saved, but the answer is lost: of other words it is another annotation.
    await page.route('**/transcript', async (route) => {
      if (route.request().method() !== 'POST') return route.fallback()
      await route.fetch()
      await route.abort()
    })
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(dialog.getByText('It could not be saved.')).toBeVisible()
    await page.unroute('**/transcript')
    await page.keyboard.press('Escape')
    await select(entry, 'Notice')
    await page.keyboard.press('a')
    await expect(dialog.locator('blockquote')).toHaveText('Notice')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(dialog).toBeHidden()
    const threads = entry.locator('[data-thread]').filter({ hasText: 'A fair point.' })
    await expect(threads).toHaveCount(2)
    await expect(threads.locator('blockquote')).toHaveText('Notice')
    await page
      .getByRole('button', { name: /^Delete your comment/ })
      .first()
      .click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click()
    await expect(threads).toHaveCount(1)
  })

  await test.step('the instructor hides it with a reason, and deletes their own', async () => {
    await desk.reload()
    const threads = desk.locator('[data-thread]')
    await expect(threads).toHaveCount(2)
    for (const [key, at] of [[']', 0] as const, [']', 1] as const, ['[', 0] as const]) {
      await desk.keyboard.press(key)
      await expect(threads.nth(at)).toBeFocused()
    }
    await desk
      .getByRole('button', { name: /^Hide a comment/ })
      .last()
      .click()
    const dialog = desk.getByRole('dialog', { name: 'Hide this comment' })
    await dialog.getByLabel('Reason, for its writer').fill('Say why.')
    await dialog.getByRole('button', { name: 'Hide it' }).click()
    await expect(dialog).toBeHidden()
    await expect(desk.getByText('Say why.')).toBeVisible()
    await amara.page.reload()
    await expect(amara.page.getByText('Say why.')).toBeVisible()
    await mei.page.reload()
    await expect(entryOn(mei.page)).toContainText('Ask them, in the caucus.')
    await expect(mei.page.getByText('A fair point.')).toHaveCount(0)
    await desk.getByRole('button', { name: /^Delete your comment/ }).click()
    await desk.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click()
    await expect(desk.getByText('Ask them, in the caucus.')).toHaveCount(0)
    await expect(desk.locator('[data-thread]').getByText('Is this a threat?')).toBeVisible()
  })
})

test('a week that asks for annotations leads to the record, counts those that others may read, and tells who was answered', async ({
  page: desk,
  browser,
}) => {
  const week = await givenWeek(desk, { shape: 'homework-week', 'ask-7.0': '0', 'ask-7.1': '2' })
  const mei = await comesIn(browser, week, 'Mei Castellano')
  const jonas = await comesIn(browser, week, 'Jonas Weber')
  const chair = await Chair.of(desk, await entersRoom(mei))
  for (let index = 0; index <= 7; index += 1) {
    if (index > 0) await chair.does({ type: 'endPhase', index: index - 1 })
    await chair.does({ type: 'startPhase', index })
  }
  chair.leave()
  const entry = (page: Page) =>
    page
      .getByRole('listitem')
      .filter({ has: page.locator('[data-annotate]') })
      .first()
  const annotates = async (page: Page, text: string, whom: RegExp) => {
    await entry(page).locator('[data-annotate]').first().focus()
    await page.keyboard.press('a')
    const dialog = page.getByRole('dialog', { name: /^Annotate entry/ })
    await dialog.getByLabel('Your comment').fill(text)
    await dialog.getByRole('radio', { name: whom }).click()
    await expect(dialog.getByText('Those for yourself alone and answers do not count.')).toBeVisible()
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(page.locator('[data-thread]').filter({ hasText: text })).toBeVisible()
  }
  await mei.goto('/my')
  await expect(mei.getByText('0 of 2 annotations').first()).toBeVisible()
  await mei.getByRole('main').getByRole('link', { name: 'Annotate the record' }).first().click()
  await mei.waitForURL('**/transcript')
  await annotates(mei, 'Only I read this.', /^Only me/)
  await annotates(mei, 'Who gains by it?', /^The class/)
  await mei.goto('/my')
  await expect(mei.getByText('1 of 2 annotations').first()).toBeVisible()

  await jonas.goto('/my')
  await jonas.getByRole('main').getByRole('link', { name: 'Annotate the record' }).first().click()
  await jonas.getByRole('button', { name: /^Answer to the annotation/ }).click()
  const dialog = jonas.getByRole('dialog', { name: /^Answer/ })
  await dialog.getByLabel('Your comment').fill('We do.')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
  await expect(jonas.locator('[data-thread]')).toContainText('We do.')
  await expect(jonas.getByText('Only I read this.')).toHaveCount(0)
  await mei.goto('/my')
  await mei.getByRole('link', { name: /^Your annotation on entry .* was answered/ }).click()
  await expect(mei.getByText('We do.')).toBeVisible()
  await desk.reload()
  await expect(desk.getByRole('main')).toContainText('1 of 2')
})
