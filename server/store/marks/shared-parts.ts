/** What the members of each delegation share of an activity's grades (rule J22), from the levels that its positions were given. */
import { type MadeOfSum, withShare } from '#simulation/reading/rubric'
import { type PositionLevel, roundRubrics, sharedPart } from '#simulation/reading/shared-part'
import type { StoredMark } from '#simulation/wire/marks'
import { readParticipants } from '../activities/participants'
import { readRooms } from '../activities/rooms'
import { readGrading } from '../activities/settings'
import { readSeatsOfRecord } from '../log/room-facts'
import { readActivityHistory } from './marks'

type Levels = (roomId: string | null | undefined, delegation: string | null | undefined) => readonly PositionLevel[]

/** The levels of each delegation's positions in each room, in the order of the marks. */
export function positionLevelsIn(marks: readonly StoredMark[]): Levels {
  const all = new Map<string, PositionLevel[]>()
  for (const { subject, roomId, delegation, at, ...mark } of marks)
    if (subject === 'position') {
      const key = `${roomId} ${delegation}`
      all.set(key, [...(all.get(key) ?? []), { ...mark, at: at.getTime() }])
    }
  return (roomId, delegation) => all.get(`${roomId} ${delegation}`) ?? []
}

/** What that part makes of a student's sum, of the levels from before a moment. */
export async function readSharedShares(activity: Parameters<typeof readGrading>[0]): Promise<MadeOfSum> {
  const { shared } = await readGrading(activity)
  if (!shared) return (_, sum) => sum
  const [history, people, rooms] = await Promise.all([
    readActivityHistory(activity.id),
    readParticipants(activity.id),
    readRooms(activity.id),
  ])
  const seats = await readSeatsOfRecord(rooms.map(({ id }) => id))
  const levelsOf = positionLevelsIn(history)
  const roomOf = new Map(people.map(({ id, roomId }) => [id, roomId]))
  return ({ id, rubrics, at }, sum) => {
    const roomId = roomOf.get(id) ?? ''
    const levels = levelsOf(roomId, seats.get(roomId)?.get(id)?.delegation).filter((one) => one.at <= at)
    return withShare(sum, sharedPart(roundRubrics(rubrics, roomId), levels).points, shared)
  }
}
