/** The wall: what it says of each table, and an act that reaches some. */
import { expect, test } from '../../support/browser'
import { courseOf, guestIn, instructorIn, seminarIn } from '../../support/ground'
import { patience } from '../../support/patience'
import { expectAccessible, expectNarrow } from '../people'

test.use({ baseURL: process.env.BASE_URL, viewport: { width: 1280, height: 900 } })

const SEMINAR = {
  agenda: 'seminar-90',
  students: '36',
  tables: '4',
  chairs: '3',
  spare: '0',
  understudies: '',
  lateArrivals: 'yes',
}

test('a wall of four tables says who is missing where, and its buttons reach the tables that they count', async ({
  page,
  browser,
}) => {
  const account = await instructorIn(page.context())
  const { lobbyUrl, code } = await seminarIn(await courseOf(account, 'IR 347'), account, SEMINAR)
  await page.goto(lobbyUrl.replace('/lobby', '/wall'))
  const tile = (number: number) =>
    page.getByRole('listitem').filter({ has: page.getByText(`Table ${number}: open its desk`) })
  await expect(page.getByRole('heading', { level: 1 })).toContainText('4 have not started')
  await expect(tile(1)).toContainText('Nobody has come')
  await expectAccessible(page)
  await expectNarrow(page)

  const phone = await (await browser.newContext({ viewport: { width: 390, height: 700 } })).newPage()
  await phone.goto(await guestIn(phone.context(), code, 'Yusuf Demir'))
  await expect(tile(1)).toContainText('One person here has no seat')
  await expect(tile(1)).toContainText('No seat: Yusuf Demir.')

  await page.getByRole('checkbox', { name: 'All 4 tables' }).check()
  await page.getByRole('button', { name: 'Start 4' }).click()
  const asks = page.getByRole('dialog', { name: 'Start with one person unseated?' })
  await expect(asks).toContainText('Yusuf Demir')
  await asks.getByRole('button', { name: 'Seat them by lot and start' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Started' })).toContainText('Table 4')
  await expect(tile(1)).toContainText('Briefing')
  await expect(page.getByRole('button', { name: 'Start 4' })).toBeHidden()

  await page.getByRole('button', { name: 'Clear' }).click()
  await page.getByRole('checkbox', { name: 'Select Table 2' }).check()
  await page.getByRole('button', { name: 'Pause 1' }).click()
  await expect(tile(2)).toContainText('paused')
  // Few that are ticked are called by their numbers.
  await page.getByRole('checkbox', { name: '1 of 4 selected: 2' }).check()
  await expect(page.getByRole('button', { name: 'Pause 3' })).toBeVisible()
  await page.getByRole('button', { name: 'Go on 1' }).click()
  await expect(page.getByRole('button', { name: 'Pause 4' })).toBeVisible()
  await page.getByRole('button', { name: '+5 minutes, 4 tables' }).click()
  await page.getByRole('button', { name: 'Undo at 4 tables' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Taken back' })).toBeVisible()

  await page.getByRole('button', { name: 'Note 4…' }).click()
  const note = page.getByRole('dialog', { name: /^Note to Table 1/ })
  await note.getByLabel('Everybody at these tables reads it').fill('We close at a quarter to.')
  await expectAccessible(page)
  await note.getByRole('button', { name: 'Send to one person' }).click()
  await expect(phone.getByText('We close at a quarter to.').first()).toBeVisible()

  await tile(1).getByRole('button', { name: 'Table 1: listen in' }).click()
  await expect(page.getByRole('dialog', { name: 'Listen in' })).toContainText('We close at a quarter to.')
  await page.getByRole('button', { name: 'Close', exact: true }).click()

  // An end that can be taken back is done at once; one that opens positions asks, and says what is filed for heads who have not.
  const outcome = page.getByRole('status').filter({ hasText: /Next phase/ })
  await page.getByRole('button', { name: 'Next phase 4' }).click()
  await expect(tile(3)).toContainText('Caucus')
  await expect(outcome.getByRole('button', { name: 'Undo at 4 tables' })).toBeVisible()
  await page.getByRole('button', { name: 'Next phase 4' }).click()
  const sure = page.getByRole('alertdialog', { name: 'Next phase at Table 1, Table 2, Table 3 and Table 4?' })
  await expect(sure).toContainText('cannot be closed again')
  await expect(sure).toContainText('At 4 tables heads have not filed')
  await expect(sure.getByRole('listitem').filter({ hasText: 'Table 3' })).toContainText('Tokyo, from the brief')
  await expectAccessible(page)
  await sure.getByRole('button', { name: 'Leave as it is' }).click()
  await expect(tile(3)).toContainText('Caucus')
  await page.getByRole('button', { name: 'Next phase 4' }).click()
  await sure.getByRole('button', { name: 'Next phase at 4 tables' }).click()
  await expect(tile(3)).toContainText('Reveal')
  await expect(outcome).toContainText('Table 4')
  await expect(outcome.getByRole('button', { name: /^Undo/ })).toBeHidden()
})

test('an act that some tables did not answer names them, and is repeated there alone', async ({ page }) => {
  const account = await instructorIn(page.context())
  const { lobbyUrl } = await seminarIn(await courseOf(account, 'IR 347'), account, SEMINAR)
  // What the page asks of its last table is lost on the way until `isWhole`.
  let isWhole = true
  let lost: string | null = null
  await page.routeWebSocket(/socket\.io/, (socket) => {
    const server = socket.connectToServer()
    socket.onMessage((message) => {
      const text = message.toString()
      const asks = !isWhole && /^42\d+\["act",/.exec(text)
      if (!asks) return server.send(message)
      const [, act]: [string, { to: { roomId: string }[] }] = JSON.parse(text.slice(asks[0].indexOf('[')))
      lost ??= act.to.at(-1)?.roomId ?? null
      const to = act.to.filter(({ roomId }) => roomId !== lost)
      if (to.length > 0) server.send(`${asks[0]}${JSON.stringify({ ...act, to })}]`)
    })
  })
  await page.goto(lobbyUrl.replace('/lobby', '/wall'))
  await page.getByRole('radio', { name: 'All 4' }).waitFor()
  await page.getByRole('checkbox', { name: 'All 4 tables' }).check()
  await page.getByRole('button', { name: 'Start 4' }).click()
  await expect(page.getByText(/^\d+:\d\d$/)).toHaveCount(4)
  const clocks = async () => {
    const texts = await page.getByText(/^\d+:\d\d$/).allTextContents()
    return texts.map((text) => text.split(':').map(Number)).map(([minutes = 0, rest = 0]) => minutes * 60 + rest)
  }
  isWhole = false
  await page.getByRole('button', { name: '+5 minutes, 4 tables' }).click()
  const told = page.getByRole('status').filter({ hasText: '+5 minutes at 3 of 4 tables' })
  await expect(told).toContainText('No answer in ten seconds.', { timeout: patience(20_000) })
  const again = told.getByRole('button', { name: /^Again at Table \d$/ })
  isWhole = true
  await again.click()
  await expect(page.getByRole('status').filter({ hasText: '+5 minutes:' })).toContainText('Table 4')
  await expect(again).toBeHidden()
  await expect
    .poll(async () => {
      const left = await clocks()
      return left.length === 4 && Math.max(...left) - Math.min(...left)
    })
    .toBeLessThanOrEqual(1)

  // The sheet of a note does not stay to be sent once more where it has been read: the rest is asked again from its outcome.
  isWhole = false
  await page.getByRole('button', { name: 'Note 4…' }).click()
  const note = page.getByRole('dialog', { name: /^Note to Table 1/ })
  await note.getByLabel('Everybody at these tables reads it').fill('We close at a quarter to.')
  await note.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Note sent at 3 of 4 tables' })).toBeVisible({
    timeout: patience(20_000),
  })
  await expect(note).toBeHidden()
})
