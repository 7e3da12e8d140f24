/** The line of the audit log for words that the chair takes off, explains or puts back, from the desk as from a transcript. */
import { audit } from '#server/base/audit'
import type { RoomCommand } from '#simulation/shapes/room-command'

/** Nothing for any other command. `by` is the id of the chair's account. */
export function auditStrike(command: RoomCommand, by: string | null, room: string): void {
  if (command.type === 'strikeWords') audit({ what: 'words-struck', by, to: command.entry, in: room })
  if (command.type === 'changeStrikeReason') audit({ what: 'strike-reason-changed', by, to: command.entry, in: room })
  if (command.type === 'putWordsBack') audit({ what: 'words-put-back', by, to: command.entry, in: room })
}
