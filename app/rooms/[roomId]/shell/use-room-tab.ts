'use client'
// The selected tab: it follows the URL, the student's choice and, unless they are at something in it, the phase.
import { useCallback, useEffect, useRef, useState } from 'react'
import * as z from 'zod/mini'
import { bringToEntry } from '#room/hooks/bring-to.ts'
import { isAtWork } from '#room/hooks/form-focus.ts'
import { useLocalStorage } from '#room/hooks/use-local-storage.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import type { RoomTab } from '#room/table/phase-screens.ts'
import { readHash, tabAtOpening, tabForPhase, tabsIn } from '#room/table/room-tabs.ts'

export type TabChoice = {
  place: RoomTab
  places: readonly RoomTab[]
  go: (place: RoomTab) => void
  /** The tab of a phase that started while the student was at something in another tab; null when there is none. */
  called: RoomTab | null
}

const phaseByAddress = z.record(z.string(), z.int())
const NOWHERE: z.infer<typeof phaseByAddress> = {}

export function useRoomTab({ state, delegation, roomId, person }: SeatView): TabChoice {
  const places = tabsIn(state, delegation)
  const fitting = tabForPhase(state, delegation)
  const phase = state.agenda.index
  const [been, setBeen] = useLocalStorage({ roomId, person }, 'been', phaseByAddress, NOWHERE)
  const [chosen, setChosen] = useState<RoomTab>(() => tabAtOpening(window.location.hash, been, phase, fitting))
  const [called, setCalled] = useState<RoomTab | null>(null)
  const place = places.includes(chosen) ? chosen : 'record'

  const go = useCallback(
    (to: RoomTab) => {
      setChosen(to)
      setCalled(null)
      const address = readHash(window.location.hash)
      if (address?.place !== to || address.entry) window.history.pushState(null, '', `#${to}`)
      setBeen({ ...been, [`#${to}`]: phase })
    },
    [phase, been, setBeen],
  )

  const opening = useRef({ tab: chosen, go })
  useEffect(() => {
    const follow = () => {
      const address = readHash(window.location.hash)
      if (!address) return
      setChosen(address.place)
      if (address.entry) {
        const { entry } = address
        requestAnimationFrame(() => bringToEntry(entry))
      }
    }
    const named = readHash(window.location.hash)?.place
    if (named === undefined || named === opening.current.tab) follow()
    else opening.current.go(opening.current.tab)
    window.addEventListener('hashchange', follow)
    window.addEventListener('popstate', follow)
    return () => {
      window.removeEventListener('hashchange', follow)
      window.removeEventListener('popstate', follow)
    }
  }, [])

  const before = useRef(phase)
  useEffect(() => {
    if (before.current === phase) return
    before.current = phase
    if (isAtWork()) setCalled(fitting)
    else go(fitting)
  }, [phase, fitting, go])

  return { place, places, go, called: called === place ? null : called }
}
