/**
 * Takes words out of a room's log for good: the operator's last means, for what must not even lie in the database. They are struck first, so
 * that every page loses them at once; then a fingerprint takes their place in the rows, and every server that has the room open reads it anew.
 */
import { createHash, randomBytes } from 'node:crypto'
import { audit } from '#server/base/audit'
import { maskedLog } from '#simulation/engine/masked-log'
import { redactedRows } from '#simulation/engine/redaction'
import { type StrikeThere, strikesToFollow } from '#simulation/engine/shared-words'
import { ROOM_VERSION } from '#simulation/engine/versions'
import { OPERATOR, type RoomId, roomId } from '#simulation/kernel/ids'
import { wordsRowOf } from '#simulation/questions/strikes'
import type { Recorded } from '#simulation/shapes/record'
import { wordsPlace } from '#simulation/shapes/strikes'
import type { Rejection } from '#simulation/shapes/verdict'
import { type Database, database, notify, runQueryIn } from '../../base/database'
import { commandBy } from '../activities/chair-commands'
import { READ, readRows, type StoredRow } from '../log/stored-rows'
import { forgetTexts } from '../log/words-changed'
import { type Kin, readKin } from './shared-past'

/** `salt` proves later that somebody's copy is what was redacted: the fingerprint is the SHA-256 of the salt and the words. It is stored nowhere. */
export type Redacted = {
  rows: number
  fingerprints: readonly string[]
  salt: string
  /** The rooms that share their past with this one and held the words too: they are redacted there as well. */
  kin: readonly Kin[]
}

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
    let rows = await readLog(on, id.data)
    if (redactedRows(rows, entry, String).size === 0) {
      // Nothing was off it: all of it goes.
      await strike(on, id.data, { entry: place.data, words: 'all', reason: 'not-fit' })
      rows = await readLog(on, id.data)
    }
    const kin = await readKin(room, on)
    // Before the words are gone here, by which they are known there.
    const follow = new Map<Kin, readonly StrikeThere[]>()
    for (const one of kin) {
      const { rows: told, state } = maskedLog(await readLog(on, one.id))
      follow.set(one, state ? strikesToFollow(rows, { rows: told, state }, one.shared, entry) : [])
    }
    const own = await redactStruck(on, id.data, entry, salt)
    if (own === null) return null
    const isIn = (one: Kin) => (wordsRow(rows, entry) ?? Number.MAX_SAFE_INTEGER) <= one.shared
    const redactedThere: Kin[] = []
    for (const [one, strikes] of follow) {
      const there = roomId.parse(one.id)
      for (const each of strikes) await strike(on, there, each)
      const names = new Set([...(isIn(one) ? [entry] : []), ...strikes.map((each) => each.entry)])
      let isChanged = false
      for (const name of names) isChanged = (await redactStruck(on, there, name, salt)) !== null || isChanged
      if (isChanged) redactedThere.push(one)
    }
    return { ...own, salt, kin: redactedThere }
  }, PATIENCE)
  if (done) audit({ what: 'words-redacted', by: null, to: entry, in: room })
  return done
}

const readLog = async (on: Database, room: string): Promise<readonly Recorded[]> =>
  readRows(await on.$queryRawUnsafe<StoredRow[]>(READ, room, 0, null))

/** The row that holds the words; null where there is none. */
function wordsRow(rows: readonly Recorded[], entry: string): number | null {
  const { state } = maskedLog(rows)
  return (state && wordsRowOf(state, entry)?.at) ?? null
}

async function strike(on: Database, room: RoomId, words: StrikeThere): Promise<void> {
  const command = { type: 'strikeWords', ...words } as const
  const struck = await commandBy(on, { room, by: OPERATOR, source: 'redact', command })
  if (!struck.ok && !ABSENT.includes(struck.rejection))
    throw new Error(`The words at ${words.entry} could not be taken off: ${struck.rejection}.`)
}

/** Null where nothing is off the entry. */
async function redactStruck(
  on: Database,
  room: RoomId,
  entry: string,
  salt: string,
): Promise<Pick<Redacted, 'rows' | 'fingerprints'> | null> {
  const rows = await readLog(on, room)
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
  await forgetTexts(runQueryIn(on), [room])
  await notify(on, 'room_redacted', room)
  return { rows: changed.size, fingerprints: [...fingerprints] }
}
