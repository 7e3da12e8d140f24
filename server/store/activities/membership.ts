/**
 * Who is out of an activity: a room's log decides, and `participant.removed_at` says the same, written in the transaction that appends
 * to the log and nowhere else. Somebody is out from the last removal that stands in any of the activity's rooms. What follows from it
 * is done here too: whose sign-in opens nothing any more is signed out, and everybody who shows people is told.
 */
import { type PersonId, type RoomId, roomId } from '#simulation/kernel/ids'
import type { Recorded } from '#simulation/kernel/record'
import { roomEvent } from '#simulation/kernel/room-event'
import { MEMBERSHIP_EVENTS, membershipChange, removedSince } from '#simulation/topics/seats/membership'
import { type Channel, database, type RunQuery } from '../database'

/** Whose place these rows change; almost always nobody's, and then nothing else is done. */
export function peopleChangedBy(rows: readonly Pick<Recorded, 'event'>[]): PersonId[] {
  const people: PersonId[] = []
  for (const { event } of rows) {
    const change = membershipChange(event)
    if (change) people.push(change.person)
  }
  return people
}

type MembershipRow = { id: string; userId: string; activityId: string; removedAt: Date | null }

// In the order of their ids, so that two transactions never hold what the other waits for.
const HOLD = `
  SELECT id, user_id AS "userId", activity_id AS "activityId", removed_at AS "removedAt"
    FROM participant WHERE id = ANY($1::text[]) ORDER BY id FOR UPDATE`
const KEEP = 'UPDATE participant SET removed_at = $2::timestamptz WHERE id = $1'
/** A guest's whole device is signed out when no place is left to them; an account is somebody without any. */
const SIGN_OUT = `
  UPDATE session SET revoked_at = $2::timestamptz FROM app_user
   WHERE session.user_id = $1 AND app_user.id = session.user_id AND app_user.kind = 'guest' AND revoked_at IS NULL
     AND NOT EXISTS (SELECT FROM participant WHERE user_id = $1 AND removed_at IS NULL)
  RETURNING session.id`
/** Another table's removal stands now instead: what the first one ended hangs on that one, or nobody would be let in again by it. */
const ENDED_BY_ANOTHER =
  'UPDATE session SET revoked_at = $3::timestamptz WHERE user_id = $1 AND revoked_at = $2::timestamptz'
/** Only what a removal ended, which has its very instant: whatever ends a sign-in later sets another (`revokeSessionsOf`), and stays. */
const SIGN_IN_AGAIN = `
  UPDATE session SET revoked_at = NULL
   WHERE user_id = $1 AND revoked_at IN (SELECT removed_at FROM participant WHERE user_id = $1)
  RETURNING session.id`

/** Makes the places of these people what the logs say of them; to be asked after the rows, in their transaction. */
export async function syncMembership(ask: RunQuery, people: readonly string[]): Promise<void> {
  // As text, because Prisma can read no answer of no type.
  const tell = (channel: Channel, payload: string) => ask('SELECT pg_notify($1, $2)::text', [channel, payload])
  const places = await ask<MembershipRow>(HOLD, [[...new Set(people)]])
  for (const { id, userId, activityId, removedAt } of places) {
    const [latest] = (await readRemovals(ask, id)).toSorted((a, b) => b.at - a.at)
    const now = latest ? new Date(latest.at) : null
    if (now?.getTime() === removedAt?.getTime()) continue
    if (now === null)
      for (const session of await ask<{ id: string }>(SIGN_IN_AGAIN, [userId]))
        await tell('session_restored', session.id)
    if (now !== null && removedAt !== null) await ask(ENDED_BY_ANOTHER, [userId, removedAt, now])
    await ask(KEEP, [id, now])
    if (now !== null && removedAt === null) {
      // Told first, so that a page learns that it was removed before it learns that it is signed out.
      await tell('participant_removed', id)
      for (const session of await ask<{ id: string }>(SIGN_OUT, [userId, now]))
        await tell('session_revoked', session.id)
    }
    await tell('door', activityId)
  }
}

/** The rooms of their activity in whose logs somebody stands removed, and since when. */
export async function readRemovals(ask: RunQuery, participantId: string): Promise<{ room: RoomId; at: number }[]> {
  const rows = await ask<{ room: RoomId; at: Date; event: unknown }>(
    `SELECT room_event.room_id AS room, room_event.at, event
       FROM participant JOIN room ON room.activity_id = participant.activity_id
       JOIN room_event ON room_event.room_id = room.id
      WHERE participant.id = $1 AND room_event.type = ANY($2::text[]) ORDER BY room_event.room_id, seq`,
    [participantId, [...MEMBERSHIP_EVENTS]],
  )
  const rooms = [...new Set(rows.map(({ room }) => room))]
  return rooms.flatMap((room) => {
    const log = rows.filter((row) => row.room === room)
    const since = removedSince(log.map(({ at, event }) => ({ at: at.getTime(), event: roomEvent.parse(event) })))
    return [...since].flatMap(([person, at]) => (person === participantId ? [{ room, at }] : []))
  })
}

/**
 * Whether a sign-in, ended or not, is that of somebody who was removed from this room's activity. Their device is told that there is no
 * room, and not to sign in: a guest has nothing to sign in with, and is let in by the same page once the chair readmits them.
 */
export async function isOfRemoved(sessionId: string, room: string): Promise<boolean> {
  const id = roomId.safeParse(room)
  if (!id.success) return false
  const removed = { removedAt: { not: null }, activity: { rooms: { some: { id: id.data } } } }
  return (await database().session.count({ where: { id: sessionId, user: { participants: { some: removed } } } })) > 0
}
