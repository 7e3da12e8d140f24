/** A week of homework on the narrowest phone: what is asked lies on the first screen, and its button under the thumb. */
import { expect, test } from '../../support/browser'
import { Chair } from '../at-the-desk/chair'
import { onFirstScreen } from '../phones'
import { comesByLink, entersRoom, givenWeek, OPENINGS } from './week'

test.use({ baseURL: process.env.BASE_URL })

test.describe('a week on a phone', () => {
  test.slow()

  test('the dock leads to the opening one leads, and asks about words on another tension', async ({
    page,
    browser,
  }) => {
    const week = await givenWeek(page)
    const mei = await comesByLink(browser, week, 'Mei Castellano')
    const roomId = await entersRoom(mei)
    const chair = await Chair.of(page, roomId)
    await chair.opens(OPENINGS)
    await mei.setViewportSize({ width: 320, height: 640 })
    await mei.goto(`/rooms/${roomId}`)
    const dock = mei.getByRole('contentinfo')
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
    chair.leave()
  })
})
