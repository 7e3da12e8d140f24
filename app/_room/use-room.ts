'use client'
// The hook through which a screen reads its room. All calls for one room in a page share one connection.
import { useCallback, useSyncExternalStore } from 'react'
import { deviceStorage } from './outbox'
import { openSocket } from './reconnecting'
import { RoomLink, reloadOnce, roomIdOf } from './room-link'
import { beforeJoining, type RoomView } from './room-view'

type JoinAs = 'self' | 'stage'
type SharedLink = { link: RoomLink; screens: number; closing: ReturnType<typeof setTimeout> | undefined }

const links = new Map<string, SharedLink>()

/** React mounts twice in development: an unmounted page keeps its connection this long for the second mount. */
const LINGER_MS = 1_000

function held(room: string, as: JoinAs): SharedLink {
  const key = `${as}/${room}`
  let found = links.get(key)
  if (!found) {
    const link = new RoomLink(roomIdOf(room), as, { open: openSocket, shelf: deviceStorage(), reload: reloadOnce })
    found = { link, screens: 0, closing: undefined }
    links.set(key, found)
  }
  return found
}

function attach(room: string, as: JoinAs, listener: () => void): () => void {
  const mine = held(room, as)
  clearTimeout(mine.closing)
  if (mine.screens === 0 && mine.closing === undefined) void mine.link.start()
  mine.closing = undefined
  mine.screens += 1
  const unsubscribe = mine.link.subscribe(listener)
  return () => {
    unsubscribe()
    mine.screens -= 1
    if (mine.screens > 0) return
    mine.closing = setTimeout(() => {
      links.delete(`${as}/${room}`)
      mine.link.stop()
    }, LINGER_MS)
  }
}

/** Follows a room: the state this viewer may read, who is present, and `submit`. */
export function useRoom(room: string, { as = 'self' }: { as?: JoinAs } = {}): RoomView {
  const subscribe = useCallback((listener: () => void) => attach(room, as, listener), [room, as])
  return useSyncExternalStore(
    subscribe,
    () => held(room, as).link.view,
    () => beforeJoining,
  )
}
