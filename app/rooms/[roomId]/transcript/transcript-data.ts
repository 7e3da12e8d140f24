// What the page of a record is given of its room.

import type { RoomState } from '#simulation/kernel/room-state'
import type { Viewer } from '#simulation/secrecy/viewer'
import type { DisplayNames } from '#simulation/wire/protocol'

/** What is read of a room; the server hands it over whole. */
export type TranscriptData = {
  room: { id: string; name: string }
  activity: { title: string; courseId: string; broughtAt: Date | null }
  course: { title: string; timeZone: string }
  viewer: Viewer
  /** Whether the reader may sit at the room's desk as well. */
  steers: boolean
  state: RoomState
  roll: DisplayNames
  /** Whether some names of a brought record are there and cannot be read. */
  lostNames?: boolean
}
