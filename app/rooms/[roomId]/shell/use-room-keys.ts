'use client'
// The keys of a participant's room. Every one of them has a control on the page too (the list is in room-keys-dialog.tsx).
import { useState } from 'react'
import { useKeys } from '#room/hooks/use-keys.ts'
import type { SeatFloor } from '#room/words/use-floor.ts'

export function useRoomKeys(
  toComposer: () => void,
  { holds, request }: SeatFloor,
): { help: boolean; setHelp: (open: boolean) => void } {
  const [help, setHelp] = useState(false)
  useKeys([
    ['f', () => press('F')],
    ['y', () => (holds ? void request.ask({ type: 'yieldFloor', to: null }) : undefined)],
    ['c', toComposer],
    ['?', () => setHelp(true)],
    ['Shift+?', () => setHelp(true)],
  ])
  return { help, setHelp }
}

/** Presses the button that names this key as its own. */
const press = (key: string) => document.querySelector<HTMLElement>(`button[aria-keyshortcuts=${key}]`)?.click()
