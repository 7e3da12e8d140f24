// Where a personal link leads: to the student's room where there is exactly one, else to their own page.
import { homePath, roomPath } from '#paths'

export function landingOf(places: readonly { roomId: string | null }[]): string {
  const [only, ...more] = places.flatMap(({ roomId }) => roomId ?? [])
  return only !== undefined && more.length === 0 ? roomPath(only) : homePath()
}
