'use client'
// Runs the draft sync of a homework room while it is on screen, and provides the state of each draft.
import { createContext, type ReactNode, useContext, useEffect, useMemo, useSyncExternalStore } from 'react'
import { draftsPath } from '#paths'
import type { SeatView } from '#room/link/seat-view.ts'
import { draftServer } from './draft-server'
import { DraftSync, type SyncStates } from './draft-sync'
import { deviceDrafts } from './local-drafts'

type OpenSync = { sync: DraftSync; subscribe: (listener: () => void) => () => void }

const NOTHING: SyncStates = new Map()
const Here = createContext<OpenSync | null>(null)

function hold(roomId: string, person: string): OpenSync {
  const listeners = new Set<() => void>()
  const sync = new DraftSync(deviceDrafts({ roomId, person }), draftServer(draftsPath(roomId)), () => {
    for (const listener of listeners) listener()
  })
  return {
    sync,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

export function DraftsProvider({ at, children }: { at: SeatView; children: ReactNode }) {
  const { roomId, person } = at
  const held = useMemo(() => hold(roomId, person), [roomId, person])
  const live = at.view.connection.kind === 'live'
  useEffect(() => {
    const { sync } = held
    if (!live) return
    void sync.start()
    const back = () => {
      if (document.visibilityState === 'visible') void sync.pull()
      else sync.flush()
    }
    window.addEventListener('online', back)
    document.addEventListener('visibilitychange', back)
    return () => {
      window.removeEventListener('online', back)
      document.removeEventListener('visibilitychange', back)
    }
  }, [held, live])
  useEffect(() => () => held.sync.stop(), [held])
  return <Here.Provider value={held}>{children}</Here.Provider>
}

const silent = () => () => undefined

/** The sync state of every draft of this room; empty outside of a homework debate. */
export function useDrafts(): { view: SyncStates; choose: DraftSync['choose'] } {
  const held = useContext(Here)
  const view = useSyncExternalStore(
    held?.subscribe ?? silent,
    () => held?.sync.view ?? NOTHING,
    () => NOTHING,
  )
  return { view, choose: async (what, which) => held?.sync.choose(what, which) }
}
