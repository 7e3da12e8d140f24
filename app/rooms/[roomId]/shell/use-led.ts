'use client'
// Where the reader is being led: by a button of the page, or by an address that names work (`#do=…`). The address opens the place once and
// becomes that of its tab, so that neither "back" nor a reload leads there anew.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { transcriptPath } from '#paths'
import type { Leading } from '#room/hooks/led.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import { PLACE_TABS } from '#room/table/phase-screens.ts'
import { readDoHash, type WhereDone, whereTo } from '#simulation/reading/homework/where-done'
import type { TabChoice } from './use-room-tab'

/** Whoever does something else on the way is led no further. */
const TURNS_AWAY = ['pointerdown', 'keydown', 'wheel'] as const

export function useLed(at: SeatView, placed: TabChoice): Leading {
  const [led, setLed] = useState<WhereDone | null>(null)
  const newest = useRef({ at, placed })
  newest.current = { at, placed }
  const lead = useCallback((where: WhereDone) => {
    if (where.place === 'transcript') return window.location.assign(transcriptPath(newest.current.at.roomId))
    newest.current.placed.go(PLACE_TABS[where.place])
    setLed(where)
  }, [])
  const arrived = useCallback(() => setLed(null), [])
  useEffect(() => {
    const follow = () => {
      const address = readDoHash(window.location.hash)
      if (!address) return
      const { state, person, view } = newest.current.at
      const where = whereTo(state, person, address, view.now())
      const tab = where && PLACE_TABS[where.place]
      window.history.replaceState(null, '', tab === null ? window.location.pathname : `#${tab}`)
      if (where) lead(where)
    }
    follow()
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [lead])
  useEffect(() => {
    if (led === null) return
    for (const act of TURNS_AWAY) window.addEventListener(act, arrived)
    return () => {
      for (const act of TURNS_AWAY) window.removeEventListener(act, arrived)
    }
  }, [led, arrived])
  return useMemo(() => ({ led, lead, arrived }), [led, lead, arrived])
}
