/** Every page, light and dark, wide and on the narrowest phone: no serious accessibility fault that axe finds, and no sideways scroll. */
import type { Page } from '@playwright/test'
import { barriersOn, type Look, NARROW, overflowOf, showIn, WIDE } from '../support/barriers'
import { expect, test } from '../support/browser'
import { patience } from '../support/patience'
import { givenCourse, givenPhone, join } from './people'
import { givenTableLobby, phone, reach, seated, startFromLobby } from './table'

test.use({ baseURL: process.env.BASE_URL, expectedComplaints: [/404/] })
test.setTimeout(patience(300_000))

/**
 * Colours hardly depend on the width, nor the layout on the theme: two looks show both themes and both sizes. `npm run
 * test:barriers` looks at all four.
 */
const LOOKS: Look[] = [
  { size: WIDE, theme: 'dark' },
  { size: NARROW, theme: 'light' },
  ...(process.env.LOOKS === 'all'
    ? ([
        { size: WIDE, theme: 'light' },
        { size: NARROW, theme: 'dark' },
      ] as const)
    : []),
]
const WIDE_LOOKS = LOOKS.filter(({ size }) => size === WIDE)
const NARROW_LOOKS = LOOKS.filter(({ size }) => size === NARROW)

/** The accessibility faults of this page in each of these themes and widths. */
async function barriers(page: Page, name: string, looks: readonly Look[] = LOOKS): Promise<string[]> {
  const found: string[] = []
  for (const look of looks) {
    await showIn(page, look)
    const what = [...(await barriersOn(page, 'serious')), ...((await overflowOf(page)) > 0 ? ['scrolls sideways'] : [])]
    found.push(...what.map((barrier) => `${name}, ${look.size.width}, ${look.theme}: ${barrier}`))
  }
  return found
}

test('the pages outside a room have no barrier', async ({ page }) => {
  const found: string[] = []
  for (const path of ['/', '/sign-in', '/sign-up', '/join', '/nowhere']) {
    await page.goto(path)
    found.push(...(await barriers(page, path)))
  }
  const { courseUrl } = await givenCourse(page)
  for (const path of [
    '/courses',
    ...['', '/roster', '/search?q=shield', '/bring-record'].map((path) => courseUrl + path),
    ...[1, 2, 3, 4, 5].map((step) => `${courseUrl}/new-homework?start=2027-03-01&round=framing&step=${step}`),
    ...[1, 2, 3, 4].map((step) => `${courseUrl}/new-seminar?agenda=seminar-90&step=${step}`),
  ]) {
    await page.goto(path)
    found.push(...(await barriers(page, path.replace(courseUrl, 'course'))))
  }
  expect(found).toEqual([])
})

test('a room has no barrier in any phase, nor its lobby, desk, stage, transcript and marks', async ({
  page: desk,
  browser,
}) => {
  const found: string[] = []
  const { code } = await givenTableLobby(desk)
  const joining = await givenPhone(browser)
  await join(joining, code, 'Noor Said')
  await expect(joining.getByRole('heading', { name: 'Take a seat' })).toBeVisible()
  found.push(...(await barriers(joining, 'choosing a seat')))
  const mei = await seated(browser, code, 'Mei Castellano', 'United States', 'Secretary of State')
  const amara = await seated(browser, code, 'Amara Osei', 'Japan', 'Prime Minister', phone)
  found.push(...(await barriers(desk, 'lobby')), ...(await barriers(mei.page, 'room, lobby')))
  await desk.setViewportSize({ width: 1280, height: 720 })
  // Somebody still chooses a seat, so the start asks first.
  await desk.getByRole('button', { name: 'Start: briefs and caucus' }).click()
  const ask = desk.getByRole('dialog', { name: 'Start with one person unseated?' })
  await expect(ask).toContainText('Noor Said')
  found.push(...(await barriers(desk, 'starting with somebody unseated')))
  await ask.getByRole('button', { name: 'Back to the seats' }).click()
  await desk.setViewportSize({ width: 1280, height: 720 })
  const room = await startFromLobby(desk, 'without them')
  const stage = await desk.context().newPage()
  await stage.goto(`${room}/stage`)
  // What the second round shows again is not looked at again.
  for (const phases of [
    ...[['Caucus'], ['Reveal'], ['Openings'], ['Floor debate'], ['Caucus'], ['Who moved']],
    ...[['Caucus', 'Reveal', 'Negotiation'], ['Caucus', 'Who moved', 'Ballot'], ['Ratification']],
    ...[['Debrief'], ['Reflection']],
  ]) {
    await reach(desk, ...phases)
    const phase = phases.at(-1) ?? ''
    found.push(
      ...(await barriers(mei.page, `room, ${phase}`, WIDE_LOOKS)),
      ...(await barriers(amara.page, `room, ${phase}`, NARROW_LOOKS)),
    )
    if (['Reveal', 'Who moved', 'Floor debate', 'Negotiation'].includes(phase))
      found.push(...(await barriers(stage, `stage, ${phase}`, WIDE_LOOKS)))
  }
  found.push(...(await barriers(desk, 'desk', WIDE_LOOKS)))
  await desk.setViewportSize({ width: 320, height: 640 })
  for (const tab of ['Record', 'Delegations', 'Agenda', 'Score']) {
    await desk.getByRole('tab', { name: new RegExp(`^${tab}`) }).click()
    found.push(...(await barriers(desk, `desk, ${tab}`, NARROW_LOOKS)))
  }
  for (const path of ['transcript', 'marks', 'replay', 'debrief']) {
    await desk.goto(`${room}/${path}`)
    found.push(...(await barriers(desk, path)))
  }
  await mei.page.goto('/my/marks')
  found.push(...(await barriers(mei.page, 'own marks')))
  expect(found).toEqual([])
})
