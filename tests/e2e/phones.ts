/** What a phone's first screen shows: the task, whole and uncovered, and the lines of "now" above it. */
import type { Locator, Page } from '@playwright/test'
import { overflowOf, settled } from '../support/barriers'
import { expect } from '../support/browser'
import { geometryFaults } from '../support/scenes/geometry'

/** Whole, above the dock and beneath nothing: seen, and reached by a thumb, without scrolling. */
export async function onFirstScreen(page: Page, what: Locator): Promise<void> {
  await settled(page)
  await expect.soft(what).toBeInViewport({ ratio: 1 })
  const covered = await what.evaluate((one) => {
    const { left, top, width, height } = one.getBoundingClientRect()
    const on = document.elementFromPoint(left + width / 2, top + height / 2)
    return on !== null && !one.contains(on) && !on.contains(one)
  })
  expect.soft(covered, 'something lies over it').toBe(false)
}

/** One button of the dock at most is filled: two of them beneath each other read as one. */
export async function oneIsFilled(page: Page): Promise<void> {
  const filled = await page.locator('footer').evaluate((dock) => {
    const accent = document.createElement('i')
    accent.style.background = 'var(--accent)'
    dock.append(accent)
    const colour = getComputedStyle(accent).backgroundColor
    accent.remove()
    const buttons = [...dock.querySelectorAll('button, a')].filter((one) => one.checkVisibility())
    return buttons.filter((one) => getComputedStyle(one).backgroundColor === colour).map((one) => one.textContent)
  })
  expect.soft(filled.length, filled.join(' · ')).toBeLessThanOrEqual(1)
}

/** What "now" says on this phone: the office, what is asked, what comes next; and the places on this screen where it is done. */
export async function isAsked(
  { page, office }: { page: Page; office: string },
  ask: RegExp,
  ...done: Locator[]
): Promise<void> {
  const now = nowOf(page)
  await expect(now.getByRole('heading', { level: 2 })).toHaveText(ask)
  await expect(now.getByText(office, { exact: true })).toBeVisible()
  await expect(now.getByText(/^Next /)).toBeVisible()
  await onFirstScreen(page, now)
  for (const one of done) await onFirstScreen(page, one)
  await oneIsFilled(page)
  expect.soft(await geometryFaults(page, { lists: true })).toEqual([])
  expect.soft(await overflowOf(page), 'scrolls sideways').toBeLessThanOrEqual(0)
}

/** What stands alone is as high as a thumb needs. */
export async function thumbFinds(what: Locator): Promise<void> {
  await expect.soft(what).toBeVisible()
  await expect
    .poll(async () => (await what.boundingBox())?.height ?? 0, 'too low for a thumb')
    .toBeGreaterThanOrEqual(44)
}

/** Of the rows of "Who moved": the words that run past their row, into what stands beside it. */
export const pastTheirPlace = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const rows = [...document.querySelectorAll('li')].filter((row) => /[+−]\d\.\d/.test(row.textContent ?? ''))
    if (rows.length === 0) return ['no row']
    return rows.flatMap((row) => {
      const [place, words] = [row.getBoundingClientRect(), document.createRange()]
      words.selectNodeContents(row)
      return [...words.getClientRects()].some(({ right }) => right > place.right + 1) ? (row.textContent ?? '') : []
    })
  })

export const nowOf = (page: Page): Locator => page.getByRole('region', { name: 'Now' })
