// Whether the window holds the whole desk at once; below that it comes in tabs. It knows nothing of what is drawn.
'use client'
import { useSyncExternalStore } from 'react'

const WIDE = '(min-width: 1100px)'

function subscribe(changed: () => void): () => void {
  const query = window.matchMedia(WIDE)
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}

export const useWide = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => window.matchMedia(WIDE).matches,
    () => true,
  )
