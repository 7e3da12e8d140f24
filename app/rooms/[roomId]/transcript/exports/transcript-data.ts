// The data of a record's page.

import type { Viewer } from '#simulation/kernel/viewer'
import type { RoomState } from '#simulation/state/room-state'
import type { DisplayNames } from '#simulation/wire/protocol'

/** A room as read from the store, limited to its reader. */
export type TranscriptData = {
  room: { id: string; name: string }
  activity: { title: string; courseId: string; broughtAt: Date | null }
  course: { title: string; timeZone: string }
  viewer: Viewer
  /** Whether the reader may sit at the room's desk as well. */
  steers: boolean
  /** Whether the reader may play on from an entry (D26). */
  forks: boolean
  state: RoomState
  displayNames: DisplayNames
  /** Whether an imported record has display names that cannot be read; these people are called by their seats' numbers. */
  lostNames?: boolean
}
