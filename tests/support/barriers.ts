/** Accessibility checks of a page (axe), in the themes and sizes that a page can have. */
import type { Page } from '@playwright/test'
import axe from 'axe-core'

type Look = { size: { width: number; height: number }; theme: 'light' | 'dark' }
export const WIDE = { width: 1280, height: 720 }
export const NARROW = { width: 320, height: 640 }

/** Waits until loading, transitions and colour changes are over; axe would measure colours in between. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('[role="status"][aria-busy="true"]') === null)
  await stillness(page)
}

/** Waits until nothing fades or moves any more: a dialog that is half faded in has half the contrast. */
const stillness = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const fading = document
      .getAnimations()
      .filter((one) => Number.isFinite(Number(one.effect?.getComputedTiming().endTime)))
    // One that a page replaced meanwhile may never end.
    const longest = new Promise((over) => setTimeout(over, 3_000))
    await Promise.race([Promise.allSettled(fading.map(({ finished }) => finished)), longest])
  })

/** Applies size and theme, and waits until the page is drawn in them. */
export async function showIn(page: Page, { size, theme }: Look): Promise<void> {
  await page.setViewportSize(size)
  await page.evaluate((chosen) => {
    document.documentElement.dataset.theme = chosen
  }, theme)
  await settled(page)
}

/** The checker, once it is in the page: it is brought once to each document, however often that is looked at. */
type Checked = Window & { axe?: typeof axe }

/**
 * Violations as rule and places; `serious` leaves minor ones out. Frames are not searched and nothing but violations is described, because
 * our pages have no frames and that halves the time.
 */
export async function barriersOn(page: Page, from: 'any' | 'serious' = 'any'): Promise<string[]> {
  // After client navigation the title is set a moment after the page.
  await page.waitForFunction(() => document.title !== '')
  await stillness(page)
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const violations = await page.evaluate(async () => {
    const here: Checked = window
    if (!here.axe) throw new Error('The page has gone elsewhere while it was checked.')
    const found = await here.axe.run(document, { resultTypes: ['violations'], reporter: 'no-passes', iframes: false })
    return found.violations.map(({ id, impact, nodes }) => ({
      id,
      impact,
      places: nodes.map(({ target }) => target.join(' ')),
    }))
  })
  return violations
    .filter(({ impact }) => from === 'any' || impact === 'serious' || impact === 'critical')
    .map(({ id, places }) => `${id}: ${places.join(', ')}`)
}

/**
 * Colours hardly depend on the width, nor the layout on the theme: two looks show both themes and both sizes. `npm run
 * test:barriers` looks at all four.
 */
const LOOKS: readonly Look[] = [
  { size: WIDE, theme: 'dark' },
  { size: NARROW, theme: 'light' },
  ...(process.env.LOOKS === 'all'
    ? ([
        { size: WIDE, theme: 'light' },
        { size: NARROW, theme: 'dark' },
      ] as const)
    : []),
]
export const WIDE_LOOKS = LOOKS.filter(({ size }) => size === WIDE)
export const NARROW_LOOKS = LOOKS.filter(({ size }) => size === NARROW)

/** The accessibility faults of this page in each of these themes and widths. */
export async function barriersIn(page: Page, name: string, looks: readonly Look[] = LOOKS): Promise<string[]> {
  const found: string[] = []
  for (const look of looks) {
    await showIn(page, look)
    const what = [...(await barriersOn(page, 'serious')), ...((await overflowOf(page)) > 0 ? ['scrolls sideways'] : [])]
    found.push(...what.map((barrier) => `${name}, ${look.size.width}, ${look.theme}: ${barrier}`))
  }
  return found
}

/** How many pixels the page is wider than its window. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

/** How many pixels of the open page's link stand outside the strip of links in the bar; none where the bar has no such link. */
export const linkOutside = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const link = document.querySelector('header nav [aria-current="page"]')
    const [strip, open] = [link?.closest('nav')?.getBoundingClientRect(), link?.getBoundingClientRect()]
    return strip && open ? Math.floor(Math.max(0, strip.left - open.left, open.right - strip.right)) : 0
  })

/** The headings and paragraphs that stand in a column too narrow for their words, so that a word takes several lines. */
export const squeezed = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('h1, h2, h3, p')].flatMap((one) => {
      const words = one.textContent?.trim() ?? ''
      const { width } = one.getBoundingClientRect()
      return words.length > 12 && one.checkVisibility() && width > 1 && width < 60 ? [words] : []
    }),
  )
