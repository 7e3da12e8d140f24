/** Searching a record in three languages, filters that stay in the address, and annotations that reach those they are for. */
import type { Page } from '@playwright/test'
import { database } from '#server/base/database'
import { chairActor, participantActor, personId, roomId, seatId } from '#simulation/kernel/ids'
import { Teller } from '../../server/record/given-record'
import { expect, test } from '../../support/browser'
import { courseOf, guestIn, instructorIn, seminarIn } from '../../support/ground'
import { patience } from '../../support/patience'
import { expectAccessible, expectNarrow } from '../people'

test.use({ baseURL: process.env.BASE_URL, expectedComplaints: [/404/] })

const SAID = '東京は決断したが、財源はまだ見つけていない。'
const SECRET = 'Our ceiling was never agreed'
const TOLD = 'Name the tax next time.'
const KEPT = 'Keep this for the debrief.'
const SHOWN = 'The turn of the round.'
/** More than a page draws at once. */
const LINES = 420

/** A seminar in its floor debate with a public statement of Tokyo's, a caucus message of Tokyo's, and three notes of the chair's. */
async function givenRecord(page: Page, students: readonly [Page, Page]) {
  const account = await instructorIn(page.context())
  const courseUrl = await courseOf(account, 'IR 347')
  const { code } = await seminarIn(courseUrl, account, { agenda: 'seminar-90', lateArrivals: 'yes' })
  const [mei, yuki] = students
  const path = await guestIn(mei.context(), code, 'Mei Castellano')
  await guestIn(yuki.context(), code, 'Yuki Hayakawa')
  const room = roomId.parse(path.split('/').at(-1))
  const people = await database().participant.findMany({ where: { roomId: room }, orderBy: { createdAt: 'asc' } })
  const [us, jp] = people.map(({ id }) => participantActor(personId.parse(id)))
  if (!us || !jp) throw new Error('The class is not complete.')
  const chair = chairActor(account.userId)
  const teller = await Teller.open(room, Date.now())
  teller.does(us, { type: 'takeSeat', seat: seatId.parse('us.state') })
  teller.does(jp, { type: 'takeSeat', seat: seatId.parse('jp.pm') })
  teller.goesTo('caucus', chair)
  teller.does(jp, { type: 'speakInCaucus', text: SECRET })
  teller.goesTo('floor', chair)
  teller.does(chair, { type: 'grantFloor', seat: seatId.parse('jp.pm') })
  teller.does(jp, { type: 'makeStatement', text: SAID, intent: 'point', answers: null, anchors: ['E3.1'] })
  teller.does(chair, { type: 'nudge', to: 'room', text: '北京认为会谈应当继续。' })
  teller.does(chair, { type: 'nudge', to: 'room', text: 'Speak of the pace of the talks, please.' })
  await teller.saves()
  return { courseUrl, transcript: `/rooms/${room}/transcript` }
}

test('words are found, wishes stay in the address, and annotations reach whom they are for', async ({
  page: chair,
  browser,
}) => {
  const [mei, yuki] = [await (await browser.newContext()).newPage(), await (await browser.newContext()).newPage()]
  const { courseUrl, transcript } = await givenRecord(chair, [mei, yuki])

  await test.step('a word leads to the entry it stands in', async () => {
    await chair.goto(courseUrl)
    await chair.getByRole('link', { name: 'Search', exact: true }).click()
    const words = chair.getByLabel('Words to look for')
    // The index follows the record by a second or so.
    await expect(async () => {
      await words.fill('財源')
      await words.press('Enter')
      await expect(chair.locator('mark')).toHaveText(['財源'], { timeout: patience(1_000) })
    }).toPass()
    await expectAccessible(chair)
    await expectNarrow(chair)
    await words.fill('?!…')
    await words.press('Enter')
    await expect(chair.getByRole('heading', { name: 'There is nothing in this to look for' })).toBeVisible()
    await chair.goBack()
    await chair.getByRole('link', { name: /^Entry \d+$/ }).click()
    await expect(chair).toHaveURL(/\/transcript#e\d+$/)
    await expect(chair.getByText(SAID)).toBeInViewport()
  })

  await test.step('the wishes are kept in the address', async () => {
    await chair.getByLabel('Phase', { exact: true }).selectOption('Floor debate')
    await chair.getByRole('checkbox', { name: /Japan/ }).check()
    await chair.getByRole('button', { name: 'Show these' }).click()
    await expect(chair).toHaveURL(/by=jp.*phase=floor|phase=floor.*by=jp/)
    await expect(chair.getByText(SAID)).toBeVisible()
    await expect(chair.getByText('Speak of the pace')).toHaveCount(0)
    await chair.reload()
    await expect(chair.getByRole('checkbox', { name: /Japan/ })).toBeChecked()
    await chair.goto(`${transcript}?q=${encodeURIComponent('財源')}`)
    await expect(chair.locator('mark')).toHaveText(['財源'])
    await expect(chair.getByRole('status').first()).toHaveText(/^1 of \d+ entries match/)
    await chair.goto(`${transcript}?phase=caucus&q=${encodeURIComponent('財源')}`)
    await expect(chair.getByRole('heading', { name: 'No entry matches “財源” here' })).toBeVisible()
    await chair.getByRole('link', { name: 'Search all of the record' }).click()
    await expect(chair.locator('mark')).toHaveText(['財源'])
  })

  await test.step('what staff write beside an entry reaches the student who said it, the staff or the class, and nobody else', async () => {
    const entryOn = (page: Page) => page.getByRole('listitem').filter({ hasText: SAID })
    for (const [whom, text] of [
      [/^Yuki Hayakawa/, TOLD],
      [/^The staff/, KEPT],
      [/^The class/, SHOWN],
    ] as const) {
      const entry = entryOn(chair)
      await entry.hover()
      await entry.getByRole('button', { name: /^Annotate entry/ }).click()
      const dialog = chair.getByRole('dialog', { name: /^Annotate entry/ })
      await dialog.getByLabel('Your comment').fill(text)
      await dialog.getByRole('radio', { name: whom }).click()
      if (text === TOLD) await expectAccessible(chair)
      await dialog.getByRole('button', { name: 'Save' }).click()
      await expect(entry.getByText(text)).toBeVisible()
    }
    for (const [page, reads] of [
      [yuki, [TOLD, SHOWN]],
      [mei, [SHOWN]],
    ] as const) {
      await page.goto(transcript)
      await expect(entryOn(page).getByText(SHOWN)).toBeVisible()
      const whole = await page.content()
      expect([TOLD, KEPT, SHOWN].filter((text) => whole.includes(text))).toEqual(reads)
    }
    await entryOn(yuki)
      .getByRole('button', { name: /^Answer/ })
      .first()
      .click()
    const dialog = yuki.getByRole('dialog', { name: /^Answer/ })
    await dialog.getByLabel('Your comment').fill('The consumption tax.')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(dialog).toBeHidden()
    await chair.reload()
    await expect(entryOn(chair).getByText('The consumption tax.')).toBeVisible()
  })
})

test('a record of hundreds draws what is near the screen, leads to an entry by its address, and stands whole on its plain page', async ({
  page,
}) => {
  const account = await instructorIn(page.context())
  const { lobbyUrl } = await seminarIn(await courseOf(account, 'IR 347'), account, { agenda: 'seminar-90' })
  const activityId = new URL(lobbyUrl).pathname.split('/').at(2)
  const { id } = await database().room.findFirstOrThrow({ where: { activityId } })
  const teller = await Teller.open(roomId.parse(id), Date.now())
  for (let line = 1; line <= LINES; line += 1)
    teller.does(chairActor(account.userId), { type: 'nudge', to: 'room', text: `Line ${line} of the record.` })
  await teller.saves()
  const line = (number: number) => page.getByText(`Line ${number} of the record.`)
  await page.goto(`/rooms/${id}/transcript#e${LINES - 20}`)
  await expect(line(LINES - 20)).toBeInViewport()
  expect(await page.getByText(/Line \d+ of the record/).count()).toBeLessThan(LINES / 2)
  await expect(line(1)).toHaveCount(0)
  await page.keyboard.press('Home')
  await expect(line(1)).toBeInViewport()
  await page.keyboard.press('End')
  await expect(line(LINES)).toBeInViewport()
  await page.getByRole('link', { name: /^All on one plain page/ }).click()
  await expect(page.getByText(/Line \d+ of the record/)).toHaveCount(LINES)
  await expectNarrow(page)
})
