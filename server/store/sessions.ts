/** Sign-ins, one row a device. A revoked row ends its pages at the next request and, through NOTIFY, its sockets at once. */
import { randomUUID } from 'node:crypto'
import { type Database, database, notify } from './database'
import { type Person, personColumns } from './users'

export const sessionDays = 30
const touchEveryMs = 5 * 60_000

export async function createSession(on: Database, userId: string, userAgent: string): Promise<string> {
  const id = randomUUID()
  await on.session.create({
    data: {
      id,
      userId,
      userAgent: userAgent.slice(0, 300),
      expiresAt: new Date(Date.now() + sessionDays * 86_400_000),
    },
  })
  return id
}

/** The person behind a session that is still alive. */
export async function readSession(sessionId: string): Promise<Person | null> {
  const now = new Date()
  const row = await database().session.findFirst({
    where: { id: sessionId, revokedAt: null, expiresAt: { gt: now } },
    select: { lastSeenAt: true, user: { select: personColumns } },
  })
  if (!row) return null
  if (now.getTime() - row.lastSeenAt.getTime() > touchEveryMs)
    await database().session.updateMany({ where: { id: sessionId }, data: { lastSeenAt: now } })
  return row.user
}

export async function revokeSession(sessionId: string): Promise<void> {
  await database().$transaction(async (on) => {
    const { count } = await on.session.updateMany({
      where: { id: sessionId, revokedAt: null },
      data: { revokedAt: new Date() },
    })
    if (count > 0) await notify(on, 'session_revoked', sessionId)
  })
}

export async function revokeSessionsOf(on: Database, userId: string): Promise<void> {
  const alive = await on.session.updateManyAndReturn({
    where: { userId, revokedAt: null },
    data: { revokedAt: new Date() },
    select: { id: true },
  })
  for (const { id } of alive) await notify(on, 'session_revoked', id)
}

/** Which of these sign-ins are still alive. */
export async function readAliveSessions(ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await database().session.findMany({
    where: { id: { in: [...ids] }, revokedAt: null, expiresAt: { gt: new Date() } },
    select: { id: true },
  })
  return new Set(rows.map(({ id }) => id))
}
