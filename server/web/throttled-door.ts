/**
 * Joining with rate limits. A join link with its secret word is answered at once. A typed code takes a turn from the rate limits of the
 * device and its address, and a code that turns out to be right gives the turn back, so that only wrong codes are slowed down.
 */

import { parseCode } from '../store/activities/codes'
import {
  findListedNames,
  findPlaceMeant,
  type JoinAnswer,
  joinByCode,
  type LinkedDoor,
  readLinkedDoor,
  readOpenDoor,
} from '../store/door/door'
import { createJoinRequest, type JoinRequestResult } from '../store/door/join-requests'
import { nameKey } from '../store/people/names'
import type { Person } from '../store/people/users'
import { askerHash, originOf } from './device-cookie'
import { ASK_AGAIN_MS, codeOpened, tryCode, tryJoinRequest, tryNames, tryNumber } from './rate-limits'
import type { Device } from './sign-in'

/** The join code that was typed or scanned; `word` is the secret word that only the activity's link contains. */
export type JoinKey = { code: string; word: string | null }
/** A place in the queue of one address (1 is next) and the estimated wait. */
export type QueuePosition = { place: number; waitMs: number }

export type DoorCheck = LinkedDoor | { kind: 'not-open' } | ({ kind: 'queue' } & QueuePosition)

export async function checkDoor({ code, word }: JoinKey, device: Device): Promise<DoorCheck> {
  const linked = await readLinkedDoor(code, word)
  if (linked) return linked
  const turn = tryCode(device)
  if (!turn.granted) return { kind: 'queue', place: turn.place, waitMs: turn.waitMs }
  const door = await readOpenDoor(code)
  if (!door) return { kind: 'not-open' }
  codeOpened(device)
  return door === 'full' ? { kind: 'full' } : { kind: 'open', door }
}

type JoinForm = JoinKey & {
  name: string
  place?: string | null
  number: string | null
  visitor: Person | null
  signIn?: string | null
}
type JoinFormAnswer = JoinAnswer | ({ ok: false; refusal: 'queue' } & QueuePosition)

export async function joinThroughDoor(
  { code, word, name, place = null, number, visitor, signIn = null }: JoinForm,
  device: Device,
): Promise<JoinFormAnswer> {
  const isLinked = (await readLinkedDoor(code, word)) !== null
  if (!isLinked) {
    const turn = tryCode(device)
    if (!turn.granted) return { ok: false, refusal: 'queue', place: turn.place, waitMs: turn.waitMs }
  }
  // A student number can be guessed like a code, so attempts are limited per code and roster place. The code is parsed and the place looked
  // up first: otherwise each spelling of a code or a name would have a limit of its own.
  const meant = number === null ? null : ((await findPlaceMeant(code, { name, place })) ?? nameKey(name))
  const line = meant === null ? null : `${parseCode(code) ?? code}|${meant}`
  const tried = line === null ? null : tryNumber(line, device)
  if (tried && !(tried.granted && (await tried.holds()))) {
    if (!isLinked) codeOpened(device)
    const { place, waitMs } = tried.granted ? { place: 1, waitMs: ASK_AGAIN_MS } : tried
    return { ok: false, refusal: 'queue', place, waitMs }
  }
  const visit = { code, word, name, place, userAgent: device.userAgent, visitor, signIn, ...originOf(device) }
  const answer = await joinByCode(number === null ? visit : { ...visit, number })
  const missed = !answer.ok && answer.refusal === 'code-not-open'
  if (!isLinked && !missed) codeOpened(device)
  if (answer.ok || answer.refusal !== 'number-wrong') tried?.right()
  return answer
}

type JoinRequestAnswer = JoinRequestResult | ({ kind: 'queue' } & QueuePosition)

/**
 * Puts a join request to the desk. Not counted as a wrong code: the answer does not say whether the code exists, so nothing can be
 * learned by guessing.
 */
export async function askToJoin(
  { code, name, place = null }: { code: string; name: string; place?: string | null },
  device: Device,
): Promise<JoinRequestAnswer> {
  const turn = tryJoinRequest(device)
  if (!turn.granted) return { kind: 'queue', place: turn.place, waitMs: turn.waitMs }
  const { addressHash } = originOf(device)
  return createJoinRequest({ code, name, place, device: askerHash(device), addressHash })
}

/** The names on a roster that begin as typed; null when they may not be seen, `wait` when too many were looked for. */
export async function findNames(
  { code, word }: JoinKey,
  typed: string,
  device: Device,
): Promise<Awaited<ReturnType<typeof findListedNames>> | 'wait'> {
  return tryNames(device) ? findListedNames(code, word, typed) : 'wait'
}
