/**
 * Stands at the door: who brings the word of the link is answered at once and truly; who has typed a code waits for a turn, if this
 * device or its address has missed too often; and only a miss costs one. It must not know pages.
 */

import { parseCode } from '../store/activities/codes'
import { type JoinAnswer, joinByCode, type LinkedDoor, readLinkedDoor, readOpenDoor } from '../store/door/door'
import { createJoinRequest, type JoinRequestResult } from '../store/door/join-requests'
import { nameKey } from '../store/people/names'
import type { Person } from '../store/people/users'
import { requesterHash } from './device-cookie'
import { attemptKey, codeOpened, numberWasRight, tryCode, tryJoinRequest, tryNumber } from './rate-limits'
import type { Device } from './sign-in'

/** What was typed or scanned; `word` is the second word of a link. */
export type JoinKey = { code: string; word: string | null }
/** Where one stands in the queue of one's network, and for how long about. */
export type QueuePosition = { place: number; waitMs: number }

export type DoorCheck = LinkedDoor | { kind: 'not-open' } | ({ kind: 'queue' } & QueuePosition)

export async function checkDoor({ code, word }: JoinKey, device: Device): Promise<DoorCheck> {
  const linked = await readLinkedDoor(code, word)
  if (linked) return linked
  const turn = await tryCode(device)
  if (!turn.granted) return { kind: 'queue', place: turn.place, waitMs: turn.waitMs }
  const door = await readOpenDoor(code)
  if (!door) return { kind: 'not-open' }
  await codeOpened(device)
  return { kind: 'open', door }
}

export type JoinForm = JoinKey & { name: string; number: string | null; visitor: Person | null; signIn?: string | null }
export type JoinFormAnswer = JoinAnswer | ({ ok: false; refusal: 'queue' } & QueuePosition)

export async function joinThroughDoor(
  { code, word, name, number, visitor, signIn = null }: JoinForm,
  device: Device,
): Promise<JoinFormAnswer> {
  const isLinked = (await readLinkedDoor(code, word)) !== null
  if (!isLinked) {
    const turn = await tryCode(device)
    if (!turn.granted) return { ok: false, refusal: 'queue', place: turn.place, waitMs: turn.waitMs }
  }
  // A number is a secret of somebody else's, and can be tried through as a code can; each spelling of a code is the same door's.
  const line = number === null ? null : `${parseCode(code) ?? code}|${nameKey(name)}`
  if (line !== null) {
    const turn = await tryNumber(line, device)
    if (!turn.granted) {
      if (!isLinked) await codeOpened(device)
      return { ok: false, refusal: 'queue', place: turn.place, waitMs: turn.waitMs }
    }
  }
  const visit = { code, word, name, userAgent: device.userAgent, visitor, signIn }
  const answer = await joinByCode(number === null ? visit : { ...visit, number })
  const missed = !answer.ok && answer.refusal === 'code-not-open'
  if (!isLinked && !missed) await codeOpened(device)
  if (line !== null && (answer.ok || answer.refusal !== 'number-wrong')) await numberWasRight(line, device)
  return answer
}

export type JoinRequestAnswer = JoinRequestResult | ({ kind: 'queue' } & QueuePosition)

/** Asks the desk. What stands behind the code is not told by the answer, so it is no guess and counts as none. */
export async function askToJoin(
  { code, name }: { code: string; name: string },
  device: Device,
): Promise<JoinRequestAnswer> {
  const turn = await tryJoinRequest(device)
  if (!turn.granted) return { kind: 'queue', place: turn.place, waitMs: turn.waitMs }
  return createJoinRequest({ code, name, device: requesterHash(attemptKey(device)) })
}
