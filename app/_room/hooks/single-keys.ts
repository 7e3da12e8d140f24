'use client'
// Whether keys that act alone (a letter, a digit, a sign, the space bar) act on this device's pages. Whoever speaks to their computer, or
// presses keys by accident, switches them off (WCAG 2.1.4).
import { useEffect } from 'react'
import * as z from 'zod/mini'
import { useLocalStorage } from './use-local-storage'

const onOff = z.boolean()
const DEVICE = { roomId: 'device', person: 'keys' }

export function useSingleKeys(): { on: boolean; set: (on: boolean) => void } {
  const [on, set] = useLocalStorage(DEVICE, 'single', onOff, true)
  return { on, set }
}

/** Whether a key, in the notation of tinykeys, stays where single keys are off: the arrows, Escape, and what is pressed with Control. */
export const actsWithOthers = (key: string): boolean => !/^(Shift\+)?(.|Space|Enter)$/u.test(key)

/** While they are off, the page hides its hints at them. */
export function useHintsHidden(hidden: boolean): void {
  useEffect(() => {
    if (!hidden) return
    document.documentElement.dataset.singleKeys = 'off'
    return () => {
      delete document.documentElement.dataset.singleKeys
    }
  }, [hidden])
}
