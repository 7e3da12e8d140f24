/** Before a homework phase ends, hands in what its people have left typed (rule H14), so that the end finds it there. */

import { createHash } from 'node:crypto'
import { readDraftsOf } from '#server/store/homework/drafts'
import { commandId, participantActor, personId } from '#simulation/kernel/ids'
import { leftIn } from '#simulation/reading/homework/left-work'
import type { RoomCommand } from '#simulation/shapes/room-command'
import { actingHead, type RoomState, seatHeldBy } from '#simulation/state/room-state'
import type { Room } from './room'

/** Resolves once everything is handed in; null where this command ends no phase at which anything is, so that nobody waits. */
export function draftsFirst(room: Room, command: RoomCommand): Promise<void> | null {
  const { state } = room.ahead
  if (!state?.plan.handInDrafts || command.type !== 'endPhase' || command.index !== state.agenda.index) return null
  return handInDrafts(room, state)
}

async function handInDrafts(room: Room, state: RoomState): Promise<void> {
  const drafts = await readDraftsOf(state.seated)
  const all = drafts.flatMap(({ participantId, key, text, savedAt }) => {
    const person = personId.parse(participantId)
    const seat = seatHeldBy(state, person)
    const work = leftIn(state, seat?.delegation ?? null, { key, text })
    if (!work) return []
    // Of several papers the newest stands: that of the acting head, who would have filed, comes last.
    const leads = seat?.delegation ? actingHead(state, seat.delegation)?.id === seat.id : false
    // The same on each server and after a restart, so that what is handed in twice counts once.
    const name = createHash('sha256').update(`${person}/${key}/${savedAt}`).digest('base64url')
    return [{ by: participantActor(person), id: commandId.parse(`hand-in:${name}`), work, leads }]
  })
  // At once, so that they stand beside each other in the log; a refusal is one that the writer's own page explains already.
  await Promise.all(
    all
      .toSorted((a, b) => Number(a.leads) - Number(b.leads))
      .map(({ by, id, work }) => room.ask(by, id, { type: 'handIn', work })),
  )
}
