'use client'
// Makes a long list one stop for the Tab key, however long it is: arrows go along its rows, into a row's controls and back out. A pointer
// and a screen reader's own reading find everything as before.
import { type RefObject, useEffect } from 'react'
import { ELSEWHERE } from './typing'

export const CONTROL = 'a[href], button, summary, input, select, textarea'

/** What uses arrows itself. */
const OWN_ARROWS = `input, select, textarea, ${ELSEWHERE}`

/** `frame` scrolls and is itself the stop; its rows are the items of the list directly in it. */
export function useOneStop(frame: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const region = frame.current
    if (!region) return
    const rows = () => [...region.querySelectorAll<HTMLElement>(':scope > ol > li')]
    const quieten = () => {
      for (const row of rows()) if (!row.hasAttribute('tabindex')) row.tabIndex = -1
      for (const control of region.querySelectorAll<HTMLElement>(CONTROL))
        if (control.tabIndex !== -1) control.tabIndex = -1
    }
    quieten()
    const added = new MutationObserver(quieten)
    added.observe(region, { childList: true, subtree: true })
    const leads = onLeadingKey(region, (key) =>
      document.activeElement === region ? fromFrame(key, rows()) : (alongRows(key, rows()) ?? withinRow(key, rows())),
    )
    return () => {
      added.disconnect()
      leads()
    }
  }, [frame])
}

/** Listens in a region for the keys that lead to one of its elements and moves the focus there; returns what ends it. */
export function onLeadingKey(
  region: HTMLElement,
  target: (key: string) => HTMLElement | null,
  go = (to: HTMLElement) => to.focus(),
): () => void {
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.defaultPrevented) return
    if (event.target instanceof Element && event.target.closest(OWN_ARROWS)) return
    const to = target(event.key)
    if (!to) return
    event.preventDefault()
    go(to)
  }
  region.addEventListener('keydown', press)
  return () => region.removeEventListener('keydown', press)
}

/** Where a key leads from the row that holds the focus to another row; null where it leads to none. */
export function alongRows(key: string, rows: readonly HTMLElement[]): HTMLElement | null {
  const at = rows.findIndex((row) => row.contains(document.activeElement))
  if (at === -1) return null
  switch (key) {
    case 'ArrowUp':
      return rows[at - 1] ?? null
    case 'ArrowDown':
      return rows[at + 1] ?? null
    case 'Home':
      return rows[0] ?? null
    case 'End':
      return rows.at(-1) ?? null
    default:
      return null
  }
}

/** A frame is kept at its newest row, so that both arrows lead there. */
function fromFrame(key: string, rows: readonly HTMLElement[]): HTMLElement | null {
  if (key === 'Home') return rows[0] ?? null
  return ['ArrowUp', 'ArrowDown', 'End'].includes(key) ? (rows.at(-1) ?? null) : null
}

/** Where a key leads within the row that holds the focus: along its controls, or back out. */
function withinRow(key: string, rows: readonly HTMLElement[]): HTMLElement | null {
  const here = document.activeElement
  const row = rows.find((each) => each.contains(here))
  const controls = row ? [...row.querySelectorAll<HTMLElement>(CONTROL)] : []
  const control = here instanceof HTMLElement ? controls.indexOf(here) : -1
  switch (key) {
    case 'ArrowRight':
      return controls[control + 1] ?? null
    case 'ArrowLeft':
      return control > 0 ? (controls[control - 1] ?? null) : control === 0 ? (row ?? null) : null
    case 'Escape':
      return control === -1 ? null : (row ?? null)
    default:
      return null
  }
}
