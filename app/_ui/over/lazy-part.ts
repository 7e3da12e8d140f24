'use client'
// Loads parts that a page does not need at first, once the page is shown: they are there before they are used, even if the connection is
// lost by then.
import { useEffect, useSyncExternalStore } from 'react'

const AGAIN_MS = 3_000

/** Returns a hook that returns the part, or null until it is loaded. */
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
        // Offline: tries again while a component still waits for it.
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
