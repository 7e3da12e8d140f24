/** What stands in the way of somebody on a page, as far as a machine can find it, in the looks that a page can have. */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

export type Look = { size: { width: number; height: number }; theme: 'light' | 'dark' }
export const WIDE = { width: 1280, height: 720 }
export const NARROW = { width: 320, height: 640 }

/** Waits until what was fetched has come, and nothing is on its way into sight or from one colour to another. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('[role="status"][aria-busy="true"]') === null)
  await page.evaluate(async () => {
    const fading = document
      .getAnimations()
      .filter((one) => Number.isFinite(Number(one.effect?.getComputedTiming().endTime)))
    await Promise.allSettled(fading.map(({ finished }) => finished))
  })
}

/** Puts the page into a look, and waits until it stands in it. */
export async function showIn(page: Page, { size, theme }: Look): Promise<void> {
  await page.setViewportSize(size)
  await page.evaluate((chosen) => {
    document.documentElement.dataset.theme = chosen
  }, theme)
  await settled(page)
}

/**
 * Each as its rule and its places; `serious` leaves out what is only a nuisance. Our pages hold no frames, so nothing is opened
 * beside the page to gather them, and only what is wrong is described: that is half of the work.
 */
export async function barriersOn(page: Page, from: 'any' | 'serious' = 'any'): Promise<string[]> {
  // Where a link leads within the site, the page's name comes a moment after the page.
  await page.waitForFunction(() => document.title !== '')
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
    .analyze()
  return violations
    .filter(({ impact }) => from === 'any' || impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}

/** How far the page reaches beyond its window sideways, in pixels. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
