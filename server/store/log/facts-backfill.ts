/**
 * Computes the facts of rooms that have none or that an older version computed: after an upgrade, or after restoring an older backup.
 * Servers of the version before may append meanwhile. Reads each log through the usual lifts.
 */
import pg from 'pg'
import type { RunQuery } from '#server/base/database'
import { fold } from '#simulation/engine/room'
import type { RoomId } from '#simulation/kernel/ids'
import { FACTS_VERSION, factsOf } from '#simulation/reading/record/room-facts'
import { writeFacts } from './room-facts'
import { openRoomLog } from './room-log'

type ReportError = (what: string, error: unknown, where: Record<string, string>) => void

const BEHIND = `
  SELECT room.id FROM room LEFT JOIN room_summary AS summary ON summary.room_id = room.id
   WHERE summary.version IS DISTINCT FROM $1 AND EXISTS (SELECT FROM room_event WHERE room_id = room.id)
   ORDER BY room.id`

/**
 * Returns how many rooms were filled in. `begins` is called with the number of rooms to fill, if there are any: the server opens only
 * afterwards, which can take a while. A log that cannot be read is reported and skipped, so that the other rooms still get their facts.
 */
export async function backfillFacts(
  url: string,
  report: ReportError,
  begins: (rooms: number) => void = () => undefined,
): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined) // without a listener a lost connection would end the process; the running query rejects anyway
  await client.connect()
  const log = openRoomLog(url, 0)
  const ask: RunQuery = async (text, values) => (await client.query(text, [...values])).rows
  let filled = 0
  try {
    const behind = await ask<{ id: RoomId }>(BEHIND, [FACTS_VERSION])
    if (behind.length > 0) begins(behind.length)
    for (const { id } of behind) {
      try {
        await ask('BEGIN', [])
        // First the lock, which whoever appends takes too: a log read before it could lack the rows whose facts are then overwritten.
        await ask('SELECT FROM room_summary WHERE room_id = $1 FOR UPDATE', [id])
        const state = fold(await log.read(id))
        if (state) await writeFacts(ask, [{ room: id, facts: factsOf(state) }])
        await ask('COMMIT', [])
        filled += 1
      } catch (error) {
        await ask('ROLLBACK', []).catch(() => undefined)
        report('what queries know of a room could not be made from its log', error, { room: id })
      }
    }
    return filled
  } finally {
    await Promise.all([log.close(), client.end()])
  }
}
