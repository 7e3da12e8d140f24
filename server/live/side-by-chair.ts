/**
 * Rule S21 where its two halves meet: the room knows whether the sides' papers are out, and the activity's rows know who came in by a
 * code that anybody may have typed. Without it one student with three browsers reads all three briefs.
 */
import { cameByOpenCode } from '#server/store/activities/participants'
import { type ActorId, personOfActor } from '#simulation/kernel/ids'
import { isSideByChair } from '#simulation/questions/seats'
import type { ClientCommand } from '#simulation/shapes/room-command'
import type { RoomState } from '#simulation/state/room-state'

/** Null when anybody may be given what they ask for; else resolves with whether this person may, which is looked up. */
export function mayTakeSide(state: RoomState | null, actor: ActorId, command: ClientCommand): Promise<boolean> | null {
  const person = personOfActor(actor)
  if (command.type !== 'takeSeat' || person === null || !state || !isSideByChair(state, command.seat, person))
    return null
  return cameByOpenCode(person).then((isOpen) => !isOpen)
}
