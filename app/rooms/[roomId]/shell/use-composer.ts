'use client'
// The way to the composer from anywhere in the room: its tab is opened, on a phone its sheet too, and then it is focused. A turn opens the
// sheet as well; its end closes it unless it is in the person's hands.
import { useCallback, useEffect, useRef, useState } from 'react'
import type { RoomTab } from '#room/table/phase-screens.ts'
import type { SeatFloor } from '#room/words/use-floor.ts'

export type ComposerPlace = {
  /** Whether a phone's dock shows the composer. */
  open: boolean
  setOpen: (open: boolean) => void
  toComposer: () => void
}

const FIELD = '#statement textarea'

export function useComposer(go: (place: RoomTab) => void, { holds }: SeatFloor, inHand: boolean): ComposerPlace {
  const [open, setOpen] = useState(holds)
  const before = useRef(holds)
  useEffect(() => {
    if (before.current === holds) return
    before.current = holds
    if (holds) setOpen(true)
    else if (!inHand) setOpen(false)
  }, [holds, inHand])
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
