'use client'
// Connects the Room component to the live room.
import type { EssayParagraph } from '#room/seat-view.ts'
import { useRoom } from '#room/use-room.ts'
import { Room } from './room'

type RoomPageProps = { roomId: string; essay: readonly EssayParagraph[]; courseZone: string }

export function RoomPage(props: RoomPageProps) {
  return <Room view={useRoom(props.roomId)} {...props} />
}
