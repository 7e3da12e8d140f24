'use client'
// A quiet mark under the words of an entry that somebody annotated. It is painted over the text by the browser, so no word of it is set anew; a
// browser without such marks shows the words in the thread alone.
import { useEffect } from 'react'
import { type Span, stretchOf } from '#simulation/kernel/spans'

/** As app/_ui/page/globals.css paints it. */
const NAME = 'annotated'

export function useSpanMarks(entry: string, spans: readonly Span[]): void {
  useEffect(() => {
    if (typeof Highlight === 'undefined') return
    const words = document.getElementById(`e${entry}`)?.querySelector('bdi')
    const ranges = words ? spans.flatMap((span) => rangeOf(words, span) ?? []) : []
    if (ranges.length === 0) return
    const marks = CSS.highlights.get(NAME) ?? new Highlight()
    CSS.highlights.set(NAME, marks)
    for (const range of ranges) marks.add(range)
    return () => {
      for (const range of ranges) marks.delete(range)
    }
  }, [entry, spans])
}

function rangeOf(words: Element, { quote, offset }: Span): Range | null {
  const found = stretchOf(words.textContent ?? '', quote, offset)
  if (!found) return null
  const range = document.createRange()
  const walker = document.createTreeWalker(words, NodeFilter.SHOW_TEXT)
  let passed = 0
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0
    const from = found.offset - passed
    const to = from + found.quote.length
    if (from >= 0 && from < length) range.setStart(node, from)
    if (to > 0 && to <= length) {
      range.setEnd(node, to)
      return range
    }
    passed += length
  }
  return null
}
