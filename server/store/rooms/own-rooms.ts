/**
 * The activities a user takes part in, each with what their home page shows of its room, and the table at which they are awaited. All
 * rooms are asked for at once, but for two kinds whose logs are read one by one: homework debates, whose assignments are computed from the
 * record, and records with annotations.
 */
import type { RoomPlan } from '#simulation/agenda/plan'
import { type AnnotationNews, annotationNews } from '#simulation/reading/record/annotations'
import type { RoomState } from '#simulation/state/room-state'
import { type ParticipationRow, readParticipations } from '../activities/participants'
import { type DisplayNames, readDisplayNamesOf } from '../activities/rooms'
import { readThreads } from '../beside/annotations/stored-threads'
import { type OwnInstructions, readOwnInstructions } from '../homework/instructions'
import { type Glance, readGlances } from '../log/room-facts'
import { readPlans } from '../log/room-plans'
import type { Person } from '../people/users'
import { recordReader } from './record-reader'
import { readRoomFor } from './room-for-reader'

export type OwnRoom = ParticipationRow & {
  /** Null while they are not assigned to a room. */
  room: (Glance & { plan: RoomPlan | undefined; displayNames: DisplayNames }) | null
  /** For a homework debate: the room as they may read it, from which the page computes what is due. Null for a seminar. */
  debate: RoomState | null
  /** What the instructor told the students of a homework debate; null where nothing. */
  instructions: OwnInstructions | null
  /** What stands beside its record and is news to them. */
  annotations: readonly AnnotationNews[]
}

/** Leaves out rooms without stored facts and rooms the user may no longer read; without `annotations` nobody's is looked for. */
export async function readOwnRooms(
  user: Pick<Person, 'id' | 'isAdmin'>,
  { annotations: areWanted = true } = {},
): Promise<OwnRoom[]> {
  const places = await readParticipations(user.id)
  const seated = places.flatMap(({ roomId, participantId }) =>
    roomId === null ? [] : [{ roomId, person: participantId }],
  )
  const ids = seated.map(({ roomId }) => roomId)
  const [glances, rolls, plans, threads] = await Promise.all([
    readGlances(seated),
    readDisplayNamesOf(ids),
    readPlans(ids),
    readThreads(areWanted ? ids : []),
  ])
  const rooms = new Map(seated.map(({ roomId }, index) => [roomId, glances[index] ?? null]))
  const own = await Promise.all(
    places.map(async (place): Promise<OwnRoom | null> => {
      const { roomId, kind, participantId } = place
      if (roomId === null) return { ...place, room: null, debate: null, instructions: null, annotations: [] }
      const glance = rooms.get(roomId)
      if (!glance) return null
      const room = { ...glance, plan: plans.get(roomId), displayNames: rolls.get(roomId) ?? {} }
      const beside = threads.get(roomId) ?? []
      if (kind === 'seminar' && beside.length === 0)
        return { ...place, room, debate: null, instructions: null, annotations: [] }
      const [reading, instructions] = await Promise.all([readRoomFor(user, roomId), readOwnInstructions(participantId)])
      const annotations = reading ? annotationNews(recordReader(user, reading), beside) : []
      if (kind === 'seminar') return { ...place, room, debate: null, instructions: null, annotations }
      return reading && { ...place, room, debate: reading.state, instructions, annotations }
    }),
  )
  return own.flatMap((one) => one ?? [])
}

/** The table of a seminar that runs, else of one that will; null where this user sits at none. An ended one waits for nobody. */
export async function readTableOfNow(userId: string): Promise<{ roomId: string; person: string } | null> {
  const seminars = (await readParticipations(userId)).flatMap(({ roomId, participantId, kind }) =>
    roomId === null || kind !== 'seminar' ? [] : [{ roomId, person: participantId }],
  )
  const glances = await readGlances(seminars)
  const tables = seminars.flatMap((table, place) => {
    const glance = glances[place]
    return !glance || glance.isClosed || glance.status === 'finished' ? [] : [{ table, status: glance.status }]
  })
  return (tables.find(({ status }) => status !== 'lobby') ?? tables[0])?.table ?? null
}
