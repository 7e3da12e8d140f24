// Where a personal link leads: to the page that was asked for; else to the student's room where there is exactly one and nothing is asked of
// them elsewhere, else to their own page.
import { homePath, myPath, roomPath } from '#paths'
import { isStudentsPage, localPath } from '../../(people)/local-path'

/** The page of this site that a link names to go on to; null where it names none, or none of a student. */
export function wantedPage(next: unknown): string | null {
  const path = typeof next === 'string' ? localPath(next) : null
  return path !== null && isStudentsPage(path) ? path : null
}

/** `isAsked`: something about their seat waits on their own page, which the room would not say. */
export function landingOf(places: readonly { roomId: string | null }[], isAsked: boolean): string {
  if (isAsked) return myPath()
  const [only, ...more] = places.flatMap(({ roomId }) => roomId ?? [])
  return only !== undefined && more.length === 0 ? roomPath(only) : homePath()
}
