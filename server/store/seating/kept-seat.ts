/** The seat that is prepared for a person who comes in, by their place on the roster. */
import { type PersonId, type RoomId, type SeatId, seatId } from '#simulation/kernel/ids'
import { batchLoader } from '../../base/batch-loader'
import { type Database, database } from '../../base/database'

/** Batched: a class comes in at once. */
export const readKeptSeat = batchLoader(
  async (asked: readonly { person: PersonId; room: RoomId }[]): Promise<(SeatId | null)[]> => {
    const rows = await database().$queryRaw<{ person: string; room: string; seat: string }[]>`
      SELECT participant.id AS person, prepared_seat.room_id AS room, seat
        FROM participant JOIN prepared_seat ON prepared_seat.activity_id = participant.activity_id
                                           AND prepared_seat.roster_place_id = participant.roster_place_id
       WHERE participant.id = ANY(${[...new Set(asked.map(({ person }) => person))]})`
    return asked.map(({ person, room }) => {
      const found = rows.find((row) => row.person === person && row.room === room)
      return found ? seatId.parse(found.seat) : null
    })
  },
)

export type ReservedPlaces = {
  /** The room of each roster place for which a seat or a table is prepared. */
  roomOf: ReadonlyMap<string, string>
  /** How many people who have not come each room waits for. */
  waiting: ReadonlyMap<string, number>
}

/** The prepared seats and tables of an activity, as its door needs them. A prepared seat comes before a prepared table. */
export async function readReservedPlaces(on: Database, activityId: string): Promise<ReservedPlaces> {
  const rows = await on.$queryRaw<{ place: string; room: string; came: boolean }[]>`
    SELECT place, room, EXISTS (SELECT FROM participant WHERE participant.activity_id = ${activityId}
                                                           AND participant.roster_place_id = place) AS came
      FROM (SELECT coalesce(seat.roster_place_id, own.roster_place_id) AS place,
                   coalesce(seat.room_id, own.room_id) AS room
              FROM (SELECT * FROM prepared_seat WHERE activity_id = ${activityId}) AS seat
                   FULL JOIN (SELECT * FROM prepared_table WHERE activity_id = ${activityId}) AS own
                             ON own.roster_place_id = seat.roster_place_id) AS prepared`
  const waiting = new Map<string, number>()
  for (const { room, came } of rows) if (!came) waiting.set(room, (waiting.get(room) ?? 0) + 1)
  return { roomOf: new Map(rows.map(({ place, room }) => [place, room])), waiting }
}
