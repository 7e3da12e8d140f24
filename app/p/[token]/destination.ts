// Where a personal link leads: to the student's room where there is exactly one and nothing is asked of them elsewhere, else to their own page.
import { homePath, myPath, roomPath } from '#paths'

/** `isAsked`: something about their seat waits on their own page, which the room would not say. */
export function landingOf(places: readonly { roomId: string | null }[], isAsked: boolean): string {
  if (isAsked) return myPath()
  const [only, ...more] = places.flatMap(({ roomId }) => roomId ?? [])
  return only !== undefined && more.length === 0 ? roomPath(only) : homePath()
}
