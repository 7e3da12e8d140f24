/**
 * Each act of the wall, pressed as an instructor does: on the tables that are meant and no others, and looked at on the phones of those
 * who sit there. What wall.spec.ts presses already (start with its question, pause, more time, a note, a partial act) is not pressed again.
 */
import type { Page } from '@playwright/test'
import { expect, test } from '../../support/browser'
import { courseOf, instructorIn, seminarIn } from '../../support/ground'
import { patience } from '../../support/patience'
import { choose, expectAccessible } from '../people'
import { phone, seated } from '../table'
import { Chair } from './chair'

test.use({ baseURL: process.env.BASE_URL, viewport: { width: 1280, height: 800 } })
test.setTimeout(patience(180_000))

/** Three tables that play one round, so that its end, the open record and the close are a few presses away. */
const SEMINAR = {
  ...{ agenda: 'seminar-90', for: 'seminar-90', order: 'framing', round: ['framing'] },
  ...{ students: '27', tables: '3', chairs: '3', spare: '0', understudies: '', lateArrivals: 'yes' },
}

/** The wall by what is on it. */
const wallOf = (page: Page) => ({
  tile: (number: number) =>
    page.getByRole('listitem').filter({ has: page.getByText(`Table ${number}: open its desk`, { exact: true }) }),
  tick: (number: number) => page.getByRole('checkbox', { name: `Select Table ${number}` }).check(),
  /** The numbers of the tables that are shown, in their order. */
  shows: (...numbers: number[]) =>
    expect(page.getByText(/^Table \d: open its desk$/)).toHaveText(
      numbers.map((number) => `Table ${number}: open its desk`),
    ),
  chosen: (said: string) => expect(page.getByRole('checkbox', { name: said })).toBeVisible(),
  clear: () => page.getByRole('button', { name: 'Clear' }).click(),
  act: (name: string) => page.getByRole('button', { name, exact: true }),
  filter: (name: string) => page.getByRole('radio', { name, exact: true }).click({ force: true }),
  done: (said: string) => expect(page.getByRole('status').filter({ hasText: said })).toBeVisible(),
})

/** What a phone says is going on, and what its table's record says. */
const now = (student: Page) => expect(student.getByRole('region', { name: 'Now', exact: true }))
async function reads(student: Page, words: string): Promise<void> {
  await student.getByRole('link', { name: 'Record', exact: true }).click()
  await expect(student.getByRole('log')).toContainText(words)
}

async function calls(student: Page, words: string): Promise<void> {
  await student.getByRole('button', { name: 'Call the instructor' }).click()
  await student.getByLabel(/What is it about\?/).fill(words)
  await student.getByRole('button', { name: 'Call', exact: true }).click()
}

test('every act of the wall is done at the tables that it names, and the phones of those tables show it', async ({
  page,
  browser,
}) => {
  const account = await instructorIn(page.context())
  const { lobbyUrl, code } = await seminarIn(await courseOf(account, 'IR 347'), account, SEMINAR)
  const { page: mei } = await seated(browser, code, 'Mei Castellano', 'United States', 'Secretary of State', phone)
  const { page: amara } = await seated(browser, code, 'Amara Osei', 'Japan', 'Prime Minister', phone)
  await page.goto(lobbyUrl.replace('/lobby', '/wall'))
  const wall = wallOf(page)
  const { tile, act } = wall

  await test.step('tables are found by what they want, by their number and by a name', async () => {
    await wall.shows(3, 1, 2)
    await page.getByLabel('Order of the tables').selectOption('By number')
    await wall.shows(1, 2, 3)
    await wall.filter('Not started 3')
    await wall.shows(1, 2, 3)
    const find = page.getByRole('searchbox', { name: 'Find a student' })
    await find.fill('osei')
    await wall.shows(2)
    await find.fill('nobody of this name')
    await expect(page.getByRole('heading', { name: 'No table is like that now' })).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Show all 3' }).click()
    await wall.shows(1, 2, 3)
    await expect(find).toHaveValue('')
  })

  await test.step('tables are ticked by keys and started', async () => {
    const at = (number: number) => page.getByRole('link', { name: `Table ${number}: open its desk` })
    await at(1).press('x')
    await wall.chosen('1 of 3 selected')
    await at(3).press('Shift+X')
    await wall.chosen('3 of 3 selected')
    await at(2).press('x')
    await wall.chosen('2 of 3 selected')
    await at(2).press('Escape')
    await wall.chosen('All 3 tables')
    await expect(act('Start 3')).toBeHidden()
    await at(2).press('Control+a')
    await wall.chosen('3 of 3 selected')
    await act('Start 3').click()
    await wall.done('Started: Table 1, Table 2 and Table 3.')
    for (const student of [mei, amara]) await now(student).toContainText('Briefing')
  })

  await test.step('prepared news goes where it has not been, and own words can be taken back', async () => {
    await wall.clear()
    await wall.tick(1)
    await wall.tick(2)
    await act('News 2…').click()
    const first = page.getByRole('dialog', { name: 'News to Table 1 and Table 2' })
    // However many pieces of news there are, what sends one is in sight.
    await expect(first.getByRole('button', { name: /^Send to / })).toBeInViewport({ ratio: 1 })
    await first.getByRole('radio', { name: /^ASEAN chair declines to choose/ }).check()
    await expectAccessible(page)
    await first.getByRole('button', { name: 'Send to Table 1 and Table 2' }).click()
    await wall.done('News sent: Table 1 and Table 2.')
    for (const student of [mei, amara]) await reads(student, 'ASEAN chair declines to choose')
    await wall.tick(3)
    await act('News 3…').click()
    const again = page.getByRole('dialog', { name: /^News to / })
    await again.getByRole('radio', { name: /Sent already: Table 1 and Table 2\./ }).check()
    await expect(again.getByRole('button', { name: 'Send to Table 3', exact: true })).toBeVisible()
    await again.getByRole('button', { name: 'Not now' }).click()

    await wall.clear()
    await wall.tick(1)
    await act('News 1…').click()
    const own = page.getByRole('dialog', { name: 'News to Table 1' })
    await own.getByRole('radio', { name: /^In your own words/ }).check()
    await own.getByRole('button', { name: 'Send to Table 1' }).click()
    await expect(own).toContainText('Write a headline and the words first.')
    await own.getByLabel('Headline', { exact: true }).fill('Typhoon closes the strait')
    await own.getByLabel('Words', { exact: true }).fill('TAIPEI. No ship sails before Thursday.')
    await own.getByRole('button', { name: 'Send to Table 1' }).click()
    await reads(mei, 'Typhoon closes the strait')
    await act('Undo at one table').click()
    await wall.done('Taken back: Table 1.')
    await reads(mei, 'The chair took back the news just sent.')
    await reads(amara, 'The briefing opened')
    await expect(amara.getByText('Typhoon')).toHaveCount(0)
  })

  await test.step('a call for help is answered with words, or settled without', async () => {
    await wall.clear()
    await calls(mei, 'Which paper is mine?')
    await wall.filter('Help 1')
    await wall.shows(1)
    await expect(tile(1)).toContainText('Which paper is mine?')
    await act('Table 1: answer its call for help').click()
    const answer = page.getByRole('dialog', { name: 'Table 1 calls for help' })
    await expect(answer).toContainText('Mei Castellano: “Which paper is mine?”')
    await expectAccessible(page)
    await answer.getByRole('button', { name: 'Send the answer' }).click()
    await expect(answer).toContainText('Write your answer first, or say that it is settled.')
    await answer.getByLabel('Your answer').fill('The one with the green edge.')
    await answer.getByRole('button', { name: 'Send the answer' }).click()
    await expect(mei.getByText('The one with the green edge.').first()).toBeVisible()
    await expect(page.getByRole('heading', { name: 'No table is like that now' })).toBeVisible()
    await calls(amara, 'Our head has left.')
    const banner = amara.getByText(/^Called \S+ Not answered yet\.$/)
    await expect(banner.first()).toBeVisible()
    await act('Table 2: answer its call for help').click()
    await page.getByRole('button', { name: 'Settled without words' }).click()
    await expect(banner).toHaveCount(0)
    await expect(amara.getByText('The one with the green edge.')).toHaveCount(0)
    await page.getByRole('button', { name: 'Show all 3' }).click()
  })

  await test.step('by the time left and by the gap the tables stand in another order', async () => {
    await wall.tick(1)
    await act('+5 minutes, one table').click()
    await wall.done('+5 minutes: Table 1.')
    await wall.clear()
    await page.getByLabel('Order of the tables').selectOption('By time left')
    await expect(page.getByText(/^Table \d: open its desk$/).last()).toHaveText('Table 1: open its desk')
    await wall.tick(2)
    await act('Next phase 1').click()
    await wall.done('Next phase: Table 2.')
    await now(amara).toContainText('Caucus')
    await now(mei).toContainText('Briefing')
    await act('Next phase 1').click()
    await act('Go to the next phase').click()
    await now(amara).toContainText('Reveal')
    // Told before it is sorted by: the pointer rests on the tables, and holds what it finds.
    await expect(tile(2).getByRole('img', { name: /gap by round: / })).toBeVisible()
    await page.getByLabel('Order of the tables').selectOption('By gap')
    await wall.shows(2, 1, 3)
  })

  await test.step('the record of a table that has played to its end is opened, after a question', async () => {
    const desk = await page.getByRole('link', { name: 'Table 2: open its desk' }).getAttribute('href')
    const chair = await Chair.of(page, desk?.split('/').at(-2) ?? '')
    for (let left = 5; left > 0; left -= 1) await chair.endsPhase()
    // The debrief would open the record by itself.
    await chair.does({ type: 'setAutopilot', agenda: false, floor: 'off' })
    await chair.endsPhase()
    chair.leave()
    await choose(page.getByRole('button', { name: 'More', exact: true }), 'Open the record of one table…')
    const opens = page.getByRole('alertdialog', { name: 'Open the record: Table 2?' })
    await expect(opens).toBeVisible()
    await expectAccessible(page)
    await opens.getByRole('button', { name: 'Open the record' }).click()
    await wall.done('Record opened: Table 2.')
    await reads(amara, 'The record was unsealed: caucuses, drafts and guesses can now be read.')
  })

  await test.step('the stage of a table is a press away', async () => {
    await page.getByRole('link', { name: 'Table 1: open its stage' }).click()
    await page.waitForURL('**/stage')
    await expect(page).toHaveTitle(/^Stage, Table 1/)
  })
})
