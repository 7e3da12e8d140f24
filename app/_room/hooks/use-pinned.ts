'use client'
// Keeps a growing list, such as the record, scrolled to its newest line while the reader is at the end, and counts the lines that come
// while they read further up.
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'

/** A reader this close to the end counts as being at the end. */
const NEAR_PX = 48

type Pinned = {
  frame: RefObject<HTMLElement | null>
  /** Lines that came since the reader left the end. */
  missed: number
  toNewest: () => void
}

/** `lines` in the order of their numbers; `waiting` counts the unsaved lines, without a number, after them. */
export function usePinned(lines: readonly { readonly seq: number }[], waiting = 0): Pinned {
  const frame = useRef<HTMLElement>(null)
  const pinned = useRef(true)
  const newest = lines.at(-1)?.seq ?? 0
  const latest = useRef(newest)
  const [seen, setSeen] = useState(newest)
  const toEnd = useCallback(() => {
    const box = frame.current
    if (box) box.scrollTop = box.scrollHeight
  }, [])
  const toNewest = useCallback(() => {
    pinned.current = true
    setSeen(latest.current)
    toEnd()
  }, [toEnd])
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when a line is added, saved or not
  useLayoutEffect(() => {
    latest.current = newest
    if (pinned.current) toNewest()
  }, [newest, waiting, toNewest])
  useEffect(() => {
    const box = frame.current
    if (!box) return
    let top = box.scrollTop
    // Only who scrolls up has left the end: an entry that grows moves the end, and a list that is hidden forgets where it stood.
    const scrolled = () => {
      if (box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_PX) pinned.current = true
      else if (box.scrollTop < top) pinned.current = false
      top = box.scrollTop
      if (pinned.current) setSeen(latest.current)
    }
    // A banner, a growing draft or a turned phone changes the height; a reader at the end must stay at the end.
    const resized = new ResizeObserver(() => {
      if (box.clientHeight === 0) top = 0
      else if (pinned.current) toEnd()
    })
    resized.observe(box)
    box.addEventListener('scroll', scrolled, { passive: true })
    return () => {
      resized.disconnect()
      box.removeEventListener('scroll', scrolled)
    }
  }, [toEnd])
  return { frame, missed: lines.filter(({ seq }) => seq > seen).length, toNewest }
}
