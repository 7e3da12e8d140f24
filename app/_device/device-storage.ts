// What the pages keep in the browser: drafts in localStorage, and the outbox of unanswered submissions in IndexedDB. Signing out counts it
// first, to warn, and clears it afterwards.
import { clear, createStore, values } from 'idb-keyval'
import * as z from 'zod/mini'
import { holdsWords } from '#simulation/wire/draft-key'
import { KEPT } from './kept-prefix'

export const OUTBOX = { database: 'track-two-outbox', store: 'kept' } as const

/** Keys of the form `<room>/<person>/<what>`. Those that hold no words (reading positions) are not counted as unsent. */
const OWNED = /^([^/]+\/[^/]+\/)(.+)$/

const form = z.looseObject({ text: z.string(), redLine: z.optional(z.string()) })
const draft = z.union([z.string(), form])
const known = z.looseObject({ text: z.string() })

function read<T>(text: string | null, schema: z.ZodMiniType<T>): T | null {
  try {
    const parsed = text === null ? null : schema.safeParse(JSON.parse(text))
    return parsed?.success ? parsed.data : null
  } catch {
    return null // no page of ours wrote this
  }
}

/** Whether a kept draft holds any words. */
export function hasWords(text: string | null): boolean {
  const found = read(text, draft)
  if (found === null) return false
  return (typeof found === 'string' ? found : found.text + (found.redLine ?? '')).trim() !== ''
}

/** How many drafts are on this device and not on the server. */
export function unsentDrafts(storage: Storage): number {
  return keysOf(storage).filter((key) => {
    const [, owner = '', what = ''] = OWNED.exec(key.slice(KEPT.length)) ?? []
    const text = storage.getItem(key)
    if (!holdsWords(what) || !hasWords(text)) return false
    const held = read(storage.getItem(`${KEPT}${owner}known/${what}`), known)
    return held?.text !== text && storage.getItem(`${KEPT}${owner}settled/${what}`) !== text
  }).length
}

const keysOf = (storage: Storage): string[] =>
  Array.from({ length: storage.length }, (_, place) => storage.key(place) ?? '').filter((key) => key.startsWith(KEPT))

/** Unsent drafts plus unanswered submissions. Counts 0 where the browser allows no storage. */
export async function countUnsent(): Promise<number> {
  const drafts = attempt(() => unsentDrafts(window.localStorage), 0)
  const waiting = await outbox(async (store) => (await values(store)).flat().length, 0)
  return drafts + waiting
}

/** Removes everything that belongs to a person. Settings of the device, such as the theme, stay. */
export async function clearDevice(): Promise<void> {
  for (const storage of [() => window.localStorage, () => window.sessionStorage])
    attempt(() => {
      for (const key of keysOf(storage())) storage().removeItem(key)
    }, undefined)
  await outbox((store) => clear(store), undefined)
}

function attempt<T>(work: () => T, otherwise: T): T {
  try {
    return work()
  } catch {
    return otherwise // no storage here
  }
}

async function outbox<T>(work: (store: ReturnType<typeof createStore>) => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await work(createStore(OUTBOX.database, OUTBOX.store))
  } catch {
    return otherwise // no storage here
  }
}
