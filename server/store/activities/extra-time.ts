/** The extra time of the class list (rule H32) in the rooms of homework debates. */
import type { Prisma } from '#server/generated/prisma/client'
import { CLOCK, personId, roomId } from '#simulation/kernel/ids'
import type { Database } from '../../base/database'
import { commandBy } from './chair-commands'

/** Tells the room of each of these participants how much extra time the class list gives them; one that knows it already stays as it is. */
export async function followExtraTime(on: Database, where: Prisma.ParticipantWhereInput): Promise<void> {
  const people = await on.participant.findMany({
    where: { removedAt: null, activity: { kind: 'homework' }, AND: where },
    select: { id: true, roomId: true, rosterPlace: { select: { extraTime: true } } },
  })
  for (const { id, roomId: room, rosterPlace } of people) {
    if (room === null || rosterPlace === null) continue
    const command = { type: 'giveExtraTime', person: personId.parse(id), percent: rosterPlace.extraTime } as const
    await commandBy(on, { room: roomId.parse(room), by: CLOCK, source: 'extra-time', command })
  }
}
