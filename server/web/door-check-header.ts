/**
 * Carries the result of checking a join link from the page cache to the page: the check happens before a page is chosen, and the page
 * must not check again, which would count the attempt twice. Also parses the address of a joining page.
 */
import { z } from 'zod'
import type { DoorCheck, JoinKey } from './throttled-door'

/** Set inside this process only; http.ts deletes a header of this name that a client sends. */
export const DOOR_CHECK_HEADER = 'x-door-seen'

const Shut = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('queue'), place: z.int(), waitMs: z.int() }),
  z.strictObject({ kind: z.enum(['not-open', 'full', 'closed']) }),
])
export type ShutDoor = z.infer<typeof Shut>

export const encodeDoorCheck = (seen: Exclude<DoorCheck, { kind: 'open' }>): string => JSON.stringify(seen)

export function decodeDoorCheck(header: string | null): ShutDoor | null {
  return header === null ? null : Shut.parse(JSON.parse(header))
}

/** The code and the secret word in the address of a joining page (`/join/CODE?w=WORD`); null for every other address. */
export function joinKeyIn(url: string): JoinKey | null {
  const [, typed, query = ''] = /^\/join\/([^/?]+)(?:\?(.*))?$/.exec(url) ?? []
  if (typed === undefined || typed === 'wait') return null
  const code = decoded(typed)
  return code === null ? null : { code, word: new URLSearchParams(query).get('w') }
}

/** Decodes one segment of an address, at most 40 characters; null for malformed percent-encoding. */
export function decoded(segment: string): string | null {
  try {
    return decodeURIComponent(segment).slice(0, 40)
  } catch {
    return null
  }
}
