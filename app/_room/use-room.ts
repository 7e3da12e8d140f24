'use client'
// The hook a screen reads its room through. Every call for the same room in one page shares one link.
// It must not know what is drawn.
import { useCallback, useSyncExternalStore } from 'react'
import { deviceStorage } from './outbox'
import { openSocket, RoomLink, reloadOnce, roomIdOf } from './room-link'
import { beforeJoining, type RoomView } from './room-view'

type JoinAs = 'self' | 'stage'
type SharedLink = { link: RoomLink; screens: number; closing: ReturnType<typeof setTimeout> | undefined }

const links = new Map<string, SharedLink>()

/** A page that is drawn again at once (React does so while developing) keeps its link. */
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

/** Follows a room: the state this viewer may know, who is here, and the one way to ask something of it. */
export function useRoom(room: string, { as = 'self' }: { as?: JoinAs } = {}): RoomView {
  const subscribe = useCallback((listener: () => void) => attach(room, as, listener), [room, as])
  return useSyncExternalStore(
    subscribe,
    () => held(room, as).link.view,
    () => beforeJoining,
  )
}
