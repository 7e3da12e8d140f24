/**
 * Everything that somebody takes part in, each with its room as far as their own page shows it. Asked about together: a page about many
 * rooms asks as often as a page about one, and reads a record only where something in it is asked of them.
 */
import type { RoomPlan } from '#simulation/agenda/plan'
import type { RoomState } from '#simulation/kernel/room-state'
import { type ParticipationRow, readParticipations } from '../activities/participants'
import { type DisplayNames, readDisplayNamesOf } from '../activities/rooms'
import { type Glance, readGlances } from '../log/room-facts'
import { readPlans } from '../log/room-plans'
import type { Person } from '../people/users'
import { readRoomFor } from './room-for-reader'

export type OwnRoom = ParticipationRow & {
  /** Null while they have no table yet. */
  room: (Glance & { plan: RoomPlan | undefined; roll: DisplayNames }) | null
  /** The room of a debate over days, as they may read it: what is asked of them stands in its record. */
  debate: RoomState | null
}

/** Without the rooms that they have no way to: whose record cannot be read, or is not theirs any more. */
export async function readOwnRooms(user: Pick<Person, 'id' | 'isAdmin'>): Promise<OwnRoom[]> {
  const places = await readParticipations(user.id)
  const seated = places.flatMap(({ roomId, participantId }) =>
    roomId === null ? [] : [{ roomId, person: participantId }],
  )
  const ids = seated.map(({ roomId }) => roomId)
  const [glances, rolls, plans] = await Promise.all([readGlances(seated), readDisplayNamesOf(ids), readPlans(ids)])
  const rooms = new Map(seated.map(({ roomId }, index) => [roomId, glances[index] ?? null]))
  const own = await Promise.all(
    places.map(async (place): Promise<OwnRoom | null> => {
      const { roomId, kind } = place
      if (roomId === null) return { ...place, room: null, debate: null }
      const glance = rooms.get(roomId)
      if (!glance) return null
      const room = { ...glance, plan: plans.get(roomId), roll: rolls.get(roomId) ?? {} }
      if (kind === 'seminar') return { ...place, room, debate: null }
      const reading = await readRoomFor(user, roomId)
      return reading && { ...place, room, debate: reading.state }
    }),
  )
  return own.flatMap((one) => one ?? [])
}
