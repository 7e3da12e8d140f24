'use client'
// The hook through which a screen reads its room. All calls for one room in a page share one connection.
import { useCallback, useSyncExternalStore } from 'react'
import { ComingLink } from './coming-link'
import { openSocket } from './reconnecting'
import { reloadOnce } from './reload-once'
import { beforeJoining, type RoomView } from './room-view'
import { SharedLinks } from './shared-links'

type JoinAs = 'self' | 'stage'

/** Once the page is shown; in a lobby a room is opened later, and by then its server may have another build. */
const BEFOREHAND_MS = 1_000

const whatFollowsRooms = () => import('./room-link')
if (typeof window !== 'undefined') setTimeout(() => whatFollowsRooms().catch(() => undefined), BEFOREHAND_MS)

const linksAs = (as: JoinAs) =>
  new SharedLinks(
    (room) =>
      new ComingLink(async () => {
        const [{ linkTo }, socket] = await Promise.all([whatFollowsRooms(), openSocket(room)])
        return linkTo(room, as, socket)
      }, reloadOnce),
  )
const links = { self: linksAs('self'), stage: linksAs('stage') }

/** Follows a room: the state this viewer may read, who is present, and `submit`. */
export function useRoom(room: string, { as = 'self' }: { as?: JoinAs } = {}): RoomView {
  const subscribe = useCallback((listener: () => void) => links[as].attach(room, listener), [room, as])
  return useSyncExternalStore(
    subscribe,
    () => links[as].of(room).view,
    () => beforeJoining,
  )
}
