'use client'
// Parts that a page can be read without at first: they are fetched once it stands, so that they are there before they are asked for,
// whatever becomes of the line by then. It must not know what they are.
import { useEffect, useSyncExternalStore } from 'react'

const AGAIN_MS = 3_000

/** Returns a hook that answers the part, or null as long as it has not come. */
export function lazyPart<Part extends object>(load: () => Promise<Part>): () => Part | null {
  let part: Part | null = null
  let isLoading = false
  const listeners = new Set<() => void>()

  function fetch(): void {
    if (part !== null || isLoading) return
    isLoading = true
    load().then(
      (loaded) => {
        part = loaded
        for (const listener of listeners) listener()
      },
      () => {
        isLoading = false
        // The line is down; it is tried again for as long as somebody waits.
        setTimeout(() => listeners.size > 0 && fetch(), AGAIN_MS)
      },
    )
  }

  function listen(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

  return () => {
    useEffect(fetch, [])
    return useSyncExternalStore(
      listen,
      () => part,
      () => null,
    )
  }
}
