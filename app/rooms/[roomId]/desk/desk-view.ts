// What every part of the desk is handed: the room as the chair hears it, who is in it, and the way to ask something of it.
import type { PersonId } from '#simulation/kernel/ids'
import type { ClientCommand } from '#simulation/kernel/room-command'
import type { RoomState } from '#simulation/kernel/room-state'
import type { DisplayNames, Presence } from '#simulation/wire/protocol'

export type DeskView = {
  roomId: string
  state: RoomState
  roll: DisplayNames
  presence: Presence
  /** The activity whose door stands open, so that its code lets anybody in; null while it is closed. */
  openDoor: string | null
  /** The server's clock. */
  now: () => number
  /** Asks it of the room; says why when the room refuses. Resolves true once it is saved. */
  ask: (command: ClientCommand) => Promise<boolean>
}

export const nameOf = (roll: DisplayNames, person: PersonId): string | null => roll[person] ?? null
