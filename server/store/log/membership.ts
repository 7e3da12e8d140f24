/**
 * Who was removed from an activity. The rooms' logs decide; `participant.removed_at` repeats it for queries, and is written only here,
 * in the transaction that appends to the log. It holds the time of the last removal in force in any room of the activity. The same
 * transaction revokes the session of a guest without any other activity, and notifies the live rooms and the desks.
 */
import { type PersonId, type RoomId, roomId } from '#simulation/kernel/ids'
import type { Recorded } from '#simulation/shapes/record'
import { MEMBERSHIP_EVENTS, membershipChange, removedSince } from '#simulation/topics/seats/membership'
import { audit } from '../../base/audit'
import { type Channel, database, type RunQuery } from '../../base/database'
import { COLUMNS, readRows, type StoredRow } from './stored-rows'

/** The people whom these rows remove or readmit; usually none, and then membership is not looked at. */
export function peopleChangedBy(rows: readonly Pick<Recorded, 'event'>[]): PersonId[] {
  const people: PersonId[] = []
  for (const { event } of rows) {
    const change = membershipChange(event)
    if (change) people.push(change.person)
  }
  return people
}

/** Writes down whom these rows of a room removed or let in again, and who did it. Call it once they are saved. */
export function auditMembership(room: RoomId, rows: readonly Pick<Recorded, 'event' | 'by'>[]): void {
  for (const { event, by } of rows) {
    const change = membershipChange(event)
    const chair = by.startsWith('chair:') ? by.slice('chair:'.length) : null
    if (change)
      audit({ what: change.isOut ? 'person-removed' : 'person-admitted', by: chair, to: change.person, in: room })
  }
}

type MembershipRow = { id: string; userId: string; activityId: string; removedAt: Date | null }

// Locked in the order of the ids, so that two transactions cannot deadlock.
const LOCK_PARTICIPANTS = `
  SELECT id, user_id AS "userId", activity_id AS "activityId", removed_at AS "removedAt"
    FROM participant WHERE id = ANY($1::text[]) ORDER BY id FOR UPDATE`
// Whoever is back is in the grades by themselves, and if they are taken out once more, staff choose once more (rule J23).
const SET_REMOVED_AT = `
  UPDATE participant SET removed_at = $2::timestamptz, kept_in_grades = kept_in_grades AND $2::timestamptz IS NOT NULL
   WHERE id = $1`
/**
 * Revokes a guest's sessions when they take part in nothing any more; an account stays signed in, because it exists without any
 * activity. `revoked_at` is set to the instant of the removal, by which SIGN_IN_AGAIN finds them.
 */
const SIGN_OUT = `
  UPDATE session SET revoked_at = $2::timestamptz FROM app_user
   WHERE session.user_id = $1 AND app_user.id = session.user_id AND app_user.kind = 'guest' AND revoked_at IS NULL
     AND NOT EXISTS (SELECT FROM participant WHERE user_id = $1 AND removed_at IS NULL)
  RETURNING session.id`
/**
 * A removal in another room is now the one in force: moves the sessions that the first one revoked to its instant, or SIGN_IN_AGAIN
 * would not find them.
 */
const ENDED_BY_ANOTHER =
  'UPDATE session SET revoked_at = $3::timestamptz WHERE user_id = $1 AND revoked_at = $2::timestamptz'
/**
 * Restores only the sessions that a removal revoked, recognized by its instant. A later sign-out sets another instant
 * (`revokeSessionsOf`) and is not undone.
 */
const SIGN_IN_AGAIN = `
  UPDATE session SET revoked_at = NULL
   WHERE user_id = $1 AND revoked_at IN (SELECT removed_at FROM participant WHERE user_id = $1)
  RETURNING session.id`

/** Brings the participant rows of these people in line with the logs. Call it after the log rows are written, in their transaction. */
export async function syncMembership(ask: RunQuery, people: readonly string[]): Promise<void> {
  // Cast to text: Prisma cannot read a result of type void.
  const notifyChannel = (channel: Channel, payload: string) => ask('SELECT pg_notify($1, $2)::text', [channel, payload])
  const places = await ask<MembershipRow>(LOCK_PARTICIPANTS, [[...new Set(people)]])
  for (const { id, userId, activityId, removedAt } of places) {
    const [latest] = (await readRemovals(ask, id)).toSorted((a, b) => b.at - a.at)
    const now = latest ? new Date(latest.at) : null
    if (now?.getTime() === removedAt?.getTime()) continue
    if (now === null)
      for (const session of await ask<{ id: string }>(SIGN_IN_AGAIN, [userId]))
        await notifyChannel('session_restored', session.id)
    if (now !== null && removedAt !== null) await ask(ENDED_BY_ANOTHER, [userId, removedAt, now])
    await ask(SET_REMOVED_AT, [id, now])
    if (now !== null && removedAt === null) {
      // Sent before `session_revoked`, so that a page says "removed" and not "signed out".
      await notifyChannel('participant_removed', id)
      // Of a join that is still looked up a server knows the user alone.
      await notifyChannel('part_changed', userId)
      for (const session of await ask<{ id: string }>(SIGN_OUT, [userId, now]))
        await notifyChannel('session_revoked', session.id)
    }
    await notifyChannel('door', activityId)
  }
}

/** The rooms of the activity whose logs have this participant removed, and since when (ms). */
export async function readRemovals(ask: RunQuery, participantId: string): Promise<{ room: RoomId; at: number }[]> {
  const rows = await ask<StoredRow & { room: RoomId }>(
    `SELECT room_id AS room, ${COLUMNS} FROM room_event
      WHERE room_id IN (SELECT room.id FROM participant JOIN room ON room.activity_id = participant.activity_id
                         WHERE participant.id = $1)
        AND type = ANY($2::text[]) ORDER BY room_id, seq`,
    [participantId, [...MEMBERSHIP_EVENTS]],
  )
  const rooms = [...new Set(rows.map(({ room }) => room))]
  return rooms.flatMap((room) => {
    const log = rows.filter((row) => row.room === room)
    const since = removedSince(readRows(log.map(({ room: _, ...row }) => row)))
    return [...since].flatMap(([person, at]) => (person === participantId ? [{ room, at }] : []))
  })
}

/**
 * Whether a session, revoked or not, belongs to somebody who was removed from this room's activity. Their page then says that there is
 * no such room and does not send them to sign in: a guest has no password, and the same page lets them in again once the chair readmits
 * them.
 */
export async function isOfRemoved(sessionId: string, room: string): Promise<boolean> {
  const id = roomId.safeParse(room)
  if (!id.success) return false
  const removed = { removedAt: { not: null }, activity: { rooms: { some: { id: id.data } } } }
  return (await database().session.count({ where: { id: sessionId, user: { participants: { some: removed } } } })) > 0
}
