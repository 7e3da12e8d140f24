'use client'
// Which entry the page's address names.
import { useSyncExternalStore } from 'react'
import { entryInAddress } from '#record/entries/entry-in-address.ts'

/** The number of the entry that the URL hash names; null on the server. */
export function useTarget(): string | null {
  const hash = useSyncExternalStore(
    (changed) => {
      window.addEventListener('hashchange', changed)
      return () => window.removeEventListener('hashchange', changed)
    },
    () => window.location.hash,
    () => '',
  )
  return entryInAddress(hash)
}
