/** The debrief begins with the question: what stands open is read in two minutes, on a laptop and on a phone. */
import { expect, test } from '../../support/browser'
import { patience } from '../../support/patience'
import { counted, LAPTOP, theirWords } from '../../support/scenes/counted'
import { drawScene, openScenes } from '../../support/scenes/draw-scene'
import { fullSeminar } from '../../support/scenes/full-seminar'

const told = fullSeminar()
test.setTimeout(patience(120_000))

test('the debrief page has at most 700 words open, and all its figures behind one press', async ({ page }) => {
  await openScenes(page, told)
  const scene = told.scenes.find(({ name }) => name === 'reflection 1')
  if (!scene) throw new Error('There is no such scene.')
  for (const size of [LAPTOP, { width: 390, height: 844 }]) {
    await page.setViewportSize(size)
    await drawScene(page, 'debrief', scene)
    const { words } = await counted(page, theirWords(told), { all: true })
    expect(words).toBeLessThanOrEqual(700)
    await expect(page.getByRole('heading', { name: 'What to talk about now' })).toBeInViewport()
  }
  const headings = page.getByRole('heading', { level: 2 })
  const open = await headings.count()
  await page.getByText('All figures', { exact: true }).click()
  await expect.poll(() => headings.count()).toBeGreaterThan(open + 3)
})
