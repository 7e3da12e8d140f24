'use client'
// Tries ways to draw what must fit its box, one after another, until one does; again when the box or its words change.
import { type RefObject, useLayoutEffect, useRef } from 'react'

/** A way to draw it: set upon the box, whatever an earlier one had set. */
export type Way = (box: HTMLElement) => void

const holds = (box: HTMLElement): boolean =>
  box.scrollHeight <= box.clientHeight + 1 && box.scrollWidth <= box.clientWidth + 1

export function useFitted<Box extends HTMLElement>(ways: readonly Way[]): RefObject<Box | null> {
  const ref = useRef<Box>(null)
  // After every drawing: words may have changed that this hook does not know.
  useLayoutEffect(() => {
    const box = ref.current
    if (!box) return
    const draw = () => {
      for (const way of ways) {
        way(box)
        if (holds(box)) return
      }
    }
    draw()
    const watch = new ResizeObserver(draw)
    watch.observe(box)
    let stays = true
    void document.fonts.ready.then(() => stays && draw())
    return () => {
      stays = false
      watch.disconnect()
    }
  })
  return ref
}
