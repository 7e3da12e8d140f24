/** What of a page's words runs into other words, is cut, or is broken within its words: measured on the page as it is drawn. */
import type { Page } from '@playwright/test'

/** A projector of today, the usual lecture laptop, and the two that a lecture hall may still have. */
export const SIZES = [
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
  { width: 1280, height: 800 },
  { width: 1024, height: 768 },
] as const

/**
 * Runs in the page. Words are taken line by line, where they are seen: cut to every box around them that cuts. A line is its letters without the
 * leading around them, so that lines set close do not count. What scrolls may be cut by its box, and where `dots` allows it, words that end
 * in three dots.
 */
function faultsHere({ scrolls, dots }: { scrolls: boolean; dots: boolean }): string[] {
  type Box = { left: number; top: number; right: number; bottom: number }
  type Frame = { box: Box; scrolls: boolean; dots: boolean; clamps: boolean }
  type Line = { node: Node; words: string; whole: Box; seen: Box }
  const within = (one: Box, other: Box): Box => ({
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  })
  const isSeen = ({ left, top, right, bottom }: Box) => right - left > 1 && bottom - top > 1
  const { scrollHeight } = document.documentElement
  const page: Box = { left: 0, top: 0, right: innerWidth, bottom: innerHeight }
  /** The box that is seen of what this element holds; null where nothing is, or it is not drawn. */
  const frames = new Map<Element, Frame | null>()
  const frameOf = (element: Element): Frame | null => {
    const known = frames.get(element)
    if (known !== undefined) return known
    const above = element.parentElement
      ? frameOf(element.parentElement)
      : { box: page, scrolls: scrollHeight > innerHeight, dots: false, clamps: false }
    const found = above && frameIn(element, above)
    frames.set(element, found)
    return found
  }
  const frameIn = (element: Element, above: Frame) => {
    const style = getComputedStyle(element)
    const { width, height } = element.getBoundingClientRect()
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return null
    // Words for a screen reader alone.
    if (style.position === 'absolute' && style.overflow !== 'visible' && width <= 1 && height <= 1) return null
    if (style.clipPath === 'inset(50%)') return null
    if (style.overflow === 'visible' || element instanceof SVGElement || element === document.body) return above
    const cut = within(above.box, element.getBoundingClientRect())
    return {
      box: cut,
      scrolls: above.scrolls || /auto|scroll/.test(`${style.overflowX} ${style.overflowY}`),
      dots: above.dots || style.textOverflow === 'ellipsis',
      clamps: above.clamps || style.webkitLineClamp !== 'none',
    }
  }
  const lines: Line[] = []
  const faults: string[] = []
  const cutWords = (words: string) => `“${words.length > 60 ? `${words.slice(0, 57)}…` : words}”`
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const words = node.textContent?.trim() ?? ''
    const parent = node.parentElement
    if (words === '' || !parent || /^(SCRIPT|STYLE|TITLE|OPTION)$/.test(parent.tagName)) continue
    const frame = frameOf(parent)
    if (!frame) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const rows = new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size
    if (rows > 2 * words.split(/[\s\u2010-\u2015\u00ad/-]+/).length)
      faults.push(`broken within its words: ${cutWords(words)}`)
    for (const rect of range.getClientRects()) {
      if (rect.width < 1 || rect.height < 1) continue
      const leading = rect.height * 0.24
      const whole = {
        left: rect.left + 0.5,
        top: rect.top + leading,
        right: rect.right - 0.5,
        bottom: rect.bottom - leading,
      }
      // Above the page until the keyboard comes to it.
      if (whole.bottom < 0) continue
      const seen = within(whole, frame.box)
      // Whole lines beyond the last one that is shown, which ends in three dots.
      if (frame.clamps && !isSeen(seen)) continue
      const isCut =
        seen.left > whole.left + 1 ||
        seen.top > whole.top + 1 ||
        seen.right < whole.right - 1 ||
        seen.bottom < whole.bottom - 1
      if (isCut && !(scrolls && frame.scrolls) && !(dots && frame.dots)) faults.push(`cut: ${cutWords(words)}`)
      if (isSeen(seen)) lines.push({ node, words, whole, seen })
    }
  }
  for (const [place, one] of lines.entries())
    for (const other of lines.slice(place + 1))
      if (one.node !== other.node && isSeen(within(one.seen, other.seen)))
        faults.push(`run into each other: ${cutWords(one.words)} and ${cutWords(other.words)}`)
  for (const picture of document.querySelectorAll('[role="img"], img')) {
    const frame = picture.parentElement && frameOf(picture.parentElement)
    if (!frame) continue
    const seen = within(frame.box, picture.getBoundingClientRect())
    if (!isSeen(seen)) continue
    for (const { node, words, seen: line } of lines)
      if (!picture.contains(node) && isSeen(within(line, seen)) && picture.querySelector('text') === null)
        faults.push(`lies on a picture: ${cutWords(words)}`)
  }
  return [...new Set(faults)]
}

/** Each fault of the page as a sentence. `lists`: lists may scroll, and a row in them may end in three dots. */
export async function geometryFaults(page: Page, { lists }: { lists: boolean }): Promise<string[]> {
  return page.evaluate(faultsHere, { scrolls: lists, dots: lists })
}
