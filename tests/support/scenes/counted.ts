/** How much a drawn page asks of its reader: the words and the controls in view, and its height. Nothing here knows how the page is made. */
import type { Page } from '@playwright/test'
import type { SceneRecord } from './scene-record'

/** The windows in which screens are counted. */
export const LAPTOP = { width: 1280, height: 800 } as const
export const PHONE = { width: 390, height: 844 } as const
export const PROJECTOR = { width: 1920, height: 1080 } as const

/** Words and controls in the window, and the height of the page in pixels. */
export type Counted = { words: number; controls: number; height: number }

/** What counts as a control; a choice counts by its label, where the box itself is hidden. What a line of the record links to is the record's. */
const CONTROLS =
  'a[href]:not([href^="#e"]), button, input:not([type=hidden]), select, textarea, summary, [role=tab], [role=menuitem], [role=switch]'

/** Runs in the page. `theirs`: the texts of the record, the clauses and the people, the longest first; their words are not the page's. */
function countHere({ theirs, controls, all }: { theirs: readonly string[]; controls: string; all: boolean }): Counted {
  type Box = { left: number; top: number; right: number; bottom: number }
  const within = (one: Box, other: Box): Box => ({
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  })
  const isSeen = ({ left, top, right, bottom }: Box) => right - left > 2 && bottom - top > 2
  const { scrollHeight } = document.documentElement
  const page: Box = { left: 0, top: 0, right: innerWidth, bottom: all ? scrollHeight : innerHeight }
  const frames = new Map<Element, Box | null>()
  const frameOf = (element: Element | null): Box | null => {
    if (!element) return page
    const known = frames.get(element)
    if (known !== undefined) return known
    const above = frameOf(element.parentElement)
    const found = above && frameIn(element, above)
    frames.set(element, found)
    return found
  }
  const frameIn = (element: Element, above: Box): Box | null => {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return null
    const style = getComputedStyle(element)
    if (style.clipPath === 'inset(50%)') return null
    if (style.overflow === 'visible' || element instanceof SVGElement || element === document.body) return above
    return within(above, element.getBoundingClientRect())
  }
  const seen: string[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement
    if (!parent || /^(SCRIPT|STYLE|TITLE|OPTION)$/.test(parent.tagName)) continue
    const frame = frameOf(parent)
    if (!frame) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    if ([...range.getClientRects()].some((box) => isSeen(within(frame, box)))) seen.push(node.textContent ?? '')
  }
  const own = seen.map((text) => theirs.reduce((left, one) => left.replaceAll(one, ' '), text))
  const words = own.join(' ').match(/[^\s]*[\p{L}\p{N}][^\s]*/gu)?.length ?? 0
  const isInView = (element: Element): boolean => {
    const frame = frameOf(element)
    return frame !== null && isSeen(within(frame, element.getBoundingClientRect()))
  }
  const inView = [...document.querySelectorAll(controls)].filter(
    (one) => isInView(one) || (one instanceof HTMLInputElement && [...(one.labels ?? [])].some(isInView)),
  )
  return { words, controls: inView.length, height: scrollHeight }
}

/** Counts what is in the window, or with `all` on the whole page. `theirs` are texts that are not the page's own. */
export function counted(page: Page, theirs: readonly string[], { all = false } = {}): Promise<Counted> {
  const sorted = [...new Set(theirs)].filter((one) => one.trim() !== '').toSorted((a, b) => b.length - a.length)
  return page.evaluate(countHere, { theirs: sorted, controls: CONTROLS, all })
}

/** How many pixels of the window's height show what is asked: where the page's main part, or a form beneath it, lies on top in the middle. */
export const askedHeight = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const heights = Array.from({ length: innerHeight }, (_, y) => document.elementFromPoint(innerWidth / 2, y + 0.5))
    return heights.filter((element) => element?.closest('main, form')).length
  })

/** What on a drawn page are not the page's own words: those of the record and the scenario, of the people, and of the questions. */
export const theirWords = ({ rows, names, questions }: SceneRecord): readonly string[] => [
  ...textsWithin(rows.desk),
  ...textsWithin(rows.phone),
  ...Object.values(names),
  ...questions,
]

/**
 * Every text that stands in these values, however deep: of the rows of a record all that people wrote and the scenario says. Short ones are
 * left out, for they are keys, and a page may well say "us" by itself.
 */
function textsWithin(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.length > 4 || /\s/.test(value) ? [value] : []
  if (Array.isArray(value)) return value.flatMap(textsWithin)
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(textsWithin)
  return []
}
