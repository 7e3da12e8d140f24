'use client'
// A value kept in this device's local storage by room and person, so that typed text survives a reload. Nothing is sent. The caller
// brings a schema, because an older version of the page may have written the value. Words follow what another tab writes.
import { useCallback, useEffect, useState } from 'react'
import type { ZodMiniType } from 'zod/mini'
import * as z from 'zod/mini'
import { draftOf, holdsWords } from '#simulation/wire/draft-key'
import { hasWords } from '../../_device/device-storage'
import { KEPT } from '../../_device/kept-prefix'

export type Owner = { roomId: string; person: string }

const listeners = new Set<(key: string) => void>()

/** Subscribes to every value written on this page; returns the unsubscribe function. */
export function onStored(listener: (key: string) => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Subscribes to every value written in another tab of this device. A page that comes back from the browser's cache has heard of none. */
export function onOtherTab(listener: (key: string | null) => void): () => void {
  const stored = ({ key }: StorageEvent) => listener(key)
  const back = ({ persisted }: PageTransitionEvent) => {
    if (persisted) listener(null)
  }
  window.addEventListener('storage', stored)
  window.addEventListener('pageshow', back)
  return () => {
    window.removeEventListener('storage', stored)
    window.removeEventListener('pageshow', back)
  }
}

export function tellKept(key: string): void {
  for (const listener of listeners) listener(key)
}

export const keptKey = ({ roomId, person }: Owner, what: string): string => `${KEPT}${roomId}/${person}/${what}`

/** What the fields of this page were last filled with, by key: if something else stands there, another tab has just written it. */
const seen = new Map<string, string | null>()

/** Where words stand that another tab wrote and this one was about to write over, until the writer chooses. */
export const clashKey = (owner: Owner, what: string): string => keptKey(owner, `clash/${what}`)

function keepClash(owner: Owner, what: string, next: unknown): void {
  const key = keptKey(owner, what)
  const there = textAt(key)
  if (there === null || there === seen.get(key) || there === JSON.stringify(next) || !hasWords(there)) return
  try {
    window.localStorage.setItem(clashKey(owner, what), there)
    tellKept(clashKey(owner, what))
  } catch {
    // No storage, and so no other tab that shares it.
  }
}

/** The value, its setter, and whether it was found on this device. */
export function useLocalStorage<T>(
  owner: Owner,
  what: string,
  schema: ZodMiniType<T>,
  initial: T,
): [value: T, set: (next: T) => void, found: boolean] {
  const { roomId, person } = owner
  const key = keptKey(owner, what)
  const [kept, setKept] = useState<{ key: string; value: T; found: boolean }>(() => shown(key, schema, initial))
  const current = kept.key === key ? kept : shown(key, schema, initial)
  if (current !== kept) setKept(current)

  const set = useCallback(
    (value: T) => {
      if (draftOf(what) !== null) keepClash({ roomId, person }, what, value)
      setKept({ key, value, found: true })
      // Written at once and not debounced: the device may be closed at any moment.
      write(key, value)
    },
    [key, roomId, person, what],
  )
  // The draft sync may write a newer value here, from another device.
  useEffect(() => {
    const again = (changed: string | null) => {
      if (changed !== key && changed !== null) return
      const now = shown(key, schema, initial)
      setKept((before) => (JSON.stringify(before.value) === JSON.stringify(now.value) ? before : now))
    }
    const offPage = onStored(again)
    const offTabs = holdsWords(what) ? onOtherTab(again) : null
    return () => {
      offPage()
      offTabs?.()
    }
  }, [key, what, schema, initial])
  return [current.value, set, current.found]
}

const wordSchemas = new Map<number, ZodMiniType<string>>()

/** Words of at most so many letters, kept like a value. */
export function useKeptWords(owner: Owner, what: string, most: number): ReturnType<typeof useLocalStorage<string>> {
  const schema = wordSchemas.get(most) ?? z.string().check(z.maxLength(most))
  wordSchemas.set(most, schema)
  return useLocalStorage(owner, what, schema, '')
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

/** What a field is filled with. */
function shown<T>(key: string, schema: ZodMiniType<T>, initial: T): { key: string; value: T; found: boolean } {
  seen.set(key, textAt(key))
  return read(key, schema, initial)
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
