// Which pages look at one room, for whoever reads its record. It must not know what stands on them.
import { debriefPath, deskPath, marksPath, replayPath, roomPath, transcriptPath } from '#paths'
import type { RoomState } from '#simulation/kernel/room-state'
import type { Viewer } from '#simulation/secrecy/viewer'

export type RoomPage = 'desk' | 'marks' | 'room' | 'transcript' | 'replay' | 'debrief'

/** A brought record is only read: it has no desk, no marks and no room to sit in. */
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
