/** The stage and the desk of a class of forty: in no scene and no size do words run into each other, nor are they cut. */
import type { Page } from '@playwright/test'
import { expect, test } from '../support/browser'
import { patience } from '../support/patience'
import { fullSeminar } from '../support/scenes/full-seminar'
import { geometryFaults, SIZES } from '../support/scenes/geometry'
import { scenePage } from '../support/scenes/scene-bundle'
import type { SceneRecord, Scenes } from '../support/scenes/scene-record'

const told = fullSeminar()

test.setTimeout(patience(120_000))

test.beforeEach(async ({ page }) => {
  const files = await scenePage()
  await page.route('https://scenes.example/**', (route) => {
    const file = files.get(new URL(route.request().url()).pathname)
    return route.fulfill(file ?? { status: 404 })
  })
  await page.goto('https://scenes.example/page.html')
  await page.evaluate((what) => (window as unknown as Scenes).scenes.tell(what), told)
})

/** Draws a scene and waits until its letters are there and nothing moves. */
async function draw(page: Page, screen: 'stage' | 'desk', scene: SceneRecord['scenes'][number]): Promise<void> {
  await page.evaluate(([where, what]) => (window as unknown as Scenes).scenes.draw(where, what), [
    screen,
    scene,
  ] as const)
  await still(page)
}

const still = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await document.fonts.ready
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    for (const one of document.getAnimations())
      if (Number.isFinite(Number(one.effect?.getComputedTiming().endTime))) one.finish()
  })

/** What the square on a picture of the page says, as a phone would read it; null where it reads nothing. */
async function scanned(page: Page): Promise<string | null> {
  const picture = (await page.screenshot()).toString('base64')
  return page.evaluate((png) => (window as unknown as Scenes).scenes.scan(png), picture)
}

test('words that run into each other, that are cut or that lie on a picture are found', async ({ page }) => {
  const scene = told.scenes.find(({ name }) => name === 'lobby, full')
  if (!scene) throw new Error('There is no such scene.')
  await draw(page, 'stage', scene)
  expect(await geometryFaults(page, { lists: false })).toEqual([])
  await page.evaluate(() => {
    const plant = (style: string, words: string) => {
      const planted = document.createElement('p')
      planted.style.cssText = style
      planted.textContent = words
      document.querySelector('main')?.append(planted)
    }
    const code = document.querySelector('h1')?.getBoundingClientRect()
    const square = document.querySelector('[role="img"]')?.getBoundingClientRect()
    plant(`position:fixed;left:${code?.left}px;top:${code?.top}px`, 'over the words')
    plant(`position:fixed;left:${square?.left}px;top:${square?.top}px`, 'over the square')
    plant('position:fixed;left:40%;top:90%;width:3em;white-space:nowrap;overflow:hidden', 'cut at its own edge')
    plant('position:fixed;left:60%;top:50%;width:1em;overflow-wrap:anywhere', 'one letter below the other')
  })
  const found = (await geometryFaults(page, { lists: false })).join('\n')
  expect(found).toMatch(/run into each other: .*over the words/)
  expect(found).toContain('lies on a picture: “over the square”')
  expect(found).toContain('cut: “cut at its own edge”')
  expect(found).toContain('broken within its words: “one letter below the other”')
})

/** The moments in which the desk is also looked at while it scores: a student, and a round of positions side by side. */
const SCORED = ['floor, somebody speaks', 'the end']
const SUBJECTS = [/Minister of State for Economy/, /^Position of /]

/** Opens the score sheet of a desk that was just drawn, and chooses whom to score. */
async function score(page: Page, whom = /./): Promise<void> {
  await page.keyboard.press('Shift+S')
  const chooser = page.getByLabel('Whom to score')
  const subject = await chooser.locator('option').filter({ hasText: whom }).first().getAttribute('value')
  await chooser.selectOption(subject ?? '')
  await expect(page.getByText('Nothing has been said yet')).toHaveCount(0)
}

/** How many lines of the record a desk shows. */
const linesOf = (page: Page): Promise<number> =>
  page.getByRole('region', { name: 'Entries of the record' }).evaluate((box) => {
    const words = box.querySelector('li p')
    return words ? box.clientHeight / Number.parseFloat(getComputedStyle(words).lineHeight) : 0
  })

/** What a desk of forty shows on a usual laptop while something runs: six lines of the record, the phase, and what the projector shows. */
async function expectWhatRuns(page: Page, scene: string): Promise<void> {
  expect(await linesOf(page), scene).toBeGreaterThanOrEqual(6)
  const now = page.getByRole('region', { name: 'Agenda' }).locator('[aria-current=step]')
  await expect(now.last(), scene).toBeInViewport({ ratio: 1 })
  await expect(page.getByLabel('The projector shows'), scene).toBeInViewport({ ratio: 1 })
  if (scene === 'floor, paused') await expect(page.getByText('No floor in this phase')).toHaveCount(0)
  const write = page.getByRole('button', { name: 'Write your own, or a note' })
  if (!/^debrief|^reflection/.test(scene)) await expect(write, scene).toBeInViewport({ ratio: 1 })
}

const [PROJECTOR, , LAPTOP, OLD_PROJECTOR] = SIZES
const ALSO = { stage: 'and whoever comes late can scan its code', desk: 'and on a usual laptop what runs' } as const

for (const screen of ['stage', 'desk'] as const)
  test(`the ${screen} holds what it shows in every scene and size, ${ALSO[screen]}`, async ({ page }) => {
    const found: string[] = []
    const seen = { running: 0, scanned: 0 }
    const look = async (size: (typeof SIZES)[number], what: string) => {
      await page.setViewportSize(size)
      await still(page)
      const faults = await geometryFaults(page, { lists: screen === 'desk' })
      found.push(...faults.map((fault) => `${what}, ${size.width}: ${fault}`))
    }
    for (const [place, scene] of told.scenes.entries()) {
      await draw(page, screen, scene)
      // A wide and a narrow one in each scene, the other two in the next.
      for (const size of SIZES.filter((_, at) => scene.open || at % 2 === place % 2)) {
        await look(size, scene.name)
        if (screen === 'desk' && size === LAPTOP && !/^lobby|^the end/.test(scene.name)) {
          await expectWhatRuns(page, scene.name)
          seen.running += 1
        }
        if (screen === 'stage' && scene.open && (size === PROJECTOR || size === OLD_PROJECTOR)) {
          expect(await scanned(page), `${scene.name}, ${size.width}`).toBe(told.joinUrl)
          seen.scanned += 1
        }
      }
      for (const whom of screen === 'desk' && SCORED.includes(scene.name) ? SUBJECTS : [])
        for (const size of [LAPTOP, OLD_PROJECTOR]) {
          if (!size) continue
          await page.setViewportSize(size)
          await draw(page, screen, scene)
          await score(page, whom)
          await look(size, `${scene.name}, ${whom}`)
          if (size === LAPTOP && !/^the end/.test(scene.name) && whom === SUBJECTS[0])
            expect(await linesOf(page), scene.name).toBeGreaterThanOrEqual(6)
        }
    }
    expect(found).toEqual([])
    expect(seen[screen === 'desk' ? 'running' : 'scanned']).toBeGreaterThan(screen === 'desk' ? 7 : 1)
  })
