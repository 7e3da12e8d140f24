'use client'
// Connects the Room component to the live room.
import { GivenInstructions, type InstructionsOf } from '#room/given-instructions'
import { GivenReviews, type ReviewsOf } from '#room/given-reviews'
import type { EssayParagraph } from '#room/link/seat-view.ts'
import { useRoom } from '#room/link/use-room.ts'
import { Room } from './room'

type RoomPageProps = {
  roomId: string
  essay: readonly EssayParagraph[]
  courseZone: string
  given: InstructionsOf | null
  /** The peer reviews that they owe; null where they owe none. */
  reviews: ReviewsOf | null
}

export function RoomPage({ given, reviews, ...props }: RoomPageProps) {
  return (
    <GivenInstructions value={given}>
      <GivenReviews value={reviews}>
        <Room view={useRoom(props.roomId)} {...props} />
      </GivenReviews>
    </GivenInstructions>
  )
}
