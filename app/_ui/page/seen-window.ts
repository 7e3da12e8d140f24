'use client'
// The part of the window that the keyboard of a screen leaves free. The page keeps its height under that keyboard, so whatever is fixed to its
// foot would lie beneath it.
import { useSyncExternalStore } from 'react'

/** Where something fixed stands so that all of it is seen, as inline style in pixels; undefined where nothing covers the window. */
type SeenWindow = Readonly<{ top: number; bottom: 'auto'; height: number }> | undefined

let last: SeenWindow

function subscribe(changed: () => void): () => void {
  const { visualViewport } = window
  visualViewport?.addEventListener('resize', changed)
  visualViewport?.addEventListener('scroll', changed)
  return () => {
    visualViewport?.removeEventListener('resize', changed)
    visualViewport?.removeEventListener('scroll', changed)
  }
}

/** Whoever has made the page larger with two fingers sees a part of it on purpose. */
function seenNow(): SeenWindow {
  const { visualViewport: seen, innerHeight } = window
  const free = seen && seen.scale === 1 && seen.height < innerHeight ? seen : null
  const [top, height] = [Math.round(free?.offsetTop ?? 0), Math.round(free?.height ?? 0)]
  if (free === null) last = undefined
  else if (last?.top !== top || last.height !== height) last = { top, bottom: 'auto', height }
  return last
}

export const useSeenWindow = (): SeenWindow => useSyncExternalStore(subscribe, seenNow, () => undefined)
