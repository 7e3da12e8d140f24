/** What a student hands in: its length is counted beneath the field, its signs are read on the record, and a head keeps how the delegation opened. */
import { expect, test } from '../../support/browser'
import { Chair } from '../at-the-desk/chair'
import { expectAccessible, expectNarrow } from '../people'
import { box, comesIn, entersRoom, givenWeek, OPENINGS, toOwnTension } from './week'

test.use({ baseURL: process.env.BASE_URL })

test.describe('handing in', () => {
  test.slow()

  test('an opening is counted, refused with by how much, and read with its emphasis and its address', async ({
    page,
    browser,
  }) => {
    const week = await givenWeek(page, { handInDrafts: 'yes', lengths: `${OPENINGS}.0:4-8` })
    const mei = await comesIn(browser, week, 'Mei Castellano')
    const roomId = await entersRoom(mei)
    const chair = await Chair.of(page, roomId)
    await chair.opens(OPENINGS)
    await toOwnTension(mei)
    const seal = mei.getByRole('button', { name: 'Seal the opening' })
    await box(mei).fill('Three words only')
    await expect(box(mei)).toHaveAccessibleDescription(/^3 words, at least 4, at most 8 · 1 word fewer than asked\./)
    await expect(mei.getByText('Too short to be handed in by itself at the deadline.')).toBeVisible()
    await seal.click()
    await expect(mei.getByRole('alert').or(mei.getByText('1 word fewer than asked.')).last()).toBeVisible()
    await expect(box(mei)).toHaveValue('Three words only')
    await box(mei).fill('日本と中国が協力する理由')
    await expect(box(mei)).toHaveAccessibleDescription(/^12 characters, .* · 4 characters too many\./)
    await expectAccessible(mei)
    await expectNarrow(mei)
    await box(mei).fill('We say *never* again:\n- see https://example.org/a')
    await seal.click()
    const sealed = mei.getByRole('region', { name: 'Your sealed post' })
    await expect(sealed.getByText('never', { exact: true })).toHaveCSS('font-style', 'italic')
    await expect(sealed.getByRole('link', { name: 'https://example.org/a' })).toHaveAttribute('rel', /nofollow/)
    await expectAccessible(mei)
    chair.leave()
  })
})
