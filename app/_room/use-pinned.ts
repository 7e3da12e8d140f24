'use client'
// Keeps a list that grows at its end, such as the record, at its newest line while its reader is there, and counts what comes while
// they read further up.
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'

/** Closer than this to the end counts as reading the newest. */
const NEAR_PX = 48

export type Pinned = {
  frame: RefObject<HTMLElement | null>
  /** Lines that came since the reader left the end. */
  missed: number
  toNewest: () => void
}

/** `lines` in the order of their numbers; `waiting` is how many lines without a number stand after them. */
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
  // biome-ignore lint/correctness/useExhaustiveDependencies: what moves the end is a new line, with a number or still without
  useLayoutEffect(() => {
    latest.current = newest
    if (pinned.current) toNewest()
  }, [newest, waiting, toNewest])
  useEffect(() => {
    const box = frame.current
    if (!box) return
    const scrolled = () => {
      pinned.current = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_PX
      if (pinned.current) setSeen(latest.current)
    }
    // A banner, a growing draft or a turned phone changes the height: who reads the newest line stays there.
    const resized = new ResizeObserver(() => {
      if (pinned.current) toEnd()
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
