'use client'
// Sending something to the server by a button or a form: whether it is on its way, and why the last one was not done.
import { useCallback, useRef, useState } from 'react'

export type Sending<Fault extends string> = {
  /** From the press until the answer. */
  busy: boolean
  /** Why the last one was not done: what the server refused, or `failed` where it did not answer. Null where it was done, and at first. */
  fault: Fault | 'failed' | null
  /** Shows an objection of the page itself in the same place, such as an empty text; null takes away what stands there. */
  object: (fault: Fault | 'failed' | null) => void
  /**
   * Runs the work, which says null or true where it was done, else what stands against it (false is `failed`, and so is an error).
   * Resolves to null where it was done, to the fault, or to undefined where another is still on its way: then this one is not sent.
   */
  send: (work: () => Promise<Fault | 'failed' | boolean | null>) => Promise<Fault | 'failed' | null | undefined>
}

/** For a Server Action, or for a command whose refusal is told elsewhere. */
export function useSending<Fault extends string = never>(): Sending<Fault> {
  const [busy, setBusy] = useState(false)
  const [fault, object] = useState<Fault | 'failed' | null>(null)
  const isUnderWay = useRef(false)
  const send: Sending<Fault>['send'] = useCallback(async (work) => {
    if (isUnderWay.current) return undefined
    isUnderWay.current = true
    setBusy(true)
    const answer = await work().catch(() => false)
    isUnderWay.current = false
    setBusy(false)
    const against = typeof answer === 'boolean' ? (answer ? null : 'failed') : answer
    object(against)
    return against
  }, [])
  return { busy, fault, object, send }
}
