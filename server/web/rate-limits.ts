/**
 * The rate limits of codes, passwords, sign-ups and invitations. A whole school may come from one IP address, so each attempt counts
 * first against the device and then against the address, and is delayed in a queue rather than blocked. Counts live on `globalThis`,
 * because Next bundles its own copy of this module; several servers tell one another what they count (cluster/shared-spending.ts).
 */
import { createHash } from 'node:crypto'
import type { SharedLimits } from '../cluster/shared-spending'
import { addressKey } from './address-key'
import { FairQueue, type Turn } from './fair-queue'

/** Where an attempt comes from: the id of the device cookie (null without one) and the IP address. */
export type AttemptSource = { id: string | null; address: string }

/**
 * Anybody can draw new device ids, so the queue for one account or one roster place orders only eight waiting devices: a new device
 * waits behind at most eight strangers, however many ids one of them has drawn. An id counts as new once; to keep others waiting, an
 * attacker needs a fresh id for every turn.
 */
function makeQueues() {
  return {
    /** Wrong join codes of one device: ten typing errors at once, then one every five seconds. */
    ownCodes: new FairQueue({ burst: 10, perSecond: 0.2, places: 1 }),
    /** Wrong join codes from one address: a lecture of 300 may mistype three times each; then five a second, in order. */
    codes: new FairQueue({ burst: 1_000, perSecond: 5, places: 300 }),
    /** Join requests from one address. */
    joinRequests: new FairQueue({ burst: 60, perSecond: 0.5, places: 60 }),
    /** Wrong passwords for one account: from one device, and from all unknown devices at one address. */
    ownPasswords: new FairQueue({ burst: 5, perSecond: 1 / 8, places: 1 }),
    passwords: new FairQueue({ burst: 5, perSecond: 1 / 8, places: 8 }),
    /** Student numbers tried for one roster place from one address. */
    numbers: new FairQueue({ burst: 5, perSecond: 1 / 8, places: 8 }),
    /** Names looked for on a roster: from one device as fast as somebody types, and from one address as fast as a class does. */
    ownNames: new FairQueue({ burst: 40, perSecond: 1, places: 1 }),
    names: new FairQueue({ burst: 3_000, perSecond: 20, places: 300 }),
    /** New accounts: from one device, and from one address. */
    ownAccounts: new FairQueue({ burst: 5, perSecond: 1 / 30, places: 1 }),
    accounts: new FairQueue({ burst: 60, perSecond: 1 / 5, places: 60 }),
    /** Invitations sent by one person. */
    invites: new FairQueue({ burst: 30, perSecond: 1 / 120, places: 1 }),
  }
}

const root = globalThis as typeof globalThis & { __trackTwoAttempts?: ReturnType<typeof makeQueues> }
root.__trackTwoAttempts ??= makeQueues()
const queues = root.__trackTwoAttempts

/** The limits that all servers share. */
export const attemptLimits = (): SharedLimits => queues

/** The lane that counts for these together, under a name of fixed length: a typed code may be long, and other servers are told of lanes. */
const laneOf = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('|')).digest('base64url').slice(0, 22)

/**
 * The queue position's owner: the device id, or the address for a device without a cookie, so that all such devices at one address
 * share one position.
 */
export const attemptKey = ({ id, address }: AttemptSource): string => id ?? addressKey(address)

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
 * Called before a password is checked, so that attempts sent in parallel are counted one by one. A device that has signed in to this
 * account before is limited by its own wrong passwords only, never by those of strangers.
 */
export function tryPassword(email: string, from: AttemptSource, isKnown: boolean): Turn {
  const own = from.id === null ? null : laneOf(email, from.id)
  if (isKnown) return queues.ownPasswords.ask(own ?? laneOf(email), attemptKey(from), Date.now())
  const shared = laneOf(email, addressKey(from.address))
  return askBoth(queues.ownPasswords, own, queues.passwords, shared, attemptKey(from))
}

/** After the right password: forgets the wrong ones of this device; those of other devices stay counted. */
export function passwordWasRight(email: string, from: AttemptSource, isKnown: boolean): void {
  const now = Date.now()
  if (from.id !== null) queues.ownPasswords.forget(laneOf(email, from.id), now)
  if (!isKnown) queues.passwords.giveBack(laneOf(email, addressKey(from.address)), now)
}

/** Called before a student number is compared with the roster. */
export function tryNumber(placeId: string, from: AttemptSource): Turn {
  return queues.numbers.ask(laneOf(placeId, addressKey(from.address)), attemptKey(from), Date.now())
}

export function numberWasRight(placeId: string, from: AttemptSource): void {
  queues.numbers.giveBack(laneOf(placeId, addressKey(from.address)), Date.now())
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

/** Counted by the inviting user: a course has a handful of colleagues, a spammer has thousands of addresses. */
export function tryInvite(userId: string): boolean {
  return queues.invites.ask(userId, userId, Date.now()).granted
}
