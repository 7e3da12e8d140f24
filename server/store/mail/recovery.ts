/**
 * How the owner of an account who has forgotten its password chooses a new one: by a link that is mailed to the account's address, works for
 * half an hour, and once. Whoever asks is told the same whether the address has an account or not.
 */
import { randomUUID } from 'node:crypto'
import { MINUTE_MS } from '#simulation/kernel/time'
import { type Database, database } from '../../base/database'
import { hashOfToken, secretToken } from '../../base/secret-token'
import { writeMails } from './outbox'

export const RECOVERY_MINUTES = 30

const tokenOf = (id: string): string => secretToken('recovery', id)

/** Has a link mailed to the account of this address; does nothing where there is none, or it has no password. */
export async function writeRecovery(email: string, now: number): Promise<void> {
  await database().$transaction(async (on) => {
    await on.passwordRecovery.deleteMany({ where: { expiresAt: { lte: new Date(now) } } })
    const account = await on.user.findFirst({ where: { email, passwordHash: { not: null } }, select: { id: true } })
    if (!account) return
    const id = randomUUID()
    const expiresAt = new Date(now + RECOVERY_MINUTES * MINUTE_MS)
    await on.passwordRecovery.create({
      data: { id, userId: account.id, tokenHash: hashOfToken(tokenOf(id)), expiresAt },
    })
    await writeMails(on, [{ key: `recovery/${id}`, kind: 'recovery', placeId: null, participantId: null, dueAt: now }])
  })
}

/** The address and token of a link that is to be mailed; null once it opens nothing. */
export async function readRecovery(id: string, now: number): Promise<{ email: string; token: string } | null> {
  const found = await database().passwordRecovery.findUnique({
    where: { id },
    select: { tokenHash: true, expiresAt: true, user: { select: { email: true } } },
  })
  const token = tokenOf(id)
  if (!found?.user.email || found.expiresAt.getTime() <= now || found.tokenHash !== hashOfToken(token)) return null
  return { email: found.user.email, token }
}

export type RecoveryOwner = { userId: string; email: string }

/** Whose password a link is for; null for one that opens nothing. */
export async function findRecovery(token: string, now: number): Promise<RecoveryOwner | null> {
  if (!/^[\w-]{43}$/.test(token)) return null
  const found = await database().passwordRecovery.findFirst({
    where: { tokenHash: hashOfToken(token), expiresAt: { gt: new Date(now) } },
    select: { user: { select: { id: true, email: true } } },
  })
  return found?.user.email ? { userId: found.user.id, email: found.user.email } : null
}

/** Uses the link up; false where somebody else was first. */
export async function spendRecovery(on: Database, token: string, { userId }: RecoveryOwner): Promise<boolean> {
  const { count } = await on.passwordRecovery.deleteMany({ where: { tokenHash: hashOfToken(token), userId } })
  return count > 0
}
