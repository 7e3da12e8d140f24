/**
 * The search index: the table room_text, with the text of entries and their audience, and room_text_reach, with the last row of each log
 * that is indexed. Everything in it comes from the logs, so it can be emptied at any time and is filled again.
 */
import { type RoomId, roomId } from '#simulation/kernel/ids'
import type { Audience } from '#simulation/shapes/record'
import type { RoomEvent } from '#simulation/shapes/room-event'
import { database } from '../../base/database'
import { inSlices } from '../../base/slices'
import { type Indexed, indexedText } from './search-words'

/** The text of one row, with its entry number and the audience that search.ts filters by. */
export type IndexedText = { seq: number; no: string; at: number; audience: Audience; body: string }

/** An entry whose texts of rows before this one are no longer found. */
export type Superseded = { no: string; before: number }

/** `rewritten` counts how often the room's log was changed (words-changed.ts); `isMasked`: a row that is not indexed takes words off. */
export type UnindexedRoom = { roomId: RoomId; reach: number; last: number; rewritten: number | null; isMasked: boolean }

/** The events that may take words off rows before them. */
const TAKE_OFF = ['WordsStruck', 'StatementWithdrawn'] as const satisfies readonly RoomEvent['type'][]

/** Rooms whose log has rows that are not indexed yet. For each room it reads only the last entry of the primary key, not the log. */
export async function readUnindexedRooms(): Promise<UnindexedRoom[]> {
  const rows = await database().$queryRaw<(Omit<UnindexedRoom, 'roomId'> & { id: string })[]>`
    SELECT room.id, coalesce(reach.seq, 0) AS reach, last.seq AS last, summary.rewritten,
           EXISTS (SELECT FROM room_event WHERE room_id = room.id AND seq > coalesce(reach.seq, 0)
                      AND type = ANY(${[...TAKE_OFF]}::text[])) AS "isMasked"
      FROM room LEFT JOIN room_text_reach AS reach ON reach.room_id = room.id
      LEFT JOIN room_summary AS summary ON summary.room_id = room.id
      CROSS JOIN LATERAL (SELECT seq FROM room_event WHERE room_id = room.id ORDER BY seq DESC LIMIT 1) AS last
     WHERE last.seq > coalesce(reach.seq, 0)`
  return rows.map(({ id, ...room }) => ({ roomId: roomId.parse(id), ...room }))
}

/**
 * Adds texts and records that the log is indexed up to row `reach`, in one statement: interrupted, it has changed nothing, and repeated, it
 * changes nothing more. `superseded` are entries whose words stand elsewhere, or otherwise, from a row on; their old texts are deleted.
 * Saves nothing when the log was rewritten since `rewritten` was read: the texts may hold words that were taken off.
 */
export async function saveTexts(
  room: RoomId,
  reach: number,
  rewritten: number | null,
  words: readonly IndexedText[],
  superseded: readonly Superseded[] = [],
): Promise<void> {
  const isGone = (text: IndexedText) => superseded.some(({ no, before }) => no === text.no && text.seq < before)
  const rows = JSON.stringify(await inSlices(columnsOf(words.filter((text) => !isGone(text)))))
  await database().$executeRaw`
    WITH held AS (
      SELECT rewritten FROM room_summary WHERE room_id = ${room} FOR SHARE
    ), changed AS (
      SELECT FROM held WHERE rewritten IS DISTINCT FROM ${rewritten}::int
    ), gone AS (
      DELETE FROM room_text AS text
       USING jsonb_to_recordset(${JSON.stringify(superseded)}::jsonb) AS gone(no text, before int)
       WHERE text.room_id = ${room} AND text.no = gone.no AND text.seq < gone.before
    ), added AS (
      INSERT INTO room_text (room_id, seq, no, at, heard_by, seats, opens, person_id, body, words, runs, grams)
      SELECT ${room}, seq, no, at, heard_by, seats, opens, person, body,
             to_tsvector('english', spaced) || to_tsvector('english', joined), runs, grams
        FROM jsonb_to_recordset(${rows}::jsonb) AS row(seq int, no text, at timestamptz, heard_by heard_by, seats text[],
                                                       opens boolean, person text, body text, spaced text, joined text, runs text,
                                                       grams text[])
       WHERE NOT EXISTS (SELECT FROM changed)
      ON CONFLICT (room_id, seq) DO NOTHING
    )
    INSERT INTO room_text_reach AS reach (room_id, seq)
    SELECT ${room}, ${reach}::int WHERE NOT EXISTS (SELECT FROM changed)
    ON CONFLICT (room_id) DO UPDATE SET seq = greatest(reach.seq, excluded.seq)`
}

/** What is stored of each text, with a step after it: the words of a long one take their time. */
function* columnsOf(words: readonly IndexedText[]) {
  const stored: TextColumns[] = []
  for (const { seq, no, at, audience, body } of words) {
    const own = { seq, no, at: new Date(at).toISOString(), body, ...indexedText(body) }
    stored.push({ ...own, ...audienceColumns(audience) })
    yield
  }
  return stored
}

type TextColumns = AudienceColumns & Indexed & { seq: number; no: string; at: string; body: string }

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
