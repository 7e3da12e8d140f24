/**
 * Rule S21 where its two halves meet: the room knows who sits and whether the sides' papers are out, and the activity's rows know who came
 * in by a code that anybody may have typed, and on which device. Without it one student with three browsers reads all three briefs.
 */

import { cameByOpenCode } from '#server/store/activities/participants'
import { readSidesOnDevice } from '#server/store/door/sides-on-device'
import { type ActorId, type PersonId, personOfActor } from '#simulation/kernel/ids'
import { isSideByChair } from '#simulation/questions/seats'
import { sideOf } from '#simulation/secrecy/hearing'
import type { ClientCommand } from '#simulation/shapes/room-command'
import type { RoomState } from '#simulation/state/room-state'

/** Why only the chair gives them that seat: the papers are out, or somebody who came in on the same device sits on another side. */
export type ByChair = 'side-by-chair' | 'second-side'

/** Null when anybody may be given what they ask for; else resolves with why this person may not, which is looked up, or null. */
export function mayTakeSide(
  state: RoomState | null,
  actor: ActorId,
  command: ClientCommand,
): Promise<ByChair | null> | null {
  const person = personOfActor(actor)
  if (command.type !== 'takeSeat' || person === null || !state || state.plan.seating === undefined) return null
  const side = command.seat === null ? null : (state.seats[command.seat]?.delegation ?? null)
  if ((command.seat !== null && side === null) || sideOf(state, person) !== null || state.unsealedAt !== null)
    return null
  return whyNot(person, side, isSideByChair(state, command.seat, person))
}

async function whyNot(person: PersonId, side: string | null, isOut: boolean): Promise<ByChair | null> {
  if (!(await cameByOpenCode(person))) return null
  if (isOut) return 'side-by-chair'
  return (await readSidesOnDevice(person)).some((other) => other !== side) ? 'second-side' : null
}
