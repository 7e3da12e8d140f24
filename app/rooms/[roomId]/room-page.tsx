'use client'
// Joins the room's picture to the room itself.
import type { EssayParagraph } from './at-table'
import { Room } from './room'
import { useRoom } from './use-room'

export function RoomPage({ roomId, essay }: { roomId: string; essay: readonly EssayParagraph[] }) {
  return <Room view={useRoom(roomId)} roomId={roomId} essay={essay} />
}
