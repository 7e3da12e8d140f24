'use client'
// A value that is shown as soon as it is pressed: the room acknowledges it a moment before its row arrives, and it may not blink in between.
import { useRef, useState } from 'react'

/** A value on its way. */
export type Sent = Readonly<{
  no: number
  value: number
  /** What the room shows. */
  over: number | null
  /** Pressed before it, and not shown by the room yet. */
  earlier: readonly Readonly<{ no: number; value: number }>[]
  /** The room has it, and its row is on its way. */
  saved: boolean
}>

/** As soon as it is pressed; `sent` is the one that was on its way. */
export const pressed = (sent: Sent | null, { no, value, over }: Pick<Sent, 'no' | 'value' | 'over'>): Sent => ({
  ...{ no, value, over, saved: false },
  earlier: sent ? [...sent.earlier, { no: sent.no, value: sent.value }] : [],
})

/** Once the room has answered the press of this number. */
export function answered(sent: Sent | null, no: number, saved: boolean): Sent | null {
  if (sent?.no === no) return saved ? { ...sent, saved } : null
  return sent && !saved ? { ...sent, earlier: sent.earlier.filter((one) => one.no !== no) } : sent
}

/**
 * Where the room shows `stands`: null once that is the value, or somebody else's after it. Rows come in the order in which they were sent, so
 * what was pressed earlier is passed over.
 */
export function onItsWay(sent: Sent, stands: number | null): Sent | null {
  if (sent.saved && stands === sent.value) return null
  if (stands === sent.over) return sent
  const place = sent.earlier.findIndex(({ value }) => value === stands)
  if (place >= 0) return { ...sent, over: stands, earlier: sent.earlier.slice(place + 1) }
  return sent.saved ? null : { ...sent, over: stands }
}

/** Shows a value and sends it; `send` resolves to true once it is saved. */
type Mark = (value: number, send: () => Promise<boolean>) => void

/**
 * `stands` is what the room shows. A value that is shown already is not sent; one that is refused gives way to what the room shows.
 */
export function useSentValue(stands: number | null): [shown: number | null, mark: Mark] {
  const [sent, setSent] = useState<Sent | null>(null)
  const presses = useRef(0)
  const waiting = sent && onItsWay(sent, stands)
  if (waiting !== sent) setSent(waiting)
  const shown = waiting?.value ?? stands
  const mark: Mark = (value, send) => {
    if (value === shown) return
    presses.current += 1
    const no = presses.current
    setSent(pressed(waiting, { no, value, over: stands }))
    void send().then((saved) => setSent((now) => answered(now, no, saved)))
  }
  return [shown, mark]
}
