/** Peer reviews of a week in browsers: two examples, two reviews on a narrow phone, what is read of them, and what the instructor hides. */
import type { Page } from '@playwright/test'
import { io } from 'socket.io-client'
import { PROTOCOL } from '#simulation/wire/protocol'
import { expect, test } from '../../support/browser'
import { Chair } from '../at-the-desk/chair'
import { expectAccessible, expectNarrow } from '../people'
import { comesIn, entersRoom, givenWeek, OPENINGS } from './week'

test.use({ baseURL: process.env.BASE_URL })

const FLOOR = OPENINGS + 1
const WRITERS = ['Mei Castellano', 'Jonas Weber', 'Sofia Conti']

/** Posts an opening, as the student's room sends it. */
async function posts(page: Page, roomId: string, text: string): Promise<void> {
  const { origin } = new URL(page.url())
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const socket = io(origin, { transports: ['websocket'], extraHeaders: { cookie, origin } })
  await socket.emitWithAck('join', { protocol: PROTOCOL, roomId, as: 'self', after: null })
  const post = { type: 'postStatement', phase: OPENINGS, round: 'framing', intent: 'point', answers: null, anchors: [] }
  const submitted = { roomId, commandId: `post-${Date.now()}`, command: { ...post, text } }
  expect(await socket.emitWithAck('submit', submitted)).toMatchObject({ ok: true })
  socket.disconnect()
}

/** The same level for each criterion of a form. */
async function choose(part: ReturnType<Page['getByRole']>, level: number): Promise<void> {
  const groups = part.getByRole('group')
  await expect(groups.first()).toBeVisible()
  for (const group of await groups.all()) await group.getByRole('radio').nth(level).click()
}

async function judgesExamples(page: Page): Promise<void> {
  await page.goto('/my')
  await page.getByRole('link', { name: 'Write reviews' }).click()
  for (const number of [1, 2]) {
    const example = page.getByRole('region', { name: new RegExp(`^Example ${number}`) })
    await choose(example, 1)
    await example.getByRole('button', { name: 'Compare with the author' }).click()
    await expect(page.getByText(/In the middle you gave 1 of 4\. The author gives the whole/)).toHaveCount(number)
  }
}

async function writes(page: Page, number: number, level: number, words: string): Promise<void> {
  const part = page.getByRole('region', { name: /^Student \d/ }).nth(number)
  await choose(part, level)
  await part.getByRole('textbox').fill(words)
  await part.getByRole('button', { name: 'Send this review' }).click()
  await expect(part.getByRole('heading', { name: 'Your review, as you sent it' })).toBeVisible()
}

test.describe('peer reviews', () => {
  test.slow()

  test('a student writes two on a narrow phone, and reads what others say of theirs once they are closed', async ({
    page,
    browser,
  }) => {
    const week = await givenWeek(page, { reviews: '2', reviewDays: '0', reviewWeight: '0' })
    const students: Page[] = []
    for (const name of WRITERS) students.push(await comesIn(browser, week, name))
    const [mei, jonas] = [students[0]!, students[1]!]
    const roomId = await entersRoom(mei)
    const chair = await Chair.of(page, roomId)
    await chair.opens(OPENINGS)
    for (const [at, student] of students.entries()) {
      const [own, other] = [WRITERS[at], WRITERS[(at + 1) % WRITERS.length]]
      await posts(student, roomId, `I am ${own}. What ${other} says leaves the reader outside.`)
    }
    await chair.does({ type: 'endPhase', index: OPENINGS })
    await chair.does({ type: 'startPhase', index: FLOOR })
    await mei.goto('/my')
    await expect(mei.getByRole('link', { name: 'Write reviews' }), 'not before the rebuttals are over').toHaveCount(0)
    await chair.does({ type: 'endPhase', index: FLOOR })

    await test.step('Mei gives two examples their levels, and writes both reviews at 320 px', async () => {
      await mei.setViewportSize({ width: 320, height: 640 })
      await mei.goto(`/rooms/${roomId}`)
      await expect(mei.getByText(/^Peer reviews: 0 of 2 written, until/)).toBeVisible()
      await mei.goto('/my')
      await expect(mei.getByText(/^Peer reviews: 0 of 2 written, until/)).toBeVisible()
      await expectNarrow(mei)
      await judgesExamples(mei)
      await expect(mei.getByRole('region', { name: /^Student \d/ })).toHaveCount(2)
      for (const name of WRITERS) await expect(mei.getByRole('main')).not.toContainText(name)
      await expectNarrow(mei)
      await expectAccessible(mei)
      const first = mei.getByRole('region', { name: /^Student \d/ }).first()
      await choose(first, 3)
      await first.getByRole('textbox').fill('Too short.')
      await first.getByRole('button', { name: 'Send this review' }).click()
      await expect(first.getByText('Not sent: write 40 characters or more.')).toBeVisible()
      await mei.reload()
      await expect(first.getByRole('textbox')).toHaveValue('Too short.')
      await expect(first.getByRole('radio').nth(3)).toBeChecked()
      await writes(mei, 0, 3, 'The strongest point of the other side is missing, so nobody is answered.')
      await writes(mei, 1, 2, 'A source for each claim would let the others check what is said here.')
      await expect(mei.getByRole('heading', { level: 1 })).toHaveText('2 of 2 reviews written')
      await mei.goto('/my')
      await expect(mei.getByRole('link', { name: 'Write reviews' })).toHaveCount(0)
    })

    await judgesExamples(jonas)
    for (const number of [0, 1])
      await writes(jonas, number, 4, `Said plainly, and Mei Castellano knows it: the reader stands outside ${number}.`)
    await mei.reload()
    await mei.getByRole('link', { name: 'Peer reviews' }).first().click()
    await expect(mei.getByRole('main')).not.toContainText('Said plainly')

    await test.step('the board counts them, and the grading page says who wrote what', async () => {
      await page.reload()
      const row = page.getByRole('row').filter({ hasText: 'Sofia Conti' })
      await expect(row).toContainText('0 of 2')
      await page.getByRole('link', { name: /^Marks/ }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Whom do you grade first?')
      await page.getByRole('link', { name: 'Sofia Conti' }).click()
      await expect(page.getByRole('heading', { name: 'Peer reviews: 2 of 2' })).toBeVisible()
      const sofia = page.getByRole('listitem').filter({ hasText: 'Hide the review by Jonas Weber' })
      await expect(sofia).toContainText('Said plainly')
      await sofia.getByText('Hide the review by Jonas Weber').click()
      await sofia.getByLabel('Why it is hidden').fill('It names somebody.')
      await sofia.getByRole('button', { name: 'Hide it' }).click()
      await expect(page.getByText('Hidden: It names somebody.')).toBeVisible()
      const hidden = page.getByRole('listitem').filter({ hasText: 'Hidden: It names somebody.' })
      await expect(hidden, 'the focus stays on the review').toBeFocused()
      await expectAccessible(page)
    })

    await chair.does({ type: 'closeRoom' })
    chair.leave()
    await test.step('once they are closed Mei reads the median and the comment, and not whose it is', async () => {
      await mei.reload()
      await expect(mei.getByRole('heading', { level: 1 })).toHaveText('The peer reviews are closed')
      const said = mei.getByRole('region', { name: 'What one other student says of your posts' })
      await expect(said).toContainText('4 of 4')
      await expect(said).toContainText(/Said plainly, and Student \d knows it/)
      await expect(mei.getByText('The median of all is').first()).toBeVisible()
      for (const name of WRITERS) await expect(mei.getByRole('main')).not.toContainText(name)
      await expectNarrow(mei)
      await expectAccessible(mei)
      await jonas.reload()
      await expect(jonas.getByText(/Your instructor has hidden this review.*It names somebody\./)).toBeVisible()
    })
  })
})
