/** The desk asks little of its reader: in each phase of a class of forty, at most thirty controls and 250 words of its own, without a scroll. */
import { expect, test } from '../support/browser'
import { patience } from '../support/patience'
import { counted, LAPTOP, theirWords } from '../support/scenes/counted'
import { drawScene, openScenes } from '../support/scenes/draw-scene'
import { fullSeminar } from '../support/scenes/full-seminar'

const told = fullSeminar()
test.setTimeout(patience(120_000))

/** The laptops that a desk is run from. */
const LAPTOPS = [LAPTOP, { width: 1366, height: 768 }, { width: 1536, height: 864 }]

test('L30 in every phase the desk has at most thirty controls and 250 words, and is never taller than its window', async ({
  page,
}) => {
  await openScenes(page, told)
  const theirs = theirWords(told)
  const beyond: string[] = []
  for (const scene of told.scenes)
    for (const size of LAPTOPS) {
      await page.setViewportSize(size)
      await drawScene(page, 'desk', scene)
      const { words, controls, height } = await counted(page, theirs)
      if (height > size.height) beyond.push(`${scene.name}: ${height} pixels in a window of ${size.height}`)
      if (size !== LAPTOP) continue
      if (words > 250) beyond.push(`${scene.name}: ${words} words`)
      if (controls > 30) beyond.push(`${scene.name}: ${controls} controls`)
    }
  expect(beyond).toEqual([])
})
