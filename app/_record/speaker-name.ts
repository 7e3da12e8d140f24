// The name of an entry's speaker. An erased person has no display name and is called by the number of the seat they spoke from, which is
// the same for every reader and in every file.
import { type RoomPlan, seatNumberIn } from '#simulation/agenda/plan'
import type { Paragraph } from '#simulation/reading/transcript'
import type { DisplayNames } from '#simulation/wire/protocol'

type Entry = Pick<Paragraph, 'person' | 'seat'>

/** Null when no person said it. `erased` puts the seat's number into words; 0 for a person who never took a seat. */
export function speakerName(
  { person, seat }: Entry,
  { plan, displayNames }: { plan: RoomPlan; displayNames: DisplayNames },
  erased: (number: number) => string,
): string | null {
  if (person === null) return null
  return displayNames[person] ?? erased(seatNumberIn(plan, seat))
}
