// What our pages keep on a device, wherever they keep it: the drafts by room and person, and the words that wait to be sent. It is
// counted before somebody leaves and cleared when they have left. It must not know what a draft says, nor how anything is sent.
import { clear, createStore, values } from 'idb-keyval'
import * as z from 'zod/mini'

/** Everything in the browser's plain storage that belongs to somebody stands behind this. */
export const KEPT = 'track-two/'
export const OUTBOX = { database: 'track-two-outbox', store: 'kept' } as const

/** `<room>/<person>/<what>`, where `what` is somebody's writing and not merely how far they have read. */
const WRITING = /^([^/]+\/[^/]+\/)((?:statement|post|position|reflection|talk|reason|help)(?:\/.*)?)$/

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

function hasWords(text: string | null): boolean {
  const found = read(text, draft)
  if (found === null) return false
  return (typeof found === 'string' ? found : found.text + (found.redLine ?? '')).trim() !== ''
}

/** How many pieces of writing stand on this device and nowhere else. */
export function unsentDrafts(storage: Storage): number {
  return keysOf(storage).filter((key) => {
    const [, owner = '', what = ''] = WRITING.exec(key.slice(KEPT.length)) ?? []
    const text = storage.getItem(key)
    if (what === '' || !hasWords(text)) return false
    const held = read(storage.getItem(`${KEPT}${owner}known/${what}`), known)
    return held?.text !== text && storage.getItem(`${KEPT}${owner}settled/${what}`) !== text
  }).length
}

const keysOf = (storage: Storage): string[] =>
  Array.from({ length: storage.length }, (_, place) => storage.key(place) ?? '').filter((key) => key.startsWith(KEPT))

/** Drafts, and words that were sent and not yet answered; a device that keeps nothing has none. */
export async function countUnsent(): Promise<number> {
  const drafts = attempt(() => unsentDrafts(window.localStorage), 0)
  const waiting = await outbox(async (store) => (await values(store)).flat().length, 0)
  return drafts + waiting
}

/** Clears away all of it. Other choices of the device, such as dark or light, stay. */
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
