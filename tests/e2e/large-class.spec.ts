/** The desk of thirty on a laptop: every hand with its intent is in sight, and only lists scroll. */
import { expect, test } from '../support/browser'
import { type Member, memberOf } from '../support/crowd'
import { patience } from '../support/patience'
import { expectAccessible, expectNarrow } from './people'
import { endPhase, givenTable, start } from './table'

test.use({ baseURL: process.env.BASE_URL, viewport: { width: 1280, height: 800 } })
test.setTimeout(patience(180_000))

const NAMES = 'Amara Ben Cleo Daiki Emi Fen Guo Hana Ivo Juno Kenji Lina Mei Noor Oskar'.split(' ')
const INTENTS = ['point', 'build-on', 'challenge', 'question'] as const

test('thirty sit, twelve hands are up: all of them stand in the queue with their intents, without a scroll', async ({
  page: desk,
}, { outputDir }) => {
  const { code } = await givenTable(desk, { students: '30', chairs: '10' })
  const { BASE_URL: url = '' } = process.env
  const crowd: Member[] = []
  try {
    for (const family of ['Osei', 'Castellano'])
      for (const name of NAMES) crowd.push(await memberOf(url, code, `${name} ${family}`))
    await expect(desk.getByText(/30 of 33 seated/)).toBeVisible()
    await start(desk)
    for (const next of ['Caucus', 'Reveal', 'Openings', 'Floor debate']) await endPhase(desk, next)
    for (const [place, member] of crowd.slice(0, 12).entries()) {
      const intent = place === 11 ? 'point-of-order' : (INTENTS[place % INTENTS.length] ?? 'point')
      await member.submit({ type: 'askForFloor', intent, answers: null })
    }
    const queue = desk.getByRole('region', { name: '12 hands' })
    const hands = queue.getByRole('listitem')
    await expect(hands).toHaveCount(12)
    await expect(hands.first()).toContainText(/Lina Osei.*point of order/i)
    await desk.evaluate(() => document.fonts.ready)
    for (const hand of await hands.all()) await expect(hand).toBeInViewport({ ratio: 1 })
    for (const name of ['Amara Osei', 'Ben Osei', 'Lina Osei'])
      await expect(queue.getByText(name)).toBeInViewport({ ratio: 1 })
    const sides = desk.getByRole('region', { name: 'Delegations' })
    await expect(sides).toBeInViewport()
    expect(await desk.evaluate(() => document.documentElement.scrollHeight <= window.innerHeight)).toBe(true)
    await expectAccessible(desk)
    await desk.screenshot({ path: `${outputDir}/desk-30-light.png` })
    await desk.emulateMedia({ colorScheme: 'dark' })
    await desk.screenshot({ path: `${outputDir}/desk-30-dark.png` })
    await expectAccessible(desk)

    // What is not needed folds away, and stays so on this device.
    await expect(desk.getByRole('region', { name: 'Agenda' })).toBeVisible()
    await desk.getByRole('button', { name: 'Fold the agenda' }).click()
    await desk.getByRole('button', { name: 'Fold the positions' }).click()
    await desk.reload()
    await expect(desk.getByRole('button', { name: 'Show the agenda' })).toHaveAttribute('aria-expanded', 'false')
    await expect(desk.getByRole('region', { name: 'Agenda' })).toHaveCount(0)
    await desk.getByRole('button', { name: 'Show the positions' }).click()
    await expect(desk.getByRole('region', { name: 'Positions as filed' })).toBeVisible()
    await expectNarrow(desk)
  } finally {
    for (const member of crowd) member.leave()
  }
})
