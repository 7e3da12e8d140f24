/** A week of homework: a head who never comes, for whom a member hands in on a phone; and a post that is revised, and read as revised. */
import { expect, test } from '../support/browser'
import { Chair } from './chair'
import { expectAccessible, expectNarrow } from './people'
import { box, comesIn, entersRoom, givenWeek, OPENINGS } from './week'

test.use({ baseURL: process.env.BASE_URL })

const PAPERS = 1

test.describe('a week with others', () => {
  test.slow()

  test('a member acts for a head who never comes, on a phone, and the head who comes has the office again', async ({
    page,
    browser,
  }) => {
    const week = await givenWeek(page)
    const anybody = await comesIn(browser, week, 'Mei Castellano')
    const roomId = await entersRoom(anybody)
    const chair = await Chair.of(page, roomId)
    await anybody.close()
    await chair.opens(PAPERS)
    const mei = 'Mei Castellano'
    const [head, acting] = ['us.state', 'us.treasury'].map((seat) => chair.holderOf(seat))
    await chair.does({ type: 'letAct', seat: 'us.treasury' })
    const member = await comesIn(browser, week, acting ?? mei)
    await member.setViewportSize({ width: 320, height: 640 })
    await member.goto(`/rooms/${roomId}#positions`)
    await expect(member.getByText(/^You act for the Secretary of State until they are here/)).toBeVisible()
    await member.getByRole('slider').first().focus()
    await member.keyboard.press('ArrowRight')
    await member.getByLabel('In words, as it will be read out').fill('We hand in without our head.')
    const file = member.getByRole('button', { name: 'File the position' })
    await expect(file).toBeVisible()
    await expectAccessible(member)
    await expectNarrow(member)
    await file.click()
    await expect(member.getByText('1 of 2 filed')).toBeVisible()

    const late = await comesIn(browser, week, head ?? mei)
    await late.goto(`/rooms/${roomId}#positions`)
    await expect(member.getByText(/^You act for/)).toHaveCount(0)
    await expect(late.getByRole('button', { name: /^File / }).first()).toBeVisible()
    chair.leave()
  })

  test('a post is revised before its deadline, and read as revised by another', async ({ page, browser }) => {
    const week = await givenWeek(page)
    const mei = await comesIn(browser, week, 'Mei Castellano')
    const roomId = await entersRoom(mei)
    const chair = await Chair.of(page, roomId)
    await chair.opens(OPENINGS + 1)
    await mei.goto(`/rooms/${roomId}`)
    const field = mei
      .getByRole('textbox', { name: /^Your (answer|opening|post)/ })
      .or(box(mei))
      .first()
    await field.fill('We will pay.')
    await mei
      .getByRole('button', { name: /^Post the / })
      .first()
      .click()
    const own = mei.getByRole('listitem').filter({ hasText: 'We will pay.' })
    await own.getByRole('button', { name: 'Revise' }).click()
    const dialog = mei.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Your words' }).fill('We will not pay.')
    await expectAccessible(mei)
    await dialog.getByRole('button', { name: 'Revise it' }).click()
    await expect(dialog).toHaveCount(0)

    const jonas = await comesIn(browser, week, 'Jonas Weber')
    await jonas.goto(`/rooms/${roomId}`)
    await jonas.getByRole('button', { name: /^Everything in order/ }).click()
    const read = jonas.getByRole('listitem').filter({ hasText: 'We will not pay.' }).first()
    await expect(read).toContainText(/revised \w/)
    await read.getByText('What was changed').click()
    await expect(read.getByRole('insertion')).toContainText('not')
    await expectAccessible(jonas)
    await jonas.setViewportSize({ width: 320, height: 640 })
    await expectNarrow(jonas)
    chair.leave()
  })
})
