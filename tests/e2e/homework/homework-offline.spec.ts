/** Homework in two tabs, away from the network, and on two devices: nothing is lost and nothing is sent twice. */
import { expect, test } from '../../support/browser'
import { patience } from '../../support/patience'
import { Chair } from '../at-the-desk/chair'
import { expectAccessible } from '../people'
import { box, comesIn, entersRoom, givenWeek, OPENINGS, toOwnTension } from './week'

test.use({ baseURL: process.env.BASE_URL })

test.describe('away from the network', () => {
  test.use({ expectedComplaints: [/ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED|ERR_NETWORK_IO_SUSPENDED/] })
  test.slow()

  test('a draft follows to another tab and device, the student chooses where two were typed at once, and what is posted offline is sent once', async ({
    page,
    browser,
  }) => {
    const week = await givenWeek(page)
    const phone = await comesIn(browser, week, 'Amir Rahimi')
    const roomId = await entersRoom(phone)
    const chair = await Chair.of(page, roomId)
    await chair.opens(OPENINGS)
    await toOwnTension(phone)
    // A second tab, and one that has not heard of the others, as if frozen: it does not write over what it has not shown.
    const second = await phone.context().newPage()
    const deaf = await phone.context().newPage()
    await deaf.addInitScript(() => {
      window.addEventListener('storage', (event) => event.stopImmediatePropagation(), true)
    })
    await second.goto(`/rooms/${roomId}`)
    await toOwnTension(second)
    await box(phone).fill('One.')
    await expect(box(second)).toHaveValue('One.')
    await deaf.goto(`/rooms/${roomId}`)
    await toOwnTension(deaf)
    await expect(box(deaf)).toHaveValue('One.')
    await box(second).fill('The words of the second tab.')
    // Two processes of a browser read one storage a moment apart; a hand that changes tabs is slower.
    await expect
      .poll(() => deaf.evaluate(() => Object.values(window.localStorage).join()))
      .toContain('The words of the second tab.')
    await box(deaf).fill('The words of the deaf tab.')
    for (const tab of [deaf, second]) {
      const asked = tab.getByRole('region', { name: 'Two of your tabs have different words' })
      await expect(asked).toContainText('The words of the second tab.')
      await expect(asked).toContainText('The words of the deaf tab.')
    }
    await second.getByRole('button', { name: 'Keep both' }).click()
    await expect(box(second)).toHaveValue('The words of the second tab.\n\nThe words of the deaf tab.')
    await expect(box(phone)).toHaveValue('The words of the second tab.\n\nThe words of the deaf tab.')
    await expect(phone.getByText(/^Saved \w{3} \d+ \w+, \d\d:\d\d$/)).toBeVisible()
    await second.close()
    await deaf.close()
    await box(phone).fill('Begun on the phone')
    await expect(phone.getByText(/^Saved \w{3} \d+ \w+, \d\d:\d\d$/)).toBeVisible()

    const laptop = await comesIn(browser, week, 'Amir Rahimi')
    await entersRoom(laptop)
    await expect(box(laptop)).toHaveValue('Begun on the phone')

    await phone.context().setOffline(true)
    await box(phone).fill('Begun on the phone, and longer in the tunnel')
    await expect(phone.getByText('On this device; not on the server yet', { exact: true })).toBeVisible()
    await box(laptop).fill('Another ending, on the laptop')
    await expect(laptop.getByText(/^Saved \w{3} \d+ \w+, \d\d:\d\d$/)).toBeVisible()
    await phone.context().setOffline(false)
    await expect(phone.getByRole('heading', { name: /differs from your other device/ })).toBeVisible({
      timeout: patience(20_000),
    })
    await expectAccessible(phone)
    await phone.getByRole('button', { name: 'Keep both' }).click()
    await expect(box(phone)).toHaveValue(/on the laptop\n\nBegun on the phone, and longer/)

    await phone.context().setOffline(true)
    await phone.getByRole('button', { name: 'Seal the opening' }).click()
    await expect(box(phone)).toHaveValue('')
    await phone.context().setOffline(false)
    await expect(phone.getByRole('region', { name: 'Your sealed post' })).toHaveCount(1, { timeout: patience(20_000) })
    await expect(phone.getByRole('region', { name: 'Your sealed post' })).toContainText('longer in the tunnel')
    await phone.reload()
    await expect(phone.getByRole('region', { name: 'Your sealed post' })).toHaveCount(1)
    chair.leave()
  })
})
