/** How each thing that a page may ask is done on a phone: by pressing what it shows. */
import type { Locator, Page } from '@playwright/test'
import type { TaskKind } from '#simulation/reading/asked'
import { askFor, speak, yieldToChair } from '../e2e/table'
import { expect } from '../support/browser'
import { patience } from '../support/patience'

/** Two dozen busy pages answer a press within this. */
export const PRESS_MS = 8_000

/** How somebody's turns get their words: as they speak, afterwards by themselves, by a colleague they name, or by the scribe. */
export type Manner = 'typed' | 'worded' | 'left' | 'as-spoken'

export const WORDS = {
  typed: 'We have said what we came to say.',
  worded: 'What I said, in my own words.',
  left: 'What my colleague said, in their sense.',
  'as-spoken': 'What was said, as the scribe heard it.',
} as const

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first()

/** Presses whatever leads to the task until it is there: what another person does may change the button under the thumb. */
async function goes(page: Page, name: string | RegExp, to: Locator): Promise<void> {
  await expect(async () => {
    if (!(await to.isVisible())) await button(page, name).click({ timeout: patience(500) })
    await expect(to).toBeVisible({ timeout: patience(500) })
  }).toPass({ timeout: patience(PRESS_MS) })
}

export async function marksOwnView(page: Page): Promise<void> {
  // Each press brings the next question at once; after the last the step is gone.
  const mark = button(page, /^Mark .* and go on$/)
  do await mark.click()
  while (await mark.isVisible())
}

export async function files(page: Page): Promise<void> {
  const file = button(page, 'File the position')
  await goes(page, /^File for /, file)
  await file.click()
}

export async function proposes(page: Page, by: string): Promise<void> {
  // A colleague who is quicker changes what the page asks, not what I have begun.
  const words = page.getByLabel('In words, as it will be read out')
  await goes(page, /^(Propose words|Read the proposal)$/, words)
  await words.fill(`As ${by} sees it.`)
  await button(page, 'Propose to my delegation').click()
}

export const asksForFloor = (page: Page): Promise<void> => askFor({ page }, 'Point')

/** Whoever talks aloud has said enough once a turn that ended now would stand on the record. */
export async function speaks(page: Page, manner: Manner, said: () => boolean): Promise<void> {
  await goes(page, /^To the composer$/, page.getByLabel('Your statement, or its summary'))
  if (manner === 'typed') await speak({ page }, WORDS.typed)
  else await expect.poll(said).toBe(true)
  await yieldToChair({ page })
}

/** The words of a turn of one's own, or of one that was left to this person. */
export async function givesWords(page: Page, manner: Manner): Promise<void> {
  const asked = page.getByRole('region', { name: 'The words of a turn' })
  await goes(page, /^To the words of the turn$/, asked)
  // Only what is one's own can be left to a colleague.
  const isOwn = await asked.getByRole('button', { name: 'Or…' }).isVisible()
  if (isOwn && (manner === 'left' || manner === 'as-spoken')) {
    const to = manner === 'left' ? /^Leave them to / : 'Leave it as spoken'
    const entry = page.getByRole('menuitem', { name: to }).first()
    await goes(page, 'Or…', entry)
    return entry.click()
  }
  await asked.getByRole('button', { name: 'Give it words' }).click()
  const form = page.getByRole('dialog', { name: 'The words of a turn' })
  await form.getByRole('textbox').fill(isOwn ? WORDS.worded : WORDS.left)
  await form.getByRole('button', { name: 'Put on the record' }).click()
  await expect(form).toBeHidden()
}

/** A scribe writes the turn that its speaker left as spoken; a checker checks the newest statement; a historian writes a line. */
export async function observes(page: Page, kind: TaskKind, turn: number | null): Promise<void> {
  await goes(page, /^Go to your task$/, page.getByRole('heading', { name: /^(Scribe|Fact-checker|Historian)$/ }))
  const put = button(page, 'Put on the record')
  if (kind === 'give-words') {
    await button(page, `Write turn ${turn}`).click()
    await page.getByLabel('Summary, in the speaker’s sense').fill(WORDS['as-spoken'])
    return put.click()
  }
  const check = button(page, /^Check entry \d+/)
  if (await check.isVisible()) {
    await check.click()
    await page.getByLabel('Why, in a sentence or two').fill('The essay says so.')
    await button(page, 'Add an anchor').click()
    await page.getByRole('checkbox').first().check()
    await page.keyboard.press('Escape')
    await put.click()
    return expect(page.getByRole('form', { name: /^Check entry/ })).toBeHidden()
  }
  const line = page.getByRole('textbox').first()
  await line.fill('Nobody named who pays.')
  await put.click()
  await expect(line).toHaveValue('')
}

export async function talks(page: Page): Promise<void> {
  const words = page.getByLabel('Write to your delegation')
  await goes(page, /^Open the caucus$/, words)
  await words.fill('Heard, and agreed.')
  await button(page, /^Send/).click()
}

/** As the others do: the first delegation's words, where they are not chosen yet. */
export async function settles(page: Page): Promise<void> {
  await goes(page, /^Go to the text$/, button(page, /^Go to clause /))
  const accept = button(page, /^Accept Washington’s text in clause/)
  while (await accept.isVisible()) {
    const name = (await accept.getAttribute('aria-label')) ?? ''
    await accept.click()
    await expect(button(page, name)).toBeHidden()
  }
}

/** Presses the words beside the mark, as a thumb does, and waits until the choice stands. */
async function votesFor(page: Page): Promise<void> {
  const vote = page.getByRole('radio', { name: /^For/ })
  await goes(page, /^Go to the (ballot|vote)$/, vote)
  // A press in the instant in which a colleague's advice draws the page anew does nothing, and is made again, as a person would.
  await expect(async () => {
    if (!(await vote.isChecked()))
      await page
        .locator('label')
        .filter({ has: vote })
        .click({ timeout: patience(500) })
    await expect(vote).toBeChecked({ timeout: patience(1_000) })
  }).toPass({ timeout: patience(PRESS_MS) })
}

export async function casts(page: Page): Promise<void> {
  await votesFor(page)
  await button(page, /^Seal .* ballot$/).click()
}

/** Each clause has a step of its own. */
export async function advises(page: Page): Promise<void> {
  const steps = page.getByRole('group', { name: 'Clauses' }).locator('label')
  await goes(page, /^Go to the (ballot|vote)$/, steps.first())
  for (const step of await steps.all()) {
    await step.click()
    await votesFor(page)
  }
}

/** The questions that are not answered yet; each loses its button once its answer is in. */
export async function reflects(page: Page): Promise<void> {
  await goes(page, /^Write your answers$/, page.getByRole('button', { name: 'Hand it in' }).first())
  const open = page.locator('form').filter({ has: page.getByRole('button', { name: 'Hand it in' }) })
  for (let left = await open.count(); left > 0; left -= 1) {
    await open.first().getByRole('textbox').fill('A phrase can cost a friend.')
    await open.first().getByRole('button', { name: 'Hand it in' }).click()
    await expect(open).toHaveCount(left - 1)
  }
}
