'use client'
// Which of the three layouts of a room fits the window.
import { useSyncExternalStore } from 'react'

/** `phone`: one column with a dock. `middle`: one column under the bar. `wide`: panels side by side. */
export type Width = 'phone' | 'middle' | 'wide'

const PHONE = '(max-width: 767.98px)'
const WIDE = '(min-width: 1100px)'

function subscribe(changed: () => void): () => void {
  const queries = [window.matchMedia(PHONE), window.matchMedia(WIDE)]
  for (const query of queries) query.addEventListener('change', changed)
  return () => {
    for (const query of queries) query.removeEventListener('change', changed)
  }
}

const widthNow = (): Width =>
  window.matchMedia(PHONE).matches ? 'phone' : window.matchMedia(WIDE).matches ? 'wide' : 'middle'

export const useWidth = (): Width => useSyncExternalStore(subscribe, widthNow, () => 'wide')
