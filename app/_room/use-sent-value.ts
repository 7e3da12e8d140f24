'use client'
// A value that is shown as soon as it is pressed: the room acknowledges it a moment before its row arrives, and it may not blink in between.
import { useState } from 'react'

/** A value on its way. */
export type Sent = {
  value: number
  /** What the room showed when it was pressed. */
  over: number | null
  /** The room has it, and its row is on its way. */
  saved: boolean
}

/** Whether a value on its way is still shown; `stands` is what the room shows. */
export function isStillShown(sent: Sent, stands: number | null): boolean {
  return stands !== sent.value && !(sent.saved && stands !== sent.over)
}

/** Shows a value and sends it; `send` resolves to true once it is saved. */
type Mark = (value: number, send: () => Promise<boolean>) => void

/**
 * `stands` is what the room shows. A value that is shown already is not sent; one that is refused gives way to what the room shows.
 */
export function useSentValue(stands: number | null): [shown: number | null, mark: Mark] {
  const [sent, setSent] = useState<Sent | null>(null)
  const waiting = sent !== null && isStillShown(sent, stands) ? sent : null
  if (waiting !== sent) setSent(waiting)
  const shown = waiting?.value ?? stands
  const settle = (value: number, saved: boolean) =>
    setSent((now) => (now?.value !== value ? now : saved ? { ...now, saved } : null))
  const mark: Mark = (value, send) => {
    if (value === shown) return
    setSent({ value, over: stands, saved: false })
    void send().then((saved) => settle(value, saved))
  }
  return [shown, mark]
}
