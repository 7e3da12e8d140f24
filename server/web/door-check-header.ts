/**
 * What was seen at the door for one request: found before a page is drawn, so that a kept page can answer, and handed to the page where
 * it must be drawn after all, so that nobody is counted twice. It must not know how a door is judged.
 */
import { z } from 'zod'
import type { DoorCheck, JoinKey } from './throttled-door'

/** Carried on the request inside this process; what comes with it from outside is taken off. */
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

/** The code and the word in the address of a joining page; null for every other address. */
export function joinKeyIn(url: string): JoinKey | null {
  const [, typed, query = ''] = /^\/join\/([^/?]+)(?:\?(.*))?$/.exec(url) ?? []
  if (typed === undefined || typed === 'wait') return null
  const code = decoded(typed)
  return code === null ? null : { code, word: new URLSearchParams(query).get('w') }
}

/** What somebody typed into an address; null where it is no text at all. */
export function decoded(segment: string): string | null {
  try {
    return decodeURIComponent(segment).slice(0, 40)
  } catch {
    return null
  }
}
