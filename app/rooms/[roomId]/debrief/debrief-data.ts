// The data of all sections of the debrief: the state this reader may read, and our summaries of the sources.

import { entryPath } from '#paths'
import type { Viewer } from '#simulation/kernel/viewer'
import type { StanceSpread } from '#simulation/reading/positions/stance-spread'
import type { RoomState } from '#simulation/state/room-state'
import type { DisplayNames } from '#simulation/wire/protocol'

export type EssayParagraph = { id: string; section: string; gist: string }
export type DebriefQuestion = { key: string; ask: string; anchors: readonly string[] }

export type DebriefData = {
  room: { id: string; name: string }
  activity: { id: string; title: string; broughtAt: Date | null }
  course: { title: string; timeZone: string }
  viewer: Viewer
  /** Whether the reader may sit at the room's desk as well. */
  steers: boolean
  state: RoomState
  displayNames: DisplayNames
  /** The personal stances of the room as counts, without names. */
  spreads: readonly StanceSpread[]
}

/** The link to an entry in the transcript. */
export const entryHref = (room: { id: string }, no: string): string => entryPath(room.id, no)
