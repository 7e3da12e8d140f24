/**
 * The rate limits of codes, passwords, student numbers, sign-ups and invitations. A whole school may come from one IP address, so each
 * attempt counts first against the device and then against the address, and is delayed in a queue rather than blocked. Counts live on `globalThis`,
 * because Next bundles its own copy of this module; several servers tell one another what they count (cluster/shared-rate-limit.ts).
 */
import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { SharedLimit, SharedLimits } from '../cluster/shared-rate-limit'
import { addressKey } from './address-key'
import { FairQueue, type Turn } from './fair-queue'

/**
 * Where an attempt comes from: the id of the device cookie (null without one) and the IP address. `isCounted`: within the last minutes
 * the device was counted as a visitor of this address (device-cookie.ts), of which an address has a limited number.
 */
export type AttemptSource = { id: string | null; isCounted: boolean; address: string }

/** So long a device that was counted at an address has a position of its own in the queues there. */
export const COUNTED_MS = 300_000

/**
 * The limits of a secret that can be guessed: a password, or a student number. A counted device has one first try, which waits for nothing
 * but the checks before it; every other try waits in the queue of those who may have been wrong. An address has 60 devices and then one
 * each ten seconds, so its first tries are at most 8,700 a day, and with 20 + 1,920 others its guesses at one secret stay under 10,800.
 */
function makeSecretLimits() {
  return {
    /** First tries of one device: one for each time that it is counted. */
    first: new FairQueue({ burst: 1, perSecond: 1000 / COUNTED_MS }),
    /** How fast first tries at one secret are checked: of the 90 devices that an address has at once, the last waits for 43 seconds. */
    checks: new FairQueue({ burst: 5, perSecond: 2 }),
    /** All other tries at one secret: from one device, and from one address. */
    own: new FairQueue({ burst: 5, perSecond: 1 / 8 }),
    others: new FairQueue({ burst: 20, perSecond: 1 / 45 }),
  }
}

function makeQueues() {
  return {
    /** Devices that are counted at one address. */
    devices: new FairQueue({ burst: 60, perSecond: 0.1 }),
    /** One device is counted once in that time: a cookie from before, sent again, is not counted again. */
    ownCounts: new FairQueue({ burst: 1, perSecond: 1000 / COUNTED_MS }),
    /** Wrong join codes of one device: ten typing errors at once, then one every five seconds. */
    ownCodes: new FairQueue({ burst: 10, perSecond: 0.2 }),
    /** Wrong join codes from one address: a lecture of 300 may mistype three times each; then five a second, in order. */
    codes: new FairQueue({ burst: 1_000, perSecond: 5 }),
    /** Join requests from one address. */
    joinRequests: new FairQueue({ burst: 60, perSecond: 5 }),
    /** Names looked for on a roster: from one device as fast as somebody types, and from one address as fast as a class does. */
    ownNames: new FairQueue({ burst: 40, perSecond: 1 }),
    names: new FairQueue({ burst: 3_000, perSecond: 20 }),
    /** New accounts: from one device, and from one address. */
    ownAccounts: new FairQueue({ burst: 5, perSecond: 1 / 30 }),
    accounts: new FairQueue({ burst: 60, perSecond: 1 / 5 }),
    /** Records read by links, from one address: a lecture hall opens one at once. */
    links: new FairQueue({ burst: 600, perSecond: 5 }),
    /** Links to a new password, and personal links once more: asked for from one device, from one address, and mailed to one account. */
    ownRecoveries: new FairQueue({ burst: 5, perSecond: 1 / 60 }),
    recoveries: new FairQueue({ burst: 30, perSecond: 1 / 20 }),
    recoveriesOf: new FairQueue({ burst: 3, perSecond: 1 / 1_200 }),
    /** Invitations sent by one person. */
    invites: new FairQueue({ burst: 30, perSecond: 1 / 120 }),
    passwords: makeSecretLimits(),
    numbers: makeSecretLimits(),
  }
}

const root = globalThis as typeof globalThis & { __trackTwoAttempts?: ReturnType<typeof makeQueues> }
root.__trackTwoAttempts ??= makeQueues()
const queues = root.__trackTwoAttempts

/** The limits that all servers share. */
export function attemptLimits(): SharedLimits {
  const { passwords, numbers, ...limits } = queues
  const shared: Record<string, SharedLimit> = { ...limits }
  for (const [name, limit] of Object.entries(passwords)) shared[`passwords.${name}`] = limit
  for (const [name, limit] of Object.entries(numbers)) shared[`numbers.${name}`] = limit
  return shared
}

/** The lane that counts for these together, under a name of fixed length: a typed code may be long, and other servers are told of lanes. */
const laneOf = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('|')).digest('base64url').slice(0, 22)

/**
 * Who owns a position in a queue: the device where it is counted; all others of one address share one position. So an address has no more
 * positions than counted devices, and whoever draws ids without end gains none.
 */
const attemptKey = ({ id, isCounted, address }: AttemptSource): string =>
  laneOf(id !== null && isCounted ? id : addressKey(address))

/** The last counts of an address are for devices that come back: each one fewer asks for so much longer that a device has waited. */
const FOR_WHO_WAITS = 5
const LONGER_EACH_MS = 10_000

/**
 * Counts a device that has waited so long at its address; `id` is null for one that has none yet. False when the address has none left for
 * it. The fewer are left, the longer it must have waited: whoever draws ids without end never has, and takes nothing from who keeps theirs.
 */
export function countDevice({
  id,
  address,
  waitedMs,
}: Omit<AttemptSource, 'isCounted'> & { waitedMs: number }): boolean {
  const [lane, own, now] = [laneOf(addressKey(address)), id === null ? null : laneOf(id), Date.now()]
  const kept = Math.max(0, FOR_WHO_WAITS - waitedMs / LONGER_EACH_MS)
  if (queues.devices.turnsAt(lane, now) < 1 + kept) return false
  return (own === null || queues.ownCounts.take(own, now)) && queues.devices.take(lane, now)
}

/**
 * Takes a turn in the device's lane and one in the address's lane. When the address's lane refuses, the device's turn is given back.
 */
function askBoth(own: FairQueue, ownLane: string | null, shared: FairQueue, lane: string, who: string): Turn {
  const now = Date.now()
  const first: Turn = ownLane === null ? { granted: true } : own.ask(ownLane, who, now)
  if (!first.granted) return first
  const second = shared.ask(lane, who, now)
  if (!second.granted && ownLane !== null) own.giveBack(ownLane, now)
  return second
}

/**
 * Called before a typed join code is looked up. `codeOpened` gives the turn back for a code that is right, so only wrong codes count.
 */
export function tryCode(from: AttemptSource): Turn {
  const own = from.id === null ? null : laneOf(from.id)
  return askBoth(queues.ownCodes, own, queues.codes, laneOf(addressKey(from.address)), attemptKey(from))
}

export function codeOpened(from: AttemptSource): void {
  const now = Date.now()
  if (from.id !== null) queues.ownCodes.giveBack(laneOf(from.id), now)
  queues.codes.giveBack(laneOf(addressKey(from.address)), now)
}

/** Called before a join request is put on the desk's list. */
export function tryJoinRequest(from: AttemptSource): Turn {
  return queues.joinRequests.ask(laneOf(addressKey(from.address)), attemptKey(from), Date.now())
}

/**
 * Leave to try a secret, or a position in a queue. `holds` is awaited before the secret is compared: false when another server has given
 * the same device the same first try. `right` is called for a secret that was right: it does not count.
 */
export type Try = { granted: true; holds(): Promise<boolean>; right(): void } | Extract<Turn, { granted: false }>

/** What a server has spent the others have heard by then; a device that tries at two of them at once is found out. */
const HEARD_MS = 500
/** When to ask again after a try that did not hold. */
export const ASK_AGAIN_MS = 500
const holds = async () => true
/** So soon a device asks again that waits to be counted: by then it may be, and has its first try. */
const COUNTED_SOON_MS = 5_000

/**
 * Called before a password is checked, so that attempts sent in parallel are counted one by one. A device that has signed in to this
 * account before is limited by its own wrong passwords only, never by those of strangers.
 */
export function tryPassword(email: string, from: AttemptSource, isKnown: boolean): Try {
  if (!isKnown) return trySecret(queues.passwords, email, from)
  const { own } = queues.passwords
  const lane = laneOf(email, from.id ?? '')
  const turn = own.ask(lane, lane, Date.now())
  return turn.granted ? { granted: true, holds, right: () => own.forget(lane, Date.now()) } : turn
}

/** Called before a student number is compared with the roster. `line` names the place that it belongs to. */
export const tryNumber = (line: string, from: AttemptSource): Try => trySecret(queues.numbers, line, from)

function trySecret(limits: ReturnType<typeof makeSecretLimits>, secret: string, from: AttemptSource): Try {
  const { first, checks, own, others } = limits
  const lane = laneOf(secret, addressKey(from.address))
  const now = Date.now()
  if (from.id !== null && from.isCounted) {
    const device = laneOf(from.id)
    if (first.isFree(device, now)) {
      const check = checks.ask(lane, device, now)
      if (!check.granted) return check
      first.take(device, now)
      return {
        granted: true,
        async holds() {
          if (first.isShared) await sleep(HEARD_MS)
          return first.turnsAt(device, Date.now()) >= 0
        },
        right: () => first.giveBack(device, Date.now()),
      }
    }
  }
  const ownLane = from.id === null ? null : laneOf(secret, from.id)
  const turn = askBoth(own, ownLane, others, lane, attemptKey(from))
  if (!turn.granted)
    return from.id === null || from.isCounted ? turn : { ...turn, waitMs: Math.min(turn.waitMs, COUNTED_SOON_MS) }
  return {
    granted: true,
    holds,
    right() {
      if (ownLane !== null) own.forget(ownLane, Date.now())
      others.giveBack(lane, Date.now())
    },
  }
}

/** Called before names of a roster are looked for. */
export function tryNames(from: AttemptSource): boolean {
  const own = from.id === null ? null : laneOf(from.id)
  return askBoth(queues.ownNames, own, queues.names, laneOf(addressKey(from.address)), attemptKey(from)).granted
}

export function tryAccount(from: AttemptSource): Turn {
  const own = from.id === null ? null : laneOf(from.id)
  return askBoth(queues.ownAccounts, own, queues.accounts, laneOf(addressKey(from.address)), attemptKey(from))
}

/** Called before a link to a new password, or a personal link, is mailed to whoever asks for it. */
export function tryRecovery(from: AttemptSource): boolean {
  const own = from.id === null ? null : laneOf(from.id)
  return askBoth(queues.ownRecoveries, own, queues.recoveries, laneOf(addressKey(from.address)), attemptKey(from))
    .granted
}

/** Whether one more is mailed to this address. Whoever asks does not learn it: many may ask for somebody else. */
export const mayRecover = (email: string): boolean => queues.recoveriesOf.take(laneOf(email), Date.now())

/** The same for personal links, which are counted apart: one address may have an account and places. */
export const mayMailLink = (email: string): boolean => queues.recoveriesOf.take(laneOf('link', email), Date.now())

/** Called before a link to a record is looked up. */
export const tryLink = (address: string): boolean =>
  queues.links.ask(laneOf(addressKey(address)), addressKey(address), Date.now()).granted

/** Counted by the inviting user: a course has a handful of colleagues, a spammer has thousands of addresses. */
export function tryInvite(userId: string): boolean {
  return queues.invites.ask(userId, userId, Date.now()).granted
}
