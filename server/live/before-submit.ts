/** Submits a page's command after what must come before it: a side is looked up, and what the end of a phase files or hands in is. */

import { logError } from '#server/base/faults/logger'
import type { ActorId, CommandId } from '#simulation/kernel/ids'
import type { ClientCommand } from '#simulation/shapes/room-command'
import { isChair } from '#simulation/state/actor'
import type { Ack } from '#simulation/wire/protocol'
import { draftsFirst } from './hand-in'
import type { LiveRoom } from './live-room'
import { TRY_AGAIN } from './saving/pending-command'
import { type ByChair, mayTakeSide } from './saving/side-by-chair'
import { fileFirst } from './understudies'

export function submitInTurn(
  live: LiveRoom,
  actor: ActorId,
  { commandId, command }: { commandId: CommandId; command: ClientCommand },
  answer: (ack: Ack) => void,
): void {
  const submit = () => live.room.submit(actor, commandId, command, answer)
  const before = beforeIt(live, actor, command)
  if (before === null) submit()
  else {
    before.then(
      (against) => (against === null ? submit() : answer({ ok: false, rejection: against })),
      (error: unknown) => {
        logError('what comes before a command could not be done', error, { command: command.type })
        answer(TRY_AGAIN)
      },
    )
  }
}

/** Null where nothing is waited for; else resolves with why it may not be submitted, or null. */
function beforeIt(live: LiveRoom, actor: ActorId, command: ClientCommand): Promise<ByChair | null> | null {
  if (!isChair(actor)) return mayTakeSide(live.room.state, actor, command)
  fileFirst(live, command)
  return draftsFirst(live.room, command)?.then(() => null) ?? null
}
