/** The stage and the desk of a class of forty: in no scene and no size do words run into each other, nor are they cut. */
import type { Page } from '@playwright/test'
import { expect, test } from '../support/browser'
import { patience } from '../support/patience'
import { drawScene, openScenes, stands } from '../support/scenes/draw-scene'
import { fullSeminar } from '../support/scenes/full-seminar'
import { geometryFaults, SIZES } from '../support/scenes/geometry'
import type { Scenes } from '../support/scenes/scene-record'

const told = fullSeminar()

test.setTimeout(patience(120_000))

test.beforeEach(async ({ page }) => openScenes(page, told))

/** What the square on a picture of the page says, as a phone would read it; null where it reads nothing. */
async function scanned(page: Page): Promise<string | null> {
  const picture = (await page.screenshot()).toString('base64')
  return page.evaluate((png) => (window as unknown as Scenes).scenes.scan(png), picture)
}

test('words that run into each other, that are cut or that lie on a picture are found', async ({ page }) => {
  const scene = told.scenes.find(({ name }) => name === 'lobby, full')
  if (!scene) throw new Error('There is no such scene.')
  await drawScene(page, 'stage', scene)
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
  await page.keyboard.press('s')
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

/** What a desk of forty shows on a usual laptop while something runs: its clock, its next step, and what is asked for now and then. */
async function expectWhatRuns(page: Page, scene: string): Promise<void> {
  const entries = page.getByRole('region', { name: 'Entries of the record' })
  if (await entries.isVisible()) expect(await linesOf(page), scene).toBeGreaterThanOrEqual(6)
  await expect(page.getByRole('timer'), scene).toBeInViewport({ ratio: 1 })
  await expect(page.getByRole('button', { name: 'Blank the projector' }), scene).toBeInViewport({ ratio: 1 })
  await expect(page.getByRole('button', { name: 'Seats', exact: true }), scene).toBeInViewport({ ratio: 1 })
  const write = page.getByRole('button', { name: 'News or a note' })
  if (!/^the end/.test(scene)) await expect(write, scene).toBeInViewport({ ratio: 1 })
}

const [PROJECTOR, , LAPTOP, OLD_PROJECTOR] = SIZES
const ALSO = { stage: 'and whoever comes late can scan its code', desk: 'and on a usual laptop what runs' } as const

for (const screen of ['stage', 'desk'] as const)
  test(`the ${screen} holds what it shows in every scene and size, ${ALSO[screen]}`, async ({ page }) => {
    const found: string[] = []
    const seen = { running: 0, scanned: 0 }
    const look = async (size: (typeof SIZES)[number], what: string) => {
      await page.setViewportSize(size)
      await stands(page)
      const faults = await geometryFaults(page, { lists: screen === 'desk' })
      found.push(...faults.map((fault) => `${what}, ${size.width}: ${fault}`))
    }
    for (const [place, scene] of told.scenes.entries()) {
      await drawScene(page, screen, scene)
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
          await drawScene(page, screen, scene)
          await score(page, whom)
          await look(size, `${scene.name}, ${whom}`)
          if (size === LAPTOP && !/^the end/.test(scene.name) && whom === SUBJECTS[0])
            expect(await linesOf(page), scene.name).toBeGreaterThanOrEqual(6)
        }
    }
    expect(found).toEqual([])
    expect(seen[screen === 'desk' ? 'running' : 'scanned']).toBeGreaterThan(screen === 'desk' ? 7 : 1)
  })
