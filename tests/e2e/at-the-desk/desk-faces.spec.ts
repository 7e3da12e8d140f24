/**
 * Screens ask little of their reader, in each phase of a class of forty: a desk at most thirty controls and 250 words of its own, without a
 * scroll; a phone twenty controls and 160 words, with half of its height for what is asked.
 */
import { expect, test } from '../../support/browser'
import { patience } from '../../support/patience'
import { askedHeight, counted, LAPTOP, PHONE, theirWords } from '../../support/scenes/counted'
import { drawScene, openScenes } from '../../support/scenes/draw-scene'
import { fullSeminar } from '../../support/scenes/full-seminar'

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

test('L42 in every phase a student’s phone has at most twenty controls and 160 words, and half of it is for what is asked', async ({
  page,
}) => {
  await openScenes(page, told)
  await page.setViewportSize(PHONE)
  const theirs = theirWords(told)
  const beyond: string[] = []
  // In a pause nothing is asked, and a line more says so.
  const running = told.scenes.filter(({ name }) => name !== 'floor, paused')
  for (const scene of running) {
    await drawScene(page, 'phone', scene)
    const { words, controls } = await counted(page, theirs)
    const asked = await askedHeight(page)
    if (words > 160) beyond.push(`${scene.name}: ${words} words`)
    if (controls > 20) beyond.push(`${scene.name}: ${controls} controls`)
    if (asked < PHONE.height / 2) beyond.push(`${scene.name}: ${asked} pixels of ${PHONE.height}`)
  }
  expect(beyond).toEqual([])
})
