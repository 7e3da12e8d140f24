/** A week of homework in a minute: on time, late and extended. */
import { expect, test } from '../../support/browser'
import { patience } from '../../support/patience'
import { Chair } from '../at-the-desk/chair'
import { expectAccessible, expectNarrow } from '../people'
import { onFirstScreen } from '../phones'
import { box, comesIn, DAY_MS, entersRoom, givenWeek, OPENINGS, toOwnTension } from './week'

test.use({ baseURL: process.env.BASE_URL })

test.describe('a week in a minute', () => {
  test.slow()

  test('an opening is on time, another late, a third extended, and each student is told which', async ({
    page,
    browser,
  }) => {
    const week = await givenWeek(page)
    const mei = await comesIn(browser, week, 'Mei Castellano')
    await expect(mei.getByRole('heading', { level: 1 })).toHaveText('You have nothing to do now')
    await expect(mei.getByRole('heading', { name: /^The briefing opens in/ })).toBeVisible()
    await expectAccessible(mei)
    await expectNarrow(mei)
    const roomId = await entersRoom(mei)
    const chair = await Chair.of(page, roomId)
    await chair.opens(OPENINGS)
    await toOwnTension(mei)

    await expect(mei.getByText(/Everyone reads it with the others on/)).toBeVisible()
    // On a phone the box lies beneath the thread: the dock leads to it, and posts what is in it.
    const small = { width: 320, height: 640 }
    const wide = mei.viewportSize() ?? small
    await mei.setViewportSize(small)
    await onFirstScreen(mei, mei.getByRole('contentinfo').getByRole('button', { name: 'Write the opening' }))
    await mei.getByRole('button', { name: 'Write the opening' }).click()
    await expect(box(mei)).toBeFocused()
    await mei.keyboard.type('We open')
    await onFirstScreen(mei, mei.getByRole('contentinfo').getByRole('button', { name: 'Seal the opening' }))
    await onFirstScreen(mei, box(mei))
    await expectAccessible(mei)
    await mei.setViewportSize(wide)
    await box(mei).fill('We open with words that were written on time.')
    await expect(mei.getByText(/^Saved \w{3} \d+ \w+, \d\d:\d\d$/)).toBeVisible()
    await mei.getByRole('button', { name: 'Seal the opening' }).click()
    await expect(mei.getByRole('region', { name: 'Your sealed post' })).toContainText('written on time')

    const jonas = await comesIn(browser, week, 'Jonas Weber')
    await entersRoom(jonas)
    const everything = jonas.getByRole('button', { name: /^Everything in order/ })
    await everything.click()
    await expect(everything).toHaveAttribute('aria-current', 'true')
    await expect(jonas.getByText('written on time')).toHaveCount(0)
    await toOwnTension(jonas)
    await box(jonas).fill('These words were still being written.')
    const sofia = await comesIn(browser, week, 'Sofia Conti')
    await entersRoom(sofia)
    await expect(box(sofia)).toBeVisible()

    const person = chair.personCalled('Sofia Conti')
    await chair.does({ type: 'grantExtension', person, phase: OPENINGS, dueAt: chair.dueOf(OPENINGS) + DAY_MS / 3 })
    await chair.does({ type: 'moveDeadline', phase: OPENINGS, dueAt: Date.now() + 4_000 })

    await expect(jonas.getByText(/Your words are kept here;/)).toBeVisible({ timeout: patience(20_000) })
    await expectAccessible(jonas)
    // Which of the two tensions each leads is drawn.
    await everything.click()
    await expect(jonas.getByText('written on time')).toBeVisible()
    await toOwnTension(jonas)
    await jonas.getByRole('button', { name: 'Post the opening, late' }).click()
    const late = jonas.getByRole('listitem').filter({ hasText: 'still being written' })
    await expect(late).toContainText('late')

    await box(sofia).fill('Mine had more time.')
    await sofia.getByRole('button', { name: 'Post the opening', exact: true }).click()
    const extended = sofia.getByRole('listitem').filter({ hasText: 'Mine had more time.' })
    await expect(extended).toBeVisible()
    await expect(extended).not.toContainText('late')
    await extended.getByRole('button', { name: 'Revise' }).click()
    const dialog = sofia.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Your words' }).fill('Mine had much more time.')
    await expectAccessible(sofia)
    await dialog.getByRole('button', { name: 'Revise it' }).click()
    const revised = jonas.getByRole('listitem').filter({ hasText: 'Mine had much more time.' }).first()
    await everything.click()
    await expect(revised).toContainText(/revised \w/)
    await revised.getByText('What was changed').click()
    await expect(revised.getByRole('insertion')).toContainText('much')
    await expectNarrow(jonas)
    chair.leave()
  })
})
