/**
 * The words of rooms as a search looks them up: which rooms have more on their log than is looked through, and what is added for one.
 * It must not know who reads, nor when it is called.
 */
import { type RoomId, roomId } from '#simulation/kernel/ids'
import type { Audience } from '#simulation/kernel/record'
import { gramsOf, spacedPart } from '#simulation/reading/search-text'
import { database } from '../database'

/** What was said in one row, and who may hear it. */
export type IndexedText = { seq: number; no: string; at: number; audience: Audience; body: string }

export type UnindexedRoom = { roomId: RoomId; reach: number; last: number }

/** Rooms whose log has gone on: each costs one look at the end of its key. */
export async function readUnindexedRooms(): Promise<UnindexedRoom[]> {
  const rows = await database().$queryRaw<{ id: string; reach: number; last: number }[]>`
    SELECT room.id, coalesce(reach.seq, 0) AS reach, last.seq AS last
      FROM room LEFT JOIN room_text_reach AS reach ON reach.room_id = room.id
      CROSS JOIN LATERAL (SELECT seq FROM room_event WHERE room_id = room.id ORDER BY seq DESC LIMIT 1) AS last
     WHERE last.seq > coalesce(reach.seq, 0)`
  return rows.map(({ id, reach, last }) => ({ roomId: roomId.parse(id), reach, last }))
}

/**
 * Adds what was said up to row `reach` and notes how far it goes, in one statement: cut off, it is as if it had never been asked,
 * and asked twice it changes nothing. `superseded` are numbers that stand elsewhere in the record from now on.
 */
export async function saveTexts(
  room: RoomId,
  reach: number,
  words: readonly IndexedText[],
  superseded: readonly string[] = [],
): Promise<void> {
  const gone = new Set(superseded)
  const rows = JSON.stringify(words.filter(({ no }) => !gone.has(no)).map(columns))
  await database().$executeRaw`
    WITH gone AS (
      DELETE FROM room_text WHERE room_id = ${room} AND no = ANY(${[...gone]}::text[])
    ), added AS (
      INSERT INTO room_text (room_id, seq, no, at, heard_by, seats, opens, person_id, body, words, grams)
      SELECT ${room}, seq, no, at, heard_by, seats, opens, person, body, to_tsvector('english', spaced), grams
        FROM jsonb_to_recordset(${rows}::jsonb) AS row(seq int, no text, at timestamptz, heard_by heard_by, seats text[],
                                                       opens boolean, person text, body text, spaced text, grams text[])
      ON CONFLICT (room_id, seq) DO NOTHING
    )
    INSERT INTO room_text_reach AS reach (room_id, seq) VALUES (${room}, ${reach})
    ON CONFLICT (room_id) DO UPDATE SET seq = greatest(reach.seq, excluded.seq)`
}

function columns({ seq, no, at, audience, body }: IndexedText) {
  const own = { seq, no, at: new Date(at).toISOString(), body, spaced: spacedPart(body), grams: gramsOf(body) }
  return { ...own, ...audienceColumns(audience) }
}

type AudienceColumns = {
  heard_by: 'everyone' | 'instructor' | 'seats' | 'person'
  seats: readonly string[]
  opens: boolean
  person: string | null
}

function audienceColumns(audience: Audience): AudienceColumns {
  if (audience === 'everyone' || audience === 'instructor')
    return { heard_by: audience, seats: [], opens: false, person: null }
  if ('person' in audience) return { heard_by: 'person', seats: [], opens: false, person: audience.person }
  return { heard_by: 'seats', seats: audience.seats, opens: audience.opens === 'at-debrief', person: null }
}
