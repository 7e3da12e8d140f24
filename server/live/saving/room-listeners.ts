/** Who a live room tells of what it has saved: the pages that follow it, and the servers that share its log. */
import type { CommandId } from '#simulation/kernel/ids'
import type { MaskedRow } from '#simulation/secrecy/masked-row'
import type { Recorded } from '#simulation/shapes/record'
import type { RoomState } from '#simulation/state/room-state'

/**
 * Called after each commit, once all its commands are answered; `before` is the state before these rows. They come without words that a later
 * one of them has taken off.
 */
export type AppendListener = (rows: readonly MaskedRow[], state: RoomState, before: RoomState | null) => void

export type OtherServers = {
  /** Called with the rows that this server has saved, after everybody here has been told, and with the command of the row before them. */
  saved: (rows: readonly Recorded[], before: CommandId | null) => void
  /** Whether one of them may have saved rows that have not come here yet. */
  mayBeAhead: () => boolean
  /** Called when the room was read anew: whatever pages or caches hold of its rows may no longer be true. */
  startedOver: () => void
}
