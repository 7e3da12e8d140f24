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

/** The same as the setter, outside of the form that shows it. */
export const keepLocally = (owner: Owner, what: string, value: unknown): void => write(keptKey(owner, what), value)

/** Records that the server holds this value too, so that signing out does not warn that it would be lost. */
export function useSavedOnServer(owner: Owner, what: string, isSettled: boolean): void {
  const { roomId, person } = owner
  useEffect(() => {
    if (isSettled) settle({ roomId, person }, what)
  }, [isSettled, roomId, person, what])
}

const settledKey = (owner: Owner, what: string): string => keptKey(owner, `settled/${what}`)

/** The same, outside of a form. */
export function settle(owner: Owner, what: string): void {
  try {
    window.localStorage.setItem(settledKey(owner, what), window.localStorage.getItem(keptKey(owner, what)) ?? '')
  } catch {
    // No storage on this device, so signing out has nothing to warn about.
  }
}

/** What this device holds under a key and the server is not known to hold; null where there is no such thing. */
export function readUnsettled<T>(owner: Owner, what: string, schema: ZodMiniType<T>): T | null {
  const key = keptKey(owner, what)
  return textAt(key) === textAt(settledKey(owner, what)) ? null : read<T | null>(key, schema, null).value
}

function read<T>(key: string, schema: ZodMiniType<T>, initial: T): { key: string; value: T; found: boolean } {
  const text = textAt(key)
  try {
    const parsed = text === null ? null : schema.safeParse(JSON.parse(text))
    return parsed?.success ? { key, value: parsed.data, found: true } : { key, value: initial, found: false }
  } catch {
    return { key, value: initial, found: false } // no page of ours wrote this
  }
}

function textAt(key: string): string | null {
  try {
    return window.localStorage.getItem(key)
  } catch {
    return null // no storage here, or on the server
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
