/** What is on a screen, by its letters and boxes: what is seen of words, what is out of its place, and presses in a moment of their own. */
import type { Locator, Page } from '@playwright/test'

/** What of the frame is not where it belongs: the document is longer than its window or moved, or a part that cuts off what it holds is. */
export const outOfPlace = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { documentElement: root } = document
    const found: string[] = []
    if (root.scrollHeight > window.innerHeight) found.push(`the document is ${root.scrollHeight} px`)
    if (root.scrollTop !== 0) found.push(`the document moved by ${root.scrollTop}`)
    for (const frame of document.querySelectorAll('*'))
      if (frame.scrollTop !== 0 && /hidden|clip/.test(getComputedStyle(frame).overflowY))
        found.push(`${frame.className} moved by ${frame.scrollTop}`)
    const dock = document.querySelector('#main ~ footer')?.getBoundingClientRect()
    if (dock && Math.round(dock.bottom) !== window.innerHeight) found.push(`the dock ends at ${dock.bottom}`)
    return found
  })

/** How many lines of an element are seen: in the window, and under nothing that cuts them off or lies over them. */
export const linesSeen = (what: Locator): Promise<number> =>
  what.evaluate((element) => {
    const range = document.createRange()
    range.selectNodeContents(element)
    const isField = element instanceof HTMLTextAreaElement
    const line = Number.parseFloat(getComputedStyle(element).lineHeight)
    const { top: first, bottom: last, left } = element.getBoundingClientRect()
    if (isField) {
      const free = window.visualViewport?.height ?? window.innerHeight
      return Math.floor((Math.min(last, free) - Math.max(first, 0)) / line)
    }
    const seen = new Set<number>()
    for (const { top, bottom, left: at } of range.getClientRects()) {
      const on = document.elementFromPoint(Math.max(at, left) + 2, (top + bottom) / 2)
      if (on && (element.contains(on) || on.contains(element))) seen.add(Math.round(bottom / (line / 2)))
    }
    return seen.size
  })

/** Whether these words are whole in the window, and under nothing. */
export const areSeen = (page: Page, words: string): Promise<boolean> =>
  page.evaluate((sought) => {
    const texts = document.createTreeWalker(
      document.querySelector('[role=dialog]') ?? document.body,
      NodeFilter.SHOW_TEXT,
    )
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const at = text.textContent?.indexOf(sought) ?? -1
      if (at < 0) continue
      const range = document.createRange()
      range.setStart(text, at)
      range.setEnd(text, at + sought.length)
      return [...range.getClientRects()].every(({ left, top, bottom }) => {
        const on = document.elementFromPoint(left + 1, (top + bottom) / 2)
        return bottom <= window.innerHeight && on !== null && (on === text.parentElement || on.contains(text))
      })
    }
    return false
  }, words)

/** Presses a button of the dock, or of a sheet, in the very moment in which it comes to say this. */
export const pressesAtOnce = (page: Page, place: 'footer' | '[role=dialog]', words: string): Promise<void> =>
  page.evaluate(
    ([within, sought]) =>
      new Promise<void>((done) => {
        const look = () => {
          const found = [...document.querySelectorAll(`${within} button`)].find((one) =>
            one.textContent?.startsWith(sought),
          )
          if (!found) return
          watch.disconnect()
          if (found instanceof HTMLElement) found.click()
          done()
        }
        const watch = new MutationObserver(look)
        watch.observe(document.body, { subtree: true, childList: true, characterData: true })
        look()
      }),
    [place, words] as const,
  )

/** As the keyboard of a phone's screen leaves it: the page keeps its height, and less of it is seen. */
export const keyboardUp = (page: Page, height: number): Promise<void> =>
  page.evaluate((free) => {
    Object.defineProperty(window.visualViewport, 'height', { configurable: true, get: () => free })
    window.visualViewport?.dispatchEvent(new Event('resize'))
  }, height)
/** And as it is once that is gone. */
export const keyboardDown = (page: Page): Promise<void> =>
  page.evaluate(() => {
    Object.defineProperty(window.visualViewport, 'height', { configurable: true, get: () => window.innerHeight })
    window.visualViewport?.dispatchEvent(new Event('resize'))
  })
