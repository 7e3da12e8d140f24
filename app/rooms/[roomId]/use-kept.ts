'use client'
// Something this device keeps as it is typed, by room and person, through a reload and a closed lid. Nothing here is sent.
// It must not know what is kept; the reader brings the schema that judges what an older page left behind.
import { useCallback, useState } from 'react'
import type { z } from 'zod'

type Owner = { roomId: string; person: string }

/** The value, a way to set it, and whether it was found on this device. */
export function useKept<T>(
  { roomId, person }: Owner,
  what: string,
  schema: z.ZodType<T>,
  initial: T,
): [value: T, set: (next: T) => void, found: boolean] {
  const key = `track-two/${roomId}/${person}/${what}`
  const [kept, setKept] = useState<{ key: string; value: T; found: boolean }>(() => read(key, schema, initial))
  const current = kept.key === key ? kept : read(key, schema, initial)
  if (current !== kept) setKept(current)

  const set = useCallback(
    (value: T) => {
      setKept({ key, value, found: true })
      // At once: a closed lid gives no second chance, and the words are few.
      write(key, value)
    },
    [key],
  )
  return [current.value, set, current.found]
}

function read<T>(key: string, schema: z.ZodType<T>, initial: T): { key: string; value: T; found: boolean } {
  try {
    const text = window.localStorage.getItem(key)
    const parsed = text === null ? null : schema.safeParse(JSON.parse(text))
    return parsed?.success ? { key, value: parsed.data, found: true } : { key, value: initial, found: false }
  } catch {
    return { key, value: initial, found: false } // no storage here, or on the server
  }
}

function write(key: string, value: unknown): void {
  try {
    window.localStorage.setItem(key, JSON.stringify(value))
  } catch {
    // A device that refuses storage still holds the words while the page is open.
  }
}
