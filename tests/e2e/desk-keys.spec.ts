/** The desk's keys against their buttons: the same is seen and the same is sent, also where an end is asked about and where it is the last. */
import type { Page } from '@playwright/test'
import { expect, test } from '../support/browser'
import { endPhase, givenTable } from './table'

test.use({ baseURL: process.env.BASE_URL, viewport: { width: 1440, height: 960 } })

/** The phases of a table of two rounds after its first reveal. */
const LATER =
  'Openings,Floor debate,Caucus,Who moved,Caucus,Reveal,Negotiation,Caucus,Who moved,Ballot,Debrief,Reflection'

/** The commands that the page has sent since they were asked for last. */
function commandsOf(page: Page): () => string[] {
  const sent: string[] = []
  page.on('websocket', (socket) => {
    socket.on('framesent', ({ payload }) => {
      const [, command] = /^42\d+\["submit",.*"command":(\{.*?\})/.exec(payload.toString()) ?? []
      if (command) sent.push(command)
    })
  })
  return () => sent.splice(0)
}

type Pressed = { key: string; button: string | RegExp; seen: () => Promise<void>; back: () => Promise<void> }

test('a key does what its button does: it asks where that asks, and either end of the last phase is taken back', async ({
  page: desk,
}) => {
  const sent = commandsOf(desk)
  await givenTable(desk)
  await desk.getByRole('link', { name: 'Desk' }).first().click()
  await desk.waitForURL('**/desk')
  const button = (name: string | RegExp) => desk.getByRole('button', { name })
  const shows = (name: string | RegExp) => () => expect(button(name)).toBeVisible()
  const runs = (phase: string) => () => expect(desk.getByRole('timer', { name: `Time left, ${phase}` })).toBeVisible()
  const press = async (key: string, seen: () => Promise<void>) => {
    await desk.keyboard.press(key)
    await seen()
  }

  /** Presses the key and then its button from the same state, and returns what either sent. */
  async function alike({ key, button: name, seen, back }: Pressed): Promise<string[]> {
    sent()
    await press(key, seen)
    const byKey = sent()
    await back()
    sent()
    await button(name).click()
    await seen()
    expect(sent()).toEqual(byKey)
    await back()
    return byKey
  }

  const start = { key: 'Enter', button: /^Start: /, seen: runs('Briefing'), back: () => press('u', shows(/^Start: /)) }
  await shows(/^Start: /)()
  expect(await alike(start)).toHaveLength(1)
  await press('Enter', runs('Briefing'))
  const pause = { key: 'Space', button: /^Pause/, seen: shows(/^Resume/), back: () => press('u', shows(/^Pause/)) }
  expect(await alike(pause)).toHaveLength(1)
  await press('Space', shows(/^Resume/))
  const undo = { key: 'u', button: /^undo/, seen: shows(/^Pause/), back: () => press('Space', shows(/^Resume/)) }
  expect(await alike(undo)).toHaveLength(1)
  await press('Space', shows(/^Pause/))
  const end = { key: 'e', button: 'End now', seen: runs('Caucus'), back: () => press('u', runs('Briefing')) }
  expect(await alike(end)).toHaveLength(1)

  await endPhase(desk, 'Caucus')
  const keep = async () => {
    await button('Keep it running').click()
    await expect(button('Keep it running')).toBeHidden()
  }
  // It would open the positions for good.
  expect(await alike({ ...end, seen: shows('Keep it running'), back: keep })).toEqual([])

  // With the agenda by hand it is the start that opens them.
  const autopilot = desk.getByRole('checkbox', { name: 'Autopilot runs the agenda' })
  await autopilot.click({ force: true })
  await button('End now').click()
  const sure = button('End it')
  await expect(sure.or(button('Start: Reveal'))).toBeVisible()
  if (await sure.isVisible()) await sure.click()
  // Until it is gone it takes the keys.
  await expect(sure).toBeHidden()
  await shows('Start: Reveal')()
  const wait = async () => {
    await button('Not yet').click()
    await expect(button('Not yet')).toBeHidden()
  }
  const reveal = { key: 'Enter', button: 'Start: Reveal', seen: shows('Not yet'), back: wait }
  expect(await alike(reveal)).toEqual([])
  await button('Start: Reveal').click()
  await button('Start it').click()
  await runs('Reveal')()
  await autopilot.click({ force: true })

  for (const phase of LATER.split(',')) await endPhase(desk, phase)
  const over = () => expect(desk.getByText(/^The agenda ended at /)).toBeVisible()
  expect(await alike({ ...end, seen: over, back: () => press('u', runs('Reflection')) })).toHaveLength(1)
})
