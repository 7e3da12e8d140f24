/**
 * The devices on which a person is signed in, as their account page lists them. Each is identified by a hash, so that session ids never
 * reach a page.
 */
import { createHash } from 'node:crypto'
import { database } from '../../base/database'
import { revokeSession } from './sessions'

type DeviceRow = {
  /** A hash of the session id. Identifies the device on the person's own page; it cannot be used as a session. */
  handle: string
  userAgent: string
  lastSeenAt: Date
  isThis: boolean
}

const handleOf = (sessionId: string): string =>
  createHash('sha256').update(`device|${sessionId}`).digest('base64url').slice(0, 22)

async function readAlive(userId: string) {
  return database().session.findMany({
    where: { userId, revokedAt: null, expiresAt: { gt: new Date() } },
    orderBy: { lastSeenAt: 'desc' },
    select: { id: true, userAgent: true, lastSeenAt: true },
  })
}

/** This device first, then the most recently seen. */
export async function readDevices(userId: string, here: string): Promise<DeviceRow[]> {
  const rows = (await readAlive(userId)).map(({ id, ...row }) => ({
    ...row,
    handle: handleOf(id),
    isThis: id === here,
  }))
  return rows.toSorted((a, b) => Number(b.isThis) - Number(a.isThis))
}

/** Signs out one of the person's own devices; its open pages close at once. */
export async function endDevice(userId: string, handle: string): Promise<void> {
  const meant = (await readAlive(userId)).find(({ id }) => handleOf(id) === handle)
  if (meant) await revokeSession(meant.id)
}
