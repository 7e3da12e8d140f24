/** Every page outside a room, light and dark, wide and on the narrowest phone: no serious barrier that a machine can find, and no sideways scroll. */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/browser'
import { givenCourse } from './people'

test.use({ baseURL: process.env.BASE_URL, expectedComplaints: [/404/] })
test.setTimeout(150_000)

const WIDE = { width: 1280, height: 720 }
const NARROW = { width: 320, height: 640 }
type Look = { size: typeof WIDE; theme: 'light' | 'dark' }
/** Colours do not depend on the width nor the layout on the theme: two looks show both themes and both sizes. */
const BOTH: Look[] = [
  { size: WIDE, theme: 'dark' },
  { size: NARROW, theme: 'light' },
]

/** What stands in the way on this page, in each of these looks. */
async function barriers(page: Page, name: string, looks: readonly Look[] = BOTH): Promise<string[]> {
  const found: string[] = []
  for (const { size, theme } of looks) {
    await page.setViewportSize(size)
    await page.evaluate(async (chosen) => {
      document.documentElement.dataset.theme = chosen
      // A colour on its way from one theme to the other is neither's.
      const fading = document.getAnimations().filter((one) => one instanceof CSSTransition)
      await Promise.allSettled(fading.map(({ finished }) => finished))
    }, theme)
    const { violations } = await new AxeBuilder({ page }).analyze()
    for (const { id, impact, nodes } of violations)
      if (impact === 'serious' || impact === 'critical')
        found.push(`${name}, ${size.width}, ${theme}: ${id}: ${nodes.map(({ target }) => target).join(', ')}`)
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    if (width > size.width) found.push(`${name}, ${size.width}: scrolls sideways to ${width}`)
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
    courseUrl,
    ...[1, 2, 3, 4].map((step) => `${courseUrl}/new-seminar?agenda=seminar-90&step=${step}`),
  ]) {
    await page.goto(path)
    found.push(...(await barriers(page, path.replace(courseUrl, 'course'))))
  }
  expect(found).toEqual([])
})
