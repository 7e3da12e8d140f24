'use client'
// The reading "now" of one person, kept current. It re-renders when what is to be said changes and not with every second.
import { useEffect, useMemo, useState } from 'react'
import { isByOpenCode, type RoomView } from '#room/link/room-view.ts'
import type { PersonId } from '#simulation/kernel/ids'
import type { Passed } from '#simulation/reading/talk/asked'
import { type Now, nowFor } from '#simulation/reading/talk/now'
import type { RoomState } from '#simulation/state/room-state'

/** What the page knows of the person who reads it, with or without a seat. */
export type NowAt = Readonly<{ state: RoomState; view: RoomView; person: PersonId }>

export function useNowOf({ state, view, person }: NowAt, passed: Passed): Now {
  const [time, setTime] = useState(view.now)
  const byOpenCode = isByOpenCode(view)
  const now = useMemo(() => nowFor(state, person, time, passed, byOpenCode), [state, person, time, passed, byOpenCode])
  const read = view.now
  useEffect(() => {
    const said = JSON.stringify(now)
    const timer = setInterval(() => {
      const later = read()
      if (JSON.stringify(nowFor(state, person, later, passed, byOpenCode)) !== said) setTime(later)
    }, 1000)
    return () => clearInterval(timer)
  }, [now, read, state, person, passed, byOpenCode])
  return now
}
