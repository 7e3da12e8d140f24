'use client'
// Joins the room's picture to the room itself.
import type { EssayParagraph } from './at-table'
import { Room } from './room'
import { useRoom } from './use-room'

type RoomPageProps = { roomId: string; essay: readonly EssayParagraph[]; courseZone: string }

export function RoomPage(props: RoomPageProps) {
  return <Room view={useRoom(props.roomId)} {...props} />
}
