/**
 * Links by which one reader reads a room's record (D23). Whoever steers the room makes and revokes them. A link's token is derived from a
 * nonce and the server's secret; only its hash is stored, so a copy of the database opens no link.
 */
import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { audit } from '#server/base/audit'
import { signingSecret } from '#server/base/environment'
import { DAY_MS, MINUTE_MS } from '#simulation/kernel/time'
import { type FileReader, mayWriteFor, readerCode, readerOf, writtenReader } from '#simulation/secrecy/file-reader'
import { isLinkOpen, type LinkVisitor, MOST_LINK_DAYS, mayGoByLink, opensFor } from '#simulation/secrecy/record-link'
import { database } from '../../base/database'
import { hashOfToken } from '../../base/secret-token'
import { accessRoom, may, type Requester, readPart } from '../access/access'
import { UNDELETED, UNDELETED_ACTIVITY } from '../access/deleted'
import { reachesEveryRoom } from '../access/parts'
import { rowId } from '../access/row-id'
import { readRoomState } from '../log/room-reading'
import { readToldRoom, type ToldRoom } from '../rooms/room-for-reader'

/** As the sheet lists it; `token` is null once the server's secret has changed, and times are in milliseconds. */
export type ListedLink = {
  id: string
  reader: FileReader
  token: string | null
  madeBy: string | null
  expiresAt: number
  revokedAt: number | null
  opened: number
}

/** Of one room, revoked and expired ones too; the sheet lists them all. */
const MOST_LINKS = 100

/** 128 bits. */
const tokenOf = (id: string, nonce: string): string =>
  createHmac('sha256', signingSecret()).update(`record|${id}|${nonce}`).digest().subarray(0, 16).toString('base64url')

const NewLink = z.strictObject({
  roomId: rowId,
  reader: writtenReader,
  days: z.int().min(1).max(MOST_LINK_DAYS),
})

export type LinkMade = { ok: true; token: string } | { ok: false; why: 'not-found' | 'too-many' }

/** `not-found` for a room that this user does not steer, and for a reader that goes by no link. */
export async function makeLinkAs(user: Requester, input: unknown): Promise<LinkMade> {
  const asked = NewLink.safeParse(input)
  const reader = asked.success ? readerOf(asked.data.reader) : null
  if (!asked.success || !reader || !mayGoByLink(reader)) return { ok: false, why: 'not-found' }
  const { roomId, days } = asked.data
  const state = (await steers(user, roomId)) ? await readRoomState(roomId) : null
  if (!state || !mayWriteFor({ kind: 'chair' }, reader, state)) return { ok: false, why: 'not-found' }
  if ((await database().recordLink.count({ where: { roomId } })) >= MOST_LINKS) return { ok: false, why: 'too-many' }
  const [id, nonce] = [randomUUID(), randomBytes(24).toString('base64url')]
  const token = tokenOf(id, nonce)
  const expiresAt = new Date(Date.now() + days * DAY_MS)
  const row = {
    id,
    roomId,
    reader: readerCode(reader),
    nonce,
    tokenHash: hashOfToken(token),
    madeById: user.id,
    expiresAt,
  }
  await database().recordLink.create({ data: row })
  audit({ what: 'record-link-made', by: user.id, to: id, in: roomId })
  return { ok: true, token }
}

const OfLink = z.strictObject({ roomId: rowId, id: rowId })

/** False where there is no such open link of a room that this user steers. */
export async function revokeLinkAs(user: Requester, input: unknown): Promise<boolean> {
  const asked = OfLink.safeParse(input)
  if (!asked.success || !(await steers(user, asked.data.roomId))) return false
  const { roomId, id } = asked.data
  const open = { id, roomId, revokedAt: null }
  const { count } = await database().recordLink.updateMany({ where: open, data: { revokedAt: new Date() } })
  if (count === 1) audit({ what: 'record-link-revoked', by: user.id, to: id, in: roomId })
  return count === 1
}

/** So long a revoked link can be opened again: it was revoked by mistake, and nobody has been told another. */
const UNDONE_WITHIN_MS = MINUTE_MS

/** Takes the revoking of a moment ago back. False where there is no such link of a room that this user steers. */
export async function reopenLinkAs(user: Requester, input: unknown): Promise<boolean> {
  const asked = OfLink.safeParse(input)
  if (!asked.success || !(await steers(user, asked.data.roomId))) return false
  const { roomId, id } = asked.data
  const justRevoked = { id, roomId, revokedAt: { gt: new Date(Date.now() - UNDONE_WITHIN_MS) } }
  const { count } = await database().recordLink.updateMany({ where: justRevoked, data: { revokedAt: null } })
  if (count === 1) audit({ what: 'record-link-reopened', by: user.id, to: id, in: roomId })
  return count === 1
}

/** The links of a room, the newest first; null for a room that this user does not steer. */
export async function readLinksAs(user: Requester, input: unknown): Promise<readonly ListedLink[] | null> {
  const roomId = rowId.safeParse(input)
  if (!roomId.success || !(await steers(user, roomId.data))) return null
  const rows = await database().recordLink.findMany({
    where: { roomId: roomId.data },
    orderBy: [{ madeAt: 'desc' }, { id: 'desc' }],
    include: { madeBy: { select: { name: true } } },
  })
  return rows.flatMap(({ id, reader: code, nonce, tokenHash, madeBy, expiresAt, revokedAt, opened }) => {
    const reader = readerOf(code)
    if (!reader) return []
    const token = tokenOf(id, nonce)
    const times = { expiresAt: expiresAt.getTime(), revokedAt: revokedAt?.getTime() ?? null }
    return {
      id,
      reader,
      token: hashOfToken(token) === tokenHash ? token : null,
      madeBy: madeBy?.name ?? null,
      ...times,
      opened,
    }
  })
}

const steers = async (user: Requester, roomId: string): Promise<boolean> =>
  may((await accessRoom(user, roomId))?.as, 'steer-room')

export type OpenedLink =
  /** The reading is the whole room's, for `reader` to be drawn for and nobody else. */
  | { is: 'open'; id: string; reader: FileReader; reading: ToldRoom; expiresAt: number }
  /** It has ended, opens for this visitor once the record is unsealed, or only for somebody who signs in. */
  | { is: 'ended' }
  | { is: 'sealed' }
  | { is: 'sign-in' }

/** Whoever made the link may have left since. */
const HANDS_OUT: Requester = { id: 'link', isAdmin: true }

/** Whether there is such a link, open or not: of one that there is not, no page is drawn. */
export const isLink = async (token: string): Promise<boolean> =>
  /^[\w-]{22}$/.test(token) && (await database().recordLink.count({ where: { tokenHash: hashOfToken(token) } })) > 0

/** Null for a link that does not exist, and for one that this visitor may not follow. `user` is null for somebody not signed in. */
export async function openLink(token: string, user: Requester | null): Promise<OpenedLink | null> {
  if (!/^[\w-]{22}$/.test(token)) return null
  const link = await database().recordLink.findFirst({
    where: { tokenHash: hashOfToken(token), room: { activity: UNDELETED_ACTIVITY } },
    include: { room: { select: { activity: { select: { courseId: true } } } } },
  })
  const reader = link && readerOf(link.reader)
  if (!link || !reader) return null
  const times = { expiresAt: link.expiresAt.getTime(), revokedAt: link.revokedAt?.getTime() ?? null }
  if (!isLinkOpen(times, Date.now())) return { is: 'ended' }
  const visitor = user ? await visitorIn(user, link.room.activity.courseId) : 'stranger'
  const reading = await readToldRoom(HANDS_OUT, link.roomId)
  if (!reading) return null
  if (opensFor(reader, visitor, reading.open.unsealedAt !== null))
    return { is: 'open', id: link.id, reader, reading: { ...reading, complete: null }, expiresAt: times.expiresAt }
  if (opensFor(reader, visitor, true)) return { is: 'sealed' }
  return user === null ? { is: 'sign-in' } : null
}

async function visitorIn(user: Requester, courseId: string): Promise<LinkVisitor> {
  const part = await readPart(database(), user, courseId)
  if (part) return reachesEveryRoom(part) ? 'staff' : 'course'
  const of = { userId: user.id }
  const [seated, listed] = await Promise.all([
    database().participant.count({ where: { ...of, removedAt: null, activity: { courseId, ...UNDELETED } } }),
    database().rosterPlace.count({ where: { ...of, courseId } }),
  ])
  return seated + listed > 0 ? 'course' : 'stranger'
}

/** Counts one opening of a page; whoever opened it is not noted. */
export async function countOpening(id: string): Promise<void> {
  await database().recordLink.updateMany({ where: { id }, data: { opened: { increment: 1 } } })
}
