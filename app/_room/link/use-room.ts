'use client'
// The hook through which a screen reads its room. All calls for one room in a page share one connection.
import { useCallback, useSyncExternalStore } from 'react'
import { ComingLink } from './coming-link'
import { openSocket } from './reconnecting'
import { beforeJoining, type RoomView } from './room-view'
import { SharedLinks } from './shared-links'

type JoinAs = 'self' | 'stage'

const linksAs = (as: JoinAs) =>
  new SharedLinks(
    (room) =>
      new ComingLink(async () => {
        const [{ linkTo }, socket] = await Promise.all([import('./room-link'), openSocket(room)])
        return linkTo(room, as, socket)
      }),
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
