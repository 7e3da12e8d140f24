// Where a personal link leads once its student is known: straight to the one room they have, or home where there are several.
import { homePath, roomPath } from '#paths'

export function landingOf(places: readonly { roomId: string | null }[]): string {
  const [only, ...more] = places.flatMap(({ roomId }) => roomId ?? [])
  return only !== undefined && more.length === 0 ? roomPath(only) : homePath()
}
