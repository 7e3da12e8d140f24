'use client'
// Makes a long list one stop for the Tab key, however long it is: arrows go along its rows, into a row's controls and back out. A pointer
// and a screen reader's own reading find everything as before.
import { type RefObject, useEffect } from 'react'

const CONTROL = 'a[href], button, summary'

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
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      const to = target(event.key, region, rows())
      if (!to) return
      event.preventDefault()
      to.focus()
    }
    quieten()
    const added = new MutationObserver(quieten)
    added.observe(region, { childList: true, subtree: true })
    region.addEventListener('keydown', press)
    return () => {
      added.disconnect()
      region.removeEventListener('keydown', press)
    }
  }, [frame])
}

/** Where a key leads from the focused element; null where the key is not for the list. */
function target(key: string, region: HTMLElement, rows: readonly HTMLElement[]): HTMLElement | null {
  const here = document.activeElement
  const at = rows.findIndex((row) => row.contains(here))
  const row = rows[at]
  const controls = row ? [...row.querySelectorAll<HTMLElement>(CONTROL)] : []
  const control = here instanceof HTMLElement ? controls.indexOf(here) : -1
  switch (key) {
    case 'ArrowUp':
      return at === -1 ? (rows.at(-1) ?? null) : (rows[at - 1] ?? null)
    case 'ArrowDown':
      return at === -1 ? (here === region ? (rows.at(-1) ?? null) : null) : (rows[at + 1] ?? null)
    case 'Home':
      return rows[0] ?? null
    case 'End':
      return rows.at(-1) ?? null
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
