// The links between the pages of one room that a reader of its record may open.
import { debriefPath, deskPath, marksPath, replayPath, roomPath, transcriptPath } from '#paths'
import type { Viewer } from '#simulation/kernel/viewer'
import type { RoomState } from '#simulation/state/room-state'

export type RoomPage = 'desk' | 'marks' | 'room' | 'transcript' | 'replay' | 'debrief'

/** An imported record has no desk, no marks and no live room. */
export function roomPages(of: {
  viewer: Viewer
  /** Whether the reader may sit at its desk as well. */
  steers: boolean
  state: Pick<RoomState, 'unsealedAt'>
  activity: { broughtAt: Date | null }
}): readonly RoomPage[] {
  const isChair = of.viewer.kind === 'chair'
  const played: RoomPage[] = of.activity.broughtAt
    ? []
    : isChair
      ? [...(of.steers ? (['desk'] as const) : []), 'marks']
      : ['room']
  const opened: RoomPage[] = isChair || of.state.unsealedAt !== null ? ['debrief'] : []
  return [...played, 'transcript', 'replay', ...opened]
}

const PATHS: Record<RoomPage, (room: string) => string> = {
  desk: deskPath,
  marks: marksPath,
  room: roomPath,
  transcript: transcriptPath,
  replay: replayPath,
  debrief: debriefPath,
}

export const roomPageHref = (room: string, page: RoomPage): string => PATHS[page](room)
