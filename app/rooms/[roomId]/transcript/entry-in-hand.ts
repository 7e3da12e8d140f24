'use client'
// Which entries of a record are in hand: the one under the pointer, and the one that was focused or tapped last. Only they have their controls
// on the page, of which a record of two hundred entries would have a thousand.
import { useEffect, useSyncExternalStore } from 'react'

/** What is listened for, and whether it puts an entry in hand until another is. */
const SIGNS = [
  { sign: 'pointerover', stays: false },
  { sign: 'pointerdown', stays: true },
  { sign: 'focusin', stays: true },
  // Whoever selects words by keys or by a long press neither presses nor focuses the entry.
  { sign: 'selectionchange', stays: true },
] as const

let [held, under]: (string | null)[] = [null, null]
const listeners = new Set<() => void>()

/** The entry around an element, by the id of its article’s first line; null outside of the record. */
const entryAround = (target: EventTarget | null): string | null =>
  (target instanceof Element ? target.closest<HTMLElement>('[data-entry]') : null)?.dataset.entry ?? null

function notice(target: EventTarget | null, stays: boolean): void {
  const entry = entryAround(target)
  // What is pressed in a dialog of an entry belongs to that entry still.
  if (stays && entry === null) return
  if (entry === (stays ? held : under)) return
  if (stays) held = entry
  else under = entry
  for (const tell of listeners) tell()
}

/** Where the words begin that are selected; null while nothing is. */
function selected(): Element | null {
  const selection = window.getSelection()
  return selection && !selection.isCollapsed ? (selection.anchorNode?.parentElement ?? null) : null
}

/** Listens for the whole page, once for each record on it. */
export function useEntriesInHand(): void {
  useEffect(() => {
    const listening = SIGNS.map(({ sign, stays }) => {
      const hear = ({ target }: Event) => notice(sign === 'selectionchange' ? selected() : target, stays)
      document.addEventListener(sign, hear, { passive: true })
      return () => document.removeEventListener(sign, hear)
    })
    // What pointed at, focused or selected an entry while the page started sends no sign of it any more.
    notice(document.querySelector('[data-entry]:hover'), false)
    notice(document.activeElement, true)
    notice(selected(), true)
    return () => {
      for (const end of listening) end()
      held = null
      under = null
    }
  }, [])
}

export function useIsInHand(entry: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    () => held === entry || under === entry,
    () => false,
  )
}
