/**
 * The outbox: what is to be mailed, written in the transaction that makes the news. A key names the news, so that none is mailed twice,
 * and what is taken to be sent comes back after a while unless it is settled.
 */
import { randomUUID } from 'node:crypto'
import type { Mail } from '#server/generated/prisma/client'
import type { MailKind } from '#simulation/beside/mails'
import { DAY_MS, MINUTE_MS } from '#simulation/kernel/time'
import { type Database, database } from '../../base/database'
import { environment } from '../../base/environment'

export type NewMail = {
  key: string
  kind: MailKind
  /** Null for whoever stands on no roster: the key then names what tells the address. */
  placeId: string | null
  participantId: string | null
  /** When it is to be sent, ms since 1970. */
  dueAt: number
  /** Where a personal link leads on; left out where it leads by itself. */
  leadsTo?: string
}
export type StoredMail = Mail

/** Does nothing on a server that sends no mail: one that begins to would otherwise send the news of months. */
export async function writeMails(on: Database, mails: readonly NewMail[]): Promise<void> {
  if (environment().mail === null || mails.length === 0) return
  await on.mail.createMany({
    data: mails.map(({ key, kind, placeId, participantId, dueAt, leadsTo }) => ({
      ...{ id: randomUUID(), key, kind, participantId, rosterPlaceId: placeId, leadsTo },
      ...{ dueAt: new Date(dueAt), nextAt: new Date(dueAt) },
    })),
    skipDuplicates: true,
  })
}

/** So many are taken at once. */
const MOST = 20
/** What was taken by a server that died comes back after so long. */
export const TAKEN_MS = 15 * MINUTE_MS

/** Takes what is due, the oldest first, away from every other server. A link to a new password lives half an hour and goes before all else. */
export async function takeMails(now: number): Promise<StoredMail[]> {
  const taken = await database().$queryRaw<{ id: string }[]>`
    UPDATE mail SET next_at = ${new Date(now + TAKEN_MS)}
     WHERE id IN (SELECT id FROM mail WHERE state = 'waiting' AND next_at <= ${new Date(now)}
                   ORDER BY (kind = 'recovery') DESC, next_at, id LIMIT ${MOST} FOR UPDATE SKIP LOCKED)
    RETURNING id`
  const ids = taken.map(({ id }) => id)
  return database().mail.findMany({ where: { id: { in: ids } }, orderBy: [{ dueAt: 'asc' }, { id: 'asc' }] })
}

const settle = async (
  id: string,
  data: Partial<Pick<Mail, 'state' | 'nextAt' | 'sentAt' | 'tries'>>,
): Promise<void> => {
  // Many, because an erasure may have taken it away in the meantime.
  await database().mail.updateMany({ where: { id, state: 'waiting' }, data })
}

export const mailSent = ({ id, tries }: StoredMail, now: number): Promise<void> =>
  settle(id, { state: 'sent', sentAt: new Date(now), tries: tries + 1 })

/** It was not true any more, or nobody wants it. */
export const mailDropped = ({ id }: StoredMail): Promise<void> => settle(id, { state: 'dropped' })

/** Not now, and not because anything failed. */
export const mailPutOff = ({ id }: StoredMail, until: number): Promise<void> => settle(id, { nextAt: new Date(until) })

/** After how many minutes a mail that could not be handed over is tried again. */
const AGAIN_MINUTES = [1, 5, 30, 120, 360]

/** Tried again later, and failed in the end. */
export function mailNotTaken({ id, tries }: StoredMail, now: number): Promise<void> {
  const wait = AGAIN_MINUTES[tries]
  const next = wait === undefined ? { state: 'failed' as const } : { nextAt: new Date(now + wait * MINUTE_MS) }
  return settle(id, { ...next, tries: tries + 1 })
}

/** Failed for good; `address` is the one at which the mail server knows nobody, where that is why. */
export async function mailRefused({ id, tries, rosterPlaceId }: StoredMail, address: string | null): Promise<void> {
  if (address !== null && rosterPlaceId !== null)
    await database().rosterPlace.updateMany({ where: { id: rosterPlaceId }, data: { mailRefused: address } })
  await settle(id, { state: 'failed', tries: tries + 1 })
}

/** Forgets mail to whoever stands on no roster once it can open nothing: nothing else takes it away. */
export async function clearOldMail(now: Date): Promise<void> {
  await database().mail.deleteMany({
    where: { rosterPlaceId: null, dueAt: { lt: new Date(now.getTime() - 30 * DAY_MS) } },
  })
}

/** How many mails wait to be sent, and how many have failed. */
export async function countMail(on: Database): Promise<{ waiting: number; failed: number }> {
  const [waiting, failed] = await Promise.all([
    on.mail.count({ where: { state: 'waiting' } }),
    on.mail.count({ where: { state: 'failed' } }),
  ])
  return { waiting, failed }
}

export type ShownMail = {
  id: string
  placeId: string
  kind: string
  activity: string | null
  state: 'waiting' | 'sent' | 'failed'
  at: Date
}

/** So many of a course are shown. */
const MOST_SHOWN = 500

/** What was sent to a course's roster, waits although it is due, or has failed; the newest first. */
export async function readMails(courseId: string, now: number): Promise<ShownMail[]> {
  const rows = await database().mail.findMany({
    where: { rosterPlace: { courseId }, state: { not: 'dropped' }, dueAt: { lte: new Date(now) } },
    orderBy: [{ dueAt: 'desc' }, { id: 'asc' }],
    take: MOST_SHOWN,
    include: { participant: { select: { activity: { select: { title: true } } } } },
  })
  return rows.flatMap(({ id, rosterPlaceId, kind, participant, state, sentAt, dueAt }) =>
    state === 'dropped' || rosterPlaceId === null
      ? []
      : [
          {
            id,
            placeId: rosterPlaceId,
            kind,
            activity: participant?.activity.title ?? null,
            state,
            at: sentAt ?? dueAt,
          },
        ],
  )
}

/** Whose address a mail server has refused, as the roster has it now. */
export async function readRefused(courseId: string): Promise<string[]> {
  const places = await database().rosterPlace.findMany({
    where: { courseId, mailRefused: { not: null } },
    orderBy: { position: 'asc' },
    select: { name: true, email: true, mailRefused: true },
  })
  return places.flatMap(({ name, email, mailRefused: refused }) => (email === refused ? [name] : []))
}

/** Sends what has failed again, to the address that the roster has now; what a colleague has sent again already stays as it is. */
export async function resendMail(courseId: string, id: string, now: number): Promise<'sent' | 'not-found'> {
  const found = await database().mail.findFirst({
    where: { id, rosterPlace: { courseId } },
    select: { rosterPlaceId: true, state: true },
  })
  if (!found?.rosterPlaceId) return 'not-found'
  if (found.state !== 'failed') return 'sent'
  await database().$transaction([
    database().rosterPlace.update({ where: { id: found.rosterPlaceId }, data: { mailRefused: null } }),
    database().mail.updateMany({
      where: { id, state: 'failed' },
      data: { state: 'waiting', tries: 0, dueAt: new Date(now), nextAt: new Date(now) },
    }),
  ])
  return 'sent'
}
