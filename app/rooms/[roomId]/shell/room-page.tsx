'use client'
// Connects the Room component to the live room.
import { GivenBeside, type OwedBeside } from '#room/given-beside'
import { GivenInstructions, type InstructionsOf } from '#room/given-instructions'
import type { EssayParagraph } from '#room/link/seat-view.ts'
import { useRoom } from '#room/link/use-room.ts'
import { Room } from './room'

type RoomPageProps = {
  roomId: string
  essay: readonly EssayParagraph[]
  courseZone: string
  given: InstructionsOf | null
  /** What they owe beside the log. */
  beside: OwedBeside
}

export function RoomPage({ given, beside, ...props }: RoomPageProps) {
  return (
    <GivenInstructions value={given}>
      <GivenBeside value={beside}>
        <Room view={useRoom(props.roomId)} {...props} />
      </GivenBeside>
    </GivenInstructions>
  )
}
