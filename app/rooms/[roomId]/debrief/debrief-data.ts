// What every part of the debrief is given: the room as its reader may know it, and the sources in our own words.
// It must not know a part, and holds no word of its own.

import { entryPath } from '#paths'
import type { RoomState } from '#simulation/kernel/room-state'
import type { StanceSpread } from '#simulation/reading/stance-spread'
import type { Viewer } from '#simulation/secrecy/viewer'
import type { DisplayNames } from '#simulation/wire/protocol'

export type EssayParagraph = { id: string; section: string; gist: string }
export type DebriefQuestion = { key: string; ask: string; anchors: readonly string[] }

export type DebriefData = {
  room: { id: string; name: string }
  activity: { title: string; broughtAt: Date | null }
  course: { title: string; timeZone: string }
  viewer: Viewer
  /** Whether the reader may sit at the room's desk as well. */
  steers: boolean
  state: RoomState
  roll: DisplayNames
  /** The stances of everyone in the room, as counts. */
  spreads: readonly StanceSpread[]
}

/** Where an entry stands in the transcript. */
export const entryHref = (room: { id: string }, no: string): string => entryPath(room.id, no)
