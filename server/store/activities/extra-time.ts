/** The extra time of the class list (rule H32) in the rooms of homework debates. */
import type { Prisma } from '#server/generated/prisma/client'
import { CLOCK, personId, roomId } from '#simulation/kernel/ids'
import type { Database } from '../../base/database'
import { commandBy } from './chair-commands'

/**
 * Tells the room of each of these participants how much extra time the class list gives them, of whoever was taken out too, who may come
 * back; one that knows it already stays as it is.
 */
export async function followExtraTime(on: Database, where: Prisma.ParticipantWhereInput): Promise<void> {
  const people = await on.participant.findMany({
    where: { activity: { kind: 'homework' }, AND: where },
    // In one order, so that two who save at once cannot wait for each other.
    orderBy: [{ roomId: 'asc' }, { id: 'asc' }],
    select: { id: true, roomId: true, rosterPlace: { select: { extraTime: true } } },
  })
  for (const { id, roomId: room, rosterPlace } of people) {
    if (room === null || rosterPlace === null) continue
    const said = { roomId: room, type: 'ExtraTimeGiven' }
    if (rosterPlace.extraTime === 0 && (await on.roomEvent.count({ where: said })) === 0) continue
    const command = { type: 'giveExtraTime', person: personId.parse(id), percent: rosterPlace.extraTime } as const
    await commandBy(on, { room: roomId.parse(room), by: CLOCK, source: 'extra-time', command })
  }
}
