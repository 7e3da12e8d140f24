/** A class that talks aloud: turns are spoken, and get their words afterwards, by dictation, by a scribe, or not at all. */
import type { BrowserContext } from '@playwright/test'
import { expect, test } from '../support/browser'
import { choose, expectAccessible, expectNarrow } from './people'
import { endPhase, givenTable, phone, reach, seated, start, takeBack, yieldToChair } from './table'

test.use({ baseURL: process.env.BASE_URL })

type Answer = { words: string; or?: string; open?: boolean }
declare global {
  interface Window {
    /** What the stand-in engine hears next. */
    heard?: (answer: Answer) => void
    /** Lets the engine that listens fail. */
    fails?: (error: string) => void
  }
}

/** A speech engine that hears what the story says, in place of the browser's own. */
async function givenEngine(context: BrowserContext, where: 'available' | 'downloadable' | null): Promise<void> {
  await context.addInitScript((place) => {
    class StandIn {
      static available = place === null ? undefined : async () => place
      static install = async () => true
      onerror: ((event: unknown) => void) | null = null
      onresult: ((event: unknown) => void) | null = null
      onend: (() => void) | null = null
      start() {
        window.fails = (error) => this.onerror?.({ error })
        window.heard = ({ words, or, open = false }) =>
          this.onresult?.({
            resultIndex: 0,
            results: [
              Object.assign(
                [{ transcript: words, confidence: 0.7 }, ...(or ? [{ transcript: or, confidence: 0.2 }] : [])],
                {
                  isFinal: !open,
                },
              ),
            ],
          })
      }
      stop() {
        delete window.heard
        delete window.fails
        this.onend?.()
      }
      abort() {
        this.stop()
      }
    }
    Object.assign(window, { SpeechRecognition: StandIn, webkitSpeechRecognition: StandIn })
  }, where)
}

/** Without speech recognition, as in browsers that have none. */
const givenNoEngine = (context: BrowserContext) =>
  context.addInitScript(() =>
    Object.assign(window, { SpeechRecognition: undefined, webkitSpeechRecognition: undefined }),
  )

test('a finished turn gets its words by dictation on the speaker’s own device, read over first', async ({
  page: desk,
  browser,
}) => {
  const { code } = await givenTable(desk)
  const mei = await seated(browser, code, 'Mei Castellano', 'Japan', 'Finance Minister')
  const ben = await seated(browser, code, 'Ben Okafor', 'Japan', 'Prime Minister', phone)
  const { page } = mei
  await givenEngine(page.context(), 'available')
  await givenNoEngine(ben.page.context())
  await start(desk)
  await reach(desk, 'Caucus', 'Reveal', 'Openings', 'Floor debate')
  await ben.page.reload()
  const answer = await page.reload()
  expect(answer?.headers()['permissions-policy']).toContain('microphone=(self)')

  await page.getByRole('button', { name: 'Ask for the floor' }).click()
  await page.getByRole('button', { name: 'Question', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Lower my hand' })).toBeVisible()
  await desk.getByRole('button', { name: 'Hand 1, question: give the floor to Mei Castellano' }).click()
  await expect(page.getByRole('radio', { name: 'Question' })).toBeChecked()

  // With the floor in hand: said who hears, kept when the microphone is refused, and when the page is left while it listens.
  const statement = page.getByLabel('Your statement, or its summary')
  await page.getByRole('combobox', { name: 'The language you speak' }).selectOption('Japanese')
  await page.getByRole('button', { name: 'Dictate' }).click()
  await expect(page.getByText('Only this device hears you.')).toBeVisible()
  await expect(page.getByText(/is not marked as dictated/)).toBeVisible()
  await page.evaluate(() => window.heard?.({ words: 'Who pays?' }))
  await expect(statement).toHaveValue('Who pays?')
  await page.evaluate(() => window.fails?.('not-allowed'))
  await expect(page.getByText('Not listening: the microphone is refused.')).toBeVisible()
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.evaluate(() => window.heard?.({ words: 'And when', open: true }))
  await page.getByRole('link', { name: 'Brief' }).click()
  expect(await page.evaluate(() => window.heard === undefined)).toBe(true)
  await page.getByRole('link', { name: 'Record' }).click()
  await expect(statement).toHaveValue('Who pays? And when')
  await expect(page.getByRole('combobox', { name: 'The language you speak' })).toHaveValue('ja')
  await yieldToChair(mei)

  const asked = page.getByRole('region', { name: 'The words of a turn' })
  // One line says it, and one button does it.
  await expect(page.getByText(/^You spoke for /)).toHaveCount(1)
  await expect(page.getByRole('button', { name: /^Give it words/ })).toHaveCount(1)
  await asked.getByRole('button', { name: 'Give it words' }).click()
  const form = page.getByRole('dialog', { name: 'The words of a turn' })
  await form.getByLabel('What you said').fill('I asked')
  await desk.getByRole('checkbox', { name: 'Students may dictate' }).click()
  await expect(form.getByText('Dictation is switched off in this seminar.')).toBeVisible()
  await expect(form.getByRole('button', { name: 'Dictate' })).toHaveCount(0)
  await expect(form.getByLabel('What you said')).toHaveValue('I asked')
  await desk.getByRole('checkbox', { name: 'Students may dictate' }).click()
  await form.getByLabel('What you said').fill('')
  await form.getByRole('button', { name: 'Dictate' }).click()
  await expect(form.getByText('Only this device hears you.')).toBeVisible()
  await page.evaluate(() => window.heard?.({ words: 'would they accept', open: true }))
  await expect(form.getByText('would they accept')).toBeVisible()
  await expect(form.getByLabel('What you said')).toHaveValue('')
  await page.evaluate(() =>
    window.heard?.({ words: 'Would they accept the same claws?', or: 'Would they accept the same clause?' }),
  )
  await expect(form.getByLabel('What you said')).toHaveValue('Would they accept the same claws?')
  await form.getByRole('button', { name: 'Stop and read it over' }).click()
  await form.getByRole('button', { name: 'clause', exact: true }).click()
  await expect(form.getByLabel('What you said')).toHaveValue('Would they accept the same clause?')
  await expectAccessible(page)
  await form.getByRole('button', { name: 'Put on the record' }).click()

  for (const reader of [page, ben.page, desk]) {
    await expect(reader.getByText('Would they accept the same clause?')).toBeVisible()
    await expect(reader.getByText('dictated, read over by the speaker')).toBeVisible()
  }
  await expect(asked).toBeHidden()

  // Without speech recognition there is the field alone.
  await ben.page.getByRole('button', { name: 'Ask for the floor' }).click()
  await ben.page.getByRole('button', { name: 'Point', exact: true }).click()
  await desk.getByRole('button', { name: /^Hand 1, point/ }).click()
  await expect(ben.page.getByLabel('Your statement, or its summary')).toBeVisible()
  await expect(ben.page.getByRole('button', { name: 'Dictate' })).toHaveCount(0)
})

test('a browser that sends sound away says so and is asked first; a turn left to a delegate is theirs to write', async ({
  page: desk,
  browser,
}) => {
  const { code } = await givenTable(desk)
  const mei = await seated(browser, code, 'Mei Castellano', 'Japan', 'Finance Minister')
  const ben = await seated(browser, code, 'Ben Okafor', 'Japan', 'Prime Minister', phone)
  await givenEngine(ben.page.context(), 'downloadable')
  await start(desk)
  await reach(desk, 'Caucus', 'Reveal', 'Openings', 'Floor debate')
  await ben.page.reload()
  await choose(desk.getByRole('button', { name: 'Mei Castellano, Finance Minister' }), 'Give the floor')
  await takeBack(desk)
  await expect(
    mei.page.getByText('Your instructor took the floor back. What you wrote is kept.', { exact: true }),
  ).toBeVisible()
  await expect(mei.page.getByText('the chair took the floor back', { exact: false }).first()).toBeVisible()

  await choose(mei.page.getByRole('button', { name: 'Or…' }), 'Leave them to Ben Okafor, Prime Minister')
  await expect(mei.page.getByText(/You left the words of turn \d+ to Ben Okafor/)).toBeVisible()
  const asked = ben.page.getByRole('region', { name: 'The words of a turn' })
  // Of his own opening's words he is asked afterwards: the newest come first.
  await expect(asked).toContainText(/Mei Castellano .*left the words/)
  await asked.getByRole('button', { name: 'Give it words' }).click()
  const form = ben.page.getByRole('dialog', { name: 'The words of a turn' })
  await form.getByRole('button', { name: 'Dictate' }).click()
  await expect(
    form.getByText(/^This browser sends sound to its maker’s server to be written, until the language is installed/),
  ).toBeVisible()
  expect(await ben.page.evaluate(() => window.heard === undefined)).toBe(true)
  await form.getByRole('button', { name: 'Write it myself' }).click()
  await form.getByRole('button', { name: 'Dictate' }).click()
  await expectNarrow(ben.page)
  await form.getByRole('button', { name: 'Use it for this turn' }).click()
  await ben.page.evaluate(() => window.heard?.({ words: 'Asked for a date.' }))
  // The phase ends in mid-sentence: neither the sheet nor the dictation does.
  await ben.page.evaluate(() => window.heard?.({ words: 'And for', open: true }))
  await endPhase(desk, 'Caucus')
  await ben.page.evaluate(() => window.heard?.({ words: 'And for a number.' }))
  await form.getByRole('button', { name: 'Stop and read it over' }).click()
  await expect(form.getByLabel('Summary, in the speaker’s sense')).toHaveValue('Asked for a date. And for a number.')
  await form.getByRole('button', { name: 'Dictate' }).click()
  await form.getByRole('button', { name: 'Install it on this device' }).click()
  await expect(form.getByText('Installed: only this device hears you.')).toBeVisible()
  await expectNarrow(ben.page)
  await form.getByRole('button', { name: 'Put on the record' }).click()
  // Her page has followed to the caucus.
  await mei.page.getByRole('link', { name: 'Record', exact: true }).click()
  await expect(mei.page.getByText('Summary by Ben Okafor, named by the speaker')).toBeVisible()
  await expect(mei.page.getByText('dictated, read over by the writer')).toBeVisible()
})
