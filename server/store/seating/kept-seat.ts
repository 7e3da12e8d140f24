/** The seat that is prepared for a person who comes in, by their place on the roster. */
import { type PersonId, type RoomId, type SeatId, seatId } from '#simulation/kernel/ids'
import { batchLoader } from '../batch-loader'
import { type Database, database } from '../database'

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
  /** The room of each roster place that has a prepared seat. */
  roomOf: ReadonlyMap<string, string>
  /** How many prepared seats of each room wait for somebody who has not come. */
  waiting: ReadonlyMap<string, number>
}

/** The prepared seats of an activity, as its door needs them. */
export async function readReservedPlaces(on: Database, activityId: string): Promise<ReservedPlaces> {
  const rows = await on.$queryRaw<{ place: string; room: string; came: boolean }[]>`
    SELECT roster_place_id AS place, room_id AS room,
           EXISTS (SELECT FROM participant WHERE participant.activity_id = prepared_seat.activity_id
                                             AND participant.roster_place_id = prepared_seat.roster_place_id) AS came
      FROM prepared_seat WHERE activity_id = ${activityId}`
  const waiting = new Map<string, number>()
  for (const { room, came } of rows) if (!came) waiting.set(room, (waiting.get(room) ?? 0) + 1)
  return { roomOf: new Map(rows.map(({ place, room }) => [place, room])), waiting }
}
