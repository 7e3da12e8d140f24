/**
 * Makes the facts of rooms that have none, or that an older program made: after an upgrade, or after an older backup came back. It runs
 * while nobody writes on a log, and reads each log through the same lifts as everybody else.
 */
import pg from 'pg'
import type { RunQuery } from '#server/store/database'
import type { RoomId } from '#simulation/kernel/ids'
import { fold } from '#simulation/kernel/room'
import { FACTS_VERSION, factsOf } from '#simulation/reading/room-facts'
import { writeFacts } from './room-facts'
import { openRoomLog } from './room-log'

type ReportError = (what: string, error: unknown, where: Record<string, string>) => void

const BEHIND = `
  SELECT room.id FROM room LEFT JOIN room_summary AS summary ON summary.room_id = room.id
   WHERE summary.version IS DISTINCT FROM $1 AND EXISTS (SELECT FROM room_event WHERE room_id = room.id)
   ORDER BY room.id`

/** Answers how many rooms it filled in. A log that cannot be read is reported and left without facts; it must not keep others waiting. */
export async function backfillFacts(url: string, report: ReportError): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined) // the query that runs meets the loss itself
  await client.connect()
  const log = openRoomLog(url, 0)
  const ask: RunQuery = async (text, values) => (await client.query(text, [...values])).rows
  let filled = 0
  try {
    for (const { id } of await ask<{ id: RoomId }>(BEHIND, [FACTS_VERSION])) {
      try {
        const state = fold(await log.read(id))
        if (state) await writeFacts(ask, [{ room: id, facts: factsOf(state) }])
        filled += 1
      } catch (error) {
        report('what queries know of a room could not be made from its log', error, { room: id })
      }
    }
    return filled
  } finally {
    await Promise.all([log.close(), client.end()])
  }
}
