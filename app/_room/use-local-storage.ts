'use client'
// Something this device keeps as it is typed, by room and person, through a reload and a closed lid. Nothing here is sent.
// It must not know what is kept; the reader brings the schema that judges what an older page left behind.
import { useCallback, useEffect, useState } from 'react'
import type { ZodMiniType } from 'zod/mini'
import { KEPT } from '../_device/device-storage'

export type Owner = { roomId: string; person: string }

const listeners = new Set<(key: string) => void>()

/** Hears of everything this page keeps, whoever wrote it; returns the way to stop. */
export function onStored(listener: (key: string) => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export function tellKept(key: string): void {
  for (const listener of listeners) listener(key)
}

export const keptKey = ({ roomId, person }: Owner, what: string): string => `${KEPT}${roomId}/${person}/${what}`

/** The value, a way to set it, and whether it was found on this device. */
export function useLocalStorage<T>(
  owner: Owner,
  what: string,
  schema: ZodMiniType<T>,
  initial: T,
): [value: T, set: (next: T) => void, found: boolean] {
  const key = keptKey(owner, what)
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
  // Another part of the page may put newer words here: those of another device.
  useEffect(
    () =>
      onStored((changed) => {
        if (changed === key)
          setKept((before) => {
            const now = read(key, schema, initial)
            return JSON.stringify(before.value) === JSON.stringify(now.value) ? before : now
          })
      }),
    [key, schema, initial],
  )
  return [current.value, set, current.found]
}

/** Remembers that the server holds these very words, so that nobody who signs out is told that they would be lost. */
export function useSavedOnServer(owner: Owner, what: string, isSettled: boolean): void {
  const [key, settled] = [keptKey(owner, what), keptKey(owner, `settled/${what}`)]
  useEffect(() => {
    if (!isSettled) return
    try {
      window.localStorage.setItem(settled, window.localStorage.getItem(key) ?? '')
    } catch {
      // No storage here, and nothing to be told.
    }
  }, [isSettled, key, settled])
}

function read<T>(key: string, schema: ZodMiniType<T>, initial: T): { key: string; value: T; found: boolean } {
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
    tellKept(key)
  } catch {
    // A device that refuses storage still holds the words while the page is open.
  }
}
