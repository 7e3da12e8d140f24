/**
 * Readmits a removed person whose join request is accepted: runs the command `readmitPerson` on the log of every room that removed
 * them, in the transaction that answers the request.
 */
import { personId } from '#simulation/kernel/ids'
import { type Database, runQueryIn } from '../../base/database'
import { readRemovals, syncMembership } from '../log/membership'
import { commandAsChair } from './chair-commands'

/**
 * Returns whether the person is a member afterwards; also true when no room had removed them. False when a room is closed and accepts
 * no commands.
 */
export async function readmit(on: Database, participantId: string, chairId: string): Promise<boolean> {
  for (const { room } of await readRemovals(runQueryIn(on), participantId))
    await commandAsChair(on, {
      ...{ room, chairId, source: 'door' },
      command: { type: 'readmitPerson', person: personId.parse(participantId) },
    })
  await syncMembership(runQueryIn(on), [participantId])
  return (await on.participant.count({ where: { id: participantId, removedAt: null } })) > 0
}
