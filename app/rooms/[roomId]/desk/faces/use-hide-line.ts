'use client'
// Hiding a line at the desk, by its button or by the key: the line is picked as it is hidden, so that one more press brings it back.
import { useHide } from '#room/off/hide-words'
import { mayStrike } from '#simulation/reading/log/strikes'
import type { DeskView } from '../scoring/desk-view'
import type { ShownRecord } from './use-shown-record'

type HideLine = {
  /** Hides this line, or brings back what was hidden there a moment ago; false where neither can be done. */
  line: (entry: string) => boolean
  /** The same for the line picked, and where it cannot be done there, for the newest line with words. */
  atHand: () => void
}

export function useHideLine({ state, now, ask }: DeskView, { focused, focus, shown }: ShownRecord): HideLine {
  const press = useHide(state, now, ask)
  const line = (entry: string) => {
    if (!press(entry)) return false
    focus(entry)
    return true
  }
  return {
    line,
    atHand: () => {
      if (focused !== null && line(focused)) return
      const newest = shown.findLast(({ no }) => mayStrike(state, no))
      if (newest) line(newest.no)
    },
  }
}
