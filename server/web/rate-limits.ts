/**
 * How often somebody may try. A whole school comes from one address, so everything goes by the device first and by its address
 * second, is slowed and never shut, and waits in order. Counts live in this process, on `globalThis`, because Next bundles its own
 * copy of this module; every answer is a promise, so that a store outside the process can give it.
 */
import { addressKey } from './address-key'
import { FairQueue, type Turn } from './fair-queue'

/** Who tries: the number of the device, where it has one, and where it comes from. */
export type AttemptSource = { id: string | null; address: string }

/**
 * Numbers of devices are free, so an account and a roster line have few places in order: a device that comes now stands behind eight
 * strangers, however many numbers one of them has drawn before. Each number is new once: to hold somebody back takes a fresh one each turn.
 */
function makeQueues() {
  return {
    /** Wrong codes of one device: ten slips of the thumb, and then one every five seconds. */
    ownCodes: new FairQueue({ burst: 10, perSecond: 0.2, places: 1 }),
    /** Wrong codes of everybody at one address: a lecture may mistype three times each; after that five a second, in order. */
    codes: new FairQueue({ burst: 1_000, perSecond: 5, places: 300 }),
    /** Requests to be let in, from one address. */
    joinRequests: new FairQueue({ burst: 60, perSecond: 0.5, places: 60 }),
    /** Wrong passwords for one account: of a device, and of all strange devices at one address. */
    ownPasswords: new FairQueue({ burst: 5, perSecond: 1 / 8, places: 1 }),
    passwords: new FairQueue({ burst: 5, perSecond: 1 / 8, places: 8 }),
    /** Numbers tried for one line of a roster, likewise. */
    numbers: new FairQueue({ burst: 5, perSecond: 1 / 8, places: 8 }),
    /** New accounts: of a device, and of everybody at one address. */
    ownAccounts: new FairQueue({ burst: 5, perSecond: 1 / 30, places: 1 }),
    accounts: new FairQueue({ burst: 60, perSecond: 1 / 5, places: 60 }),
    /** Invitations of one colleague to others. */
    invites: new FairQueue({ burst: 30, perSecond: 1 / 120, places: 1 }),
  }
}

const root = globalThis as typeof globalThis & { __trackTwoAttempts?: ReturnType<typeof makeQueues> }
root.__trackTwoAttempts ??= makeQueues()
const queues = root.__trackTwoAttempts

/** A device that brings no number is its address: all such share one place in a queue. */
export const attemptKey = ({ id, address }: AttemptSource): string => id ?? addressKey(address)

/** A turn of the device's own and one of its address; what the second refuses, the first has back. */
function askBoth(own: FairQueue, ownLane: string | null, shared: FairQueue, lane: string, who: string): Turn {
  const now = Date.now()
  const first: Turn = ownLane === null ? { granted: true } : own.ask(ownLane, who, now)
  if (!first.granted) return first
  const second = shared.ask(lane, who, now)
  if (!second.granted && ownLane !== null) own.giveBack(ownLane)
  return second
}

/** Before a typed code is looked at. A code that opens gives the turn back: only what misses is counted. */
export async function tryCode(from: AttemptSource): Promise<Turn> {
  return askBoth(queues.ownCodes, from.id, queues.codes, addressKey(from.address), attemptKey(from))
}

export async function codeOpened(from: AttemptSource): Promise<void> {
  if (from.id !== null) queues.ownCodes.giveBack(from.id)
  queues.codes.giveBack(addressKey(from.address))
}

/** Before somebody is put on the desk's list. */
export async function tryJoinRequest(from: AttemptSource): Promise<Turn> {
  return queues.joinRequests.ask(addressKey(from.address), attemptKey(from), Date.now())
}

/**
 * Before a password is looked at, so that tries sent together are counted one by one. A device that has signed in as this account
 * before waits for its own misses only, and never for those of strangers.
 */
export async function tryPassword(email: string, from: AttemptSource, isKnown: boolean): Promise<Turn> {
  const own = from.id === null ? null : `${email}|${from.id}`
  if (isKnown) return queues.ownPasswords.ask(own ?? email, attemptKey(from), Date.now())
  return askBoth(queues.ownPasswords, own, queues.passwords, `${email}|${addressKey(from.address)}`, attemptKey(from))
}

/** The right password forgets this device's misses before it; those of others stay counted. */
export async function passwordWasRight(email: string, from: AttemptSource, isKnown: boolean): Promise<void> {
  if (from.id !== null) queues.ownPasswords.forget(`${email}|${from.id}`)
  if (!isKnown) queues.passwords.giveBack(`${email}|${addressKey(from.address)}`)
}

/** Before a student number is compared with the one on the roster. */
export async function tryNumber(placeId: string, from: AttemptSource): Promise<Turn> {
  return queues.numbers.ask(`${placeId}|${addressKey(from.address)}`, attemptKey(from), Date.now())
}

export async function numberWasRight(placeId: string, from: AttemptSource): Promise<void> {
  queues.numbers.giveBack(`${placeId}|${addressKey(from.address)}`)
}

export async function tryAccount(from: AttemptSource): Promise<Turn> {
  return askBoth(queues.ownAccounts, from.id, queues.accounts, addressKey(from.address), attemptKey(from))
}

/** Counted by who invites: a class has a handful of colleagues, a list of addresses has many. */
export async function tryInvite(userId: string): Promise<boolean> {
  return queues.invites.ask(userId, userId, Date.now()).granted
}
