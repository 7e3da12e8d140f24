/** A command from its arrival until it is answered. */
import { logError } from '#server/base/faults/logger'
import { ackSeconds, commands } from '#server/base/metrics'
import { auditStrike } from '#server/store/records/strike-audit'
import { advanceWithin, type RoomAt } from '#simulation/engine/advance'
import type { ActorId, CommandId, RoomId } from '#simulation/kernel/ids'
import type { Recorded } from '#simulation/shapes/record'
import { isKept, type RoomCommand } from '#simulation/shapes/room-command'
import { isChair } from '#simulation/state/actor'
import { type Ack, MOMENT_MS } from '#simulation/wire/protocol'

export type PendingCommand = {
  by: ActorId
  commandId: CommandId
  command: RoomCommand
  /** The time of arrival and the random number drawn for it; both stay the same when it has to be judged again. */
  at: number
  lot: number
  answers: ((ack: Ack) => void)[]
  rows: readonly Recorded[]
  ack: Ack
  after: RoomAt
  /** Whether its refusal, if it is refused, has been judged on the whole log. */
  isSure: boolean
}

export const TRY_AGAIN: Ack = { ok: false, rejection: 'try-again' }
export const CANNOT_SAVE: Ack = { ok: false, rejection: 'cannot-save' }

/** A command that has just come, and is to be judged on `ahead`. */
export const arrived = (
  by: ActorId,
  commandId: CommandId,
  command: RoomCommand,
  at: number,
  ahead: RoomAt,
  answer: (ack: Ack) => void,
): PendingCommand => ({
  by,
  commandId,
  command,
  at,
  lot: Math.random(),
  answers: [answer],
  rows: [],
  ack: TRY_AGAIN,
  after: ahead,
  isSure: false,
})

/** Judges a command, for the first time or anew, on the room as the commands before it will leave it; returns what it will leave. */
export function judge(pending: PendingCommand, before: RoomAt, room: RoomId): RoomAt {
  try {
    const judged = advanceWithin(before, pending)
    pending.rows = judged.ok ? judged.rows : []
    pending.ack = judged.ok ? { ok: true, seq: judged.after.seq } : judged
    pending.after = judged.ok ? judged.after : before
  } catch (error) {
    logError('a command could not be judged', error, { room, command: pending.command.type })
    pending.rows = []
    pending.ack = TRY_AGAIN
    pending.after = before
  }
  return pending.after
}

export function answerTo(
  { answers, at, by, command, commandId }: PendingCommand,
  ack: Ack,
  now: number,
  room: RoomId,
): void {
  for (const answer of answers) answer(ack)
  if (ack.ok) auditStrike(command, isChair(by) ? by.slice(by.indexOf(':') + 1) : null, room)
  ackSeconds.observe(Math.max(0, now - at) / 1000)
  commands.inc({ command: command.type, source: sourceOf(commandId), outcome: ack.ok ? 'ok' : ack.rejection })
}

/** Whether the server submitted it, not a page: the ids are then `source:…`, and submitting.ts refuses a page's id with a colon. */
export const isOfServer = (id: CommandId): boolean => id.includes(':')

/** Whether a person's command makes sense only at once (a raised hand, a pause), so that no page keeps it and sends it again later. */
export const isMomentary = ({ commandId, command }: Pick<PendingCommand, 'commandId' | 'command'>): boolean =>
  !isOfServer(commandId) && !isKept(command)

/** Whether its page has stopped waiting for this command and said that it was not done. */
export const isGivenUp = (given: Pick<PendingCommand, 'commandId' | 'command' | 'at'>, now: number): boolean =>
  now - given.at >= MOMENT_MS && isMomentary(given)

/** The source for the metrics. */
const sourceOf = (id: CommandId): string => (isOfServer(id) ? id.slice(0, id.indexOf(':')) : 'page')
