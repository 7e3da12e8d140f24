// On a page of a room's record: for a participant, what is asked at the table meanwhile.
import { BackToTable } from '#room/table/back-to-table'
import type { Viewer } from '#simulation/kernel/viewer'

export function OwnTable({ reading: { room, viewer } }: { reading: { room: { id: string }; viewer: Viewer } }) {
  return viewer.kind === 'person' ? <BackToTable roomId={room.id} person={viewer.person} /> : null
}
