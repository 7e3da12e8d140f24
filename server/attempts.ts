/**
 * How often somebody may try: codes at the door are slowed, never blocked, because a whole school comes from one address;
 * passwords wait after five misses. Counts live in this process, on `globalThis`, because Next bundles its own copy of this module.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { addressKey } from './address-key'

const signInTries = 5
const signInWaitSeconds = 5 * 60
const longestQueueMs = 20_000

function makeLimiters() {
  return {
    /** Everyone behind one address: a class of sixty comes through in about three seconds. */
    door: new RateLimiterMemory({ keyPrefix: 'door', points: 20, duration: 1 }),
    /** An address that has missed often goes on at this pace: hopeless for guessing, and a class of sixty still comes in. */
    slowDoor: new RateLimiterMemory({ keyPrefix: 'slow-door', points: 5, duration: 1 }),
    misses: new RateLimiterMemory({ keyPrefix: 'misses', points: 30, duration: 600 }),
    signIn: new RateLimiterMemory({ keyPrefix: 'sign-in', points: signInTries, duration: signInWaitSeconds }),
    signInAddress: new RateLimiterMemory({ keyPrefix: 'sign-in-address', points: 100, duration: 15 * 60 }),
    invite: new RateLimiterMemory({ keyPrefix: 'invite', points: 30, duration: 60 * 60 }),
    signUp: new RateLimiterMemory({ keyPrefix: 'sign-up', points: 60, duration: 60 * 60 }),
  }
}

const root = globalThis as typeof globalThis & { __trackTwoAttempts?: ReturnType<typeof makeLimiters> }
root.__trackTwoAttempts ??= makeLimiters()
const limiters = root.__trackTwoAttempts

/** Lets the next try through when its turn comes; false only when the queue of this address is hopeless. */
export async function waitAtDoor(address: string): Promise<boolean> {
  const key = addressKey(address)
  const giveUpAt = Date.now() + longestQueueMs
  for (;;) {
    const missed = await limiters.misses.get(key)
    const limiter = missed && missed.remainingPoints <= 0 ? limiters.slowDoor : limiters.door
    const waitMs = await take(limiter, key)
    if (waitMs === null) return true
    if (Date.now() + waitMs > giveUpAt) return false
    await sleep(waitMs)
  }
}

export async function missedAtDoor(address: string): Promise<void> {
  await limiters.misses.penalty(addressKey(address), 1)
}

/** Told by its shape: the limiter on `globalThis` may come from another bundle, whose classes are not this one's. */
const isRefusal = (value: unknown): value is { msBeforeNext: number } =>
  typeof value === 'object' && value !== null && 'msBeforeNext' in value && typeof value.msBeforeNext === 'number'

/** Milliseconds to wait, or null when the point was taken. */
async function take(limiter: RateLimiterMemory, key: string): Promise<number | null> {
  try {
    await limiter.consume(key)
    return null
  } catch (refusal) {
    if (isRefusal(refusal)) return Math.max(refusal.msBeforeNext, 20)
    throw refusal
  }
}

export type SignInTry = { allowed: true; triesLeft: number } | { allowed: false; waitSeconds: number }

/** Counts a try before the password is looked at, so that parallel tries cannot slip past the limit. */
export async function trySignIn(email: string, address: string): Promise<SignInTry> {
  const from = addressKey(address)
  try {
    await limiters.signInAddress.consume(from)
    const { remainingPoints } = await limiters.signIn.consume(`${email.trim().toLowerCase()}|${from}`)
    return { allowed: true, triesLeft: remainingPoints }
  } catch (refusal) {
    if (isRefusal(refusal)) return { allowed: false, waitSeconds: Math.ceil(refusal.msBeforeNext / 1000) }
    throw refusal
  }
}

/** The right password forgets the misses before it. */
export async function signedIn(email: string, address: string): Promise<void> {
  await limiters.signIn.delete(`${email.trim().toLowerCase()}|${addressKey(address)}`)
  await limiters.signInAddress.reward(addressKey(address), 1)
}

export async function trySignUp(address: string): Promise<boolean> {
  return (await take(limiters.signUp, addressKey(address))) === null
}

/** Counted by who invites: a class has a handful of colleagues, a list of addresses has many. */
export async function tryInvite(userId: string): Promise<boolean> {
  return (await take(limiters.invite, userId)) === null
}
