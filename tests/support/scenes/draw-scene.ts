/** Opens the page of the scenes in a browser, and draws one of them there. */
import type { Page } from '@playwright/test'
import { scenePage } from './scene-bundle'
import type { SceneRecord, Scenes, Screen } from './scene-record'

/** Opens the page and tells it of the record. */
export async function openScenes(page: Page, told: SceneRecord): Promise<void> {
  const files = await scenePage()
  await page.route('https://scenes.example/**', (route) => {
    const file = files.get(new URL(route.request().url()).pathname)
    return route.fulfill(file ?? { status: 404 })
  })
  await page.goto('https://scenes.example/page.html')
  await page.evaluate((what) => (window as unknown as Scenes).scenes.tell(what), told)
}

/** Draws a scene and waits until its letters are there and nothing moves. */
export async function drawScene(page: Page, screen: Screen, scene: SceneRecord['scenes'][number]): Promise<void> {
  await page.evaluate(([where, what]) => (window as unknown as Scenes).scenes.draw(where, what), [
    screen,
    scene,
  ] as const)
  await stands(page)
}

/** Until the page has its letters, and nothing on it moves any more. */
export const stands = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await document.fonts.ready
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    for (const one of document.getAnimations())
      if (Number.isFinite(Number(one.effect?.getComputedTiming().endTime))) one.finish()
  })
