/** The devices on which somebody is signed in, as their own page lists them: told apart by a word that is no session's id. */
import { createHash } from 'node:crypto'
import { database } from '../database'
import { revokeSession } from './sessions'

export type DeviceRow = {
  /** Names the device on its person's own page; it opens nothing. */
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

/** This device first, then whichever was seen last. */
export async function readDevices(userId: string, here: string): Promise<DeviceRow[]> {
  const rows = (await readAlive(userId)).map(({ id, ...row }) => ({
    ...row,
    handle: handleOf(id),
    isThis: id === here,
  }))
  return rows.toSorted((a, b) => Number(b.isThis) - Number(a.isThis))
}

/** Signs one of their own devices out, its open pages at once. */
export async function endDevice(userId: string, handle: string): Promise<void> {
  const meant = (await readAlive(userId)).find(({ id }) => handleOf(id) === handle)
  if (meant) await revokeSession(meant.id)
}
