/** Words are taken off the wall: reported by a classmate, taken off by the chair at the keyboard, gone everywhere, read by staff, put back. */
import path from 'node:path'
import type { Page } from '@playwright/test'
import { overflowOf } from '../../support/barriers'
import { expect, test } from '../../support/browser'
import { patience } from '../../support/patience'
import { expectAccessible, inSettings } from '../people'
import { givenTable, reach, seated, speak, speaker, start } from '../table'
import { Chair } from './chair'

test.use({ baseURL: process.env.BASE_URL, viewport: { width: 1280, height: 800 } })

const KEPT = 'Notice is a courtesy, not a price.'
const TAKEN = 'Ask Callum: he still owes half this class for coffee.'
const SMALL = { viewport: { width: 320, height: 700 }, hasTouch: true }

const gone = (page: Page) => expect(page.getByText(/Ask Callum/)).toHaveCount(0, { timeout: patience(1_000) })

test('words that name a person are reported, taken off everywhere within a second, read by staff alone, and put back', async ({
  page: desk,
  browser,
}) => {
  const { code } = await givenTable(desk)
  const students = await Promise.all([
    seated(browser, code, 'Mei Castellano', 'United States', 'Secretary of State', SMALL),
    seated(browser, code, 'Amara Osei', 'Japan', 'Prime Minister', SMALL),
  ])
  const late = await seated(browser, code, 'Lena Fischer', 'China', 'Foreign Minister')
  const room = await start(desk)
  // Away while the words stood on the wall.
  await late.page.goto('about:blank')
  await reach(desk, 'Caucus', 'Reveal', 'Openings')
  const writer = await speaker(students)
  const classmate = students.find((student) => student !== writer) ?? writer
  await speak(writer, `${KEPT} ${TAKEN}`)
  const stage = await desk.context().newPage()
  await stage.setViewportSize({ width: 1920, height: 1080 })
  await stage.goto(`${room}/stage`)
  await desk.bringToFront()
  await inSettings(desk, async (settings) => {
    await settings.getByLabel('The projector shows').selectOption({ label: 'what was said last' })
  })
  await expect(stage.getByText(/Ask Callum/)).toBeVisible()

  await test.step('a classmate presses the line and reports it', async () => {
    const { page } = classmate
    await page.getByText(/Ask Callum/).click()
    await expect(page.getByRole('menuitem').filter({ visible: true }).nth(-2)).toHaveText(/^Report this line/)
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
    await page.getByRole('menuitem', { name: /^Report this line/ }).click()
    const dialog = page.getByRole('dialog', { name: 'Report this line to your instructor' })
    await dialog.getByRole('radio', { name: /^It names or targets a person/ }).check()
    await dialog.getByLabel('In your words, if you like').fill('Callum did not come in role.')
    await page.reload()
    await page.getByText(/Ask Callum/).click()
    await page.getByRole('menuitem', { name: /^Report this line/ }).click()
    await expect(dialog.getByLabel('In your words, if you like')).toHaveValue('Callum did not come in role.')
    await dialog.getByRole('button', { name: /^Report line \d+$/ }).click()
    await expect(dialog).toBeHidden()
  })

  await test.step('the chair takes the words off with the keyboard alone', async () => {
    const notes = desk.getByRole('region', { name: 'Notes and calls' })
    await expect(notes.getByText(/^Line \d+ reported$/)).toBeVisible()
    await notes.getByRole('button', { name: /^Look at/ }).focus()
    await desk.keyboard.press('Enter')
    await expect(
      desk.getByRole('button', { name: /^More about entry/, expanded: false }).and(desk.locator(':focus')),
    ).toBeVisible()
    await desk.keyboard.press('Enter')
    await expect(desk.getByRole('menu')).toBeVisible()
    await desk.keyboard.type('Take')
    await desk.keyboard.press('Enter')
    const dialog = desk.getByRole('dialog', { name: 'Take these words off?' })
    await expect(dialog.getByRole('textbox')).toBeFocused()
    await expect(dialog.getByRole('radio', { name: 'names a person' })).toBeChecked()
    await desk.keyboard.press('Control+End')
    for (const _ of TAKEN) await desk.keyboard.press('Shift+ArrowLeft')
    await expect(dialog.getByText('These ten words')).toBeVisible()
    await expect(dialog.getByText(/words taken off by the chair, \d\d:\d\d: names a person/)).toBeVisible()
    await expectAccessible(desk)
    await desk.keyboard.press('Enter')
    await Promise.all([gone(writer.page), gone(classmate.page), gone(stage)])
    await expect(dialog).toBeHidden()
    await gone(desk)
    await expect(desk.getByText(/^Ten words are off \d+\. .+ and whoever reported it are told\.$/)).toBeVisible()
    await expect(notes).toHaveCount(0)
  })

  await test.step('what is left is read with who took words off and why; the stage says neither why nor when', async () => {
    for (const { page } of students)
      await expect(page.getByText(KEPT)).toContainText(/taken off by the chair, \d\d:\d\d: names a person/)
    await expect(stage.getByText(KEPT)).toContainText('words taken off by the chair')
    await expect(stage.getByText(/names a person/)).toHaveCount(0)
    await expect(classmate.page.getByText(/^You reported \d+ at/)).toBeVisible()
    await expect(writer.page.getByRole('heading', { name: /^Ten words of yours were taken off/ })).toBeVisible()
    await expect(writer.page.getByRole('button', { name: 'Ask why' })).toBeVisible()
    expect(await overflowOf(writer.page)).toBeLessThanOrEqual(0)
  })

  await test.step('whoever comes later gets none of the words, in no frame and on no page', async () => {
    late.heard.length = 0
    await late.page.goto(room)
    await expect(late.page.getByText(KEPT)).toBeVisible()
    expect(late.heard.filter((frame) => frame.includes('Callum'))).toEqual([])
    await late.page.goto(`${room}/transcript`)
    await expect(late.page.getByText(KEPT)).toContainText('names a person')
    expect(await late.page.content()).not.toContain('Callum')
  })

  await test.step('staff read them behind one press, and put them back with a reason', async () => {
    const read = desk.getByRole('button', { name: 'Read the ten words' })
    await read.click()
    await expect(desk.getByRole('region', { name: /^The words taken off/ }).getByText(TAKEN)).toBeVisible()
    await desk.getByRole('button', { name: 'Close', exact: true }).click()
    await gone(desk)
    await desk.goto(`${room}/transcript`)
    // The controls of an entry come with the pointer, also where it rested before the page had started.
    const left = desk.locator('[data-entry]').filter({ hasText: /taken off by the chair/ })
    await left.first().hover()
    await desk.getByRole('button', { name: 'Put them back…' }).click()
    const dialog = desk.getByRole('dialog', { name: /^Put back the words of/ })
    await dialog.getByLabel('Reason, as everybody will read it').fill('the name was an office’s, not a person’s.')
    await desk.keyboard.press('Enter')
    await expect(desk.getByText(TAKEN, { exact: false }).first()).toBeVisible()
    await expect(
      desk.getByText(/^The chair put back the words of \d+, taken off at \d\d:\d\d: the name was/),
    ).toBeVisible()
    await expect(classmate.page.getByText(/Ask Callum/)).toBeVisible()
    await expect(stage.getByText(/Ask Callum/)).toBeVisible()
  })
})

test('from a word to an empty wall by one press: X hides it everywhere and again brings it back, B blanks the projector', async ({
  page: desk,
  browser,
}) => {
  const { code } = await givenTable(desk)
  const students = await Promise.all([
    seated(browser, code, 'Mei Castellano', 'United States', 'Secretary of State'),
    seated(browser, code, 'Amara Osei', 'Japan', 'Prime Minister'),
  ])
  const room = await start(desk)
  await reach(desk, 'Caucus', 'Reveal', 'Openings')
  const writer = await speaker(students)
  const classmate = students.find((student) => student !== writer) ?? writer
  await speak(writer, TAKEN)
  const stage = await desk.context().newPage()
  await stage.setViewportSize({ width: 1920, height: 1080 })
  await stage.goto(`${room}/stage`)
  await desk.bringToFront()
  const chair = await Chair.of(desk, path.basename(room))
  await chair.does({ type: 'showOnStage', scene: 'record' })
  chair.leave()
  const everywhere = [writer.page, classmate.page, stage]
  const said = (page: Page) => page.getByText(/Ask Callum/).first()
  for (const page of everywhere) await expect(said(page)).toBeVisible()

  await desk.keyboard.press('x')
  await Promise.all([gone(desk), ...everywhere.map(gone)])
  await desk.keyboard.press('x')
  for (const page of everywhere) await expect(said(page)).toBeVisible()

  await test.step('by hand alike, with the reason given afterwards', async () => {
    await desk
      .getByRole('button', { name: /^Hide the words of entry/ })
      .last()
      .click()
    await Promise.all([gone(desk), ...everywhere.map(gone)])
    await expect(desk.getByRole('button', { name: /^Bring back/ })).toBeVisible()
    await desk.getByRole('button', { name: 'Reason…' }).click()
    const dialog = desk.getByRole('dialog', { name: /^Why are words off/ })
    await dialog.getByRole('radio', { name: 'names a person' }).check()
    await expectAccessible(desk)
    await desk.keyboard.press('Enter')
    // Keys of the desk wait until what stands over it is gone.
    await expect(dialog).toBeHidden()
    await expect(classmate.page.getByText(/taken off by the chair, \d\d:\d\d: names a person/).first()).toBeVisible()
  })

  await test.step('B takes everything off the projector, and brings it back', async () => {
    const shown = stage.getByRole('main')
    await desk.keyboard.press('b')
    await expect(shown).toHaveAttribute('data-scene', 'blank')
    await expect(shown).toHaveText('The projector is blank.')
    // The stage may hear of it before the desk does, and the key turns what the desk knows.
    await expect(desk.getByRole('button', { name: 'Blank the projector' })).toHaveAttribute('aria-pressed', 'true')
    await desk.keyboard.press('b')
    await expect(shown).not.toHaveAttribute('data-scene', 'blank')
  })
})
