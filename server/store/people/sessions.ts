/** Session rows, one per device. A revoked session ends its pages at the next request and, through NOTIFY, its sockets at once. */
import { randomUUID } from 'node:crypto'
import { environment } from '#server/base/environment'
import { DAY_MS, MINUTE_MS } from '#simulation/kernel/time'
import { batchLoader } from '../../base/batch-loader'
import { type Database, database, notify } from '../../base/database'
import { demoEmails, isDemoPerson } from './demo-person'
import { type Person, personColumns } from './users'

export const sessionDays = 30
const touchEveryMs = 5 * MINUTE_MS

export async function createSession(on: Database, userId: string, userAgent: string): Promise<string> {
  const id = randomUUID()
  await createSessions(on, [{ id, userId, userAgent }])
  return id
}

export async function createSessions(
  on: Database,
  sessions: readonly { id: string; userId: string; userAgent: string }[],
): Promise<void> {
  const expiresAt = new Date(Date.now() + sessionDays * DAY_MS)
  await on.session.createMany({
    data: sessions.map(({ userAgent, ...session }) => ({ ...session, userAgent: userAgent.slice(0, 300), expiresAt })),
  })
}

/** Where the demo is off, sessions of the demo's people are void, including those created while it was on. */
const isAnybody = (person: { email: string | null }): boolean => environment().demo !== 'off' || !isDemoPerson(person)

type AliveSession = Person & { sessionId: string; isUntouched: boolean }

/**
 * The person behind a session that is neither revoked nor expired. Called for each request and handshake, so it is one batched query.
 */
export const readSession = batchLoader(async (ids: readonly string[]): Promise<(Person | null)[]> => {
  const now = new Date()
  const alive = await database().$queryRaw<AliveSession[]>`
    SELECT session.id AS "sessionId", last_seen_at < ${new Date(now.getTime() - touchEveryMs)} AS "isUntouched", app_user.id, kind, name, email, is_admin AS "isAdmin"
      FROM session JOIN app_user ON app_user.id = session.user_id
     WHERE session.id = ANY(${[...new Set(ids)]}) AND revoked_at IS NULL AND expires_at > ${now}`
  const untouched = alive.filter(({ isUntouched }) => isUntouched)
  if (untouched.length > 0)
    await database().session.updateMany({
      where: { id: { in: untouched.map(({ sessionId }) => sessionId) } },
      data: { lastSeenAt: now },
    })
  const people = new Map(
    alive
      .filter(isAnybody)
      .map(({ sessionId, id, kind, name, email, isAdmin }) => [sessionId, { id, kind, name, email, isAdmin }]),
  )
  return ids.map((id) => people.get(id) ?? null)
})

export async function revokeSession(sessionId: string): Promise<void> {
  await database().$transaction(async (on) => {
    const { count } = await on.session.updateMany({
      where: { id: sessionId, revokedAt: null },
      data: { revokedAt: new Date() },
    })
    if (count > 0) await notify(on, 'session_revoked', sessionId)
  })
}

export async function revokeSessionsOf(on: Database, userId: string, kept: string | null = null): Promise<void> {
  const others = { userId, ...(kept === null ? {} : { id: { not: kept } }) }
  const revoked = { revokedAt: new Date() }
  // Also overwrites `revokedAt` of sessions that a removal from a room revoked: a readmission restores sessions by that instant
  // (`SIGN_IN_AGAIN`), and must not restore these.
  await on.session.updateMany({ where: { ...others, revokedAt: { not: null } }, data: revoked })
  const alive = await on.session.updateManyAndReturn({
    where: { ...others, revokedAt: null },
    data: revoked,
    select: { id: true },
  })
  for (const { id } of alive) await notify(on, 'session_revoked', id)
}

/** Revokes the demo sessions that an earlier start with the demo open has left; called once when the process starts. */
export async function endSignInsToClosedDemo(): Promise<void> {
  if (environment().demo !== 'off') return
  await database().$transaction(async (on) => {
    const people = await on.user.findMany({ where: { email: { in: [...demoEmails] } }, select: { id: true } })
    for (const { id } of people) await revokeSessionsOf(on, id)
  })
}

/** Those of these sessions that are neither revoked nor expired, with their people as they are now. */
export async function readAliveSessions(ids: readonly string[]): Promise<ReadonlyMap<string, Person>> {
  const rows = await database().session.findMany({
    where: { id: { in: [...ids] }, revokedAt: null, expiresAt: { gt: new Date() } },
    select: { id: true, user: { select: personColumns } },
  })
  return new Map(rows.filter(({ user }) => isAnybody(user)).map(({ id, user }) => [id, user]))
}
