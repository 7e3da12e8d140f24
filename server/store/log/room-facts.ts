/**
 * The facts of rooms (simulation/reading/record/room-facts.ts computes them) as rows of room_summary, room_played, room_seat and room_person, and
 * the queries that read them. They are written in the transaction that appends to a log, so that they never differ from it.
 */
import { z } from 'zod'
import { database, type RunQuery } from '#server/base/database'
import { type DelegationId, delegationId, type RoomId } from '#simulation/kernel/ids'
import { type Played, played } from '#simulation/reading/record/played'
import { FACTS_VERSION, type RoomFacts } from '#simulation/reading/record/room-facts'

type FactsOfRoom = { room: RoomId | string; facts: RoomFacts }

// One statement for any number of rooms. `IS DISTINCT FROM` skips rows that would not change, so that taking a seat writes one row, not one
// for each seat of the room. The join with `room` drops logs whose room was deleted: their facts would break the foreign key. The rooms are
// given a second time as $3: the writer's plans are made once for all values, and without it they read the tables of every room there is.
// In the order of the rooms, so that two transactions cannot deadlock.
const KEEP = `
  WITH given AS (
    SELECT given.* FROM jsonb_to_recordset($1::jsonb) AS given(room text, facts jsonb, played jsonb, seats jsonb, people jsonb)
      JOIN room ON room.id = given.room AND room.id = ANY($3::text[])
  ), summary AS (
    INSERT INTO room_summary AS kept (room_id, version, phase_index, phase_kind, phase_status, phase_starts_at, phase_ends_at,
                                      closed_at, unsealed_at, started_at, round_started_at, is_timed)
    SELECT given.room, $2, said.* FROM given, jsonb_to_record(given.facts) AS said(
      phase_index int, phase_kind text, phase_status text, phase_starts_at timestamptz, phase_ends_at timestamptz,
      closed_at timestamptz, unsealed_at timestamptz, started_at timestamptz[], round_started_at timestamptz[], is_timed boolean)
     ORDER BY given.room
    ON CONFLICT (room_id) DO UPDATE
      SET version = excluded.version, phase_index = excluded.phase_index, phase_kind = excluded.phase_kind,
          phase_status = excluded.phase_status, phase_starts_at = excluded.phase_starts_at, phase_ends_at = excluded.phase_ends_at,
          closed_at = excluded.closed_at, unsealed_at = excluded.unsealed_at, started_at = excluded.started_at,
          round_started_at = excluded.round_started_at, is_timed = excluded.is_timed
  ), played AS (
    INSERT INTO room_played AS kept (room_id, played) SELECT room, played FROM given
    ON CONFLICT (room_id) DO UPDATE SET played = excluded.played WHERE kept.played IS DISTINCT FROM excluded.played
  ), seats AS (
    INSERT INTO room_seat AS kept (room_id, seat, position, title, delegation, holder)
    SELECT given.room, said.* FROM given, jsonb_to_recordset(given.seats) AS said(
      seat text, position int, title text, delegation text, holder text)
    ON CONFLICT (room_id, seat) DO UPDATE
      SET position = excluded.position, title = excluded.title, delegation = excluded.delegation, holder = excluded.holder
      WHERE (kept.position, kept.title, kept.delegation, kept.holder)
         IS DISTINCT FROM (excluded.position, excluded.title, excluded.delegation, excluded.holder)
  ), people AS (
    INSERT INTO room_person AS kept (room_id, person, seat, seat_of_record, is_removed, hears)
    SELECT given.room, said.* FROM given, jsonb_to_recordset(given.people) AS said(
      person text, seat text, seat_of_record text, is_removed boolean, hears jsonb)
    ON CONFLICT (room_id, person) DO UPDATE
      SET seat = excluded.seat, seat_of_record = excluded.seat_of_record, is_removed = excluded.is_removed, hears = excluded.hears
      WHERE (kept.seat, kept.seat_of_record, kept.is_removed, kept.hears)
         IS DISTINCT FROM (excluded.seat, excluded.seat_of_record, excluded.is_removed, excluded.hears)
  ), seats_gone AS (
    DELETE FROM room_seat AS kept USING given WHERE kept.room_id = ANY($3::text[]) AND kept.room_id = given.room
       AND NOT EXISTS (SELECT FROM jsonb_to_recordset(given.seats) AS said(seat text) WHERE said.seat = kept.seat)
  )
  DELETE FROM room_person AS kept USING given WHERE kept.room_id = ANY($3::text[]) AND kept.room_id = given.room
     AND NOT EXISTS (SELECT FROM jsonb_to_recordset(given.people) AS said(person text) WHERE said.person = kept.person)`

/** Replaces the stored facts of these rooms. Must run in the transaction that appends to their logs, or a crash between the two leaves old facts. */
export async function writeFacts(ask: RunQuery, rooms: readonly FactsOfRoom[]): Promise<void> {
  if (rooms.length > 0)
    await ask(KEEP, [JSON.stringify(rooms.map(columnsOf)), FACTS_VERSION, rooms.map(({ room }) => room)])
}

function columnsOf({ room, facts }: FactsOfRoom) {
  return {
    room,
    facts: {
      phase_index: facts.phaseIndex,
      phase_kind: facts.phaseKind,
      phase_status: facts.phaseStatus,
      phase_starts_at: stored(facts.phaseStartsAt),
      phase_ends_at: stored(facts.phaseEndsAt),
      closed_at: stored(facts.closedAt),
      unsealed_at: stored(facts.unsealedAt),
      started_at: facts.startedAt.map(stored),
      round_started_at: facts.roundStartedAt.map(stored),
      is_timed: facts.isTimed,
    },
    played: facts.played,
    seats: facts.seats.map((seat, position) => ({ ...seat, position })),
    people: facts.people.map(({ person, seat, seatOfRecord, isRemoved, hears }) => ({
      person,
      seat,
      seat_of_record: seatOfRecord,
      is_removed: isRemoved,
      hears,
    })),
  }
}

const stored = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())

/** What lists of people and of entries show of a seat. */
type SeatLabel = { title: string; delegation: DelegationId | null }

const office = z.object({ title: z.string(), delegation: z.nullable(delegationId) })

/** By room id and person id: the seat that the person holds or held last. */
export async function readSeatsOfRecord(
  rooms: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, SeatLabel>>> {
  const rows = await database().$queryRaw<{ room: string; key: string }[]>`
    SELECT people.room_id AS room, people.person AS key, seats.title, seats.delegation
      FROM room_person AS people
      JOIN room_seat AS seats ON seats.room_id = people.room_id AND seats.seat = people.seat_of_record
     WHERE people.room_id = ANY(${[...rooms]}::text[])`
  return byRoom(rows)
}

/** By room id and seat id: the title and delegation of every seat. */
export async function readSeatLabels(
  rooms: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, SeatLabel>>> {
  const rows = await database().$queryRaw<{ room: string; key: string }[]>`
    SELECT room_id AS room, seat AS key, title, delegation FROM room_seat WHERE room_id = ANY(${[...rooms]}::text[])`
  return byRoom(rows)
}

function byRoom(rows: readonly { room: string; key: string }[]): ReadonlyMap<string, ReadonlyMap<string, SeatLabel>> {
  const rooms = new Map<string, Map<string, SeatLabel>>()
  for (const { room, key, ...named } of rows) {
    const offices = rooms.get(room) ?? new Map<string, SeatLabel>()
    offices.set(key, office.parse(named))
    rooms.set(room, offices)
  }
  return rooms
}

/** By room id, what a comparison reads of it; a room whose facts are missing, or of another version, is not in it. */
export async function readPlayed(rooms: readonly string[]): Promise<ReadonlyMap<string, Played>> {
  const rows = await database().$queryRaw<{ room: string; played: unknown }[]>`
    SELECT room_id AS room, played FROM room_played JOIN room_summary USING (room_id)
     WHERE room_id = ANY(${[...rooms]}::text[]) AND version = ${FACTS_VERSION}`
  return new Map(rows.map((row) => [row.room, played.parse(row.played)]))
}

/** What a participant's list of rooms shows of one: how far it is, their seat, and who else holds a seat of their delegation. */
export type Glance = {
  status: 'lobby' | 'running' | 'between' | 'finished'
  isClosed: boolean
  isUnsealed: boolean
  seat: SeatLabel | null
  /** The ids of the other people in their delegation, in the order of its seats. */
  others: readonly string[]
}

const glance = z.object({
  status: z.enum(['lobby', 'running', 'between', 'finished']),
  isClosed: z.boolean(),
  isUnsealed: z.boolean(),
  seat: office.nullable(),
  others: z.array(z.string()),
})

/** One for each pair of room and person, in their order; null for a room without stored facts. */
export async function readGlances(asked: readonly { roomId: string; person: string }[]): Promise<(Glance | null)[]> {
  const rows = await database().$queryRaw<{ glance: unknown }[]>`
    SELECT CASE WHEN summary.room_id IS NOT NULL THEN jsonb_build_object(
             'status', summary.phase_status,
             'isClosed', summary.closed_at IS NOT NULL,
             'isUnsealed', summary.unsealed_at IS NOT NULL,
             'seat', CASE WHEN own.seat IS NOT NULL
                          THEN jsonb_build_object('title', own.title, 'delegation', own.delegation) END,
             'others', coalesce((SELECT jsonb_agg(other.holder ORDER BY other.position) FROM room_seat AS other
                                  WHERE other.room_id = own.room_id AND other.delegation = own.delegation
                                    AND other.holder <> own.holder), '[]')) END AS glance
      FROM unnest(${asked.map(({ roomId }) => roomId)}::text[], ${asked.map(({ person }) => person)}::text[])
           WITH ORDINALITY AS asked (room_id, person, place)
      LEFT JOIN room_summary AS summary ON summary.room_id = asked.room_id
      LEFT JOIN room_seat AS own ON own.room_id = asked.room_id AND own.holder = asked.person
     ORDER BY asked.place`
  return rows.map((row) => glance.nullable().parse(row.glance))
}
