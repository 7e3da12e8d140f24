/** On which sides others sit who came in on the device of a person. Who merely shares a network with them is another one until the desk says otherwise. */
import { database } from '../../base/database'

/** The delegations in which they sit now, at whatever table of the activity. */
export async function readSidesOnDevice(participantId: string): Promise<readonly string[]> {
  const own = await database().participant.findUnique({
    where: { id: participantId },
    select: { activityId: true, deviceHash: true },
  })
  if (!own?.deviceHash) return []
  const others = await database().participant.findMany({
    where: { activityId: own.activityId, deviceHash: own.deviceHash, id: { not: participantId } },
    select: { id: true },
  })
  if (others.length === 0) return []
  const seats = await database().roomSeat.findMany({
    where: { holder: { in: others.map(({ id }) => id) }, delegation: { not: null } },
    select: { delegation: true },
  })
  return seats.flatMap(({ delegation }) => delegation ?? [])
}
