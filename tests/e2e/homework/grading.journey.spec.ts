/** A class graded after its week by the keyboard alone, counted, and what its students read of it. */
import type { Page, Route } from '@playwright/test'
import { expect, test } from '../../support/browser'
import { Chair } from '../at-the-desk/chair'
import { expectAccessible, expectNarrow } from '../people'
import { box, comesIn, entersRoom, givenWeek, OPENINGS, STUDENTS, toOwnTension } from './week'

test.use({ baseURL: process.env.BASE_URL })

/** The keys of one hand, counted. */
function hand(page: Page) {
  const hands = {
    keys: 0,
    press: async (...keys: string[]) => {
      for (const key of keys) {
        hands.keys += 1
        await page.keyboard.press(key)
      }
    },
  }
  return hands
}
const MOST_KEYS = 12
/** In the order in which they are graded. */
const CLASS = STUDENTS.toSorted()
/** The last three of them: graded, of no part, and not yet. */
const [, FIFTH = '', ABSENT = '', LAST = ''] = CLASS.slice(2)

test.describe('grading', () => {
  test.slow()
  // A level and a comment are refused on purpose.
  test.use({ expectedComplaints: [/status of 503/] })

  test('a class is graded by keys alone, each student in twelve at most, and sees it once it is released', async ({
    page,
    browser,
  }) => {
    const week = await givenWeek(page)
    const amir = await comesIn(browser, week, 'Amir Rahimi')
    const roomId = await entersRoom(amir)
    const chair = await Chair.of(page, roomId)
    await chair.opens(OPENINGS)
    await toOwnTension(amir)
    await box(amir).fill('We open with words that were written on time. Mei Castellano and Amir Rahimi agree.')
    await amir.getByRole('button', { name: 'Seal the opening' }).click()
    await expect(amir.getByRole('region', { name: 'Your sealed post' })).toBeVisible()
    await chair.does({ type: 'endPhase', index: OPENINGS })
    chair.leave()

    // What the bar leads to is as of when the page was read.
    await page.reload()
    await page.getByRole('link', { name: /^Marks/ }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Whom do you grade first?')
    const said = page.getByRole('status').first()
    const heading = page.getByRole('heading', { level: 1 })
    const sheet = page.getByRole('region', { name: 'Sheet' })
    const { press, ...hands } = hand(page)
    const counted: number[] = []

    await test.step('with nobody chosen the first digit is a level of the first student, and a key that does nothing says why', async () => {
      await press('x')
      await expect(said).toHaveText('Choose a student first.')
      await press('9')
      await expect(said).toHaveText('Levels go from 0 to 4.')
      await press('3')
      await expect(heading).toHaveText(CLASS[0] ?? '')
      await expect(sheet.getByRole('radiogroup').first().getByRole('radio', { name: /^3, / })).toBeChecked()
      await expect(page.getByText('We open with words that were written on time.')).toBeVisible()
    })

    await test.step('an entry is named, and a comment written and left', async () => {
      await press('x')
      await expect(page.getByRole('checkbox', { name: /^Entry \d+ shows it/ })).toBeChecked()
      await press('c')
      await page.keyboard.type('Say 4 of their case first.')
      await page.keyboard.press('Escape')
      await press('j', '2', 'j', '4', 'j', '1', 'j', '0')
      await expect(sheet).toContainText('10 of 20')
      await expect(sheet).toContainText('complete, not released')
    })

    await test.step('each of the others takes no more than twelve keys', async () => {
      for (const name of CLASS.slice(1, -2)) {
        const before = hands.keys
        const own = hand(page)
        await own.press('n')
        await expect(heading).toHaveText(name)
        await own.press('3', 'j', '3', 'j', '2', 'j', '3', 'j', '4')
        await expect(sheet).toContainText('15 of 20')
        expect(hands.keys).toBe(before)
        counted.push(own.keys)
      }
      await press('n')
      await expect(heading).toHaveText(ABSENT)
      await press('z')
      await expect(sheet).toContainText('took no part, not released')
      await page.getByRole('button', { name: 'Release…' }).click()
      await expect(page.getByRole('dialog', { name: 'Who sees their grade?' })).toContainText(
        `Not complete, and not released: ${LAST}.`,
      )
      await page.keyboard.press('Escape')
      await expect(page.getByRole('button', { name: 'Release…' })).toBeFocused()
    })

    await test.step('what the server did not take stays on the sheet, and is sent again', async () => {
      await press('n')
      await expect(heading).toHaveText(LAST)
      const refuse = (route: Route) =>
        route.request().method() === 'POST' && route.request().headers()['next-action']
          ? route.fulfill({ status: 503 })
          : route.fallback()
      await page.route('**/grading/**', refuse)
      await press('3', 'j', '3', 'j', '3', 'j', '3', 'j', '3')
      const again = sheet.getByRole('button', { name: 'Try again' })
      await expect(again).toHaveCount(5)
      await page.keyboard.press('Shift+C')
      await page.keyboard.type('Answer before you claim.')
      await page.keyboard.press('Escape')
      await expect(again).toHaveCount(6)
      await press('b', 'b')
      await expect(heading).toHaveText(FIFTH)
      await press('n')
      await expect(heading).toHaveText(LAST)
      await expect(sheet.getByLabel('Comment on the whole')).toHaveValue('Answer before you claim.')
      await page.unroute('**/grading/**', refuse)
      for (let left = 6; left > 0; left -= 1) {
        await expect(again).toHaveCount(left)
        await again.first().click()
      }
      await expect(again).toHaveCount(0)
      // A press on a level of a row that is not the current one is that level, though the rows change their height by it.
      const fourth = sheet.getByRole('radiogroup').nth(3)
      await press('k', 'k', 'k', 'k', 'k')
      await fourth.getByRole('radio', { name: /^4, / }).click()
      await expect(sheet).toContainText('16 of 20')
      await press('3')
      await expect(sheet).toContainText('15 of 20')
      await expect(page.getByText('6 of 6 complete, 1 took no part')).toBeVisible()
      expect(Math.max(...counted)).toBeLessThanOrEqual(MOST_KEYS)
      await press('n')
      await expect(said).toHaveText('Every student is fully graded.')
    })

    const goToFifth = () => page.getByLabel('Whom you grade').selectOption({ label: `${FIFTH}, complete` })

    await test.step('where no entries are named a student takes six keys', async () => {
      await page.getByRole('link', { name: 'Rubric', exact: true }).click()
      await page.getByRole('radio', { name: /^Are not named/ }).click()
      await page.getByRole('textbox', { name: 'Weight in percent', exact: true }).first().fill('60')
      await page.getByRole('button', { name: 'Save' }).click()
      await expect(page.getByText(/^The weights come to 140 %/)).toBeVisible()
      await page.getByRole('button', { name: 'Weigh all the same' }).click()
      await expectNarrow(page)
      await expectAccessible(page)
      await page.getByRole('button', { name: 'Save' }).click()
      await expect(page.getByText('The rubric is saved.')).toBeVisible()
      await page.getByRole('link', { name: /^Grading · / }).click()
      await expect(heading).toHaveText('Everybody is graded; release what is ready')
      await goToFifth()
      await expect(heading).toHaveText(FIFTH)
      await press('4', '4', '4', '4', '4')
      await expect(sheet).toContainText('20 of 20')
    })

    await test.step('it fits a narrow page in one column', async () => {
      await expectNarrow(page)
      await expectAccessible(page)
    })

    await test.step('J7 names are hidden by a key, and shown again', async () => {
      await press('h')
      await expect(heading).toHaveText(/^Student \d+$/)
      await expect(page.getByText('Names are hidden here')).toBeVisible()
      await press('h')
      await expect(said).toHaveText(/^Names are hidden\. Show them/)
      await page.getByRole('button', { name: 'How it is graded' }).click()
      await page.getByRole('checkbox', { name: /^Hide names/ }).click()
      await page.keyboard.press('Escape')
      await expect(heading).toHaveText(FIFTH)
    })

    await test.step('the levels were kept, and a student sees theirs once they are released', async () => {
      await page.reload()
      await expect(sheet).toContainText('20 of 20')
      await amir.goto('/my/marks')
      await expect(amir.getByText('Nothing has been released to you')).toBeVisible()
      await page.getByRole('button', { name: 'Release…' }).click()
      const dialog = page.getByRole('dialog', { name: 'Who sees their grade?' })
      await expect(dialog).toContainText('6 students see something new.')
      await expectAccessible(page)
      await dialog.getByRole('button', { name: 'Release', exact: true }).click()
      await expect(page.getByText('Released to 6 students.')).toBeVisible()
      await amir.reload()
      await amir.getByRole('main').getByRole('link').first().click()
      await expect(amir.getByText('Say 4 of their case first.')).toBeVisible()
      await expect(amir.getByText('found no entry')).toHaveCount(0)
      await expectAccessible(amir)
    })

    await test.step('a later change is a draft, released again with its reason', async () => {
      await page.keyboard.press('g')
      await page.getByLabel('Whom you grade').selectOption({ label: 'Amir Rahimi, released' })
      await expect(heading).toHaveText('Amir Rahimi')
      await page.keyboard.press('4')
      await expect(sheet).toContainText('changed since its release')
      await page.getByRole('button', { name: 'Release…' }).click()
      const dialog = page.getByRole('dialog', { name: 'Who sees their grade?' })
      await dialog.getByLabel(/^Why it changed/).fill('I had missed a paragraph.')
      await dialog.getByRole('button', { name: 'Release again' }).click()
      await expect(page.getByText('Released to one student.')).toBeVisible()
      await sheet.getByText('History of these levels').click()
      const history = sheet.getByRole('listitem').filter({ hasText: /released the grade|gave 4/ })
      await expect(history.first()).toContainText('released the grade. I had missed a paragraph.')
      await expect(history.nth(1)).toContainText(/ gave 4 for .* instead of 3\.$/)
      await amir.reload()
      await expect(amir.getByText('Changed since you saw it: I had missed a paragraph.')).toBeVisible()
    })

    await test.step('J6 the student asks for a regrade, and reads the answer', async () => {
      await page.getByRole('button', { name: 'How it is graded' }).click()
      await page.getByLabel('Regrades').selectOption('7')
      await page.keyboard.press('Escape')
      await expect(said).toHaveText('Saved.')
      await amir.reload()
      await amir.getByText('Ask for a regrade').first().click()
      const why = amir.getByLabel('What should be looked at again?').first()
      await why.fill('Please look again.')
      const ask = amir.getByRole('button', { name: 'Ask for a regrade' }).first()
      await ask.click()
      await expect(amir.getByText('Not sent: write at least 40 characters.')).toBeVisible()
      await why.fill('My opening answers their strongest case before it makes its own.')
      await ask.click()
      await expect(amir.getByText('Not answered yet.')).toBeVisible()
      await page.reload()
      await expect(page.getByText(/· one regrade to answer/)).toBeVisible()
      await sheet.getByLabel('Your answer').fill('It does, and level 4 says so already.')
      await sheet.getByRole('button', { name: /^Answer: level 4 stays/ }).click()
      await expect(sheet.getByText('Answered, level 4 stays:')).toBeVisible()
      await amir.reload()
      await expect(amir.getByText('It does, and level 4 says so already.')).toBeVisible()
    })
  })
})
