// The props that every part of the desk takes: the state the chair reads, who is in the room, and the function that submits commands.

import type { Writer } from '#room/link/room-view.ts'
import type { PersonId } from '#simulation/kernel/ids'
import type { Absentees } from '#simulation/reading/homework/missing'
import type { ClientCommand } from '#simulation/shapes/room-command'
import type { RoomState } from '#simulation/state/room-state'
import type { DisplayNames, Presence } from '#simulation/wire/protocol'

export type DeskView = {
  roomId: string
  state: RoomState
  displayNames: DisplayNames
  presence: Presence
  /** The offices that type words for a clause at this moment. */
  writing: readonly Writer[]
  /** The activity, while its join code admits anybody; null while joining is closed. */
  openDoor: string | null
  /** Who of the roster had not come in when the page was made, and how many names it has. */
  absent: Absentees
  /** Whether a listener outside this server is sent what students say to understudies. */
  listens: boolean
  /** The server's time in milliseconds. */
  now: () => number
  /** Submits a command and shows a refusal as a toast. Resolves to true once it is saved. */
  ask: (command: ClientCommand) => Promise<boolean>
}

export const nameOf = (displayNames: DisplayNames, person: PersonId): string | null => displayNames[person] ?? null
