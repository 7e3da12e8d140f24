/**
 * Takes words out of a room's log for good: the operator's last means, for what must not even lie in the database. They are struck first, so
 * that every page loses them at once; then a fingerprint takes their place in the rows, and every server that has the room open reads it anew.
 */
import { createHash, randomBytes } from 'node:crypto'
import { audit } from '#server/base/audit'
import { redactedRows } from '#simulation/engine/redaction'
import { ROOM_VERSION } from '#simulation/engine/versions'
import { OPERATOR, roomId } from '#simulation/kernel/ids'
import { wordsPlace } from '#simulation/shapes/strikes'
import type { Rejection } from '#simulation/shapes/verdict'
import { type Database, database, notify, runQueryIn } from '../../base/database'
import { commandBy } from '../activities/chair-commands'
import { READ, readRows, type StoredRow } from '../log/stored-rows'
import { forgetTexts } from '../log/words-changed'

/** `salt` proves later that somebody's copy is what was redacted: the fingerprint is the SHA-256 of the salt and the words. It is stored nowhere. */
export type Redacted = {
  rows: number
  fingerprints: readonly string[]
  salt: string
  /** The rooms that share a past with this one, because one plays on from a moment of the other (D26): the words may stand in them too. */
  kin: readonly Kin[]
}
type Kin = { id: string; name: string; activity: string }

const PATIENCE = { timeout: 300_000, maxWait: 15_000 }

/** Why words cannot be struck that do not stand there. */
const ABSENT: readonly Rejection[] = ['room-not-open', 'no-such-entry', 'nothing-to-strike']

/** Null for a room or an entry that does not exist, or one in which nobody wrote anything. */
export async function redact(room: string, entry: string): Promise<Redacted | null> {
  const id = roomId.safeParse(room)
  const place = wordsPlace.safeParse(entry)
  if (!id.success || !place.success) return null
  const salt = randomBytes(32).toString('hex')
  const done = await database().$transaction(async (on) => {
    const strike = { type: 'strikeWords', entry: place.data, words: 'all', reason: 'not-fit' } as const
    const first = await redactStruck(on, id.data, entry, salt)
    if (first !== null) return first
    // Nothing was off it: all of it goes.
    const struck = await commandBy(on, { room: id.data, by: OPERATOR, source: 'redact', command: strike })
    if (!struck.ok && !ABSENT.includes(struck.rejection))
      throw new Error(`The words at ${entry} could not be taken off: ${struck.rejection}.`)
    return redactStruck(on, id.data, entry, salt)
  }, PATIENCE)
  if (done) audit({ what: 'words-redacted', by: null, to: entry, in: room })
  return done
}

/** Through forks of forks, and through rooms that are deleted since. */
const readKin = (on: Database, room: string): Promise<Kin[]> => on.$queryRaw<Kin[]>`
  WITH RECURSIVE fork AS (
    SELECT room.id AS child, activity.forked_from_room_id AS parent
      FROM room JOIN activity ON activity.id = room.activity_id
     WHERE activity.forked_from_room_id IS NOT NULL
  ), kin (id) AS (
    SELECT ${room}::text
     UNION
    SELECT CASE WHEN fork.child = kin.id THEN fork.parent ELSE fork.child END
      FROM kin JOIN fork ON kin.id IN (fork.child, fork.parent)
  )
  SELECT room.id, room.name, activity.title AS activity
    FROM kin JOIN room ON room.id = kin.id JOIN activity ON activity.id = room.activity_id
   WHERE room.id <> ${room}
   ORDER BY activity.created_at, room.id`

async function redactStruck(on: Database, room: string, entry: string, salt: string): Promise<Redacted | null> {
  const rows = readRows(await on.$queryRawUnsafe<StoredRow[]>(READ, room, 0, null))
  const fingerprints = new Set<string>()
  const changed = redactedRows(rows, entry, (words) => {
    const fingerprint = createHash('sha256').update(salt).update(words).digest('hex')
    fingerprints.add(fingerprint)
    return fingerprint
  })
  if (changed.size === 0) return null
  for (const { seq, audience } of rows) {
    const event = changed.get(seq)
    if (!event) continue
    // In today's shape, whatever the row was stored in: an older lift must not be applied to it.
    await on.$executeRaw`
      UPDATE room_event SET v = ${ROOM_VERSION}, audience = ${JSON.stringify(audience)}::jsonb,
                            event = ${JSON.stringify(event)}::jsonb
       WHERE room_id = ${room} AND seq = ${seq}`
  }
  // What somebody quoted of it beside the record stands in no row any more.
  await on.$executeRaw`
    UPDATE annotation SET quote = NULL, "offset" = NULL
     WHERE room_id = ${room} AND quote IS NOT NULL AND NOT EXISTS (
       SELECT FROM room_event
        WHERE room_event.room_id = annotation.room_id
          AND position(substring(to_jsonb(quote)::text FROM 2 FOR length(to_jsonb(quote)::text) - 2) IN event::text) > 0)`
  await forgetTexts(runQueryIn(on), [roomId.parse(room)])
  await notify(on, 'room_redacted', room)
  return { rows: changed.size, fingerprints: [...fingerprints], salt, kin: await readKin(on, room) }
}
