/** After a seminar in browsers: its instructor scores it by keys and releases the marks, a student reads theirs, and both read the transcript. */
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, test } from '../../support/browser'
import { choose, expectAccessible, takeOut } from '../people'
import type { Student } from '../table'

/** Words of the seminar that are looked for afterwards. */
type Texts = { positions: readonly string[]; question: string; call: string; inCaucus: string; inBilateral: string }
type Afterwards = { desk: Page; finance: Student; cn: Student; room: string; said: Texts }

/** The Finance Minister asked the question; her marks are those that are read. */
export async function marksAndReads({ desk, finance, cn, room, said }: Afterwards): Promise<void> {
  const sheet = desk.getByRole('region', { name: 'Score' })
  await test.step('a round of positions is scored side by side, in sixteen keys, with every position’s words in sight', async () => {
    await desk.setViewportSize({ width: 1280, height: 800 })
    await desk.keyboard.press('s')
    const whom = desk.getByLabel('Whom to score')
    const position = await whom
      .locator('option')
      .filter({ hasText: /^Position of/ })
      .first()
      .getAttribute('value')
    await whom.selectOption(position ?? '')
    const cards = desk.getByRole('region', { name: 'Positions, side by side' })
    const first = /^Round 1 of \d+, criterion 1 /
    while (!first.test((await cards.getByRole('status').textContent()) ?? '')) await desk.keyboard.press('k')
    for (const words of said.positions) await expect(cards.getByText(words).first()).toBeVisible()
    await expect(cards.getByRole('checkbox', { name: /the opening position/ }).first()).toBeChecked()
    for (const key of ['3', '2', '1', 'j', '3', '2', '1', 'j', '3', '2', '1', 'j', '3', '2', '1'])
      await desk.keyboard.press(key)
    await expect(cards.getByRole('status')).toContainText(/ 12 of \d+ levels$/)
    await expectAccessible(desk)
    await cards.getByRole('button', { name: 'Students' }).click()
  })

  await test.step('levels are given by keys, with an entry and with none', async () => {
    const chooser = desk.getByLabel('Whom to score')
    const student = await chooser.locator('option').filter({ hasText: 'Sofia Conti' }).getAttribute('value')
    await chooser.selectOption(student ?? '')
    const asked = desk.getByRole('listitem').filter({ hasText: said.question })
    await asked.first().click()
    await desk.getByRole('main').press('j')
    await desk.keyboard.press('k')
    // What she said is ticked already; without it the level waits.
    await expect(sheet.getByRole('checkbox', { name: said.question })).toBeChecked()
    await desk.keyboard.press('3')
    await expect(sheet.getByText('Not saved: pick an entry, or say there is no evidence.')).toBeHidden()
    await desk.keyboard.press('j')
    await desk.keyboard.press('0')
    await desk.keyboard.press('v')
    await expect(chooser.locator('option').filter({ hasText: /Sofia Conti.* 2 of 5/ })).toBeAttached()
  })

  await test.step('marks are seen by their student after the release, and not before', async () => {
    await finance.page.goto('/my/marks')
    await expect(finance.page.getByText('Nothing has been released to you')).toBeVisible()
    await choose(desk.getByRole('button', { name: 'Pages' }), 'Marks')
    await desk.getByRole('button', { name: 'Release' }).click()
    await desk.getByRole('dialog').getByRole('button', { name: 'Release' }).click()
    await expect(desk.getByText(/^Released /)).toBeVisible()
    await finance.page.reload()
    await finance.page.getByRole('main').getByRole('link').first().click()
    await expect(finance.page.getByText(said.question)).toBeVisible()
    await expect(finance.page.getByText('Your instructor found no entry that shows it.')).toBeVisible()
  })

  await test.step('the transcript is read by both, and goes out as Markdown, and on paper', async () => {
    await cn.page.goto(`${room}/transcript`)
    await expect(cn.page.getByText(said.question).first()).toBeVisible()
    await expect(cn.page.getByText(said.inCaucus).first()).toBeVisible()
    await desk.goto(`${room}/transcript`)
    await expect(desk.getByText(said.inBilateral).first()).toBeVisible()
    const file = await takeOut(desk, 'The class', 'Markdown (MD)')
    expect(await readFile(await file.path(), 'utf8')).toContain(said.question)
    await desk.getByRole('dialog').getByRole('radio', { name: 'Publication' }).click()
    await expect(desk.getByRole('dialog').getByText('every name')).toBeVisible()
    await expectAccessible(desk)
    await desk.getByRole('dialog').getByRole('radio', { name: 'Staff' }).click()
    await desk.getByRole('dialog').getByRole('radio', { name: 'Print' }).click()
    await desk.emulateMedia({ media: 'print' })
    await expect(desk.getByText('For the class', { exact: true })).toBeVisible()
    await expect(desk.getByText(said.call).first()).toBeHidden()
    await desk.emulateMedia({ media: 'screen' })
    await desk.getByRole('link', { name: 'Open the page to print' }).click()
    await expect(desk).toHaveURL(/paper\?for=reader/)
    await desk.emulateMedia({ media: 'print' })
    await expect(desk.getByText('For staff: with private notes and reflections')).toBeVisible()
    await expect(desk.getByText(said.call).first()).toBeVisible()
    await desk.emulateMedia({ media: 'screen' })
  })
}
