/** What a button leads to comes onto the screen, and a frame that cuts off what is too long for it stays where it is. */
import { expect, test } from '@playwright/test'
import { bringTo } from '../../app/_room/hooks/bring-to'

// As on a phone: the frame holds the head, what scrolls, and the dock, and something in it is longer than the screen.
const ROOM = `<!doctype html><style>body { margin: 0 } header, footer { flex: none; height: 50px }</style>
  <div id="frame" style="height: 600px; overflow: hidden; display: flex; flex-direction: column">
    <header></header>
    <div id="scrolls" style="flex: none; height: 500px; overflow-y: auto">
      <div style="height: 2000px"></div>
      <section style="height: 300px; scroll-margin-top: 16px"></section>
      <div style="height: 2000px"></div>
    </div>
    <footer></footer>
    <div style="flex: none; height: 400px"></div>
  </div>`

test('a control comes to the top or the middle of what scrolls, and nothing else moves', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 600 })
  await page.setContent(ROOM)
  const control = page.locator('section')
  const moved = () => page.locator('#frame').evaluate(({ scrollTop }) => scrollTop)
  for (const [place, top] of [
    ['top', 66],
    ['middle', 150],
  ] as const) {
    await control.evaluate(bringTo, place)
    expect(await control.boundingBox()).toMatchObject({ y: top })
    expect(await moved()).toBe(0)
  }
})
