'use client'
// A value kept in this device's local storage by room and person, so that typed text survives a reload. Nothing is sent. The caller
// brings a schema, because an older version of the page may have written the value.
import { useCallback, useEffect, useState } from 'react'
import type { ZodMiniType } from 'zod/mini'
import { KEPT } from '../_device/device-storage'

export type Owner = { roomId: string; person: string }

const listeners = new Set<(key: string) => void>()

/** Subscribes to every value written on this page; returns the unsubscribe function. */
export function onStored(listener: (key: string) => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export function tellKept(key: string): void {
  for (const listener of listeners) listener(key)
}

export const keptKey = ({ roomId, person }: Owner, what: string): string => `${KEPT}${roomId}/${person}/${what}`

/** The value, its setter, and whether it was found on this device. */
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
      // Written at once and not debounced: the device may be closed at any moment.
      write(key, value)
    },
    [key],
  )
  // The draft sync may write a newer value here, from another device.
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

/** Records that the server holds this value too, so that signing out does not warn that it would be lost. */
export function useSavedOnServer(owner: Owner, what: string, isSettled: boolean): void {
  const [key, settled] = [keptKey(owner, what), keptKey(owner, `settled/${what}`)]
  useEffect(() => {
    if (!isSettled) return
    try {
      window.localStorage.setItem(settled, window.localStorage.getItem(key) ?? '')
    } catch {
      // No storage on this device, so signing out has nothing to warn about.
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
    // No storage: the value lives in the page's state until it is closed.
  }
}
