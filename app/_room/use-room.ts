'use client'
// The hook through which a screen reads its room. All calls for one room in a page share one connection.
import { useCallback, useSyncExternalStore } from 'react'
import { reloadOnce } from './link'
import { deviceStorage } from './outbox'
import { openSocket } from './reconnecting'
import { RoomLink, roomIdOf } from './room-link'
import { beforeJoining, type RoomView } from './room-view'
import { SharedLinks } from './shared-links'

type JoinAs = 'self' | 'stage'

const linksAs = (as: JoinAs) =>
  new SharedLinks(
    (room) => new RoomLink(roomIdOf(room), as, { open: openSocket, shelf: deviceStorage(), reload: reloadOnce }),
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
