/**
 * `npm run admin -- mend-room <room>`: ends a log that has a gap before that gap, so that its room can be read again. What comes after the
 * gap followed from rows that are lost, and can be no part of the record: it is kept in a file for the operator.
 */
import { randomBytes } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { RoomId } from '#simulation/kernel/ids'
import { MINUTE_MS } from '#simulation/kernel/time'
import { audit } from '../base/audit'
import { database, notify, runQueryIn } from '../base/database'
import { refreshIn } from '../store/log/refreshing'

/** A room whose log has a gap: `missing` is the first row that is not there, `after` the number of rows behind it. */
export type TornRoom = { id: string; missing: number; after: number }

/** The torn rooms, or the one that is named as $1. */
export const TORN = `
  SELECT room_id AS id, (count(*) FILTER (WHERE seq = place))::int + 1 AS missing, (count(*) FILTER (WHERE seq <> place))::int AS after
    FROM (SELECT room_id, seq, row_number() OVER (PARTITION BY room_id ORDER BY seq) AS place FROM room_event
           WHERE $1::text IS NULL OR room_id = $1) AS numbered
   GROUP BY room_id HAVING count(*) FILTER (WHERE seq <> place) > 0`

const REST = 'DELETE FROM room_event WHERE room_id = $1 AND seq > $2 RETURNING *'

/**
 * Resolves with where the log ends now, how many rows were taken out, and the file under `folder` that holds them. Where the first row is
 * missing nothing can be mended. The file is written before anything is taken out. Servers that run read the room anew.
 */
export async function mendRoom(
  room: RoomId,
  folder: string,
): Promise<{ last: number; taken: number; file: string } | 'no-gap' | 'no-beginning'> {
  const mended = await database().$transaction(
    async (on) => {
      const ask = runQueryIn(on)
      // The lock that whoever appends with facts takes too. A row without facts that is appended meanwhile finds none before it, or conflicts.
      await ask('SELECT FROM room_summary WHERE room_id = $1 FOR UPDATE', [room])
      const [torn] = await ask<TornRoom>(TORN, [room])
      if (!torn) return 'no-gap'
      if (torn.missing === 1) return 'no-beginning'
      const last = torn.missing - 1
      const rest = await ask<{ seq: number }>(REST, [room, last])
      const file = path.join(folder, 'mended', `${room}-${randomBytes(4).toString('hex')}.json`)
      mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
      const note = { room, endsAt: last, rows: rest.toSorted((a, b) => a.seq - b.seq) }
      writeFileSync(file, `${JSON.stringify(note, null, 1)}\n`, { mode: 0o600, flush: true })
      await refreshIn(on, room)
      await notify(on, 'room_written', room)
      return { last, taken: rest.length, file }
    },
    { timeout: MINUTE_MS },
  )
  if (typeof mended !== 'string') audit({ what: 'room-mended', by: null, to: room })
  return mended
}
