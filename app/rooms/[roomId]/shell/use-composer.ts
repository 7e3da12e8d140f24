'use client'
// The way to the composer from anywhere in the room: its tab is opened, on a phone its sheet too, and then it is focused.
import { useCallback, useState } from 'react'
import type { RoomTab } from '#room/phase-screens.ts'

export type ComposerPlace = {
  /** Whether a phone's dock shows the composer. */
  open: boolean
  setOpen: (open: boolean) => void
  toComposer: () => void
}

const FIELD = '#statement textarea'

export function useComposer(go: (place: RoomTab) => void): ComposerPlace {
  const [open, setOpen] = useState(false)
  const toComposer = useCallback(() => {
    go('record')
    setOpen(true)
    // The field is on the page once the tab and the sheet are drawn.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => document.querySelector<HTMLTextAreaElement>(FIELD)?.focus()),
    )
  }, [go])
  return { open, setOpen, toComposer }
}
