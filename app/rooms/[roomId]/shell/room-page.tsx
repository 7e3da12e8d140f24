'use client'
// Connects the Room component to the live room.
import { GivenInstructions, type InstructionsOf } from '#room/given-instructions'
import type { EssayParagraph } from '#room/seat-view.ts'
import { useRoom } from '#room/use-room.ts'
import { Room } from './room'

type RoomPageProps = {
  roomId: string
  essay: readonly EssayParagraph[]
  courseZone: string
  given: InstructionsOf | null
}

export function RoomPage({ given, ...props }: RoomPageProps) {
  return (
    <GivenInstructions value={given}>
      <Room view={useRoom(props.roomId)} {...props} />
    </GivenInstructions>
  )
}
