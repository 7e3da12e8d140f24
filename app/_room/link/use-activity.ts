'use client'
// The hooks through which wall and lobby read the rooms of their activity. All calls in a page share one connection, and a part of the screen
// is drawn again only when what it reads has changed.
import { useCallback } from 'react'
import { useSyncExternalStoreWithSelector } from 'use-sync-external-store/with-selector'
import { ActivityLink } from './activity-link'
import { type ActivityView, beforeWatching } from './activity-view'
import { openSocket } from './reconnecting'
import { reloadOnce } from './reload-once'
import { SharedLinks } from './shared-links'

const links = new SharedLinks((activityId) => new ActivityLink(activityId, { open: openSocket, reload: reloadOnce }))

/** The link itself, to ask rooms something and for the server's clock; it never changes. */
export const activityLink = (activityId: string): ActivityLink => links.of(activityId)

/** A page that is about to act on what all rooms say waits for them so long; then it goes by what it knows. */
const HEARD_MS = 3_000

/** The view once it has been heard, for a press that comes before it was. */
export function heardActivity(activityId: string): Promise<ActivityView> {
  return new Promise((resolve) => {
    const isHeard = ({ heardAt, connection }: ActivityView) => heardAt !== null || connection.kind === 'refused'
    const look = () => isHeard(links.of(activityId).view) && over()
    const over = () => {
      clearTimeout(timer)
      leave()
      resolve(links.of(activityId).view)
    }
    const timer = setTimeout(over, HEARD_MS)
    const leave = links.attach(activityId, look)
    look()
  })
}

/**
 * What `select` makes of the view. The same answer, by its parts, does not draw again. While it is not wanted nothing is asked of the
 * server on its account, and it selects from what the page already knows.
 */
export function useActivity<What>(activityId: string, select: (view: ActivityView) => What, isWanted = true): What {
  const subscribe = useCallback(
    (listener: () => void) => (isWanted ? links.attach(activityId, listener) : () => undefined),
    [activityId, isWanted],
  )
  return useSyncExternalStoreWithSelector(
    subscribe,
    () => links.of(activityId).view,
    () => beforeWatching,
    select,
    isSame,
  )
}

/** Whether two answers are the same, or have the same parts in the same places. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (a instanceof Map || b instanceof Map) return false
  const [left, right] = [Object.entries(a), Object.entries(b)]
  return (
    left.length === right.length &&
    left.every(([key, value], place) => right[place]?.[0] === key && isSame(value, right[place]?.[1]))
  )
}
