/** A week of homework on the narrowest phone: what is asked lies on the first screen, and its button under the thumb. */
import { expect, test } from '../support/browser'
import { Chair } from './chair'
import { expectAccessible } from './people'
import { onFirstScreen } from './phones'
import { comesByLink, entersRoom, givenWeek, OPENINGS } from './week'

test.use({ baseURL: process.env.BASE_URL })

const REFLECTION = 7

test.describe('a week on a phone', () => {
  test.slow()

  test('own views, the opening one leads and the reflection are each led to by the dock', async ({ page, browser }) => {
    const week = await givenWeek(page)
    const mei = await comesByLink(browser, week, 'Mei Castellano')
    const roomId = await entersRoom(mei)
    const chair = await Chair.of(page, roomId)
    await chair.opens(0)
    await mei.setViewportSize({ width: 320, height: 640 })
    await mei.goto(`/rooms/${roomId}`)
    const dock = mei.getByRole('contentinfo')

    // The axes come before the brief, and the button leads to the first that is not marked.
    const mark = dock.getByRole('button', { name: 'Mark your own view' })
    await onFirstScreen(mei, mark)
    await mark.click()
    const first = mei.getByRole('slider').first()
    await expect(first).toBeFocused()
    await expect(first).toBeInViewport()
    await expectAccessible(mei)
    // Whoever goes on at once has placed it all the same.
    await mei.keyboard.press('ArrowRight')
    await dock.getByRole('link', { name: 'Record' }).click()
    await expect(mei.getByText('1 of 2 own views')).toBeVisible()

    await chair.does({ type: 'endPhase', index: 0 })
    for (let index = 1; index < OPENINGS; index += 1) {
      await chair.does({ type: 'startPhase', index })
      await chair.does({ type: 'endPhase', index })
    }
    await chair.does({ type: 'startPhase', index: OPENINGS })
    await mei.goto(`/rooms/${roomId}`)
    // Opened anew, the debate begins with the tension that one leads; on the other the page says where the opening counts.
    const tension = mei.getByRole('combobox', { name: 'Tensions' })
    await expect(tension.locator('option:checked')).toContainText('you lead')
    const other = tension.locator('option').filter({ hasNotText: 'you lead' }).first()
    await tension.selectOption({ label: (await other.textContent()) ?? '' })
    // Words that would not count are asked about once before they are sealed.
    const elsewhere = mei.getByRole('textbox', { name: /^Your opening on/ })
    await elsewhere.fill('On the wrong tension.')
    await dock.getByRole('button', { name: 'Seal the opening' }).click()
    await expect(mei.getByText(/Press once more to post them here all the same/)).toBeVisible()
    await elsewhere.fill('')
    await onFirstScreen(mei, dock.getByRole('button', { name: 'Go to the tension you lead' }))
    await dock.getByRole('button', { name: 'Go to the tension you lead' }).click()
    await expect(tension.locator('option:checked')).toContainText('you lead')
    await expect(dock.getByRole('button', { name: 'Write the opening' })).toBeVisible()

    for (let index = OPENINGS; index < REFLECTION; index += 1) {
      await chair.does({ type: 'endPhase', index })
      await chair.does({ type: 'startPhase', index: index + 1 })
    }
    await mei.goto(`/rooms/${roomId}#reflection`)
    await onFirstScreen(mei, dock.getByRole('button', { name: 'Write your answer' }))
    await dock.getByRole('button', { name: 'Write your answer' }).click()
    const answers = mei.getByRole('region', { name: 'Out of role' }).getByRole('textbox')
    await expect(answers.nth(0)).toBeFocused()
    // The button in the dock is that of the answer being written.
    await answers.nth(1).fill('What I said of shields.')
    await expectAccessible(mei)
    await dock.getByRole('button', { name: 'Hand it in' }).click()
    await expect(mei.getByText(/^Handed in /)).toHaveCount(1)
    await dock.getByRole('button', { name: 'Write your answer' }).click()
    await expect(answers.nth(0)).toBeFocused()
    await mei.keyboard.type('What I did not believe.')
    await dock.getByRole('button', { name: 'Hand it in' }).click()
    await expect(mei.getByText(/^Handed in /)).toHaveCount(2)
    // The opening that was missed is still taken, and the way to it stands where the reflection's button stood.
    await expect(mei.getByRole('heading', { name: /^Your opening is late; it is still taken/ })).toBeVisible()
    await dock.getByRole('button', { name: 'Write your opening' }).click()
    await onFirstScreen(mei, dock.getByRole('button', { name: 'Write the opening' }))
    chair.leave()
  })
})
